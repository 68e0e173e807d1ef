"""Withdrawing a consent stops everything that rests on it, in one transaction."""

from dataclasses import dataclass
from datetime import timedelta

from core import audit, jobs, settings
from core.access import Role
from core.context import Context
from core.idempotency import once
from core.jobs import JobKind
from core.machines import Party
from core.queries import Query
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from scans.cases import timeline
from scans.cases.models import Case
from scans.cases.states import CASE, CaseAction
from scans.consents.attestations import own_consent
from scans.consents.models import Consent, ConsentState
from scans.consents.states import CONSENT, ConsentAction
from scans.effects.requests import WithdrawalDone, WithdrawConsent
from scans.uploads.models import Upload
from scans.uploads.queries import open_uploads
from scans.visits import transitions
from scans.visits.models import (
    Cancellation,
    CancelReason,
    Visit,
    VisitAction,
    VisitCause,
    VisitState,
)
from scans.visits.transitions import Transition

FORM_UPLOADS = Query(Upload, where=(("consent_id", "=="), ("open", "==")))

_MAX_FORM_UPLOADS = 20


@dataclass(frozen=True)
class _Stop:
    """A case that rests on the consent, with what is under way in it."""

    case: Case
    visit: Transition | None
    uploads: tuple[Upload, ...]

    def write(self, unit: UnitOfWork, ctx: Context) -> None:
        """Freeze the case, cancel its visit, close its slots."""
        released = self.visit.release.uploads if self.visit and self.visit.release else ()
        done = {upload.id for upload in released}
        if self.visit is not None:
            why = Cancellation(by=Party.SYSTEM, reason=CancelReason.CONSENT_WITHDRAWN)
            self.visit.write(unit, ctx, assignee=None, cancelled=why)
        for upload in self.uploads:
            if upload.id not in done:
                unit.change(upload, open=False, operator=None)
        unit.change(self.case, frozen_at=ctx.clock.now(), visit_id=None)
        timeline.add(unit, ctx, self.case.id, self.case.clinic_id, "consent_withdraw", Party.CLINIC)


def withdraw(ctx: Context, request: WithdrawConsent) -> WithdrawalDone:
    """Stop sharing and processing at once; leave what must be erased as a job.

    Reads the consent, and for each of its at most 20 cases the visit under way and the open
    uploads; writes as many and the notice.

    Raises:
        ConsentNotFound, KeyReused.
    """

    def work(unit: UnitOfWork) -> WithdrawalDone:
        consent = own_consent(unit, ctx, request.consent_id)
        if CONSENT.step(consent.state, ConsentAction.WITHDRAW, Party.CLINIC) is not None:
            _stop_all(unit, ctx, consent)
        return WithdrawalDone(case_ids=consent.case_ids)

    return once(
        ctx, "scans/withdraw_consent", request.idempotency_key, request, WithdrawalDone, work
    )


def _stop_all(unit: UnitOfWork, ctx: Context, consent: Consent) -> None:
    cases = unit.get_all(Case, *((case_id,) for case_id in consent.case_ids))
    ending = [case.visit_id for case in cases if case is not None and case.visit_id]
    stops = [_stop(unit, case, ending) for case in cases if case is not None]
    forms = unit.find(FORM_UPLOADS, consent.id, True, limit=_MAX_FORM_UPLOADS)
    fees = transitions.settled(unit, ctx, *(stop.visit for stop in stops if stop.visit))
    now = ctx.clock.now()
    fees.write()
    unit.change(
        consent, state=ConsentState.WITHDRAWN, withdrawn_by=ctx.caller.uid, withdrawn_at=now
    )
    for stop in stops:
        stop.write(unit, ctx)
    for upload in forms:
        unit.change(upload, open=False)
    acted = {consent.attested_by, *(stop.case.opened_by for stop in stops)}
    told = Audience.organisation(Role.CLINIC, consent.clinic_id, *acted, owners=True)
    to = told.but(ctx.caller)
    notify(unit, ctx.store, ctx.clock, to, Notice.CONSENT_WITHDRAWN, consent=consent.id)
    path = f"consents/{consent.id}"
    # Everything stops now. What cannot be undone comes later, for who clicked the wrong row.
    due_at = now + timedelta(days=settings.COOLING_OFF_DAYS.value)
    jobs.promise(unit, ctx, f"erase-{consent.id}", JobKind.ERASE_AFTER_WITHDRAWAL, path, due_at)
    audit.record(unit, ctx, "scans.withdraw_consent", path)


def _stop(unit: UnitOfWork, case: Case, ending: list[str]) -> _Stop:
    """Read what stopping a case changes; `ending` are the visits of all cases that stop."""
    CASE.must(case.status, CaseAction.FREEZE, Party.SYSTEM)
    visit = unit.get(Visit, case.visit_id) if case.visit_id else None
    taken = _cancellation(unit, visit, ending) if visit is not None else None
    return _Stop(case, taken, tuple(open_uploads(unit, case.id)))


def _cancellation(unit: UnitOfWork, visit: Visit, ending: list[str]) -> Transition:
    end, party, cause = VisitState.CANCELLED, Party.SYSTEM, VisitCause.PATIENT
    return transitions.prepare(unit, visit, VisitAction.CANCEL, end, party, *ending, cause=cause)
