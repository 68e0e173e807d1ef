"""The state table of visits, and the sets of states that code decides by."""

from core.machines import Machine, Party, step_to
from scans.visits.errors import WrongVisitState
from scans.visits.models import VisitAction, VisitState

_S = VisitState


_A = VisitAction


#: Until the operator stands in the clinic, the clinic may move the visit.
_MOVABLE = (
    _S.REQUESTED,
    _S.ASSIGNED,
    _S.ACCEPTED,
    _S.EN_ROUTE,
    _S.DECLINED,
    _S.RESCHEDULED,
    _S.INTERRUPTED,
)


_ASSIGNABLE = (
    _S.REQUESTED,
    _S.DECLINED,
    _S.RESCHEDULED,
    _S.ASSIGNED,
    _S.ACCEPTED,
    _S.INTERRUPTED,
)


_WORKING = (_S.SCANNING, _S.UPLOADED)


#: The operator is expected and has not arrived: such a visit can begin with anybody.
_ON_THE_WAY = (_S.ASSIGNED, _S.ACCEPTED, _S.EN_ROUTE)


#: The clinic has received the operator, who is not done yet.
_BEGUN = (_S.ARRIVED, _S.SCANNING)


VISIT: Machine[VisitState, VisitAction] = Machine(
    "Visit",
    "An operator's visit to a clinic. Assigning an assigned visit anew replaces its operator. "
    "Who is sent to a visit that had begun goes on with the scans that are there. "
    "The system cancels what rests on a withdrawn consent, and releases the visits of an operator "
    "whose account is shut out or changes its role.",
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
        (_S.INTERRUPTED, _A.COMPLETE): step_to(_S.COMPLETED, Party.CLINIC),
        (_S.ARRIVED, _A.REPORT_NO_SHOW): step_to(_S.NO_SHOW, Party.OPERATOR, Party.ADMIN),
        **{
            (s, _A.RESCHEDULE): step_to(_S.RESCHEDULED, Party.CLINIC, Party.ADMIN) for s in _MOVABLE
        },
        **{
            (s, _A.RESCHEDULE): step_to(_S.RESCHEDULED, Party.ADMIN)
            for s in (_S.ARRIVED, *_WORKING)
        },
        **{
            (s, _A.CANCEL): step_to(_S.CANCELLED, Party.CLINIC, Party.ADMIN, Party.SYSTEM)
            for s in (*_MOVABLE, _S.ARRIVED)
        },
        **{(s, _A.CANCEL): step_to(_S.CANCELLED, Party.ADMIN, Party.SYSTEM) for s in _WORKING},
        **{(s, _A.RELEASE): step_to(_S.REQUESTED, Party.SYSTEM) for s in _ON_THE_WAY},
        **{(s, _A.RELEASE): step_to(_S.INTERRUPTED, Party.SYSTEM) for s in _BEGUN},
        # Everything is there: the clinic completes it, with nobody assigned.
        (_S.UPLOADED, _A.RELEASE): step_to(_S.UPLOADED, Party.SYSTEM),
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
WAITING = frozenset({_S.REQUESTED, _S.DECLINED, _S.RESCHEDULED, _S.INTERRUPTED})


#: In these states nobody is assigned; nor in `uploaded`, once its operator was lost.
UNASSIGNED = WAITING | ENDED


#: The operator is expected, and has not arrived yet.
EXPECTED = frozenset(_ON_THE_WAY)
