"""The state table of legal holds."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from privacy.holds.errors import WrongHoldState
from privacy.models import LegalHoldState


class HoldAction(StrEnum):
    """What can happen to a legal hold."""

    SET = "set"
    ASK_RELEASE = "ask_release"
    CONFIRM_RELEASE = "confirm_release"
    KEEP = "keep"


_H, _F = LegalHoldState, HoldAction


HOLD: Machine[LegalHoldState, HoldAction] = Machine(
    "Legal hold",
    "What keeps somebody's data from being erased. One admin sets it and it holds at once; it is "
    "let go of when one admin asks for that and another one confirms, and holds until then.",
    {
        (None, _F.SET): step_to(_H.ACTIVE, Party.ADMIN),
        (_H.ACTIVE, _F.ASK_RELEASE): step_to(_H.RELEASING, Party.ADMIN),
        (_H.RELEASING, _F.KEEP): step_to(_H.ACTIVE, Party.ADMIN),
        (_H.RELEASING, _F.CONFIRM_RELEASE): step_to(_H.RELEASED, Party.ADMIN),
    },
    WrongHoldState,
)
