"""What can go wrong with cases and their files, one sentence each."""

from core.details import STEP
from core.errors import ErrorCode, KeyReused, ScannerError
from scans.consents.errors import GuardianRequired


class CaseNotFound(ScannerError):
    """There is no such case in the caller's clinic."""

    code = ErrorCode.NOT_FOUND
    reason = "case-not-found"
    sentence = "There is no such case in this clinic: check the id."


class WrongCaseStatus(ScannerError):
    """The case's status does not allow the action."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-case-status"
    sentence = "The case's status, `state`, does not allow this: reload the case."
    gives = STEP


class FileNotFound(ScannerError):
    """A file is not (yet) in the case."""

    code = ErrorCode.NOT_FOUND
    reason = "file-not-found"
    sentence = "At least one file is not in this case, or not ready: reload the case."


ON_CASE = (CaseNotFound, WrongCaseStatus, GuardianRequired, KeyReused)
