"""Releases the visits of an operator whose account is shut out, or changes its role."""

from dataclasses import dataclass
from datetime import datetime

from core import audit, jobs
from core.context import Context
from core.jobs import Job, JobKind
from core.machines import Party
from core.units import UnitOfWork
from scans.cases.models import Case
from scans.visits import releases
from scans.visits.models import Booking, Operator, Visit, VisitAction, VisitCause, VisitState
from scans.visits.releases import Release
from scans.visits.roster import without
from scans.visits.states import VISIT
from scans.visits.transitions import Transition

#: Visits that one transaction releases: some 10 writes each, 70 where a visit has all its uploads.
AT_ONCE = 20


@dataclass(frozen=True)
class LostOperator:
    """What an operator leaves, read before anything is written."""

    roster: Operator
    released: tuple[Transition, ...]
    later: tuple[Booking, ...]

    def write(self, unit: UnitOfWork, ctx: Context) -> None:
        """Empty the roster, release the first visits, and record the job for further ones.

        The roster takes no visits until the operator says anew where it works. Two writes, and for
        each visit those of `Transition.write` and one more.
        """
        unit.change(self.roster, available=False, bookings=[], to_release=list(self.later))
        _write(unit, ctx, self.released)
        if self.later:
            path, now = Operator.path_for(self.roster.id), ctx.clock.now()
            job_id = f"lost-operator-{self.roster.id}"
            jobs.promise(unit, ctx, job_id, JobKind.LOST_OPERATOR, path, now)


def prepare(unit: UnitOfWork, uid: str) -> LostOperator | None:
    """Read what an operator leaves; None where it has no roster.

    One read; for each of the first visits three, and one for each upload beyond the first.
    """
    roster = unit.get(Operator, uid)
    if roster is None:
        return None
    left = sorted([*roster.to_release, *roster.bookings], key=lambda booking: booking.starts_at)
    return LostOperator(roster, _read(unit, uid, left[:AT_ONCE]), tuple(left[AT_ONCE:]))


def go_on(unit: UnitOfWork, ctx: Context, job: Job) -> datetime | None:
    """Run the job: release the next visits that the first transaction left; when to go on.

    A visit that was released or assigned anew meanwhile is left as it is. Reads and writes as
    `prepare` and `LostOperator.write`.
    """
    roster = unit.get(Operator, job.subject_id)
    if roster is None:
        return None
    now, later = roster.to_release[:AT_ONCE], roster.to_release[AT_ONCE:]
    released = _read(unit, roster.id, now)
    kept = without(roster, *(taken.visit.id for taken in released))
    unit.change(roster, bookings=kept, to_release=later)
    _write(unit, ctx, released)
    return ctx.clock.now() if later else None


def _read(unit: UnitOfWork, uid: str, bookings: list[Booking]) -> tuple[Transition, ...]:
    """Read what releasing the visits of some bookings changes."""
    visits = [unit.get(Visit, booking.visit_id) for booking in bookings]
    theirs = (visit for visit in visits if visit is not None and visit.assignee == uid)
    # Nothing that is amiss with a visit may keep an account in.
    able = (visit for visit in theirs if VISIT.allows(visit.state, VisitAction.RELEASE))
    return tuple(_released(unit, visit) for visit in able)


def _released(unit: UnitOfWork, visit: Visit) -> Transition:
    case, action, party = unit.get(Case, visit.case_id), VisitAction.RELEASE, Party.SYSTEM
    to = VISIT.must(visit.state, action, party).to
    if to is None:
        raise AssertionError("every visit transition has an end")
    # The roster is written once, for all of them.
    release = Release(frozenset(), None, releases.followed(unit, visit))
    return Transition(visit, case, release, action, to, party, VisitCause.PLATFORM)


def _write(unit: UnitOfWork, ctx: Context, released: tuple[Transition, ...]) -> None:
    for taken in released:
        audit.record(unit, ctx, "scans.release_visit", Visit.path_for(taken.visit.id))
        # The hour of a visit that had begun stays: another operator may be sent into it.
        begun = taken.to is not VisitState.REQUESTED or VisitState.INTERRUPTED in taken.visit.times
        gone = {} if begun else {"slot": None}
        taken.write(unit, ctx, assignee=None, **gone)
