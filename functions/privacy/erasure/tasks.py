"""The jobs of erasures: begin, run, put off and finish one. Each may run twice."""

from datetime import date, datetime, timedelta

from core import audit, jobs, log, periods
from core.access import Role, Standing, Status
from core.blobs import Blobs
from core.clock import start_of
from core.context import Context
from core.jobs import Job, JobKind
from core.machines import Party
from core.privacy import Retention
from core.units import UnitOfWork
from labs.orders.models import Order
from privacy.data_requests import submission
from privacy.data_requests.states import REQUEST, RequestAction
from privacy.erasure.eraser import Eraser, HeldError
from privacy.erasure.receipts import ErasureReceipt
from privacy.identity import AuthAccounts
from privacy.inactivity import accounts as inactivity_accounts
from privacy.inventory.obstacles import LEGAL_HOLD, blocks, open_orders
from privacy.inventory.subjects import DataSubject
from privacy.models import Authority, PrivacyRequest, RequestState
from scans.cases.models import Case
from scans.cases.queries import CASES_OF_PATIENT
from scans.consents.models import Consent
from scans.patients.models import Patient

#: What the ids of jobs begin with that take what an erasure left; the receipt's id follows.
ENDS = "left-"

#: What the ids of jobs begin with that look again after an erasure; which look, and the receipt's
#: id follow.
LOOKS = "look-"
#: How long after an erasure it is looked again for what was written by who had read before. No
#: function runs longer than nine minutes before it is given up. What is given up may still go on
#: while its instance has other work, so that there is a second look.
AFTER = (timedelta(minutes=15), timedelta(days=1))

#: How soon it is looked again whether what has to wait still has to.
_AGAIN = timedelta(days=1)
_WAITING = frozenset({RequestState.COOLING_OFF, RequestState.RUNNING, RequestState.FAILED})


def erase(ctx: Context, blobs: Blobs, accounts: AuthAccounts, job: Job) -> datetime | None:
    """Run the job of an erasure: remind once more, then erase; when the job is due again.

    Under a legal hold nothing goes: the request says so, and the job comes back every day.

    Raises:
        Exception: whatever stopped it; the request says that it failed until it is tried again.
    """
    request = ctx.store.get(PrivacyRequest, job.subject_id)
    if request is None or request.state not in _WAITING:
        return None
    if request.starts_at is not None and ctx.clock.now() < request.starts_at:
        ctx.store.run(lambda unit: _warn(unit, ctx, request.id))
        return request.starts_at
    if _came_back(ctx, accounts, request):
        ctx.store.run(lambda unit: _withdraw(unit, ctx, request.id))
        return None
    eraser = Eraser(ctx, blobs, accounts, DataSubject.at(request.subject))
    if eraser.is_held():
        return _put_off(ctx, request.id)
    if not ctx.store.run(lambda unit: _begin(unit, ctx, request.id)):
        return None
    try:
        receipt = eraser.run(request.id)
    except HeldError:
        return _put_off(ctx, request.id)
    except Exception:
        ctx.store.run(lambda unit: _failed(unit, request.id))
        raise
    ctx.store.run(lambda unit: _finish(unit, ctx, request.id, receipt))
    return None


def erase_after_withdrawal(
    ctx: Context, blobs: Blobs, accounts: AuthAccounts, job: Job
) -> datetime | None:
    """Erase what rests on a withdrawn consent alone: its cases, and all that is in them.

    The consent stays, for it proves what was done while it stood; so does the patient's record.
    Orders under way keep their lines until they are over: the job comes back every day, and so it
    does under a legal hold, where nothing goes.
    """
    consent = ctx.store.get(Consent, job.subject_id)
    if consent is None:
        return None
    cases = ctx.store.several(Case, *consent.case_ids)
    ids = {case.id for case in cases if case is not None and case.consent_id == consent.id}
    spare = under_way(ctx, consent.case_ids)
    subject = DataSubject.of_consent(consent.id, consent.clinic_id, ids)
    try:
        receipt = Eraser(ctx, blobs, accounts, subject, spare).run(f"consent-{consent.id}")
    except HeldError:
        log.info("not erased after withdrawal", consent=consent.id, reason=LEGAL_HOLD)
        return ctx.clock.now() + _AGAIN
    log.info("erased after withdrawal", consent=consent.id, cases=len(ids), orders=len(spare))
    if spare:
        return ctx.clock.now() + _AGAIN
    ctx.store.run(lambda unit: _withdrawn(unit, ctx, consent, receipt))
    return None


def under_way(ctx: Context, case_ids: list[str]) -> frozenset[str]:
    """Return the paths of the orders of some cases that are not over."""

    def work(unit: UnitOfWork) -> frozenset[str]:
        found = [order for case_id in case_ids for order in open_orders(unit, case_id)]
        return frozenset(Order.path_for(order.id) for order in found)

    return ctx.store.run(work)


def _withdrawn(unit: UnitOfWork, ctx: Context, consent: Consent, receipt: ErasureReceipt) -> None:
    """Put it on record; a patient who has no other case has none from now on."""
    patient = unit.get(Patient, consent.clinic_id, consent.patient_id)
    others = unit.find(CASES_OF_PATIENT, consent.clinic_id, consent.patient_id, limit=1)
    path = Consent.path_for(consent.id)
    if patient is not None and not others and patient.idle_since is None:
        unit.change(patient, idle_since=ctx.clock.now())
    _end(unit, ctx, receipt, path)
    audit.record(unit, ctx, "privacy.erase_after_withdrawal", path)


