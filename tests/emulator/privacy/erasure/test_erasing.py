"""Erasing: a word that stood in everything is nowhere afterwards, and nobody else lost a byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from core import firebase
from core.access import Role
from privacy.erasure.eraser import NotErasedError
from privacy.inventory.subjects import Subject
from tests.emulator.canaries import World, holding
from tests.emulator.scans.intake.landing_steps import CrashError, Instance
from tests.support.backups import Backup, digest


@pytest.fixture(scope="module")
def world() -> World:
    """A clinic with its lab, which all tests of the module share."""
    return World()


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """Where something is not as it was."""
    one, other = digest(before), digest(after)
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def mentions(data: bytes, names: Iterable[str]) -> bool:
    """Tell whether one of the names stands there."""
    return any(name.encode() in data for name in names)


def test_nothing_is_left_of_a_patient_and_nobody_else_lost_a_byte(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, bystander = world.patient(), world.patient()
    before = world.dump()
    places = {path.split("/")[0] for path in holding(before, mine.token)}
    assert places == {"clinics", "consents", "cases", "visits", "uploads", "orders", "gs:"}

    world.eraser(mine.subject).run(mine.patient_id)

    after = world.dump()
    assert holding(after, mine.token) == set()
    assert mine.token not in "".join(capsys.readouterr()), "in the log"
    assert holding(after, bystander.token) == holding(before, bystander.token)
    theirs = (mine.patient_id, mine.case_id, mine.consent_id, mine.order_id, mine.visit_id)
    uploads = {path.split("/")[1] for path in before if path.startswith("uploads/")}
    uploads = {u for u in uploads if mentions(before[f"uploads/{u}"], theirs)}
    others = {
        path
        for path in changed(before, after)
        if not mentions(path.encode() + before.get(path, b""), (*theirs, *uploads))
    }
    assert others == set(), "but for the receipt, which is named after the patient"


@pytest.mark.parametrize("role", [Role.CLINIC, Role.OPERATOR, Role.LAB])
def test_nothing_is_left_of_a_user(world: World, role: Role) -> None:
    token, uid = world.member(role)
    other, other_uid = world.member(role)
    before = world.dump()
    assert {"users", "invites", "auth"} <= {p.split("/")[0] for p in holding(before, token)}

    world.eraser(Subject.user(uid)).run(uid)

    after = world.dump()
    assert holding(after, token) == set()
    assert holding(after, other) == holding(before, other)
    assert uid.encode() not in after["auth"]
    assert other_uid.encode() in after["auth"]
    left = {path.split("/")[0] for path in holding(after, uid)}
    # Who did what, by id alone; answers to repeated calls go after 7 days; the receipt.
    assert left <= {"audit", "clinics", "consents", "cases", "requests", "gs:"}
    unknown = {
        p for p in changed(before, after) if uid not in p and uid.encode() not in before.get(p, b"")
    }
    assert {p.split("/")[0] for p in unknown} <= {"gs:", "auth", "invites"}


def crashes(world: World, subject: Callable[[], Subject], request: str) -> list[str]:
    """Die before and after every step, try again, and see that nothing is left; the steps."""
    backup, smooth = Backup.taken(world.bucket), Instance()
    world.eraser(subject(), smooth).run(request)
    ends = digest(world.dump())
    for at in range(len(smooth.steps)):
        for after in (False, True):
            backup.restore(world.bucket)
            with pytest.raises(CrashError):
                world.eraser(subject(), Instance(at=at, after=after)).run(request)
            world.eraser(subject()).run(request)
            assert digest(world.dump()) == ends, (smooth.steps[at], after)
    return smooth.steps


def test_a_crash_at_any_step_and_a_retry_end_where_no_crash_does(world: World) -> None:
    mine = world.patient()
    steps = crashes(world, lambda: mine.subject, mine.patient_id)
    assert {f"{mine.patient_id}.json", "discard all", "transaction"} == set(steps)


def test_a_users_too(world: World) -> None:
    _, uid = world.member(Role.CLINIC)
    steps = crashes(world, lambda: Subject.user(uid), uid)
    assert {"account", "transaction"} <= set(steps)


def test_an_erasure_that_comes_again_changes_nothing(world: World) -> None:
    mine = world.patient()
    world.eraser(mine.subject).run(mine.patient_id)
    before, instance = world.dump(), Instance()
    world.eraser(mine.subject, instance).run(mine.patient_id)
    assert world.dump() == before
    assert instance.steps == []


def test_a_receipt_names_nobody_and_erases_what_a_backup_brought_back(world: World) -> None:
    mine = world.patient()
    backup = Backup.taken(world.bucket)
    receipt = world.eraser(mine.subject).run(mine.patient_id)
    assert mine.token not in receipt.model_dump_json()
    assert receipt.planned["cases/{case_id}"] == {"delete": 1}
    ends = world.dump()
    backup.restore()
    assert holding(world.dump(), mine.token) != set()
    world.eraser(Subject.at(receipt.subject)).run(receipt.request_id)
    assert world.dump() == ends


def test_what_a_backup_brought_back_without_the_rest_is_found_all_the_same(world: World) -> None:
    """The patient's record and cases are gone for good; one order came back."""
    mine = world.patient()
    backup = Backup.taken(world.bucket)
    world.eraser(mine.subject).run(mine.patient_id)
    path = f"orders/{mine.order_id}"
    firebase.firestore_client().document(path).set(backup.documents[path])
    assert holding(world.dump(), mine.token) == {path}
    world.eraser(mine.subject).run(mine.patient_id)
    assert holding(world.dump(), mine.token) == set()


def test_what_comes_while_it_runs_is_not_called_a_success(world: World) -> None:
    """A document that is written again after it went is found by the last look."""
    mine = world.patient()
    backup = Backup.taken(world.bucket)
    path = f"orders/{mine.order_id}"
    order = firebase.firestore_client().document(path)
    instance = Instance(between={"transaction": lambda: order.set(backup.documents[path])})
    with pytest.raises(NotErasedError):
        world.eraser(mine.subject, instance).run(mine.patient_id)
    world.eraser(mine.subject).run(mine.patient_id)
    assert holding(world.dump(), mine.token) == set()
