"""What each end of a visit costs, after every short walk and many long ones through its table."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta

import pytest

from core.machines import Party
from scans.visits import fee_rules
from scans.visits.fee_rules import COMMITMENTS, FEES, Commitment, FeeEvent
from scans.visits.models import Visit, VisitCause, VisitChange, VisitState
from tests.support import records, visit_walks
from tests.support.account_records import Tenants
from tests.support.moments import HOUR, NOW
from tests.support.visit_walks import REQUESTED, Walk, WalkStep
from wallet.ledger.terms import SaleItem

VISIT = records.visit(Tenants(), None)
#: Operators, and clinics, act more often than others in the long walks.
LIKELY = {Party.OPERATOR: 12, Party.CLINIC: 4}
#: Steps of the longest walk of which none is left out, the request among them.
SHORT = 7


def walked(walk: Walk) -> Visit:
    """The visit before the last step of a walk, with all steps before on record."""
    changes = [
        VisitChange.model_validate(
            {"action": step.action, "state": step.to, "cause": step.cause, "at": NOW + n * HOUR}
        )
        for n, step in enumerate(walk[:-1])
    ]
    return VISIT.model_copy(update={"changes": changes})


def sold(walk: Walk) -> str | None:
    end = walk[-1]
    return fee_rules.sold(walked(walk), VisitState(end.to), VisitCause(end.cause))


def test_every_short_walk_costs_what_the_price_list_says() -> None:
    counted: Counter[str | None] = Counter()
    for walk in visit_walks.walks(SHORT):
        assert sold(walk) == visit_walks.cost(walk), [step[:3] for step in walk]
        counted[sold(walk)] += 1
    assert counted["late_cancellation"] > 300
    assert counted[None] > 10_000


def test_long_walks_cost_what_the_price_list_says() -> None:
    dice = random.Random(17)
    counted: Counter[str | None] = Counter()
    while counted.total() < 5_000:
        walk: Walk = (REQUESTED,)
        while walk[-1].to not in visit_walks.ENDS:
            way = list(visit_walks.steps(walk[-1].to))
            if len(walk) < dice.randint(5, 30):
                way = [step for step in way if step.to not in visit_walks.ENDS] or way
            likely = [LIKELY.get(step.party, 1) for step in way]
            walk = (*walk, *dice.choices(way, likely))
        assert sold(walk) == visit_walks.cost(walk), [step[:3] for step in walk]
        counted[sold(walk)] += 1
    assert set(counted) == {None, "visit", "late_cancellation", "no_show"}
    assert min(counted.values()) > 20


def walk(*said: str) -> Walk:
    """Read a walk: an act with the account that it is on."""
    found: list[WalkStep] = [REQUESTED]
    for word in said:
        action, _, cause = word.partition("/")
        (step, *_) = [
            step
            for step in visit_walks.steps(found[-1].to)
            if step.action == action and cause in {step.cause, ""}
        ]
        found.append(step)
    return tuple(found)


@pytest.mark.parametrize(
    ("said", "item"),
    [
        ("assign accept cancel/clinic", "late_cancellation"),
        ("assign accept release cancel/clinic", None),
        ("assign accept depart arrive begin release cancel/clinic", None),
        ("assign accept release assign accept cancel/clinic", "late_cancellation"),
        ("assign accept assign cancel/clinic", None),
        ("assign accept decline cancel/clinic", None),
        ("assign accept reschedule/platform cancel/clinic", None),
        ("assign accept reschedule/platform assign accept cancel/clinic", None),
        ("assign accept reschedule/platform reschedule/clinic cancel/clinic", None),
        ("assign accept reschedule/clinic cancel/clinic", "late_cancellation"),
        ("assign accept cancel/platform", None),
        ("assign accept cancel/patient", None),
        ("assign accept depart arrive report_no_show", "no_show"),
        ("reschedule/platform assign accept depart arrive report_no_show", None),
        ("reschedule/clinic assign accept depart arrive report_no_show", "no_show"),
        ("assign accept depart arrive begin release complete", "visit"),
    ],
)
def test_the_lines_of_the_issue(said: str, item: str | None) -> None:
    """The expectation of the walks itself is held to what was agreed, line by line."""
    way = walk(*said.split())
    assert visit_walks.cost(way) == sold(way) == item


def test_the_tables_are_whole() -> None:
    assert set(COMMITMENTS) == {(at, event) for at in Commitment for event in FeeEvent}
    items = {item for item in FEES.values() if item}
    assert items <= {item.value for item in SaleItem}
    reached = {walk[-1].to for walk in visit_walks.walks(SHORT)}
    assert {end.value for end, *_ in FEES} == reached == visit_walks.ENDS


@pytest.mark.parametrize(
    ("times", "item"),
    [
        ({}, None),
        ({"accepted": 1}, "late_cancellation"),
        ({"declined": 1, "accepted": 2}, "late_cancellation"),
        ({"accepted": 1, "declined": 2}, None),
    ],
)
def test_a_visit_from_before_is_told_by_its_times(times: dict[str, int], item: str | None) -> None:
    """Without steps on record, or with the last ones alone."""
    entered = {VisitState(state): NOW + n * HOUR for state, n in times.items()}
    visit = VISIT.model_copy(
        update={"times": {VisitState.REQUESTED: NOW, **entered}, "changes": []}
    )
    assert fee_rules.sold(visit, VisitState.CANCELLED, VisitCause.CLINIC) == item
    late = {"action": "release", "state": "requested", "cause": "platform"}
    change = VisitChange.model_validate({**late, "at": NOW + timedelta(days=1)})
    released = visit.model_copy(update={"changes": [change]})
    assert fee_rules.sold(released, VisitState.CANCELLED, VisitCause.CLINIC) is None