def _end(unit: UnitOfWork, ctx: Context, receipt: ErasureReceipt, path: str) -> None:
    """Record the job that deletes what stays on a ground, and the receipt, after the last day.

    The receipt outlives the backups, which bring back what it names. Before that, some jobs look
    again, see `looking`.
    """
    stays = map(date.fromisoformat, receipt.kept.values())
    last = max([periods.until(Retention.AUDIT, receipt.at), *stays])
    due_at = start_of(last + timedelta(days=1))
    jobs.promise(unit, ctx, f"{ENDS}{receipt.request_id}", JobKind.ERASURE_ENDS, path, due_at)
    now = ctx.clock.now()
    for number, wait in enumerate(AFTER, start=1):
        look = f"{LOOKS}{number}-{receipt.request_id}"
        jobs.promise(unit, ctx, look, JobKind.ERASURE_LOOK, path, now + wait)


def _warn(unit: UnitOfWork, ctx: Context, request_id: str) -> None:
    """Tell once that the erasure is about to begin."""
    request = unit.get(PrivacyRequest, request_id)
    if request is None or request.state is not RequestState.COOLING_OFF or request.warned:
        return
    unit.change(request, warned=True)
    submission.tell(unit, ctx, request, "begins-soon")


def _came_back(ctx: Context, accounts: AuthAccounts, request: PrivacyRequest) -> bool:
    """Tell whether somebody has used an account that was to be closed because nobody did."""
    unasked = request.authority is Authority.RETENTION and request.uid is not None
    waits = request.state is RequestState.COOLING_OFF
    return (
        unasked and waits and not inactivity_accounts.still_unused(ctx, accounts, str(request.uid))
    )


def _withdraw(unit: UnitOfWork, ctx: Context, request_id: str) -> None:
    request = unit.get(PrivacyRequest, request_id)
    if request is None or request.state is not RequestState.COOLING_OFF:
        return
    back = REQUEST.must(request.state, RequestAction.WITHDRAW, Party.SYSTEM)
    submission.close(unit, ctx, request, back.to, reasons=[])
    audit.record(unit, ctx, "privacy.cancel_request", PrivacyRequest.path_for(request.id))


def _put_off(ctx: Context, request_id: str) -> datetime:
    """Note, once, that a legal hold stands against it, and say so; return when to look again."""

    def work(unit: UnitOfWork) -> None:
        request = unit.get(PrivacyRequest, request_id)
        if request is None or request.state not in _WAITING or LEGAL_HOLD in request.reasons:
            return
        unit.change(request, reasons=[LEGAL_HOLD])
        submission.tell(unit, ctx, request, LEGAL_HOLD)
        audit.record(unit, ctx, "privacy.put_off_request", PrivacyRequest.path_for(request.id))

    ctx.store.run(work)
    return ctx.clock.now() + _AGAIN


def _begin(unit: UnitOfWork, ctx: Context, request_id: str) -> bool:
    """Begin, unless something has come up that it has to wait for: then it has to be asked anew."""
    request = unit.get(PrivacyRequest, request_id)
    if request is None or request.state not in _WAITING:
        return False
    if request.state is RequestState.RUNNING:
        return True
    if request.state is RequestState.COOLING_OFF and (
        found := blocks(unit, DataSubject.at(request.subject))
    ):
        refused = REQUEST.must(request.state, RequestAction.REFUSE, Party.SYSTEM)
        submission.close(unit, ctx, request, refused.to, reasons=found)
        audit.record(unit, ctx, "privacy.refuse_request", PrivacyRequest.path_for(request.id))
        return False
    begun = REQUEST.must(request.state, RequestAction.BEGIN, Party.SYSTEM)
    admin = _admin(unit, request)
    if admin is not None:  # of the last two at once, one finds no other
        unit.change(admin, status=Status.SUSPENDED)
    unit.change(request, state=begun.to, reasons=[])
    return True


def _admin(unit: UnitOfWork, request: PrivacyRequest) -> Standing | None:
    """Read the account, where it is an active admin's."""
    found = unit.get(Standing, request.uid) if request.uid else None
    active = found is not None and (found.role, found.status) == (Role.ADMIN, Status.ACTIVE)
    return found if active else None


def _failed(unit: UnitOfWork, request_id: str) -> None:
    request = unit.get(PrivacyRequest, request_id)
    if request is not None and REQUEST.allows(request.state, RequestAction.FAIL):
        unit.change(request, state=RequestState.FAILED)


def _finish(unit: UnitOfWork, ctx: Context, request_id: str, receipt: ErasureReceipt) -> None:
    request = unit.get(PrivacyRequest, request_id)
    if request is None or request.state is not RequestState.RUNNING:
        return
    outcome: dict[str, int] = {}
    for counts in receipt.planned.values():
        for action, count in counts.items():
            outcome[action] = outcome.get(action, 0) + count
    done = REQUEST.must(request.state, RequestAction.FINISH, Party.SYSTEM)
    said = {"outcome": outcome, "kept": receipt.kept, "reasons": [], "wanted": {}}
    submission.close(unit, ctx, request, done.to, **said)
    path = PrivacyRequest.path_for(request.id)
    _end(unit, ctx, receipt, path)
    audit.record(unit, ctx, "privacy.erase", path, plan=receipt.plan)
