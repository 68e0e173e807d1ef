"""The life of what privacy keeps, as tables."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from privacy.errors import (
    WrongBreachState,
    WrongDisclosureState,
    WrongHoldState,
    WrongReviewState,
)
from privacy.models import BreachState, DisclosureState, HoldState, ReviewState


class ReviewAction(StrEnum):
    """What can happen to an access review."""

    BEGIN = "begin"
    GO_ON = "go_on"
    FINISH = "finish"
    ACKNOWLEDGE = "acknowledge"


_S, _A = ReviewState, ReviewAction

REVIEW: Machine[ReviewState, ReviewAction] = Machine(
    "Access review",
    "The month's report on who may do what. The sweep makes it, page by page; an admin reads it "
    "and says so.",
    {
        (None, _A.BEGIN): step_to(_S.BUILDING, Party.SYSTEM),
        (_S.BUILDING, _A.GO_ON): step_to(_S.BUILDING, Party.SYSTEM),
        (_S.BUILDING, _A.FINISH): step_to(_S.OPEN, Party.SYSTEM),
        (_S.OPEN, _A.ACKNOWLEDGE): step_to(_S.ACKNOWLEDGED, Party.ADMIN),
    },
    WrongReviewState,
)


class DisclosureAction(StrEnum):
    """What can happen to an authority's demand."""

    REQUEST = "request"
    APPROVE = "approve"
    REFUSE = "refuse"
    BUILD = "build"
    FETCH = "fetch"
    DISCLOSE = "disclose"


_D, _E = DisclosureState, DisclosureAction

DISCLOSURE: Machine[DisclosureState, DisclosureAction] = Machine(
    "Disclosure",
    "What an authority asks for by law. One admin enters it, another one decides. What it may have "
    "is built into an archive and fetched while that stands, and what was handed over is noted.",
    {
        (None, _E.REQUEST): step_to(_D.REQUESTED, Party.ADMIN),
        (_D.REQUESTED, _E.APPROVE): step_to(_D.APPROVED, Party.ADMIN),
        (_D.REQUESTED, _E.REFUSE): step_to(_D.REFUSED, Party.ADMIN),
        (_D.APPROVED, _E.REFUSE): step_to(_D.REFUSED, Party.ADMIN),
        (_D.APPROVED, _E.BUILD): step_to(_D.APPROVED, Party.ADMIN),
        (_D.APPROVED, _E.FETCH): step_to(_D.APPROVED, Party.ADMIN),
        (_D.APPROVED, _E.DISCLOSE): step_to(_D.DISCLOSED, Party.ADMIN),
    },
    WrongDisclosureState,
)


class HoldAction(StrEnum):
    """What can happen to a legal hold."""

    SET = "set"
    ASK_RELEASE = "ask_release"
    CONFIRM_RELEASE = "confirm_release"
    KEEP = "keep"


_H, _F = HoldState, HoldAction

HOLD: Machine[HoldState, HoldAction] = Machine(
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
)
