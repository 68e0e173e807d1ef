"""A visit's transitions: what each of them reads, and then writes, beside the visit's state."""

from dataclasses import dataclass

from core.context import Context
from core.machines import Party
from core.store import Unit
from messaging.service import Notice, notify
from scans import releases, timeline
from scans.models import Case, Visit, VisitState
from scans.models.visits import ENDED
from scans.releases import Release
from scans.states import VisitAction

#: In these states nobody is assigned.
UNASSIGNED = frozenset({VisitState.REQUESTED, VisitState.DECLINED, VisitState.RESCHEDULED, *ENDED})

#: In these, the operator's part is over as it should be.
_DONE = frozenset({VisitState.COMPLETED, VisitState.NO_SHOW})

_NOTICES = {
    VisitState.ASSIGNED: Notice.VISIT_ASSIGNED,
    VisitState.CANCELLED: Notice.VISIT_CANCELLED,
}


@dataclass(frozen=True)
class Transition:
    """A step that the table allows, with all that was read for it."""

    visit: Visit
    case: Case | None
    release: Release | None
    action: VisitAction
    to: VisitState
    party: Party

    def write(self, unit: Unit, ctx: Context, *, assignee: str | None, **changes: object) -> Visit:
        """Enter the state: the visit, its case, the timeline, and the others' inboxes.

        Five writes at most, one more where the visit ends, and those of the release.
        """
        visit, now = self.visit, ctx.clock.now()
        if self.release is not None:
            self.release.write(unit)
        times = {**visit.times, self.to: now}
        after = unit.change(visit, state=self.to, times=times, assignee=assignee, **changes)
        if self.case is not None and self.to in ENDED and self.case.visit_id == visit.id:
            unit.change(self.case, visit_id=None)
        refs = {"visit": visit.id, "state": self.to.value}
        kind = f"visit_{self.action}"
        timeline.add(unit, ctx, visit.case_id, visit.clinic_id, kind, self.party, **refs)
        self._tell(unit, ctx, assignee, refs)
        return after

    def _tell(self, unit: Unit, ctx: Context, assignee: str | None, refs: dict[str, str]) -> None:
        """Tell the clinic's person and both operators, but not who acts."""
        kind = _NOTICES.get(self.to, Notice.VISIT_MOVED)
        told = {self.visit.assignee: kind, assignee: kind}
        if self.visit.assignee != assignee and self.to not in _DONE:
            told[self.visit.assignee] = Notice.VISIT_CANCELLED
        if self.case is not None:
            told[self.case.opened_by] = kind
        for uid in sorted(told.keys() - {None, ctx.caller.uid}, key=str):
            notify(unit, ctx.store, ctx.clock, str(uid), told[uid], **refs)


def prepare(
    unit: Unit,
    visit: Visit,
    action: VisitAction,
    to: VisitState | None,
    party: Party,
    *others: str,
) -> Transition:
    """Read what a transition needs: the case and, where the operator goes free, its release.

    `others` are the visits that end in the same transaction.
    """
    if to is None:
        raise AssertionError("every visit transition has an end")
    case = unit.get(Case, visit.case_id)
    release = releases.prepare(unit, visit, *others) if to in UNASSIGNED else None
    return Transition(visit, case, release, action, to, party)
