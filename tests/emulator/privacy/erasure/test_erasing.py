"""Erasing: a word that stood in everything is nowhere afterwards, and nobody else lost a byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest

from core import firebase
from core.access import Role
from privacy.erasure.eraser import NotErasedError
from privacy.inventory.subjects import DataSubject
from tests.emulator.canary_fixture import CanaryFixture, holding
from tests.emulator.scans.intake.landing_steps import Instance
from tests.support.backups import Backup, digest
from tests.support.crashes import CrashError, deaths
from tests.support.projects import own_project


@pytest.fixture(scope="module")
def canaries() -> CanaryFixture:
    """A clinic with its lab, which all tests of the module share."""
    return CanaryFixture()


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """Where something is not as it was."""
    one, other = digest(before), digest(after)
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def mentions(data: bytes, names: Iterable[str]) -> bool:
    """Tell whether one of the names stands there."""
    return any(name.encode() in data for name in names)


def test_nothing_is_left_of_a_patient_and_nobody_else_lost_a_byte(
    canaries: CanaryFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, bystander = canaries.patient(), canaries.patient()
    before = canaries.dump()
    places = {path.split("/")[0] for path in holding(before, mine.token)}
    assert places == {"clinics", "consents", "cases", "visits", "uploads", "orders", "gs:"}

    canaries.eraser(mine.subject).run(mine.patient_id)

    after = canaries.dump()
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
def test_nothing_is_left_of_a_user(canaries: CanaryFixture, role: Role) -> None:
    token, uid = canaries.member(role)
    other, other_uid = canaries.member(role)
    before = canaries.dump()
    assert {"users", "invites", "auth"} <= {p.split("/")[0] for p in holding(before, token)}

    canaries.eraser(DataSubject.user(uid)).run(uid)

    after = canaries.dump()
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


@pytest.fixture
def alone() -> Iterator[CanaryFixture]:
    """A clinic in a project of its own: what is put back after each crash is little."""
    with own_project("crashes"):
        yield CanaryFixture()


def crashes(canaries: CanaryFixture, subject: Callable[[], DataSubject], request: str) -> list[str]:
    """Die between any two steps, try again, and see that nothing is left; the steps."""
    backup, smooth = Backup.taken(canaries.bucket), Instance()
    canaries.eraser(subject(), smooth).run(request)
    ends = digest(canaries.dump())
    for at, after in deaths(smooth.steps):
        backup.restore(canaries.bucket)
        with pytest.raises(CrashError):
            canaries.eraser(subject(), Instance(at=at, after=after)).run(request)
        canaries.eraser(subject()).run(request)
        assert digest(canaries.dump()) == ends, (smooth.steps[at], after)
    return smooth.steps


def test_a_crash_at_any_step_and_a_retry_end_where_no_crash_does(alone: CanaryFixture) -> None:
    mine, _ = alone.patient(), alone.patient()
    steps = crashes(alone, lambda: mine.subject, mine.patient_id)
    assert {"read", f"{mine.patient_id}.json", "discard all", "transaction"} == set(steps)


def test_a_users_too(alone: CanaryFixture) -> None:
    (_, uid), _ = alone.member(Role.CLINIC), alone.member(Role.CLINIC)
    steps = crashes(alone, lambda: DataSubject.user(uid), uid)
    assert {"account", "transaction"} <= set(steps)


def test_an_erasure_that_comes_again_changes_nothing(canaries: CanaryFixture) -> None:
    mine = canaries.patient()
    canaries.eraser(mine.subject).run(mine.patient_id)
    before, instance = canaries.dump(), Instance()
    canaries.eraser(mine.subject, instance).run(mine.patient_id)
    assert canaries.dump() == before
    assert instance.steps == ["read"]  # of the receipt


def test_a_receipt_names_nobody_and_erases_what_a_backup_brought_back(
    canaries: CanaryFixture,
) -> None:
    mine = canaries.patient()
    backup = Backup.taken(canaries.bucket)
    receipt = canaries.eraser(mine.subject).run(mine.patient_id)
    assert mine.token not in receipt.model_dump_json()
    assert receipt.planned["cases/{case_id}"] == {"delete": 1}
    ends = canaries.dump()
    backup.restore()
    assert holding(canaries.dump(), mine.token) != set()
    canaries.eraser(DataSubject.at(receipt.subject)).run(receipt.request_id)
    assert canaries.dump() == ends


def test_what_a_backup_brought_back_without_the_rest_is_found_all_the_same(
    canaries: CanaryFixture,
) -> None:
    """The patient's record and cases are gone for good; one order came back."""
    mine = canaries.patient()
    backup = Backup.taken(canaries.bucket)
    canaries.eraser(mine.subject).run(mine.patient_id)
    path = f"orders/{mine.order_id}"
    firebase.firestore_client().document(path).set(backup.documents[path])
    assert holding(canaries.dump(), mine.token) == {path}
    canaries.eraser(mine.subject).run(mine.patient_id)
    assert holding(canaries.dump(), mine.token) == set()


def test_what_comes_while_it_runs_is_not_called_a_success(canaries: CanaryFixture) -> None:
    """A document that is written again after it went is found by the last look."""
    mine = canaries.patient()
    backup = Backup.taken(canaries.bucket)
    path = f"orders/{mine.order_id}"
    order = firebase.firestore_client().document(path)
    instance = Instance(between={"transaction": lambda: order.set(backup.documents[path])})
    with pytest.raises(NotErasedError):
        canaries.eraser(mine.subject, instance).run(mine.patient_id)
    canaries.eraser(mine.subject).run(mine.patient_id)
    assert holding(canaries.dump(), mine.token) == set()
