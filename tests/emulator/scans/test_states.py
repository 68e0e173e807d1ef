"""Every state of a visit with every act, by everybody who may ask: what happens, or that nothing.

What each cell of the table should do is written by hand in `tests/support/state_tables.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from core.access import Role
from core.context import Context
from core.errors import ScannerError
from core.machines import Party
from scans.visits import actions
from scans.visits.models import (
    Booking,
    Operator,
    VisitAction,
    VisitCause,
    VisitChange,
    VisitState,
)
from scans.visits.requests import AssignOperator, CancelVisit, MoveVisit, RescheduleVisit
from tests.support import records, state_tables
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import HOUR, NOW, hour, key, offered

#: The slot under way, another that was offered, and one offered when the visit is put off.
BEGUN, TOMORROW, LATER = hour(-0.5), hour(24), hour(72)
ASSIGNED = frozenset({"assigned", "accepted", "en_route", "arrived", "scanning", "uploaded"})
ENDED = frozenset({"completed", "cancelled", "no_show"})
#: The acts after which nobody is assigned.
RELEASING = frozenset({"decline", "complete", "report_no_show", "reschedule", "cancel"})
WHO = {
    "member": Party.CLINIC, "stranger": None, "operator": Party.OPERATOR, "other operator": None,
    "admin": Party.ADMIN, "lab": None,
}  # fmt: skip
#: Nobody asks for a release: it comes with the end of an operator's standing.
ACTIONS = tuple(action for action in state_tables.VISIT[""] if action not in {"request", "release"})
CAUSES = {Party.CLINIC: "clinic", Party.OPERATOR: "operator", Party.ADMIN: "platform"}
ASKED = VisitChange(
    action=VisitAction.REQUEST,
    state=VisitState.REQUESTED,
    cause=VisitCause.CLINIC,
    at=NOW - 9 * HOUR,
)


@dataclass
class VisitInState:
    """A visit in a state, with its case, an upload and a file, and rosters with other visits."""

    state: str
    practice: ClinicFixture = field(default_factory=ClinicFixture)
    upload_id: str = ""

    def __post_init__(self) -> None:
        tenants = self.practice.tenants
        assignee = self.practice.uid("operator") if self.state in ASSIGNED else None
        upload = records.upload_at_visit(tenants, self.practice.uid("operator"))
        self.upload_id = upload.id
        opened = {
            "opened_by": self.practice.uid("owner"),
            "visit_id": None if self.state in ENDED else tenants.visit,
        }
        stood = {
            "state": VisitState(self.state),
            "slots": [BEGUN, TOMORROW],
            "slot": BEGUN if assignee else None,
            "times": {VisitState.REQUESTED: NOW - 9 * HOUR},
            "changes": [ASKED],
        }
        tenants.seed(
            records.case(tenants).model_copy(update=opened),
            records.visit(tenants, assignee).model_copy(update=stood),
            records.file(tenants),
            upload.model_copy(update={"operator": assignee}),
            self._roster("operator", here=assignee is not None),
            self._roster("other operator", here=False),
        )

    def _roster(self, name: str, *, here: bool) -> Operator:
        bookings = [Booking(**dict(LATER), visit_id=f"elsewhere-{name}")]
        if here:
            bookings.append(Booking(**dict(BEGUN), visit_id=self.visit_id))
        return Operator(bookings=bookings).placed(self.practice.uid(name))

    @property
    def visit_id(self) -> str:
        """The visit's id."""
        return self.practice.tenants.visit

    def snapshot(self) -> dict[str, Any]:
        """All that may change."""
        case = f"cases/{self.practice.tenants.case}"
        return snapshot(self.practice, f"visits/{self.visit_id}", f"uploads/{self.upload_id}", case)

    def act(self, action: str, who: str) -> str:
        """Ask for an act as somebody; the reason for which it was refused, or the state after."""
        try:
            return take(self.practice.ctx(who), self, action)
        except ScannerError as err:
            return err.reason


def take(ctx: Context, seeded: VisitInState, action: str) -> str:
    """Call the service of the act; the state after it."""
    named = {"visit_id": seeded.visit_id, "idempotency_key": key()}
    if action == "assign":
        other = seeded.practice.uid("other operator")
        return actions.assign(ctx, AssignOperator(**named, uid=other, slot=offered(TOMORROW))).state
    if action == "reschedule":
        return actions.reschedule(ctx, RescheduleVisit(**named, slots=[offered(LATER)])).state
    if action == "cancel":
        request = CancelVisit.model_validate({**named, "reason": "not_needed"})
        return actions.cancel(ctx, request).state
    return actions.move(ctx, MoveVisit.model_validate({**named, "action": action})).state


