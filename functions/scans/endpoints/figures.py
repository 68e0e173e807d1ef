"""The callables of figures."""

from core.access import ADMINS, CLINICS, OPERATORS
from core.callables import callable_function
from core.context import Context
from scans import figures
from scans.requests import figures as figure_forms


@callable_function(
    request=figure_forms.GetFigures,
    response=figure_forms.ScanFigures,
    roles=CLINICS | OPERATORS | ADMINS,
)
def get_figures(ctx: Context, data: figure_forms.GetFigures) -> figure_forms.ScanFigures:
    """Tell a clinic or an operator how many of its scans had defects or were wanted anew."""
    return figures.figures(ctx, data)
