"""Approved corrections of an organisation's name and address.

A person writes their own name and phone, and a clinic corrects its patients; whom others deal with
is approved by an admin, as it was in the beginning.
"""

from dataclasses import dataclass
from functools import partial

from accounts.models import ORG_MODELS, Address, Clinic, Organisation, User
from core import jobs
from core.access import Role
from core.context import Context
from core.errors import NotOwner
from core.jobs import Job, JobKind
from core.privacy import Viewer
from core.projections import visible_to
from core.queries import Query
from core.units import UnitOfWork
from labs.catalogue.models import LabProfile
from labs.orders.models import Order, OrderState, Sender
from labs.orders.states import ENDED as ORDER_ENDED
from privacy.inventory import obstacles
from privacy.models import PrivacyRequest
from scans.visits.models import Visit, VisitAddress, VisitState
from scans.visits.states import ENDED as VISIT_ENDED

#: What shows an organisation while it is under way, and the states in which it is.
_SHOWING: dict[Role, tuple[tuple[Query, list[VisitState] | list[OrderState]], ...]] = {
    Role.CLINIC: (
        (obstacles.VISITS_OF_CLINIC, obstacles.OPEN_VISITS),
        (obstacles.OF_CLINIC, obstacles.OPEN_ORDERS),
    ),
    Role.LAB: ((obstacles.OF_LAB, obstacles.OPEN_ORDERS),),
}
_OVER = VISIT_ENDED | ORDER_ENDED


@dataclass(frozen=True)
class OrganisationCorrection:
    """What an approved correction changes at once; what shows it under way follows (`follow`)."""

    org: Organisation
    wanted: Address
    profile: LabProfile | None

    @property
    def before(self) -> dict[str, str]:
        """What the organisation was called before."""
        return {name: getattr(self.org, name) for name in Address.model_fields}

    def write(self, unit: UnitOfWork, ctx: Context) -> None:
        """Write it, and record the job for the rest. Two writes, for a lab with a profile three.

        An organisation has one such job: a correction that comes before it ran moves it.
        """
        unit.change(self.org, **dict(self.wanted))
        if self.profile is not None:
            unit.change(self.profile, name=self.wanted.name, city=self.wanted.city)
        job_id, path = f"correction-{self.org.id}", self.org.path_for(self.org.id)
        jobs.promise(unit, ctx, job_id, JobKind.CORRECTION, path, ctx.clock.now())


def prepare(unit: UnitOfWork, request: PrivacyRequest) -> OrganisationCorrection:
    """Read what a correction changes. Two reads, for a lab three.

    Raises:
        NotOwner: who asked owns no organisation any more.
    """
    user = unit.get(User, request.uid) if request.uid else None
    if user is None or not user.owner or user.org is None or user.role not in ORG_MODELS:
        raise NotOwner
    org = unit.get(ORG_MODELS[user.role], user.org)
    if org is None:
        raise NotOwner
    profile = unit.get(LabProfile, org.id) if user.role is Role.LAB else None
    return OrganisationCorrection(org, Address.model_validate(request.wanted), profile)


def follow(ctx: Context, job: Job) -> None:
    """Run the job by which what is under way shows the organisation as it is now called.

    A read for each visit and order under way; for each that shows something else two more, and a
    write. What is over keeps the name that it had then. What begins at the same time reads the
    organisation in its transaction: it has the new name, or is found here.
    """
    collection, org_id = job.subject.split("/")
    role = Role.CLINIC if collection == Clinic.collection() else Role.LAB
    found = ctx.store.get(ORG_MODELS[role], org_id)
    if found is None:
        return
    for query, states in _SHOWING[role]:
        for each in ctx.store.each(query, org_id, states):
            if _stale(each, found):
                ctx.store.run(partial(_refresh, type(each), each.id, found))


def _refresh(
    model: type[Visit] | type[Order], id_: str, found: Organisation, unit: UnitOfWork
) -> None:
    """Write onto one of them what the organisation is called, unless it is over meanwhile."""
    org, shown = unit.get(type(found), found.id), unit.get(model, id_)
    if org is None or shown is None or shown.state in _OVER:
        return
    if fresh := _stale(shown, org):
        unit.change(shown, **fresh)


def _stale(shown: Visit | Order, org: Organisation) -> dict[str, object]:
    """Return what a visit or an order should show of an organisation, where it does not."""
    if isinstance(shown, Visit):
        now: dict[str, object] = {
            "clinic": VisitAddress.model_validate(visible_to(Viewer.OPERATOR, org))
        }
    elif isinstance(org, Clinic):
        now = {"sender": Sender.model_validate(visible_to(Viewer.LAB, org))}
    else:
        now = {"lab_name": org.name}
    return {name: value for name, value in now.items() if getattr(shown, name) != value}
