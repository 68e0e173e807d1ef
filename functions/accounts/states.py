"""The state table of accounts: (status, action) -> (next status, who may)."""

from enum import StrEnum

from accounts.errors import WrongStatus
from core.access import Status
from core.machines import Machine, Party, step_to


class AccountAction(StrEnum):
    """What can be done to an account."""

    REGISTER = "register"
    APPROVE = "approve"
    REJECT = "reject"
    CHANGE_ROLE = "change_role"
    SUSPEND = "suspend"
    REINSTATE = "reinstate"
    REMOVE = "remove"


ACCOUNT: Machine[Status, AccountAction] = Machine(
    "Account",
    "The life of an account.",
    {
        (None, AccountAction.REGISTER): step_to(Status.PENDING, Party.PERSON),
        (Status.PENDING, AccountAction.REGISTER): step_to(Status.PENDING, Party.PERSON),
        (Status.REJECTED, AccountAction.REGISTER): step_to(Status.PENDING, Party.PERSON),
        (Status.REMOVED, AccountAction.REGISTER): step_to(Status.PENDING, Party.PERSON),
        (Status.PENDING, AccountAction.APPROVE): step_to(Status.ACTIVE, Party.ADMIN),
        (Status.PENDING, AccountAction.REJECT): step_to(Status.REJECTED, Party.ADMIN),
        (Status.ACTIVE, AccountAction.CHANGE_ROLE): step_to(Status.ACTIVE, Party.ADMIN),
        (Status.ACTIVE, AccountAction.SUSPEND): step_to(Status.SUSPENDED, Party.ADMIN),
        (Status.SUSPENDED, AccountAction.REINSTATE): step_to(Status.ACTIVE, Party.ADMIN),
        (Status.ACTIVE, AccountAction.REMOVE): step_to(Status.REMOVED, Party.OWNER),
    },
    WrongStatus,
    {AccountAction.REJECT: ("reason",), AccountAction.SUSPEND: ("reason",)},
)
