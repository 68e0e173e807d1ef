"""The callables of figures."""

from core.access import ADMINS
from core.callables import callable_function
from core.context import Context
from support import figures, queue, requests


@callable_function(
    request=requests.GetSupportFigures, response=requests.SupportFigures, roles=ADMINS
)
def get_figures(ctx: Context, data: requests.GetSupportFigures) -> requests.SupportFigures:
    """Tell admins how much was asked in some days, and how long the first answers took."""
    return figures.figures(ctx, data)


@callable_function(request=requests.GetQueue, response=requests.Queue, roles=ADMINS)
def get_queue(ctx: Context, data: requests.GetQueue) -> requests.Queue:
    """Tell admins how much waits for any of them, by what it is, and nothing of anybody."""
    del data
    return queue.look(ctx)
