"""What can go wrong with pairs of scans, one sentence each."""

from core.errors import ErrorCode, ScannerError


class OcclusionNotFound(ScannerError):
    """There is no picture of the occlusion of these scans in the case."""

    code = ErrorCode.NOT_FOUND
    reason = "occlusion-not-found"
    sentence = "There is no picture of how these scans meet in this case: check the ids."
