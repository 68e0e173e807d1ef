"""The state table of cases."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from scans.cases.errors import WrongCaseStatus
from scans.cases.models import CaseStatus
from scans.consents.errors import GuardianRequired


class CaseAction(StrEnum):
    """What can be done to a case."""

    OPEN = "open"
    REQUEST_VISIT = "request_visit"
    UPLOAD = "upload"
    LINK = "link"
    CLOSE = "close"
    REOPEN = "reopen"
    REQUIRE_GUARDIAN = "require_guardian"  # the patient's record says under 18 from now on
    RESUME = "resume"  # a guardian has consented, or none is needed any more
    FREEZE = "freeze"


_C = CaseStatus


_LIVE = (_C.OPEN, _C.SCHEDULED, _C.SCANNED)


CASE: Machine[CaseStatus, CaseAction] = Machine(
    "Case",
    "A case's status follows from its facts: the consent's withdrawal, a guardian who has not "
    "consented yet, its closing, the visit under way, its files. The table says what each status "
    "allows. The system closes a case in which nothing was done for long.",
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
        # It waits still, and the time for which it is kept has begun.
        (_C.AWAITING_GUARDIAN, CaseAction.CLOSE): step_to(None, Party.CLINIC, Party.SYSTEM),
        **{
            (s, CaseAction.REQUIRE_GUARDIAN): step_to(_C.AWAITING_GUARDIAN, Party.SYSTEM)
            for s in (*_LIVE, _C.CLOSED)
        },
        (_C.AWAITING_GUARDIAN, CaseAction.RESUME): step_to(None, Party.SYSTEM),
        **{
            (s, CaseAction.FREEZE): step_to(_C.FROZEN, Party.SYSTEM)
            for s in (*_LIVE, _C.CLOSED, _C.AWAITING_GUARDIAN)
        },
    },
    WrongCaseStatus,
    own={_C.AWAITING_GUARDIAN: GuardianRequired},
)
