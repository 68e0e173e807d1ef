"""The state table of accounts: (status, action) -> (next status, who may)."""

from enum import StrEnum

from accounts.errors import WrongStatus
from core.access import Status
from core.machines import Machine, Party, step_to


class Action(StrEnum):
    """What can be done to an account."""

    REGISTER = "register"
    APPROVE = "approve"
    REJECT = "reject"
    CHANGE_ROLE = "change_role"
    SUSPEND = "suspend"
    REINSTATE = "reinstate"
    REMOVE = "remove"


ACCOUNT: Machine[Status, Action] = Machine(
    "Account",
    "The life of an account.",
    {
        (None, Action.REGISTER): step_to(Status.PENDING, Party.PERSON),
        (Status.PENDING, Action.REGISTER): step_to(Status.PENDING, Party.PERSON),
        (Status.REJECTED, Action.REGISTER): step_to(Status.PENDING, Party.PERSON),
        (Status.REMOVED, Action.REGISTER): step_to(Status.PENDING, Party.PERSON),
        (Status.PENDING, Action.APPROVE): step_to(Status.ACTIVE, Party.ADMIN),
        (Status.PENDING, Action.REJECT): step_to(Status.REJECTED, Party.ADMIN),
        (Status.ACTIVE, Action.CHANGE_ROLE): step_to(Status.ACTIVE, Party.ADMIN),
        (Status.ACTIVE, Action.SUSPEND): step_to(Status.SUSPENDED, Party.ADMIN),
        (Status.SUSPENDED, Action.REINSTATE): step_to(Status.ACTIVE, Party.ADMIN),
        (Status.ACTIVE, Action.REMOVE): step_to(Status.REMOVED, Party.OWNER),
    },
    WrongStatus,
)
