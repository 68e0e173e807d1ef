"""The callables of the register of breaches."""

from core.access import ADMINS
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, DoneOtherwise, KeyReused, TimeInFuture
from core.idempotency import Request
from privacy.breaches import affected, errors, notices, register
from privacy.breaches.requests import (
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
from privacy.models.breaches import Breach


@callable_function(
    request=DraftNotice,
    response=NoticeDraft,
    roles=ADMINS,
    raises=(errors.BreachNotFound,),
    reads=(Breach,),
)
def draft_notice(ctx: Context, data: DraftNotice) -> NoticeDraft:
    """Draft the notice to those whom a breach concerns; people fill in what is in brackets."""
    return notices.draft_notice(ctx, data)


@callable_function(
    request=ListAffected,
    response=Affected,
    roles=ADMINS,
    raises=(errors.BreachNotFound, CursorInvalid),
    reads=(Breach,),
)
def list_affected(ctx: Context, data: ListAffected) -> Affected:
    """List whose data a breach concerned, from what was shared and from the audit."""
    return affected.list_affected(ctx, data)


@callable_function(
    request=OpenBreach,
    response=BreachNow,
    roles=ADMINS,
    raises=(TimeInFuture, KeyReused),
    locks=(Request,),
)
def open_breach(ctx: Context, data: OpenBreach) -> BreachNow:
    """Enter a breach; the answer says by when the Board and those affected have to be told."""
    return register.open_breach(ctx, data)


@callable_function(
    request=MoveBreach,
    response=BreachNow,
    roles=ADMINS,
    raises=(errors.BreachNotFound, errors.WrongBreachState, DoneOtherwise),
    locks=(Breach,),
)
def move_breach(ctx: Context, data: MoveBreach) -> BreachNow:
    """Note that a breach was assessed, notified or closed."""
    return register.move(ctx, data)


@callable_function(request=ListBreaches, response=Breaches, roles=ADMINS, raises=(CursorInvalid,))
def list_breaches(ctx: Context, data: ListBreaches) -> Breaches:
    """List the breaches in a state, the earliest deadline first."""
    return register.list_breaches(ctx, data)
