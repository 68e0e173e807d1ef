"""The callables of privacy: parse, authorise, one service call."""

from core.access import ORG_ROLES, Role
from core.blobs import Blobs
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, KeyReused, NotOwner
from core.firebase import bucket
from privacy import breaches, consents, disclosing, errors, holding, reviewing
from privacy.requests import consents as consent_forms
from privacy.requests import rights as forms
from privacy.requests.breaches import (
    Affected,
    Breaches,
    BreachNow,
    DraftNotice,
    ListAffected,
    ListBreaches,
    MoveBreach,
    NoticeDraft,
    OpenBreach,
)
from privacy.requests.disclosures import (
    DecideDisclosure,
    DisclosureNow,
    Disclosures,
    ListDisclosures,
    OneDisclosure,
    RecordDisclosure,
    RequestDisclosure,
)
from privacy.requests.holds import HoldNow, Holds, ListHolds, ReleaseHold, SetHold
from privacy.requests.reviews import NameReview, Review
from privacy.rights import answering, asking, correcting

_ADMIN = frozenset({Role.ADMIN})
_STEP = (errors.DisclosureNotFound, errors.WrongDisclosureState)
_ASKED = (errors.SubjectNotFound, errors.RequestOpen, KeyReused)


# --- oversight ------------------------------------------------------------------------------------


@callable_function(
    request=NameReview, response=Review, roles=_ADMIN, raises=(errors.ReviewNotFound,)
)
def privacy_get_access_review(ctx: Context, data: NameReview) -> Review:
    """Read the access review of a month: who may do what, and what of it looks odd."""
    return reviewing.get_review(ctx, data)


@callable_function(
    request=NameReview,
    response=Review,
    roles=_ADMIN,
    raises=(errors.ReviewNotFound, errors.WrongReviewState),
)
def privacy_acknowledge_review(ctx: Context, data: NameReview) -> Review:
    """Say that the access review of a month was read and acted upon."""
    return reviewing.acknowledge(ctx, data)


@callable_function(
    request=RequestDisclosure, response=DisclosureNow, roles=_ADMIN, raises=(KeyReused,)
)
def privacy_request_disclosure(ctx: Context, data: RequestDisclosure) -> DisclosureNow:
    """Enter what an authority asks for by law; another admin decides."""
    return disclosing.request(ctx, data)


@callable_function(
    request=DecideDisclosure,
    response=DisclosureNow,
    roles=_ADMIN,
    raises=(*_STEP, errors.OwnDisclosure),
)
def privacy_decide_disclosure(ctx: Context, data: DecideDisclosure) -> DisclosureNow:
    """Approve or refuse what another admin entered."""
    return disclosing.decide(ctx, data)


@callable_function(request=RecordDisclosure, response=DisclosureNow, roles=_ADMIN, raises=_STEP)
def privacy_record_disclosure(ctx: Context, data: RecordDisclosure) -> DisclosureNow:
    """Note what was handed over to an authority, by the hash of the file."""
    return disclosing.record(ctx, data)


@callable_function(request=OneDisclosure, response=DisclosureNow, roles=_ADMIN, raises=_STEP)
def privacy_build_disclosure(ctx: Context, data: OneDisclosure) -> DisclosureNow:
    """Have the archive built of exactly what an approved demand names; a job does, in a while."""
    return disclosing.build(ctx, data)


@callable_function(
    request=OneDisclosure,
    response=forms.ExportLink,
    roles=_ADMIN,
    raises=(*_STEP, errors.ExportNotReady),
)
def privacy_get_disclosure_link(ctx: Context, data: OneDisclosure) -> forms.ExportLink:
    """Get a link to the archive of an approved demand, minutes long."""
    return disclosing.archive_link(ctx, Blobs(bucket()), data)


@callable_function(
    request=ListDisclosures, response=Disclosures, roles=_ADMIN, raises=(CursorInvalid,)
)
def privacy_list_disclosures(ctx: Context, data: ListDisclosures) -> Disclosures:
    """List the disclosures in a state, the oldest first."""
    return disclosing.list_disclosures(ctx, data)


@callable_function(
    request=SetHold, response=HoldNow, roles=_ADMIN, raises=(errors.HoldSubjectNotFound, KeyReused)
)
def privacy_set_hold(ctx: Context, data: SetHold) -> HoldNow:
    """Keep all of a person, a patient or an organisation from erasure and retention, at once."""
    return holding.set_hold(ctx, data)


@callable_function(
    request=ReleaseHold,
    response=HoldNow,
    roles=_ADMIN,
    raises=(errors.HoldNotFound, errors.WrongHoldState, errors.OwnRelease),
)
def privacy_release_hold(ctx: Context, data: ReleaseHold) -> HoldNow:
    """Ask to let go of a hold, confirm what another admin asked, or keep it after all."""
    return holding.release(ctx, data)


@callable_function(request=ListHolds, response=Holds, roles=_ADMIN, raises=(CursorInvalid,))
def privacy_list_holds(ctx: Context, data: ListHolds) -> Holds:
    """List the holds in a state, the oldest first."""
    return holding.list_holds(ctx, data)


