"""The state table of cases."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from scans.cases.errors import WrongCaseStatus
from scans.cases.models import CaseStatus


class CaseAction(StrEnum):
    """What can be done to a case."""

    OPEN = "open"
    REQUEST_VISIT = "request_visit"
    UPLOAD = "upload"
    LINK = "link"
    CLOSE = "close"
    REOPEN = "reopen"
    FREEZE = "freeze"


_C = CaseStatus


_LIVE = (_C.OPEN, _C.SCHEDULED, _C.SCANNED)


CASE: Machine[CaseStatus, CaseAction] = Machine(
    "Case",
    "A case's status follows from its facts: the consent's withdrawal, its closing, the visit "
    "under way, its files. The table says what each status allows. The system closes a case "
    "in which nothing was done for long.",
    {
        (None, CaseAction.OPEN): step_to(_C.OPEN, Party.CLINIC),
        (_C.OPEN, CaseAction.REQUEST_VISIT): step_to(_C.SCHEDULED, Party.CLINIC),
        (_C.SCANNED, CaseAction.REQUEST_VISIT): step_to(_C.SCHEDULED, Party.CLINIC),
        **{
            (s, CaseAction.UPLOAD): step_to(None, Party.CLINIC, Party.OPERATOR, Party.SYSTEM)
            for s in _LIVE
        },
        **{(s, CaseAction.LINK): step_to(None, Party.CLINIC) for s in (*_LIVE, _C.CLOSED)},
        **{
            (s, CaseAction.CLOSE): step_to(_C.CLOSED, Party.CLINIC, Party.SYSTEM)
            for s in (_C.OPEN, _C.SCANNED)
        },
        (_C.CLOSED, CaseAction.REOPEN): step_to(None, Party.CLINIC),
        **{(s, CaseAction.FREEZE): step_to(_C.FROZEN, Party.SYSTEM) for s in (*_LIVE, _C.CLOSED)},
    },
    WrongCaseStatus,
)
