"""Every end of a visit, from every state and whatever the clinic is bound to: the money that moves.

One short walk leads to each pair of a state and what calling off would cost in it, now and later.
From there every end is taken by everybody who may take it, on each account.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from core.access import Role
from core.machines import Party
from scans.visits.models import Visit
from scans.visits.requests import VisitRequested
from tests.support import ids, visit_walks
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import hour
from tests.support.visit_walks import REQUESTED, Walk, WalkStep
from tests.support.wallet_fixture import FEE, WalletFixture
from wallet.ledger.models import TransactionKind

#: What the wallet's price list takes of the fee.
PRICES = {"visit": FEE, "no_show": FEE, "late_cancellation": FEE // 2, None: 0}
CALLERS = {Party.CLINIC: "member", Party.ADMIN: "admin"}


def what_ends_cost(walk: Walk) -> tuple[str | None, ...]:
    """What the clinic would pay for calling off: now, and once somebody accepted."""
    at = walk[-1].to
    cancel = WalkStep("cancel", Party.CLINIC, "clinic", at, "cancelled")
    accept = WalkStep("accept", Party.OPERATOR, "operator", at, "accepted")
    return visit_walks.cost((*walk, cancel)), visit_walks.cost((*walk, accept, cancel))


def shortest() -> Iterator[Walk]:
    """Yield the shortest walk to each state under way with each of its costs."""
    seen: set[tuple[str, tuple[str | None, ...]]] = set()
    walks: list[Walk] = [(REQUESTED,)]
    while walks:
        found = {(walk[-1].to, what_ends_cost(walk)): walk for walk in reversed(walks)}
        new = {where: walk for where, walk in found.items() if where not in seen}
        seen |= set(new)
        yield from new.values()
        walks = [
            (*walk, step)
            for walk in new.values()
            for step in visit_walks.steps(walk[-1].to)
            if step.to not in visit_walks.ENDS
        ]


WALKS = list(shortest())
NAMES = ["-".join(step.action for step in walk[1:]) or "requested" for walk in WALKS]


@dataclass
class Walker:
    """Takes the steps of a walk, each as whoever takes it."""

    wallet: WalletFixture
    #: The hours for which the visit is offered, one after the other.
    hours: Iterator[int] = field(default_factory=lambda: iter(range(24, 2400, 24)))

    @property
    def practice(self) -> ClinicFixture:
        """The practice whose visit it is."""
        return self.wallet.practice

    def take(self, asked: VisitRequested, consent_id: str, step: WalkStep) -> None:
        """Take a step; an admin says on whose account where it is not the platform's."""
        practice, visit_id = self.practice, asked.visit_id
        visit = practice.visit_of(visit_id)
        said = {"cause": step.cause} if step.party is Party.ADMIN != step.cause else {}
        who = CALLERS.get(step.party) or self._operator(visit)
        if step.action == "assign":
            name = f"operator {ids.document_id()}"
            practice.join(name, Role.OPERATOR)
            practice.assign(visit_id, name, visit.slots[0])
        elif step.action == "release":
            practice.suspend(self._operator(visit))
        elif step.action == "reschedule":
            practice.reschedule_to(visit_id, hour(next(self.hours)), who, **said)
        elif step.cause == "patient":
            practice.withdraw(consent_id)
        elif step.action == "cancel":
            practice.cancel(visit_id, who, **said)
        else:
            self._move(asked, visit, step.action, who)

    def _move(self, asked: VisitRequested, visit: Visit, action: str, who: str) -> None:
        practice, before = self.practice, self.practice.clock.at
        if action in {"finish", "complete"}:
            practice.scanned(asked)
        if action == "report_no_show":
            assert visit.slot is not None
            practice.clock.at = visit.slot.starts_at
        practice.move(asked.visit_id, action, who=who)
        practice.clock.at = before

    def _operator(self, visit: Visit) -> str:
        people = self.practice.people
        return next((name for name in people if people[name].uid == visit.assignee), "")


def test_the_walks_lead_everywhere() -> None:
    states = {walk[-1].to for walk in WALKS}
    assert states | visit_walks.ENDS == set(visit_walks.state_tables.VISIT) - {""}
    late = "late_cancellation"
    assert {what_ends_cost(walk) for walk in WALKS} == {(None, None), (None, late), (late, late)}


@pytest.mark.parametrize("walk", WALKS, ids=NAMES)
def test_every_end_from_here_moves_the_money_that_it_should(
    practice: ClinicFixture, walk: Walk
) -> None:
    wallet = WalletFixture(practice, paid_in=100 * FEE)
    for end in visit_walks.steps(walk[-1].to):
        if end.to not in visit_walks.ENDS:
            continue
        available, held = wallet.balance
        assert held == 0
        walker, named = Walker(wallet), practice.consented()
        asked = wallet.request(**named)
        for step in walk[1:]:
            walker.take(asked, named["consent_id"], step)
            assert practice.visit_of(asked.visit_id).state == step.to
            assert wallet.balance == (available - FEE, FEE), "no step before the end moves money"
        walker.take(asked, named["consent_id"], end)
        kept = PRICES[visit_walks.cost((*walk, end))]
        assert practice.visit_of(asked.visit_id).state == end.to
        assert wallet.balance == (available - kept, 0), end
        last = wallet.transactions()[-1]
        assert last.kind is (TransactionKind.CAPTURE if kept else TransactionKind.RELEASE)
        taken = practice.visit_of(asked.visit_id).changes
        assert [(c.action, c.state, c.cause) for c in taken] == [
            (step.action, step.to, step.cause) for step in (*walk, end)
        ]
