"""The callables of figures."""

from core.access import ADMINS
from core.callables import callable_function
from core.context import Context
from support import figures, requests


@callable_function(
    request=requests.GetSupportFigures, response=requests.SupportFigures, roles=ADMINS
)
def get_figures(ctx: Context, data: requests.GetSupportFigures) -> requests.SupportFigures:
    """Tell admins how much was asked in some days, and how long the first answers took."""
    return figures.figures(ctx, data)
