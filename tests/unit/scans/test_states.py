"""Every state with every act and every party, against the lists written by hand."""

from __future__ import annotations

from enum import StrEnum
from itertools import product
from typing import Any

import pytest

from core.errors import RoleNotAllowed, ScannerError
from core.machines import Machine, Party
from scans.cases.models import CaseStatus
from scans.cases.states import CASE, CaseAction
from scans.consents.errors import GuardianRequired
from scans.consents.models import ConsentState
from scans.consents.states import CONSENT, ConsentAction
from scans.uploads.models import UploadState
from scans.uploads.states import UPLOAD, UploadAction
from scans.visits.models import VisitAction, VisitState
from scans.visits.states import UPLOADING, VISIT
from tests.support import state_tables
from tests.support.state_tables import Life, ends, parties

Table = tuple[Machine[Any, Any], Life, type[StrEnum], type[StrEnum]]
TABLES: tuple[Table, ...] = (
    (VISIT, state_tables.VISIT, VisitState, VisitAction),
    (CASE, state_tables.CASE, CaseStatus, CaseAction),
    (CONSENT, state_tables.CONSENT, ConsentState, ConsentAction),
    (UPLOAD, state_tables.UPLOAD, UploadState, UploadAction),
)
CELLS = [
    pytest.param(
        machine, state, action, life[state or ""][action], id=f"{machine.title}-{state}-{action}"
    )
    for machine, life, states, actions in TABLES
    for state, action in product((None, *states), actions)
]
each_table = pytest.mark.parametrize("table", TABLES, ids=[t[0].title for t in TABLES])


def refusal(machine: Machine[Any, Any], state: StrEnum | None) -> type[ScannerError]:
    """What a state is refused with: one that waits for a guardian says so."""
    waits = state is CaseStatus.AWAITING_GUARDIAN
    return GuardianRequired if waits else machine.refusal


@each_table
def test_the_list_is_whole(table: Table) -> None:
    _, life, states, actions = table
    assert set(life) == {"", *states}
    assert all(set(row) == set(actions) for row in life.values())


@pytest.mark.parametrize(("machine", "state", "action", "cell"), CELLS)
def test_every_state_with_every_act_and_every_party(
    machine: Machine[Any, Any], state: StrEnum | None, action: StrEnum, cell: str
) -> None:
    for party in Party:
        if cell == "!":
            with pytest.raises(refusal(machine, state)):
                machine.step(state, action, party)
        elif cell == "=":
            assert machine.step(state, action, party) is None
        elif party in parties(cell):
            found = machine.must(state, action, party)
            assert found == machine.step(state, action, party) == machine.step(state, action)
            assert (found.to, found.who) == (ends(cell), parties(cell))
        else:
            with pytest.raises(RoleNotAllowed):
                machine.step(state, action, party)
            with pytest.raises(RoleNotAllowed):
                machine.must(state, action, party)


@pytest.mark.parametrize(("machine", "state", "action", "cell"), CELLS)
def test_what_was_done_already_is_refused_where_once_is_all(
    machine: Machine[Any, Any], state: StrEnum | None, action: StrEnum, cell: str
) -> None:
    assert machine.allows(state, action) == (cell not in {"!", "="})
    if cell in {"!", "="}:
        with pytest.raises(refusal(machine, state)) as refused:
            machine.must(state, action)
        assert refused.value.details == {"state": state, "action": action}


def test_a_refusal_is_about_its_own_table() -> None:
    assert [machine.refusal.reason for machine, *_ in TABLES] == [
        "wrong-visit-state", "wrong-case-status", "consent-withdrawn", "wrong-upload-state",
    ]  # fmt: skip


def _reachable(life: Life, start: str) -> set[str]:
    seen: set[str] = set()
    frontier = {start}
    while frontier:
        here = frontier.pop()
        onward = {end for cell in life[here].values() if (end := ends(cell))} - seen
        frontier |= onward
        seen |= onward
    return seen


def test_every_state_of_a_visit_can_be_reached() -> None:
    assert _reachable(state_tables.VISIT, "") == set(VisitState)


def test_a_visit_ends_in_three_ways_and_every_other_state_can_still_end() -> None:
    over = {state for state in VisitState if not _reachable(state_tables.VISIT, state)}
    assert over == {"completed", "cancelled", "no_show"}
    for state in set(VisitState) - over:
        assert over >= _reachable(state_tables.VISIT, state) & over >= {"cancelled"}


def test_the_system_can_stop_whatever_a_withdrawn_consent_must_stop() -> None:
    live = set(VisitState) - {"completed", "cancelled", "no_show"}
    stopped = {s for s in VisitState if Party.SYSTEM in parties(state_tables.VISIT[s]["cancel"])}
    assert stopped == live
    assert {s for s in CaseStatus if state_tables.CASE[s]["freeze"] != "="} == set(CaseStatus) - {
        "frozen"
    }


def test_an_operator_uploads_in_one_state_alone() -> None:
    assert {VisitState.SCANNING} == UPLOADING
