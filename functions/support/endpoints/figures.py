"""The callables of figures."""

from core.access import Role
from core.callables import callable_function
from core.context import Context
from support import figures, requests

_ADMIN = frozenset({Role.ADMIN})


@callable_function(
    request=requests.GetSupportFigures, response=requests.SupportFigures, roles=_ADMIN
)
def support_get_figures(ctx: Context, data: requests.GetSupportFigures) -> requests.SupportFigures:
    """Tell admins how much was asked in some days, and how long the first answers took."""
    return figures.figures(ctx, data)
