"""The callable that tells whom a breach concerns."""

from core.access import Role
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid
from privacy import affected, errors
from privacy.requests.breaches import Affected, ListAffected

_ADMIN = frozenset({Role.ADMIN})


@callable_function(
    request=ListAffected,
    response=Affected,
    roles=_ADMIN,
    raises=(errors.BreachNotFound, CursorInvalid),
)
def privacy_list_affected(ctx: Context, data: ListAffected) -> Affected:
    """List whose data a breach concerned, from what was shared and from the audit."""
    return affected.list_affected(ctx, data)
