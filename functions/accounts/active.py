"""Who may act now: the owners of an organisation, and the admins."""

from accounts.models import ORG_MODELS
from core.access import Role, Standing, Status
from core.units import UnitOfWork


def active_owners(
    unit: UnitOfWork, kind: Role, org_id: str, *, beginning: bool = False
) -> list[str]:
    """Return the owners of a clinic or lab who may act now; none where it is shut out, or unknown.

    One read, and one for each owner. `beginning`: of something new; none of one that is about to
    be erased.
    """
    found = unit.get(ORG_MODELS[kind], org_id)
    ending = beginning and found is not None and found.erasure is not None
    owners = found.owners if found is not None and not ending else []
    standings = unit.get_all(Standing, *((uid,) for uid in owners))
    return [at.id for at in standings if at is not None and at.status is Status.ACTIVE]


def is_active_admin(unit: UnitOfWork, uid: str) -> bool:
    """Tell whether somebody may act as an admin now. One read."""
    found = unit.get(Standing, uid)
    return found is not None and (found.role, found.status) == (Role.ADMIN, Status.ACTIVE)
