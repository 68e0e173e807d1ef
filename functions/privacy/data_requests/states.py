"""The state table of data requests."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from privacy.data_requests.errors import WrongRequestState
from privacy.models.rights import RequestState


class RequestAction(StrEnum):
    """What can happen to a request."""

    ASK = "ask"
    COOL_OFF = "cool_off"
    BEGIN = "begin"
    FINISH = "finish"
    FAIL = "fail"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    REFUSE = "refuse"


_S, _A = RequestState, RequestAction
_ASKERS = (Party.PERSON, Party.CLINIC)

REQUEST: Machine[RequestState, RequestAction] = Machine(
    "Privacy request",
    "A request about one's own data, or a clinic's about a patient's. An erasure waits for some "
    "days in which it can be taken back, then it runs until nothing is left. The system asks for "
    "that of an account which nobody uses, and takes it back when somebody does.",
    {
        (None, _A.ASK): step_to(_S.RECEIVED, *_ASKERS, Party.SYSTEM),
        (_S.RECEIVED, _A.COOL_OFF): step_to(_S.COOLING_OFF, Party.SYSTEM),
        (_S.RECEIVED, _A.WITHDRAW): step_to(_S.WITHDRAWN, *_ASKERS),
        (_S.COOLING_OFF, _A.WITHDRAW): step_to(_S.WITHDRAWN, *_ASKERS, Party.SYSTEM),
        (_S.RECEIVED, _A.REFUSE): step_to(_S.REFUSED, Party.ADMIN),
        (_S.COOLING_OFF, _A.REFUSE): step_to(_S.REFUSED, Party.ADMIN, Party.SYSTEM),
        (_S.RECEIVED, _A.APPROVE): step_to(_S.DONE, Party.ADMIN),
        (_S.RECEIVED, _A.BEGIN): step_to(_S.RUNNING, Party.SYSTEM),
        (_S.COOLING_OFF, _A.BEGIN): step_to(_S.RUNNING, Party.SYSTEM),
        (_S.FAILED, _A.BEGIN): step_to(_S.RUNNING, Party.SYSTEM),
        (_S.RUNNING, _A.FAIL): step_to(_S.FAILED, Party.SYSTEM),
        (_S.RUNNING, _A.FINISH): step_to(_S.DONE, Party.SYSTEM),
    },
    WrongRequestState,
    {_A.REFUSE: ("reasons",)},
)

#: What still has to be answered.
OPEN = frozenset({_S.RECEIVED, _S.COOLING_OFF, _S.RUNNING, _S.FAILED})
