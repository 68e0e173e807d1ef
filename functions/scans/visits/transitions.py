"""What a step of a visit reads and writes beside the visit's state."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.access import Role
from core.clock import day_of
from core.context import Context
from core.machines import Party
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from scans.cases import timeline
from scans.cases.models import Case
from scans.visits import fee_rules, releases, reminders
from scans.visits.models import Visit, VisitAction, VisitCause, VisitChange, VisitState
from scans.visits.releases import Release
from scans.visits.states import ENDED, UNASSIGNED, WAITING
from wallet import service as wallet

if TYPE_CHECKING:
    from wallet.service import Fees


#: In these, the operator's part is over as it should be.
_DONE = frozenset({VisitState.COMPLETED, VisitState.NO_SHOW})


#: On whose account a party acts, unless something else is said.
_CAUSES = {
    Party.CLINIC: VisitCause.CLINIC,
    Party.OPERATOR: VisitCause.OPERATOR,
    Party.ADMIN: VisitCause.PLATFORM,
    Party.SYSTEM: VisitCause.PLATFORM,
}


_NOTICES = {
    VisitState.ASSIGNED: Notice.VISIT_ASSIGNED,
    VisitState.CANCELLED: Notice.VISIT_CANCELLED,
}


#: These name when the visit was to begin, not when it does.
_WAS_TO_BEGIN = frozenset({Notice.VISIT_CANCELLED, Notice.VISIT_RELEASED})


@dataclass(frozen=True)
class Transition:
    """A step that the table allows, with all that was read for it."""

    visit: Visit
    case: Case | None
    release: Release | None
    action: VisitAction
    to: VisitState
    party: Party
    cause: VisitCause

    @property
    def sold(self) -> str | None:
        """What the clinic pays for at this end, in the wallet's words; None for nothing."""
        return fee_rules.sold(self.visit, self.to, self.cause)

    def write(
        self, unit: UnitOfWork, ctx: Context, *, assignee: str | None, **changes: object
    ) -> Visit:
        """Enter the state: the visit, its case, the timeline, and the others' inboxes.

        Six writes at most, one more where the visit ends, and those of the release.
        """
        visit, now = self.visit, ctx.clock.now()
        if self.release is not None:
            self.release.write(unit)
        step = VisitChange(action=self.action, state=self.to, cause=self.cause, at=now)
        entered = {
            "state": self.to,
            "times": {**visit.times, self.to: now},
            "changes": [*visit.changes, step],
        }
        after = unit.change(visit, assignee=assignee, **entered, **changes)
        reminders.arrange(unit, ctx, visit, after)
        if self.case is not None and self.to in ENDED and self.case.visit_id == visit.id:
            unit.change(self.case, visit_id=None)
        refs = {"visit": visit.id, "state": self.to.value}
        kind, cause = f"visit_{self.action}", self.cause.value
        timeline.add(
            unit, ctx, visit.case_id, visit.clinic_id, kind, self.party, cause=cause, **refs
        )
        self._tell(unit, ctx, after, refs)
        return after

    def _tell(self, unit: UnitOfWork, ctx: Context, after: Visit, refs: dict[str, str]) -> None:
        """Tell the clinic and both operators, but not who acts; admins of what waits for them.

        What begins, or was to begin, soon is told at night too, by the time that it names.
        """
        assignee = after.assignee
        kind = _NOTICES.get(self.to, Notice.VISIT_MOVED)
        operators = {self.visit.assignee: kind, assignee: kind}
        if self.action is VisitAction.RELEASE:  # who is shut out hears of that alone
            kind, operators = Notice.VISIT_RELEASED, {}
        elif self.visit.assignee != assignee and self.to not in _DONE:
            operators[self.visit.assignee] = Notice.VISIT_CANCELLED
        opened_by = self.case.opened_by if self.case else None
        told = [(Audience.organisation(Role.CLINIC, after.clinic_id, opened_by), kind)]
        told += [(Audience.operator(uid), each) for uid, each in operators.items() if uid]
        for audience, notice in told:
            slot = self.visit.slot if notice in _WAS_TO_BEGIN else after.slot
            begins = {"starts_at": slot.starts_at.isoformat()} if slot else {}
            to = audience.but(ctx.caller)
            notify(unit, ctx.store, ctx.clock, to, notice, **refs, **begins)
        if self.action is VisitAction.RELEASE and self.to is not VisitState.REQUESTED:
            # A patient may be in the chair: that cannot wait for a digest.
            admins = Audience.admins()
            notify(unit, ctx.store, ctx.clock, admins, Notice.VISIT_RELEASED, **refs)
        elif self.to in WAITING and self.party is not Party.ADMIN:
            waits, queue = Notice.VISIT_REQUESTED, Audience.queue()
            notify(unit, ctx.store, ctx.clock, queue, waits, visit=after.id)


def settled(unit: UnitOfWork, ctx: Context, *taken: Transition) -> "Fees":
    """Read and settle the fees of the visits that end; the caller writes them first of all.

    They are settled together, for one wallet may pay for several. A read for each visit that ends;
    for each that was paid for, a read and four writes at most.

    Raises:
        InsufficientFunds: what was set aside long ago is gone.
    """
    fees = wallet.fees(unit, ctx)
    for transition in taken:
        if transition.to in ENDED:
            visit = transition.visit
            on = day_of(visit.slot.starts_at).isoformat() if visit.slot else None
            fees.settle(visit.clinic_id, visit.id, transition.sold, on)
    return fees


def prepare(
    unit: UnitOfWork,
    visit: Visit,
    action: VisitAction,
    to: VisitState | None,
    party: Party,
    *others: str,
    cause: VisitCause | None = None,
) -> Transition:
    """Read what a transition needs: the case and, where the operator goes free, its release.

    `others` are the visits that end in the same transaction. The cause follows from the party,
    unless it is given; that nobody is there to be scanned is the clinic's.
    """
    if to is None:
        raise AssertionError("every visit transition has an end")
    case = unit.get(Case, visit.case_id)
    release = releases.prepare(unit, visit, *others) if to in UNASSIGNED else None
    if to is VisitState.NO_SHOW:
        cause = VisitCause.CLINIC
    return Transition(visit, case, release, action, to, party, cause or _CAUSES[party])
