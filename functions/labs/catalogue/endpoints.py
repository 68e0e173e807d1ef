"""The callables of a lab's catalogue."""

from core.access import LABS
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused, NotOwner
from core.idempotency import Request
from labs.catalogue import errors, services
from labs.catalogue import requests as catalogue_forms
from labs.catalogue.models import LabProfile


@callable_function(
    request=catalogue_forms.SaveProfile,
    response=catalogue_forms.ProfileSaved,
    roles=LABS,
    raises=(NotOwner, errors.BillingNeeded),
    locks=(LabProfile,),
)
def save_profile(ctx: Context, data: catalogue_forms.SaveProfile) -> catalogue_forms.ProfileSaved:
    """Say what every clinic sees of the lab, when it works, and whether it takes orders."""
    return services.save_profile(ctx, data)


@callable_function(
    request=catalogue_forms.SaveService,
    response=catalogue_forms.ServiceSaved,
    roles=LABS,
    raises=(
        NotOwner,
        errors.ProfileMissing,
        errors.CatalogueFull,
        errors.ServiceNotFound,
        KeyReused,
    ),
    locks=(Request, services.wanted),
)
def save_service(ctx: Context, data: catalogue_forms.SaveService) -> catalogue_forms.ServiceSaved:
    """Add a service to the lab's catalogue, change it, or take it out of the offer."""
    return services.save_service(ctx, data)
