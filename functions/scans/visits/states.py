"""The state table of visits, and the sets of states that code decides by."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from scans.visits.errors import WrongVisitState
from scans.visits.models import VisitState

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
    {_A.CANCEL: ("reason",)},
)


#: What brings an operator nearer to the patient: refused while a guardian has not consented. What
#: ends a visit, moves it or says how it went is not.
ON_CONSENT = frozenset({_A.ASSIGN, _A.ACCEPT, _A.DEPART, _A.BEGIN})


#: The states in which the assigned operator may upload.
UPLOADING = frozenset({_S.SCANNING})


#: Nothing follows these.
ENDED = frozenset({VisitState.COMPLETED, VisitState.CANCELLED, VisitState.NO_SHOW})


#: In these, an admin has to send an operator.
WAITING = frozenset({VisitState.REQUESTED, VisitState.DECLINED, VisitState.RESCHEDULED})


#: In these states nobody is assigned.
UNASSIGNED = WAITING | ENDED


#: The operator is expected, and has not arrived yet.
EXPECTED = frozenset({VisitState.ASSIGNED, VisitState.ACCEPTED, VisitState.EN_ROUTE})
