"""The state table of breaches."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from privacy.breaches.errors import WrongBreachState
from privacy.models import BreachState


class BreachAction(StrEnum):
    """What can happen to a breach."""

    OPEN = "open"
    ASSESS = "assess"
    NOTIFY = "notify"
    CLOSE = "close"


_B, _C = BreachState, BreachAction


BREACH: Machine[BreachState, BreachAction] = Machine(
    "Breach",
    "Data that got where it should not. It is assessed; those affected and the Board are told "
    "within 72 hours, unless it turns out to be none; and it is closed.",
    {
        (None, _C.OPEN): step_to(_B.OPEN, Party.ADMIN),
        (_B.OPEN, _C.ASSESS): step_to(_B.ASSESSED, Party.ADMIN),
        (_B.ASSESSED, _C.NOTIFY): step_to(_B.NOTIFIED, Party.ADMIN),
        (_B.ASSESSED, _C.CLOSE): step_to(_B.CLOSED, Party.ADMIN),
        (_B.NOTIFIED, _C.CLOSE): step_to(_B.CLOSED, Party.ADMIN),
    },
    WrongBreachState,
    {_C.ASSESS: ("risk",)},
)
