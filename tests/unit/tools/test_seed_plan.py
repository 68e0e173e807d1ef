"""The seeded day: it has all there is, by steps that the tables allow, and repeats itself."""

from __future__ import annotations

from itertools import pairwise

import pytest

from core.access import Role, Status
from core.machines import Party
from labs.orders.models import OrderState
from labs.orders.states import ORDER, OrderAction
from scans.cases.models import CaseStatus
from scans.visits.models import VisitAction, VisitState
from scans.visits.states import VISIT
from support.models import TicketState
from tools.seed import orders, scans, visits
from tools.seed.patients import Register
from tools.seed.plan import DAY, SHORT_DAY, Plan

_WHO = {"assign": Party.ADMIN, "reschedule": Party.CLINIC, "cancel": Party.CLINIC}
_WHO |= {"complete": Party.CLINIC}


def test_the_day_has_every_role_and_state():
    assert {visit.state for visit in DAY.visits} == set(VisitState)
    assert {order.state for order in DAY.orders} == set(OrderState)
    assert {case.status for case in DAY.cases} | {v.case for v in DAY.visits} == set(CaseStatus)
    assert {ticket.state for ticket in DAY.tickets} == set(TicketState)
    assert {person.role for person in DAY.people} == set(Role)
    assert {Status.PENDING, Status.ACTIVE, Status.SUSPENDED} == {p.status for p in DAY.people}


@pytest.mark.parametrize("state", VisitState)
def test_a_visit_comes_to_its_state_by_steps_of_the_table(state: VisitState):
    now = VisitState.REQUESTED
    for step in visits.STEPS[state]:
        if step != "upload":
            now = VISIT.must(now, VisitAction(step), _WHO.get(step, Party.OPERATOR)).to
    released = state is VisitState.INTERRUPTED  # its operator is suspended at the end of the day
    assert (VISIT.must(now, VisitAction.RELEASE, Party.SYSTEM).to if released else now) is state


@pytest.mark.parametrize("state", OrderState)
def test_an_order_comes_to_its_state_by_steps_of_the_table(state: OrderState):
    now = OrderState.PLACED
    for who, action, _ in orders.STEPS[state]:
        now = ORDER.must(now, OrderAction(action), who).to
    assert now is state


@pytest.mark.parametrize("plan", [DAY, SHORT_DAY])
def test_rows_name_people_and_cases_that_are_there(plan: Plan):
    roles = {person.key: person.role for person in plan.people}
    clinics = [v.clinic for v in plan.visits] + [c.clinic for c in plan.cases]
    assert {roles[key] for key in clinics} == {Role.CLINIC}
    assert {roles[visit.operator] for visit in plan.visits} == {Role.OPERATOR}
    assert {roles[order.lab] for order in plan.orders} == {Role.LAB}
    assert {order.case for order in plan.orders} <= {c.key for c in plan.cases if c.jaws == 2}
    assert {ticket.opener for ticket in plan.tickets} <= set(roles)
    assert plan.past or min(visit.hour for visit in plan.visits) > 0


def test_no_operator_is_to_be_at_two_places_at_once():
    begins: dict[str, list[float]] = {}
    for visit in DAY.visits:
        begins.setdefault(visit.operator, []).append(visit.hour)
    gaps = [b - a for hours in begins.values() for a, b in pairwise(sorted(hours))]
    assert min(gaps) >= 0.75  # hours, which a visit's appointment takes


def test_the_number_decides_names_and_scans():
    names = [[Register(seed).name(n) for n in range(30)] for seed in (1, 1, 2)]
    assert names[0] == names[1] != names[2]
    made = [scans.made(seed, 0, "hole at tooth") for seed in (1, 1, 2)]
    stl = [each.upper.stl if each.upper else b"" for each in made]
    assert stl[0] == stl[1] != stl[2]
    assert made[0].tooth == made[1].tooth
