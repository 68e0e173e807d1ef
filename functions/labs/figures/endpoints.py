"""The callables of figures."""

from core.access import Role
from core.callables import callable_function
from core.context import Context
from labs.figures import performance
from labs.figures import requests as figure_forms


@callable_function(
    request=figure_forms.GetLabFigures,
    response=figure_forms.LabFigures,
    roles=frozenset({Role.LAB, Role.ADMIN}),
)
def get_figures(ctx: Context, data: figure_forms.GetLabFigures) -> figure_forms.LabFigures:
    """Tell a lab how often it was on time, and what was asked for again, and why."""
    return performance.figures(ctx, data)
