"""The callables of privacy: parse, authorise, one service call."""

from core.access import Role
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, KeyReused
from privacy import breaches, disclosing, errors, reviewing
from privacy.requests import (
    Affected,
    Breaches,
    BreachNow,
    DecideDisclosure,
    DisclosureNow,
    Disclosures,
    DraftNotice,
    ListAffected,
    ListBreaches,
    ListDisclosures,
    MoveBreach,
    NameReview,
    NoticeDraft,
    OpenBreach,
    RecordDisclosure,
    RequestDisclosure,
    Review,
)

_ADMIN = frozenset({Role.ADMIN})
_STEP = (errors.DisclosureNotFound, errors.WrongDisclosureState)


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


@callable_function(
    request=ListDisclosures, response=Disclosures, roles=_ADMIN, raises=(CursorInvalid,)
)
def privacy_list_disclosures(ctx: Context, data: ListDisclosures) -> Disclosures:
    """List the disclosures in a state, the oldest first."""
    return disclosing.list_disclosures(ctx, data)


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
