"""The callable that tells whom a breach concerns."""

from core.access import ADMINS
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid
from privacy import affected, errors
from privacy.requests.breaches import Affected, ListAffected


@callable_function(
    request=ListAffected,
    response=Affected,
    roles=ADMINS,
    raises=(errors.BreachNotFound, CursorInvalid),
)
def list_affected(ctx: Context, data: ListAffected) -> Affected:
    """List whose data a breach concerned, from what was shared and from the audit."""
    return affected.list_affected(ctx, data)
