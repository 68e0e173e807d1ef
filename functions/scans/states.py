"""The state tables of scans: visits, cases, consents and uploads."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from scans.errors import ConsentWithdrawn, WrongCaseStatus, WrongUploadState, WrongVisitState
from scans.models import CaseStatus, ConsentState, UploadState, VisitState

_S = VisitState


class VisitAction(StrEnum):
    """What can be done to a visit."""

    REQUEST = "request"  # the clinic asks for the visit
    ASSIGN = "assign"  # an admin sends an operator
    ACCEPT = "accept"  # the operator will come
    DECLINE = "decline"  # the operator will not come after all
    DEPART = "depart"  # the operator sets out
    ARRIVE = "arrive"  # the operator is at the clinic
    BEGIN = "begin"  # the operator begins to scan, or goes on after finishing
    FINISH = "finish"  # the operator has uploaded everything; a file of the visit must be ready
    COMPLETE = "complete"  # the clinic has what it asked for, and pays
    REPORT_NO_SHOW = "report_no_show"  # nobody was there to be scanned, once the slot has begun
    RESCHEDULE = "reschedule"  # other slots are offered
    CANCEL = "cancel"  # the visit is called off


_A = VisitAction
#: Until the operator stands in the clinic, the clinic may move the visit.
_MOVABLE = (_S.REQUESTED, _S.ASSIGNED, _S.ACCEPTED, _S.EN_ROUTE, _S.DECLINED, _S.RESCHEDULED)
_ASSIGNABLE = (_S.REQUESTED, _S.DECLINED, _S.RESCHEDULED, _S.ASSIGNED, _S.ACCEPTED)
_WORKING = (_S.SCANNING, _S.UPLOADED)

VISIT: Machine[VisitState, VisitAction] = Machine(
    "Visit",
    "An operator's visit to a clinic. Assigning an assigned visit anew replaces its operator. "
    "The system cancels what rests on a withdrawn consent.",
    {
        (None, _A.REQUEST): step_to(_S.REQUESTED, Party.CLINIC),
        **{(s, _A.ASSIGN): step_to(_S.ASSIGNED, Party.ADMIN) for s in _ASSIGNABLE},
        (_S.ASSIGNED, _A.ACCEPT): step_to(_S.ACCEPTED, Party.OPERATOR),
        (_S.ASSIGNED, _A.DECLINE): step_to(_S.DECLINED, Party.OPERATOR),
        (_S.ACCEPTED, _A.DECLINE): step_to(_S.DECLINED, Party.OPERATOR),
        (_S.EN_ROUTE, _A.DECLINE): step_to(_S.DECLINED, Party.OPERATOR),
        (_S.ACCEPTED, _A.DEPART): step_to(_S.EN_ROUTE, Party.OPERATOR),
        (_S.EN_ROUTE, _A.ARRIVE): step_to(_S.ARRIVED, Party.OPERATOR),
        (_S.ARRIVED, _A.BEGIN): step_to(_S.SCANNING, Party.OPERATOR),
        (_S.UPLOADED, _A.BEGIN): step_to(_S.SCANNING, Party.OPERATOR),
        (_S.SCANNING, _A.FINISH): step_to(_S.UPLOADED, Party.OPERATOR),
        (_S.UPLOADED, _A.COMPLETE): step_to(_S.COMPLETED, Party.CLINIC, Party.ADMIN),
        (_S.ARRIVED, _A.REPORT_NO_SHOW): step_to(_S.NO_SHOW, Party.OPERATOR, Party.ADMIN),
        **{
            (s, _A.RESCHEDULE): step_to(_S.RESCHEDULED, Party.CLINIC, Party.ADMIN) for s in _MOVABLE
        },
        (_S.ARRIVED, _A.RESCHEDULE): step_to(_S.RESCHEDULED, Party.ADMIN),
        (_S.SCANNING, _A.RESCHEDULE): step_to(_S.RESCHEDULED, Party.ADMIN),
        **{
            (s, _A.CANCEL): step_to(_S.CANCELLED, Party.CLINIC, Party.ADMIN, Party.SYSTEM)
            for s in (*_MOVABLE, _S.ARRIVED)
        },
        **{(s, _A.CANCEL): step_to(_S.CANCELLED, Party.ADMIN, Party.SYSTEM) for s in _WORKING},
    },
    WrongVisitState,
)

#: The states in which the assigned operator may upload.
UPLOADING = frozenset({_S.SCANNING})


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


class ConsentAction(StrEnum):
    """What can be done to a consent."""

    RECORD = "record"
    WITHDRAW = "withdraw"


CONSENT: Machine[ConsentState, ConsentAction] = Machine(
    "Consent",
    "A patient's consent. What was withdrawn stays withdrawn: who consents again gets a new "
    "record.",
    {
        (None, ConsentAction.RECORD): step_to(ConsentState.GIVEN, Party.CLINIC),
        (ConsentState.GIVEN, ConsentAction.WITHDRAW): step_to(ConsentState.WITHDRAWN, Party.CLINIC),
    },
    ConsentWithdrawn,
)


class UploadAction(StrEnum):
    """What can be done to an upload."""

    ISSUE = "issue"
    CLAIM = "claim"
    ADMIT = "admit"
    REFUSE = "refuse"


_U = UploadState

UPLOAD: Machine[UploadState, UploadAction] = Machine(
    "Upload",
    "A slot in the landing zone. An attempt claims it for five minutes; when the attempt dies, the "
    "next one claims it anew.",
    {
        (None, UploadAction.ISSUE): step_to(_U.ISSUED, Party.CLINIC, Party.OPERATOR, Party.LAB),
        (_U.ISSUED, UploadAction.CLAIM): step_to(_U.PROCESSING, Party.SYSTEM),
        (_U.PROCESSING, UploadAction.CLAIM): step_to(_U.PROCESSING, Party.SYSTEM),
        (_U.PROCESSING, UploadAction.ADMIT): step_to(_U.READY, Party.SYSTEM),
        (_U.PROCESSING, UploadAction.REFUSE): step_to(_U.REJECTED, Party.SYSTEM),
    },
    WrongUploadState,
)
