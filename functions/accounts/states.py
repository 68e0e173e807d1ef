"""The life of an account, as one table: (status, action) -> (next status, who may)."""

from dataclasses import dataclass
from enum import StrEnum

from accounts.errors import WrongStatus
from core.access import Status


class Action(StrEnum):
    """What can be done to an account."""

    REGISTER = "register"
    APPROVE = "approve"
    REJECT = "reject"
    CHANGE_ROLE = "change_role"
    SUSPEND = "suspend"
    REINSTATE = "reinstate"
    REMOVE = "remove"


@dataclass(frozen=True)
class Step:
    """A transition's end and the party that may take it."""

    to: Status
    who: str


TRANSITIONS: dict[tuple[Status | None, Action], Step] = {
    (None, Action.REGISTER): Step(Status.PENDING, "the person"),
    (Status.PENDING, Action.REGISTER): Step(Status.PENDING, "the person"),
    (Status.REJECTED, Action.REGISTER): Step(Status.PENDING, "the person"),
    (Status.REMOVED, Action.REGISTER): Step(Status.PENDING, "the person"),
    (Status.PENDING, Action.APPROVE): Step(Status.ACTIVE, "an admin"),
    (Status.PENDING, Action.REJECT): Step(Status.REJECTED, "an admin"),
    (Status.ACTIVE, Action.CHANGE_ROLE): Step(Status.ACTIVE, "an admin"),
    (Status.ACTIVE, Action.SUSPEND): Step(Status.SUSPENDED, "an admin"),
    (Status.SUSPENDED, Action.REINSTATE): Step(Status.ACTIVE, "an admin"),
    (Status.ACTIVE, Action.REMOVE): Step(Status.REMOVED, "an owner of the organisation"),
}


def step(status: Status | None, action: Action) -> Step | None:
    """Return the transition, or None where the action was done already: a retry, then.

    Raises:
        WrongStatus: the table has no such transition, and the account is not where it leads.
    """
    found = TRANSITIONS.get((status, action))
    if found is not None:
        return found
    if status in {s.to for (_, a), s in TRANSITIONS.items() if a is action}:
        return None
    raise WrongStatus
