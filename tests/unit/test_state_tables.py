"""What holds for every state table: each state is entered and left, each action has its place."""

from __future__ import annotations

from typing import Any

import pytest

from core.errors import ScannerError
from core.machines import Machine, Party
from scans.cases.models import CaseStatus
from scans.cases.states import CASE, CaseAction
from scans.visits.models import VisitAction, VisitState
from scans.visits.states import VISIT
from tools.docs.surface import load

MACHINES: tuple[Machine[Any, Any], ...] = load().machines

#: Where nothing more can happen, written down by hand: a state that gets stuck is none of these.
FINAL: dict[str, set[str]] = {
    "Account": set(),
    "Visit": {"completed", "cancelled", "no_show"},
    "Case": {"frozen"},
    "Consent": {"withdrawn"},
    "Upload": {"ready", "rejected"},
    "Payment": {"paid"},
    "Refund at the gateway": {"failed"},
    "Dispute": {"lost"},
    "Payout": {"failed", "returned", "rejected", "cancelled"},
    "Order": {"rejected", "completed", "cancelled"},
    "Job": set(),
    "Access review": {"acknowledged"},
    "Breach": {"closed"},
    "Disclosure": {"refused", "disclosed"},
    "Legal hold": {"released"},
    "Privacy request": {"done", "refused", "withdrawn"},
    "Ticket": set(),
}
#: States that no line of a table names as its end: they follow from other facts.
FROM_FACTS: dict[str, set[str]] = {"Case": {"scanned"}}

every_machine = pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.title)


def states_of(machine: Machine[Any, Any]) -> set[str]:
    """All states that there are, whether or not the table names them."""
    (kind,) = {type(state) for state, _ in machine.table if state is not None}
    return set(kind)


def ends(machine: Machine[Any, Any], *starts: str | None) -> set[str]:
    """Where one step leads; one without an end in the table leads to what follows from facts."""
    named = {step.to for (state, _), step in machine.table.items() if state in starts}
    return named - {None} | (FROM_FACTS[machine.title] if None in named else set())


def reachable(machine: Machine[Any, Any], start: str | None) -> set[str]:
    """Every state that steps lead to."""
    seen: set[str] = set()
    frontier = ends(machine, start)
    while frontier - seen:
        seen |= frontier
        frontier = ends(machine, *frontier)
    return seen


def test_every_machine_is_known_here():
    assert sorted(machine.title for machine in MACHINES) == sorted(FINAL)


@every_machine
def test_a_table_is_of_one_kind_of_states_and_knows_every_action(machine):
    states = {state for state, _ in machine.table} | {step.to for step in machine.table.values()}
    assert states - {None} <= states_of(machine)
    (kind,) = {type(action) for _, action in machine.table}
    assert {action for _, action in machine.table} == set(kind)


@every_machine
def test_every_step_is_somebodys(machine):
    assert all(step.who for step in machine.table.values())


@every_machine
def test_things_are_made_in_one_way(machine):
    """With an end: what is yet to be made has no facts that one could follow from."""
    made = [step.to for (state, _), step in machine.table.items() if state is None]
    assert len(made) == 1
    assert made[0] is not None


@every_machine
def test_what_follows_from_facts_is_named_by_no_line(machine):
    named = {step.to for step in machine.table.values()}
    assert states_of(machine) - named == FROM_FACTS.get(machine.title, set())


@every_machine
def test_every_state_is_reached(machine):
    assert reachable(machine, None) == states_of(machine)


@every_machine
def test_every_state_but_the_final_ones_can_be_left(machine):
    final = FINAL[machine.title]
    assert {s for s in states_of(machine) if not ends(machine, s) - {s}} == final
    assert not [state for state, _ in machine.table if state in final], "nothing more happens"


@every_machine
def test_from_every_state_there_is_a_way_to_an_end(machine):
    """Or, where nothing ever ends, to every other state."""
    final = FINAL[machine.title]
    for state in states_of(machine) - final:
        if final:
            assert reachable(machine, state) & final, state
        else:
            assert reachable(machine, state) == states_of(machine), state


def test_a_visit_under_way_can_still_be_completed():
    for state in states_of(VISIT) - FINAL["Visit"]:
        assert "completed" in reachable(VISIT, state), state


@pytest.mark.parametrize(
    ("machine", "action", "end"),
    [
        pytest.param(VISIT, VisitAction.CANCEL, VisitState.CANCELLED, id="Visit"),
        pytest.param(CASE, CaseAction.FREEZE, CaseStatus.FROZEN, id="Case"),
    ],
)
def test_a_withdrawn_consent_stops_whatever_is_under_way(machine, action, end):
    """At once, and whoever is at work: for each of them there is a line in the table."""
    for state in states_of(machine) - FINAL[machine.title]:
        assert machine.must(state, action, Party.SYSTEM).to is end


@every_machine
def test_the_docs_have_what_to_print(machine):
    assert machine.doc.endswith(".")
    assert issubclass(machine.refusal, ScannerError)
