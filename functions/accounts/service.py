"""What other packages use of accounts: organisations, and who may act for them now."""

from typing import TYPE_CHECKING

from accounts.errors import OrgNotFound
from accounts.models import ORG_MODELS, Clinic, Lab
from core import settings
from core.access import Role, Standing, Status
from core.queries import Query
from core.store import Store, Unit

if TYPE_CHECKING:
    from datetime import datetime

    from core.context import Context
    from core.jobs import Job

_OF_ROLE = Query(Standing, where=(("role", "=="), ("status", "==")))


def clinic(unit: Unit, clinic_id: str) -> Clinic:
    """Read a clinic for another package. One read.

    Raises:
        OrgNotFound.
    """
    found = unit.get(Clinic, clinic_id)
    if found is None:
        raise OrgNotFound
    return found


def lab(unit: Unit, lab_id: str) -> Lab:
    """Read a lab for another package. One read.

    Raises:
        OrgNotFound.
    """
    found = unit.get(Lab, lab_id)
    if found is None:
        raise OrgNotFound
    return found


def active_owners(unit: Unit, kind: Role, org_id: str) -> list[str]:
    """Return the owners of a clinic or lab who may act now; none where it is shut out, or unknown.

    One read, and one for each owner.
    """
    found = unit.get(ORG_MODELS[kind], org_id)
    owners = found.owners if found is not None else []
    standings = [(uid, unit.get(Standing, uid)) for uid in owners]
    return [uid for uid, at in standings if at is not None and at.status is Status.ACTIVE]


def active_admins(store: Store) -> list[str]:
    """Return admins who may act now, as many as the settings let hear of one event. One read each.

    Outside of transactions: within one, every change of an admin's account would wait for it.
    """
    limit = settings.ADMINS_TOLD.value
    found: list[Standing] = store.find(_OF_ROLE, Role.ADMIN, Status.ACTIVE, limit=limit)
    return [admin.id for admin in found]


def remind_of_approval(ctx: "Context", job: "Job") -> "datetime | None":
    """Run the job that reminds admins of an account that waits; when it is due again."""
    from accounts import approvals  # only the jobs do

    return approvals.remind(ctx, job)


def is_active_admin(unit: Unit, uid: str) -> bool:
    """Tell whether somebody may act as an admin now. One read."""
    found = unit.get(Standing, uid)
    return found is not None and (found.role, found.status) == (Role.ADMIN, Status.ACTIVE)


def has_organisation(store: Store, kind: Role, org_id: str) -> bool:
    """Tell whether there is a clinic or lab of this id. One read."""
    return store.get(ORG_MODELS[kind], org_id) is not None
