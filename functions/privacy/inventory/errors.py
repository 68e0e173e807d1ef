"""What can go wrong when somebody is looked for in the data inventory."""

from core.errors import ErrorCode, ScannerError


class SubjectNotFound(ScannerError):
    """There is no such patient in the caller's clinic."""

    code = ErrorCode.NOT_FOUND
    reason = "subject-not-found"
    sentence = "There is no such patient in this clinic: check the id."
