"""What can go wrong with visits, one sentence each."""

from core.details import STEP, Detail
from core.errors import ErrorCode, ScannerError


class VisitNotFound(ScannerError):
    """There is no such visit, or it is not one the caller has to do with (any more)."""

    code = ErrorCode.NOT_FOUND
    reason = "visit-not-found"
    sentence = "There is no such visit for this account: reload the list."


class WrongVisitState(ScannerError):
    """The visit's state does not allow the action."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-visit-state"
    sentence = "The visit's state, `state`, does not allow this: reload the visit."
    gives = STEP


class SlotInPast(ScannerError):
    """A slot begins earlier than now."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "slot-in-past"
    sentence = "The slot begins in the past: offer one that begins later."


class SlotTooFarAhead(ScannerError):
    """A slot begins more than a year from now."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "slot-too-far-ahead"
    sentence = "The slot begins more than a year from now: offer one within a year."


class VisitAlreadyRequested(ScannerError):
    """The clinic asked for such a visit a moment ago: the same patient, times and scans."""

    code = ErrorCode.ALREADY_EXISTS
    reason = "visit-already-requested"
    sentence = (
        "Minutes ago a visit was requested for this patient, with the same scans at an overlapping "
        "time, `visit_id`: use that one, or request another with `again`."
    )
    gives = (Detail("visit_id", str, "The visit that is open for the patient."),)


class SlotNotOffered(ScannerError):
    """The slot is not one of those that suit the clinic."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "slot-not-offered"
    sentence = "The clinic did not offer that slot: reload the visit and choose one that it did."


class OperatorNotActive(ScannerError):
    """The account to assign is not an active operator."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "operator-not-active"
    sentence = "That account is not an active operator: choose another one."


class OperatorBusy(ScannerError):
    """The operator has another visit at that time."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "operator-busy"
    sentence = "The operator has another visit at that time: choose another slot or operator."


class TooEarly(ScannerError):
    """The visit's slot has not begun."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "too-early"
    sentence = "The visit's slot has not begun: wait until then."


class NothingScanned(ScannerError):
    """No file of the visit is ready."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "nothing-scanned"
    sentence = "No file of this visit is ready: upload the scans and wait for their reports."
