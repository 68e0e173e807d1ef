"""What becomes of the visits of an operator whose account loses its standing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from google.cloud.firestore import Client

from accounts import decisions
from accounts.requests import ChangeRole
from core import firebase
from core.access import Caller, Role, Standing, Status
from core.blobs import project_blobs
from core.context import Context
from core.jobs import Job, JobState
from core.store import Store
from jobs import running
from privacy.erasure.eraser import Eraser
from privacy.inventory.subjects import DataSubject
from scans.visits.lost_operators import AT_ONCE
from scans.visits.models import Operator, VisitState
from scans.visits.requests import VisitRequested
from tests.support import ids, records
from tests.support.account_records import Tenants
from tests.support.clinic_fixture import ClinicFixture, NoClaims
from tests.support.concurrency import refusals_at_once
from tests.support.moments import DAY, HOUR, Clock, hour, moved, refused
from tools.client import Person

#: What the operator has done of a visit, and where that leaves it once the operator is lost.
LEFT = {
    "assigned": ((), "requested"),
    "accepted": (("accept",), "requested"),
    "en_route": (("accept", "depart"), "requested"),
    "arrived": (("accept", "depart", "arrive"), "interrupted"),
    "scanning": (("accept", "depart", "arrive", "begin"), "interrupted"),
    "uploaded": (("accept", "depart", "arrive", "begin", "finish"), "uploaded"),
}


def suspended(practice: ClinicFixture) -> None:
    practice.suspend("operator")


def moved_to_a_clinic(practice: ClinicFixture) -> None:
    uid, clinic = practice.uid("operator"), practice.tenants.clinic
    request = ChangeRole(uid=uid, role=Role.CLINIC, org=clinic)
    decisions.change_role(practice.ctx("admin"), NoClaims(), request)


def made_an_admin(practice: ClinicFixture) -> None:
    uid = practice.uid("operator")
    decisions.appoint(practice.ctx("admin"), NoClaims(), uid, "Ada Admin", "ada@example.org")


class NoAuth:
    """Stands for Auth, in which these people have no accounts."""

    def described(self, uid: str) -> None:
        """There is none."""

    def delete(self, uid: str) -> None:
        """There is none."""


def erased(practice: ClinicFixture) -> None:
    """The first thing that an erasure does: a visit may have been assigned at the last moment."""
    blobs, subject = project_blobs(), DataSubject.user(practice.uid("operator"))
    Eraser(practice.ctx("admin"), blobs, NoAuth(), subject)._shut_out()  # type: ignore[arg-type]


LOSSES = [suspended, moved_to_a_clinic, made_an_admin, erased]


def begun(practice: ClinicFixture, state: str, to: str = "operator") -> VisitRequested:
    """Bring a visit of an operator to a state."""
    asked = practice.request()
    practice.assign(asked.visit_id, to)
    for action in LEFT[state][0]:
        if action == "finish":
            practice.scanned(asked)
        practice.move(asked.visit_id, action, who=to)
    return asked


def go_on(practice: ClinicFixture) -> None:
    """Run the job as often as it is due."""
    ctx, job_id = practice.ctx("admin"), f"lost-operator-{practice.uid('operator')}"
    while running.run(ctx, job_id) is JobState.DUE:
        pass


@pytest.mark.parametrize("state", LEFT)
@pytest.mark.parametrize("lose", LOSSES)
def test_the_visits_of_who_is_lost_are_released_in_the_same_act(
    practice: ClinicFixture, lose: Callable[[ClinicFixture], None], state: str
) -> None:
    asked, kept = begun(practice, state), begun(practice, state, "other operator")
    uploading = state == "scanning"
    slot = practice.slot("operator", visit_id=asked.visit_id) if uploading else None
    roster = practice.ctx().store.get(Operator, practice.uid("operator"))
    assert roster is not None
    practice.tenants.seed(roster.model_copy(update={"available": True}))
    before = practice.visit_of(kept.visit_id)

    lose(practice)

    left = practice.visit_of(asked.visit_id)
    assert (left.state, left.assignee) == (LEFT[state][1], None)
    last = left.changes[-1]
    assert (last.action, last.state, last.cause) == ("release", LEFT[state][1], "platform")
    assert (left.slot is None) == (left.state == "requested")
    assert practice.booked() == set()
    roster = practice.ctx().store.get(Operator, practice.uid("operator"))
    assert roster is not None
    assert (roster.available, roster.to_release) == (False, [])
    if slot is not None:
        upload = practice.upload_of(slot.upload_id)
        assert (upload.open, upload.operator) == (False, None)
    (event,) = [e for e in practice.events(asked.case_id) if e["kind"] == "visit_release"]
    assert event["party"] == "the system"
    assert event["refs"] == {
        "visit": asked.visit_id, "state": LEFT[state][1], "cause": "platform",
    }  # fmt: skip
    assert practice.inbox("member").count("visit_released") == 1
    assert "visit_cancelled" not in practice.inbox("operator")
    refused(lambda: practice.move(asked.visit_id, "accept"), "visit-not-found")

    assert practice.visit_of(kept.visit_id) == before, "another operator's visit stays"
    assert practice.booked("other operator") == {kept.visit_id}


def test_who_scans_nothing_loses_no_visits(practice: ClinicFixture) -> None:
    """The twin of a suspended operator: a suspended member of the clinic."""
    asked = begun(practice, "scanning")
    before = practice.visit_of(asked.visit_id)
    practice.suspend("owner")
    assert practice.visit_of(asked.visit_id) == before
    assert practice.booked() == {asked.visit_id}


@pytest.mark.parametrize(
    ("state", "of_admins"),
    [
        ("accepted", ("visit_requested", "queue")),
        ("scanning", ("visit_released", "admins")),
        ("uploaded", ("visit_released", "admins")),
    ],
)
def test_the_clinic_hears_and_so_do_the_admins(
    empty: Client, state: str, of_admins: tuple[str, str]
) -> None:
    """Of one that had begun at once, for a patient may be in the chair; else in their queue."""
    tenants, person = Tenants(), Person(ids.uid(), ids.email())
    visit = records.visit(tenants, person.uid).model_copy(update={"state": VisitState(state)})
    documents = (
        tenants.account(person, role=Role.OPERATOR),
        records.roster(tenants, person.uid),
        records.case(tenants),
        visit,
    )
    for document in documents:
        path = document.path_for(*document.ids)
        empty.document(path).set(document.model_dump(mode="python"))
    ctx = Context(Store(empty), Caller(ids.uid(), "", True, Role.ADMIN), Clock())
    decisions.suspend(ctx, NoClaims(), person.uid, "For the test.")
    told = [found.to_dict() for found in empty.collection("notices").get()]
    assert {(each["kind"], each["to"]["addressee"]) for each in told} == {
        ("visit_released", "organisation"), of_admins,
    }  # fmt: skip
    assert {each["refs"]["visit"] for each in told} == {visit.id}


def test_who_had_few_visits_leaves_nothing_to_do(practice: ClinicFixture) -> None:
    begun(practice, "accepted")
    practice.suspend("operator")
    job_id = f"lost-operator-{practice.uid('operator')}"
    assert practice.ctx().store.get(Job, job_id) is None


def test_another_operator_goes_on_with_the_scans_that_are_there(practice: ClinicFixture) -> None:
    asked = begun(practice, "scanning")
    practice.clock.at = DAY.starts_at + timedelta(minutes=20)
    practice.slot("operator", visit_id=asked.visit_id)
    file_id = practice.scanned(asked)
    practice.suspend("operator")

    practice.assign(asked.visit_id, "other operator", DAY)  # begun, and not over
    practice.move(
        asked.visit_id, "accept", "depart", "arrive", "begin", "finish", who="other operator"
    )
    practice.move(asked.visit_id, "complete", who="member")
    after = practice.visit_of(asked.visit_id)
    assert (after.state, after.uploads) == ("completed", 1)
    assert practice.file_of(asked.case_id, file_id).visit_id == asked.visit_id


def test_the_hour_of_an_interrupted_visit_is_over_when_it_ends(practice: ClinicFixture) -> None:
    """And only an interrupted visit is assigned to an hour that has begun."""
    asked, waiting = begun(practice, "scanning"), practice.asked(DAY)
    practice.clock.at = DAY.ends_at - timedelta(seconds=1)
    practice.suspend("operator")
    refused(lambda: practice.assign(waiting, "other operator", DAY), "slot-in-past")
    practice.clock.at = DAY.ends_at
    refused(lambda: practice.assign(asked.visit_id, "other operator", DAY), "slot-in-past")
    assert practice.visit_of(asked.visit_id).state == "interrupted"
    practice.clock.at -= timedelta(seconds=1)
    practice.assign(asked.visit_id, "other operator", DAY)


@pytest.mark.parametrize("act", ["cancel", "reschedule", "complete"])
def test_the_clinic_decides_about_an_interrupted_visit(practice: ClinicFixture, act: str) -> None:
    asked = begun(practice, "scanning")
    acts: dict[str, Callable[[], None]] = {
        "cancel": lambda: practice.cancel(asked.visit_id),
        "reschedule": lambda: practice.reschedule(asked.visit_id),
        "complete": lambda: practice.move(asked.visit_id, "complete", who="member"),
    }
    refused(acts[act], "wrong-visit-state" if act == "complete" else "role-not-allowed")
    practice.suspend("operator")
    if act == "complete":
        refused(acts[act], "nothing-scanned")
        practice.scanned(asked)
    acts[act]()
    state = {"cancel": "cancelled", "reschedule": "rescheduled", "complete": "completed"}[act]
    assert practice.visit_of(asked.visit_id).state == state


def test_what_was_uploaded_needs_no_operator(practice: ClinicFixture) -> None:
    asked = begun(practice, "uploaded")
    practice.suspend("operator")
    practice.move(asked.visit_id, "complete", who="member")
    assert practice.visit_of(asked.visit_id).state == "completed"
    assert practice.case_of(asked.case_id).visit_id is None


def test_an_assignment_at_the_same_moment_does_not_slip_through(practice: ClinicFixture) -> None:
    """Either it is refused, or the suspension releases it: nobody who is shut out is assigned."""
    for number in range(4):
        name = f"operator {number}"
        practice.join(name, Role.OPERATOR)
        visit_id = practice.asked(hour(24))
        said = refusals_at_once(
            lambda v=visit_id, n=name: practice.assign(v, n),  # type: ignore[misc]
            lambda n=name: practice.suspend(n),  # type: ignore[misc]
        )
        assert said in (["", ""], ["operator-not-active", ""])
        found = practice.visit_of(visit_id)
        assert (found.state, found.assignee) == ("requested", None)
        assert practice.booked(name) == set()


def crowded(practice: ClinicFixture, visits: int) -> list[str]:
    """Assign so many visits to the operator, one after the other."""
    slots = [moved(n * HOUR) for n in range(visits)]
    asked = [practice.asked(slot) for slot in slots]
    for visit_id, slot in zip(asked, slots, strict=True):
        practice.assign(visit_id, slot=slot)
    return asked


def assigned(practice: ClinicFixture, visits: list[str]) -> list[str]:
    return [visit_id for visit_id in visits if practice.visit_of(visit_id).assignee]


def test_what_one_transaction_leaves_the_job_releases(practice: ClinicFixture) -> None:
    asked = crowded(practice, AT_ONCE + 3)
    practice.suspend("operator")
    assert practice.booked() == set()
    assert assigned(practice, asked) == asked[AT_ONCE:], "the next ones go first"
    taken, *rest = asked[AT_ONCE:]
    practice.assign(taken, "other operator", moved(AT_ONCE * HOUR))
    assert practice.ctx().store.get(Job, f"lost-operator-{practice.uid('operator')}") is not None
    for _ in range(2):
        go_on(practice)
        assert assigned(practice, asked) == [taken]
        assert practice.booked("other operator") == {taken}
    assert practice.inbox("member").count("visit_released") == AT_ONCE + len(rest)
    roster = practice.ctx().store.get(Operator, practice.uid("operator"))
    assert roster is not None
    assert roster.to_release == []


#: What is wrong with a stored document: a newer release's word, or a fault.
AMISS: list[tuple[str, dict[str, object]]] = [
    ("visit", {"state": "hovering"}),
    ("visit", {"slots": 7}),
    ("case", {"opened_at": "soon"}),
]


@pytest.mark.parametrize(("which", "amiss"), AMISS)
def test_what_does_not_load_keeps_no_account_in(
    practice: ClinicFixture, which: str, amiss: dict[str, object]
) -> None:
    """The job does the others, and comes back for it a few times, or as long as it is newer."""
    broken, *others = crowded(practice, AT_ONCE + 3)
    case_id = practice.visit_of(broken).case_id
    document = firebase.firestore_client().document(
        f"visits/{broken}" if which == "visit" else f"cases/{case_id}"
    )
    whole = document.get().to_dict() or {}
    document.update(amiss)
    practice.suspend("operator")
    uid, ctx = practice.uid("operator"), practice.ctx("admin")
    account = ctx.store.get(Standing, uid)
    assert account is not None
    assert account.status is Status.SUSPENDED
    assert assigned(practice, others) == others[AT_ONCE:]

    job_id = f"lost-operator-{uid}"
    assert running.run(ctx, job_id) is JobState.DUE
    assert assigned(practice, others) == []
    newer = which == "visit" and "state" in amiss
    for _ in range(running.MOST - 1):
        with pytest.raises(running.AttemptFailedError):
            running.run(ctx, job_id)
    if not newer:
        assert running.run(ctx, job_id) is JobState.FAILED
    roster = ctx.store.get(Operator, uid)
    assert roster is not None
    assert [booking.visit_id for booking in roster.to_release] == [broken]

    document.set(whole)
    assert assigned(practice, [broken]) == [broken]
    if not newer:  # as an admin retries it, once it is mended
        job = ctx.store.get(Job, job_id)
        assert job is not None
        practice.tenants.seed(job.model_copy(update={"state": JobState.DUE}).placed(job_id))
    go_on(practice)
    assert assigned(practice, [broken]) == []
    roster = ctx.store.get(Operator, uid)
    assert roster is not None
    assert roster.to_release == []


def test_who_is_reinstated_keeps_what_was_assigned_since(practice: ClinicFixture) -> None:
    asked = crowded(practice, AT_ONCE + 2)
    practice.suspend("operator")
    practice.reinstate("operator")
    new = practice.asked(hour(96))
    practice.assign(new, slot=hour(96))
    go_on(practice)
    assert assigned(practice, asked) == []
    assert practice.booked() == {new}
    assert practice.visit_of(new).state == "assigned"


def test_what_it_costs(practice: ClinicFixture) -> None:
    """The roster; a visit, its case and a look for uploads: three reads and six writes each."""

    def cost() -> tuple[int, int]:
        ctx = practice.ctx("admin")
        decisions.suspend(ctx, NoClaims(), practice.uid("operator"), "For the test.")
        return ctx.store.tally.reads, ctx.store.tally.writes

    none = cost()
    practice.reinstate("operator")
    crowded(practice, 3)
    reads, writes = cost()
    assert (reads - none[0], writes - none[1]) == (3 * 3, 1 + 3 * 6)
