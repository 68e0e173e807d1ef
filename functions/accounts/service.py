"""What other packages use of accounts: organisations, and who may act for them now."""

from contextlib import suppress
from typing import TYPE_CHECKING

from accounts.active import active_owners, is_active_admin
from accounts.errors import OrgNotFound
from accounts.models import ORG_MODELS, Clinic, Lab
from core.access import Role, Standing
from core.queries import Aggregation
from core.reading import Key
from core.store import Store
from core.units import UnitOfWork

if TYPE_CHECKING:
    from datetime import datetime

    from core.context import Context
    from core.jobs import Job

__all__ = [
    "accounts_waiting",
    "active_owners",
    "clinic",
    "follow_email",
    "has_organisation",
    "is_active_admin",
    "key_of",
    "lab",
    "owner_keys",
    "remind_of_approval",
]


def key_of(kind: Role, org_id: str) -> Key:
    """Return where a clinic or lab stands, for another package to read ahead."""
    return (ORG_MODELS[kind], org_id)


def owner_keys(unit: UnitOfWork, kind: Role, org_id: str) -> list[Key]:
    """Return where the owners of a clinic or lab stand, which `active_owners` reads. One read."""
    found = unit.get(ORG_MODELS[kind], org_id)
    return [(Standing, uid) for uid in found.owners] if found else []


def clinic(unit: UnitOfWork, clinic_id: str) -> Clinic:
    """Read a clinic for another package. One read.

    Raises:
        OrgNotFound.
    """
    found = unit.get(Clinic, clinic_id)
    if found is None:
        raise OrgNotFound
    return found


def lab(unit: UnitOfWork, lab_id: str) -> Lab:
    """Read a lab for another package. One read.

    Raises:
        OrgNotFound.
    """
    found = unit.get(Lab, lab_id)
    if found is None:
        raise OrgNotFound
    return found


def remind_of_approval(ctx: "Context", job: "Job") -> "datetime | None":
    """Run the job that reminds admins of an account that waits; when it is due again."""
    from accounts import approvals  # only the jobs do

    return approvals.remind(ctx, job)


def accounts_waiting() -> Aggregation:
    """Return what counts the accounts that wait for an admin's decision.

    A read for each thousand.
    """
    from accounts.decisions import WAITING  # only digests do
    from core.access import Status

    return WAITING.counted(Status.PENDING)


def follow_email(ctx: "Context") -> None:
    """Have the caller's account take over the address that Auth has verified; see `profile`.

    A token of before the change says otherwise than Auth, and changes nothing.
    """
    from accounts import profile  # only who has changed the address needs it
    from accounts.errors import EmailNotVerified
    from accounts.identity import FirebaseIdentity

    with suppress(EmailNotVerified):  # taken back, or not verified any more: the old one stays
        profile.follow_email(ctx, FirebaseIdentity())


def has_organisation(store: Store, kind: Role, org_id: str) -> bool:
    """Tell whether there is a clinic or lab of this id. One read."""
    return store.get(ORG_MODELS[kind], org_id) is not None