@callable_function(
    request=consent_forms.GetConsentRecord,
    response=consent_forms.ConsentRecord,
    roles=frozenset({Role.CLINIC, Role.ADMIN}),
    raises=(NotOwner, errors.SubjectNotFound, CursorInvalid),
)
def privacy_get_consent_record(
    ctx: Context, data: consent_forms.GetConsentRecord
) -> consent_forms.ConsentRecord:
    """Tell a clinic's owners, or an admin, of a patient's consents, and who was given what.

    Attestations, withdrawals with what they stopped, links that labs got, and disclosures by law;
    that it was shown is on record.
    """
    return consents.record(ctx, data)


@callable_function(request=OpenBreach, response=BreachNow, roles=_ADMIN, raises=(KeyReused,))
def privacy_open_breach(ctx: Context, data: OpenBreach) -> BreachNow:
    """Enter a breach; the answer says by when the Board and those affected have to be told."""
    return breaches.open_breach(ctx, data)


@callable_function(
    request=MoveBreach,
    response=BreachNow,
    roles=_ADMIN,
    raises=(errors.BreachNotFound, errors.WrongBreachState),
)
def privacy_move_breach(ctx: Context, data: MoveBreach) -> BreachNow:
    """Note that a breach was assessed, notified or closed."""
    return breaches.move(ctx, data)


@callable_function(request=ListBreaches, response=Breaches, roles=_ADMIN, raises=(CursorInvalid,))
def privacy_list_breaches(ctx: Context, data: ListBreaches) -> Breaches:
    """List the breaches in a state, the earliest deadline first."""
    return breaches.list_breaches(ctx, data)


@callable_function(
    request=ListAffected,
    response=Affected,
    roles=_ADMIN,
    raises=(errors.BreachNotFound, CursorInvalid),
)
def privacy_list_affected(ctx: Context, data: ListAffected) -> Affected:
    """List whose data a breach concerned, from what was shared and from the audit."""
    return breaches.list_affected(ctx, data)


@callable_function(
    request=DraftNotice, response=NoticeDraft, roles=_ADMIN, raises=(errors.BreachNotFound,)
)
def privacy_draft_notice(ctx: Context, data: DraftNotice) -> NoticeDraft:
    """Draft the notice to those whom a breach concerns; people fill in what is in brackets."""
    return breaches.draft_notice(ctx, data)


# --- rights ---------------------------------------------------------------------------------------


@callable_function(request=forms.AskExport, response=forms.Asked, roles=None, raises=_ASKED)
def privacy_request_export(ctx: Context, data: forms.AskExport) -> forms.Asked:
    """Ask for all that is held about oneself or, as a clinic, about a patient, in one archive.

    Whoever can sign in may ask, pending and suspended people too. The request's document tells when
    the archive is there.
    """
    return asking.ask_export(ctx, data)


@callable_function(
    request=forms.AskErasure,
    response=forms.Asked,
    roles=None,
    raises=(*_ASKED, errors.SignInAgain, errors.ErasureBlocked, NotOwner),
)
def privacy_request_erasure(ctx: Context, data: forms.AskErasure) -> forms.Asked:
    """Ask for the erasure of one's account or, as a clinic's owner, of a patient.

    The sign-in must be fresh. The erasure begins after some days in which it can be taken back.
    """
    return asking.ask_erasure(ctx, data)


@callable_function(
    request=forms.AskCorrection,
    response=forms.Asked,
    roles=ORG_ROLES,
    raises=(NotOwner, errors.RequestOpen, KeyReused),
)
def privacy_request_correction(ctx: Context, data: forms.AskCorrection) -> forms.Asked:
    """Ask for another name or address of one's own clinic or lab. An admin decides.

    Names and phones of people, and patients' records, are corrected without asking.
    """
    return correcting.ask(ctx, data)


@callable_function(
    request=forms.OneRequest,
    response=forms.RequestNow,
    roles=None,
    raises=(errors.RequestNotFound, errors.WrongRequestState),
)
def privacy_cancel_request(ctx: Context, data: forms.OneRequest) -> forms.RequestNow:
    """Take a request back that has not begun."""
    return asking.cancel(ctx, data)


@callable_function(
    request=forms.OneRequest,
    response=forms.ExportLink,
    roles=None,
    raises=(errors.RequestNotFound, errors.ExportNotReady),
)
def privacy_get_export_link(ctx: Context, data: forms.OneRequest) -> forms.ExportLink:
    """Get a link to the archive of an export, minutes long."""
    return asking.export_link(ctx, Blobs(bucket()), data)


@callable_function(
    request=forms.ListRequests, response=forms.Requests, roles=_ADMIN, raises=(CursorInvalid,)
)
def privacy_list_requests(ctx: Context, data: forms.ListRequests) -> forms.Requests:
    """List the requests in a state, the longest overdue first."""
    return answering.list_requests(ctx, data)


@callable_function(
    request=forms.AnswerRequest,
    response=forms.RequestNow,
    roles=_ADMIN,
    raises=(errors.RequestNotFound, errors.WrongRequestState, NotOwner),
)
def privacy_answer_request(ctx: Context, data: forms.AnswerRequest) -> forms.RequestNow:
    """Approve a correction, or refuse a request that has not begun, for a reason."""
    return answering.answer(ctx, data)
