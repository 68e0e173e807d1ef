"""Releases the visits of an operator whose account is shut out, or changes its role."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError

from core import audit, jobs, log
from core.context import Context
from core.documents import Document
from core.errors import DocumentNewer
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

    One read; for each of the first visits three, and one for each upload beyond the first. What
    does not load keeps no account in: it is left to the job.
    """
    roster = unit.get(Operator, uid)
    if roster is None:
        return None
    left = sorted([*roster.to_release, *roster.bookings], key=lambda booking: booking.starts_at)
    read = _read(unit, uid, left)
    return LostOperator(roster, read.released, read.later)


def go_on(unit: UnitOfWork, ctx: Context, job: Job) -> datetime | None:
    """Run the job: release the next visits that the first transaction left; when to go on.

    A visit that was released or assigned anew meanwhile is left as it is. One that does not load
    comes after all others. Reads and writes as `prepare` and `LostOperator.write`.

    Raises:
        DocumentNewer, ValidationError: none that is left loads. The attempt failed, as of any job.
    """
    roster = unit.get(Operator, job.subject_id)
    if roster is None:
        return None
    read = _read(unit, roster.id, roster.to_release)
    if read.fault is not None and len(read.later) == len(roster.to_release):
        raise read.fault
    kept = without(roster, *(taken.visit.id for taken in read.released))
    unit.change(roster, bookings=kept, to_release=list(read.later))
    _write(unit, ctx, read.released)
    return ctx.clock.now() if read.later else None


@dataclass(frozen=True)
class _Read:
    """What one transaction releases, what it leaves, and why one of these did not load."""

    released: tuple[Transition, ...]
    later: tuple[Booking, ...]
    fault: Exception | None


def _read(unit: UnitOfWork, uid: str, bookings: Sequence[Booking]) -> _Read:
    """Read what releasing the first visits that load changes; what does not load is left, last."""
    released: list[Transition] = []
    faults: list[tuple[Booking, Exception]] = []
    looked_at = 0
    for booking in bookings:
        if looked_at - len(faults) == AT_ONCE:
            break
        looked_at += 1
        try:
            if (taken := _released(unit, uid, booking.visit_id)) is not None:
                released.append(taken)
        except (ValidationError, DocumentNewer) as err:
            faults.append((booking, err))
    later = (*bookings[looked_at:], *(booking for booking, _ in faults))
    # A newer release will read its own: for that a job waits without end.
    newer = [err for _, err in faults if isinstance(err, DocumentNewer)]
    return _Read(tuple(released), later, next(iter([*newer, *(err for _, err in faults)]), None))


@contextmanager
def _told(model: type[Document], document_id: str) -> Iterator[None]:
    """Say in the log what does not load."""
    try:
        yield
    except (ValidationError, DocumentNewer) as err:
        log.failure("visit not released", err, collection=model.path, id=document_id)
        raise


def _released(unit: UnitOfWork, uid: str, visit_id: str) -> Transition | None:
    """Read what releasing a visit changes; None where it is not the operator's to lose."""
    with _told(Visit, visit_id):
        visit = unit.get(Visit, visit_id)
    if visit is None or visit.assignee != uid:
        return None
    action, party = VisitAction.RELEASE, Party.SYSTEM
    # Nothing that is amiss with a visit may keep an account in.
    if not VISIT.allows(visit.state, action):
        return None
    with _told(Case, visit.case_id):
        case = unit.get(Case, visit.case_id)
    to = VISIT.must(visit.state, action, party).to
    if to is None:
        raise AssertionError("every visit transition has an end")
    # The roster is written once, for all of them.
    with _told(Visit, visit_id):  # one of its uploads
        uploads = releases.followed(unit, visit)
    release = Release(frozenset(), None, uploads)
    return Transition(visit, case, release, action, to, party, VisitCause.PLATFORM)


def _write(unit: UnitOfWork, ctx: Context, released: tuple[Transition, ...]) -> None:
    for taken in released:
        audit.record(unit, ctx, "scans.release_visit", Visit.path_for(taken.visit.id))
        # The hour of a visit that had begun stays: another operator may be sent into it.
        begun = taken.to is not VisitState.REQUESTED or VisitState.INTERRUPTED in taken.visit.times
        gone = {} if begun else {"slot": None}
        taken.write(unit, ctx, assignee=None, **gone)
