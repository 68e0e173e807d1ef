"""The processor's record of a patient's consents: attestations, withdrawals, and who got what.

It outlives the patient's erasure: what proves a consent stays, and with whom data was shared.
"""

from typing import Any

from core import audit, figures
from core.access import Role
from core.audit import AuditEntry
from core.context import Context
from core.errors import NotOwner
from core.jobs import Job, JobState
from core.privacy import Viewer
from core.projections import visible_to
from core.queries import Query
from labs.links.models import Share
from labs.orders.models import Order, Reason
from privacy.consents.requests import (
    ConsentLine,
    ConsentRecord,
    DisclosureLine,
    GetConsentRecord,
    ShareLine,
    Stopped,
)
from privacy.export import disclosed
from privacy.inventory.errors import SubjectNotFound
from privacy.inventory.queries import VISITS_OF_CASE
from privacy.inventory.subjects import DataSubject
from scans.consents.models import Consent, ConsentState
from scans.patients.models import Patient
from scans.visits.models import CancelReason, Visit

CONSENTS = Query(
    Consent,
    where=(("clinic_id", "=="), ("patient_id", "==")),
    order=(("attested_at", "DESCENDING"),),
)
SHARES = Query(
    Share,
    where=(("clinic_id", "=="), ("patient_id", "==")),
    order=(("at", "DESCENDING"),),
)
ORDERS = Query(Order, where=(("case_id", "=="), ("reason", "==")))
ERASED = Query(AuditEntry, where=(("subject", "=="), ("action", "==")))

#: Consents of one patient, and visits or orders of one case that a withdrawal called off.
_MOST = 100


def record(ctx: Context, request: GetConsentRecord) -> ConsentRecord:
    """Return what is on record of a patient's consents; that it was shown is on record too.

    A read for each consent and each share, and where there is neither one for the patient; two for
    each withdrawal, and two for each of its cases and one for each further visit; for disclosures
    one for the patient, each case and each order. One write. With a cursor a read for each share,
    and the write.

    Raises:
        NotOwner: a member of the clinic asks who is no owner.
        SubjectNotFound: nothing is on record of such a patient in this clinic.
        RoleNotAllowed: another clinic's. InvalidRequest: an admin names none. CursorInvalid.
    """
    clinic = figures.subject(ctx.caller, request.clinic_id, "clinic_id")
    viewer = Viewer.ADMIN if ctx.caller.role is Role.ADMIN else Viewer.CLINIC
    if viewer is Viewer.CLINIC and not ctx.caller.owner:
        raise NotOwner
    of = (clinic, request.patient_id)
    page = ctx.store.page(SHARES, *of, limit=request.limit, cursor=request.cursor)
    consents: list[Consent] = (
        ctx.store.find(CONSENTS, *of, limit=_MOST) if not request.cursor else []
    )
    if not page.items and not consents and ctx.store.get(Patient, *of) is None:
        raise SubjectNotFound
    lines = [_line(ctx, viewer, consent) for consent in consents]
    told = _told(ctx, of, consents, page.items) if not request.cursor else []
    shown = [each.id for each in (*consents, *page.items)]
    audit.looked(ctx, "privacy.get_consent_record", Patient.path_for(*of), shown)
    return ConsentRecord(
        consents=lines,
        disclosures=told,
        shares=[ShareLine(**_picked(ShareLine, visible_to(viewer, s))) for s in page.items],
        cursor=page.cursor,
    )


def _line(ctx: Context, viewer: Viewer, consent: Consent) -> ConsentLine:
    seen = visible_to(viewer, consent)
    guardian = (seen.pop("guardian", None) or {}).get("relation")
    withdrawn = consent.state is ConsentState.WITHDRAWN
    stopped = _stopped(ctx, consent) if withdrawn else None
    fields = _picked(ConsentLine, seen)
    return ConsentLine(consent_id=consent.id, guardian=guardian, stopped=stopped, **fields)


def _stopped(ctx: Context, consent: Consent) -> Stopped:
    """Tell from the records themselves what a withdrawal stopped, and whether it was erased."""
    job = ctx.store.get(Job, f"erase-{consent.id}")
    path = Consent.path_for(consent.id)
    erased = ctx.store.find(ERASED, path, "privacy.erase_after_withdrawal", limit=1)
    visits = _of_cases(ctx, VISITS_OF_CASE, consent)
    orders = _of_cases(ctx, ORDERS, consent, Reason.CONSENT_WITHDRAWN)
    return Stopped(
        case_ids=consent.case_ids,
        visit_ids=sorted(visit.id for visit in visits if _called_off(visit)),
        order_ids=sorted(order.id for order in orders),
        erase_at=job.due_at if job is not None and job.state is JobState.DUE else None,
        erased_at=erased[0].at if erased else None,
    )


def _of_cases(ctx: Context, query: Query, consent: Consent, *values: object) -> list[Any]:
    """Return what a query finds in the cases of a consent."""
    found = [ctx.store.find(query, each, *values, limit=_MOST) for each in consent.case_ids]
    return [each for part in found for each in part]


def _called_off(visit: Visit) -> bool:
    cancelled = visit.cancelled
    return cancelled is not None and cancelled.reason is CancelReason.CONSENT_WITHDRAWN


def _told(
    ctx: Context, of: tuple[str, str], consents: list[Consent], shares: tuple[Share, ...]
) -> list[DisclosureLine]:
    subject = DataSubject.patient(*of)
    subject.known["case"] = {case_id for consent in consents for case_id in consent.case_ids}
    subject.known["order"] = {share.order_id for share in shares}
    return [DisclosureLine(**row) for row in disclosed.told(ctx.store, subject)]


def _picked(line: type[ConsentLine] | type[ShareLine], seen: dict[str, Any]) -> dict[str, Any]:
    """Return what a line has of what the viewer may see."""
    return {name: seen[name] for name in line.model_fields if name in seen}
