"""What can go wrong with jobs, one sentence each."""

from core.errors import ErrorCode, ScannerError


class JobNotFound(ScannerError):
    """There is no such job."""

    code = ErrorCode.NOT_FOUND
    reason = "job-not-found"
    sentence = "There is no such job: list the jobs again."