def expected(state: str, action: str, who: str) -> tuple[str, bool]:
    """What the list written by hand says: the answer, and whether anything changes."""
    party = WHO[who] if who != "operator" or state in ASSIGNED else None
    cell = state_tables.VISIT[state][action]
    if party is None:
        return "visit-not-found", False
    if cell == "!":
        return "wrong-visit-state", False
    if cell == "=":
        return state, False
    allowed = party in state_tables.parties(cell)
    return (str(state_tables.ends(cell)), True) if allowed else ("role-not-allowed", False)


STATES = [state for state in state_tables.VISIT if state]
CHANGES = [
    (state, action, who)
    for state in STATES
    for action in ACTIONS
    for who in WHO
    if expected(state, action, who)[1]
]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", WHO)
def test_what_is_refused_or_was_done_changes_nothing(state: str, who: str) -> None:
    seeded = VisitInState(state)
    before = seeded.snapshot()
    for action in ACTIONS:
        answer, changes = expected(state, action, who)
        if not changes:
            # What is seeded was cancelled for no reason: with one, it is another cancellation.
            told = "done-otherwise" if (answer, action) == ("cancelled", "cancel") else answer
            assert seeded.act(action, who) == told, action
    assert seeded.snapshot() == before


@pytest.mark.parametrize(("state", "action", "who"), CHANGES)
def test_what_is_allowed_changes_what_it_should(state: str, action: str, who: str) -> None:
    seeded = VisitInState(state)
    practice, before = seeded.practice, seeded.snapshot()
    to, _ = expected(state, action, who)
    assert seeded.act(action, who) == to
    after = seeded.snapshot()

    path = f"visits/{seeded.visit_id}"
    assert after[path][0] == {**before[path][0], **visit_after(seeded, action, who, to)}
    assert practice.case_of(practice.tenants.case).visit_id == (
        None if to in ENDED else seeded.visit_id
    )
    lost = state in ASSIGNED and (action in RELEASING or action == "assign")
    assert practice.booked("operator") - {"elsewhere-operator"} == (
        {seeded.visit_id} if state in ASSIGNED and not lost else set()
    )
    assert practice.booked("other operator") == {"elsewhere-other operator"} | (
        {seeded.visit_id} if action == "assign" else set()
    )
    upload = practice.upload_of(seeded.upload_id)
    assert (upload.operator, upload.open) == (
        (practice.uid("operator") if state in ASSIGNED and not lost else None), not lost
    )  # fmt: skip

    (event,) = practice.events(practice.tenants.case)
    assert event == {
        "clinic_id": practice.tenants.clinic, "kind": f"visit_{action}", "actor": practice.uid(who),
        "party": WHO[who], "at": NOW, "scan": None,
        "refs": {"visit": seeded.visit_id, "state": to, "cause": cause_of(action, who)},
    }  # fmt: skip
    (act,) = practice.acts()
    assert (act["actor"], act["subject"]) == (practice.uid(who), path)
    assert act["action"] == (
        "scans.assign_operator" if action == "assign" else f"scans.{action}_visit"
    )
    assert told(seeded) == should_be_told(state, action, who, to, lost=lost)


def cause_of(action: str, who: str) -> str:
    """On whose account the act is: that nobody was there is the clinic's, whoever reports it."""
    party = WHO[who]
    assert party is not None
    return "clinic" if action == "report_no_show" else CAUSES[party]


def visit_after(seeded: VisitInState, action: str, who: str, to: str) -> dict[str, Any]:
    """The fields of the visit that the act sets."""
    times = {"requested": NOW - 9 * HOUR, to: NOW}
    change = {"action": action, "state": to, "cause": cause_of(action, who), "at": NOW}
    fields: dict[str, Any] = {"state": to, "times": times, "changes": [dict(ASKED), change]}
    if action in RELEASING:
        fields["assignee"] = None
    if action == "assign":
        other = seeded.practice.uid("other operator")
        fields |= {"assignee": other, "slot": dict(TOMORROW)}
    if action == "reschedule":
        fields |= {"slots": [dict(LATER)], "slot": None}
    if action == "cancel":
        fields["cancelled"] = {"by": WHO[who], "reason": "not_needed", "cause": None}
    return fields


def told(seeded: VisitInState) -> dict[str, list[str]]:
    """Who got which notices; admins have digests, of whatever waits."""
    found = {
        name: seeded.practice.inbox(name)
        for name, caller in seeded.practice.people.items()
        if caller.role is not Role.ADMIN
    }
    return {name: kinds for name, kinds in found.items() if kinds}


def should_be_told(state: str, action: str, who: str, to: str, *, lost: bool) -> dict[str, Any]:
    """The clinic's person, whoever is assigned and whoever was, but not who acts."""
    kind = {"assigned": "visit_assigned", "cancelled": "visit_cancelled"}.get(to, "visit_moved")
    people = {"owner": [kind]}
    if state in ASSIGNED:
        over = to in {"completed", "no_show"}
        people["operator"] = ["visit_cancelled"] if lost and not over else [kind]
    if action == "assign":
        people["other operator"] = [kind]
    people.pop(who, None)
    return people
