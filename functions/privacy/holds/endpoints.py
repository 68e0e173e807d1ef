"""The callables of legal holds."""

from core.access import ADMINS
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, KeyReused
from core.idempotency import Request
from privacy.holds import errors, register
from privacy.holds.requests import HoldNow, Holds, ListHolds, ReleaseHold, SetHold
from privacy.models.holds import LegalHold


@callable_function(
    request=SetHold,
    response=HoldNow,
    roles=ADMINS,
    raises=(errors.HoldSubjectNotFound, KeyReused),
    locks=(Request,),
)
def set_hold(ctx: Context, data: SetHold) -> HoldNow:
    """Keep all of a person, a patient or an organisation from erasure and retention, at once."""
    return register.set_hold(ctx, data)


@callable_function(
    request=ReleaseHold,
    response=HoldNow,
    roles=ADMINS,
    raises=(errors.LegalHoldNotFound, errors.WrongHoldState, errors.OwnRelease),
    locks=(LegalHold,),
)
def release_hold(ctx: Context, data: ReleaseHold) -> HoldNow:
    """Ask to let go of a hold, confirm what another admin asked, or keep it after all."""
    return register.release(ctx, data)


@callable_function(request=ListHolds, response=Holds, roles=ADMINS, raises=(CursorInvalid,))
def list_holds(ctx: Context, data: ListHolds) -> Holds:
    """List the holds in a state, the oldest first."""
    return register.list_holds(ctx, data)
