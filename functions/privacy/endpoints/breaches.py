"""The callables of the register of breaches."""

from core.access import ADMINS
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, KeyReused
from privacy import breaches, errors
from privacy.requests.breaches import Breaches, BreachNow, ListBreaches, MoveBreach, OpenBreach


@callable_function(request=OpenBreach, response=BreachNow, roles=ADMINS, raises=(KeyReused,))
def open_breach(ctx: Context, data: OpenBreach) -> BreachNow:
    """Enter a breach; the answer says by when the Board and those affected have to be told."""
    return breaches.open_breach(ctx, data)


@callable_function(
    request=MoveBreach,
    response=BreachNow,
    roles=ADMINS,
    raises=(errors.BreachNotFound, errors.WrongBreachState),
)
def move_breach(ctx: Context, data: MoveBreach) -> BreachNow:
    """Note that a breach was assessed, notified or closed."""
    return breaches.move(ctx, data)


@callable_function(request=ListBreaches, response=Breaches, roles=ADMINS, raises=(CursorInvalid,))
def list_breaches(ctx: Context, data: ListBreaches) -> Breaches:
    """List the breaches in a state, the earliest deadline first."""
    return breaches.list_breaches(ctx, data)
