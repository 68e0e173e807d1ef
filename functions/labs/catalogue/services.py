"""Saving a lab's profile and the services that it offers; clinics read both under the rules."""

from core import audit
from core.access import Caller, Role
from core.context import Context
from core.errors import NotOwner, RoleNotAllowed
from core.idempotency import once
from core.privacy import Viewer
from core.projections import visible_to
from core.reading import Key
from core.units import UnitOfWork
from labs.catalogue.errors import BillingNeeded, CatalogueFull, ProfileMissing, ServiceNotFound
from labs.catalogue.models import LabProfile, Offer, Service
from labs.catalogue.requests import ProfileSaved, SaveProfile, SaveService, ServiceSaved

#: Services of one lab: more than a clinic would ever look through.
MOST_SERVICES = 200


def save_profile(ctx: Context, request: SaveProfile) -> ProfileSaved:
    """Store what clinics see of the caller's lab. Two reads, two writes; again, the same.

    Its name and city are taken from the lab's own document each time. To take orders costs a read
    more.

    Raises:
        NotOwner.
        BillingNeeded: it is to take orders, and nobody could make out an invoice to it.
    """
    from accounts import service as accounts  # no other function of the catalogue needs these
    from wallet import service as wallet

    lab_id = _own_lab(ctx)

    def work(unit: UnitOfWork) -> ProfileSaved:
        if request.accepting and (missing := wallet.lacks_billing(unit, lab_id)):
            raise BillingNeeded(missing=missing)
        before = unit.get(LabProfile, lab_id)
        said = {
            **visible_to(Viewer.ANY_CLINIC, accounts.lab(unit, lab_id)),
            "about": request.about,
            "accepting": request.accepting,
            "calendar": request.calendar,
            "updated_at": ctx.clock.now(),
        }
        audit.record(unit, ctx, "labs.save_profile", LabProfile.path_for(lab_id))
        if before is None:
            unit.create(LabProfile.model_validate(said), lab_id)
        else:
            unit.change(before, **said)
        return ProfileSaved(lab_id=lab_id, accepting=request.accepting)

    return ctx.store.run(work)


def save_service(ctx: Context, request: SaveService) -> ServiceSaved:
    """Add a service to the caller's catalogue, or change one of it.

    One read and two writes, three for a new one, and a retry record. Orders that were placed keep
    the prices of then.

    Raises:
        NotOwner, ProfileMissing, CatalogueFull, ServiceNotFound, KeyReused.
    """
    lab_id = _own_lab(ctx)

    def work(unit: UnitOfWork) -> ServiceSaved:
        said = {name: getattr(request, name) for name in Offer.model_fields}
        said["updated_at"] = ctx.clock.now()
        if request.service_id is None:
            service_id = _add(unit, ctx, lab_id, Service.model_validate(said))
        else:
            service_id = request.service_id
            unit.change(_own_service(unit, lab_id, service_id), **said)
        path, active = Service.path_for(lab_id, service_id), str(request.active).lower()
        audit.record(unit, ctx, "labs.save_service", path, price=str(request.price), active=active)
        return ServiceSaved(service_id=service_id)

    return once(ctx, "labs/save_service", request.idempotency_key, request, ServiceSaved, work)


def wanted(caller: Caller, request: SaveService) -> list[Key]:
    """Return what `save_service` reads: the service that changes, or the profile that counts it."""
    lab_id, service_id = caller.org or "", request.service_id
    return [(Service, lab_id, service_id) if service_id else (LabProfile, lab_id)]


def _add(unit: UnitOfWork, ctx: Context, lab_id: str, service: Service) -> str:
    """Add a service and count it; its id. The count is in the profile, and costs one read."""
    profile = unit.get(LabProfile, lab_id)
    if profile is None:
        raise ProfileMissing
    if profile.services >= MOST_SERVICES:
        raise CatalogueFull(limit=MOST_SERVICES)
    service_id = ctx.store.new_id()
    unit.create(service, lab_id, service_id)
    unit.change(profile, services=profile.services + 1)
    return service_id


def _own_service(unit: UnitOfWork, lab_id: str, service_id: str) -> Service:
    found = unit.get(Service, lab_id, service_id)
    if found is None:
        raise ServiceNotFound
    return found


def _own_lab(ctx: Context) -> str:
    """Return the caller's lab.

    Raises:
        NotOwner: only owners say what their lab offers.
    """
    if ctx.caller.role is not Role.LAB or ctx.caller.org is None:
        raise RoleNotAllowed
    if not ctx.caller.owner:
        raise NotOwner
    return ctx.caller.org
