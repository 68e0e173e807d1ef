"""What can go wrong with a case or an upload, one sentence each."""

from core.errors import Code, ScannerError


class CaseNotFound(ScannerError):
    """There is no such case in the caller's clinic."""

    code = Code.NOT_FOUND
    reason = "case-not-found"
    sentence = "There is no such case in this clinic: check the id."


class ConsentInFuture(ScannerError):
    """The consent is said to be obtained later than now."""

    code = Code.INVALID_ARGUMENT
    reason = "consent-in-future"
    sentence = "The consent's time lies in the future: give the time at which it was obtained."


class FileTooLarge(ScannerError):
    """The declared size is over the limit of its kind."""

    code = Code.INVALID_ARGUMENT
    reason = "file-too-large"
    sentence = "The file is larger than `limit_bytes`: export it with fewer triangles or pixels."


class TooManyOpenUploads(ScannerError):
    """The caller holds too many slots that no upload has used."""

    code = Code.RESOURCE_EXHAUSTED
    reason = "too-many-open-uploads"
    sentence = "Too many uploads are open: finish them, or wait until they expire."


class FileNotFound(ScannerError):
    """A file is not (yet) in the case."""

    code = Code.NOT_FOUND
    reason = "file-not-found"
    sentence = "At least one file is not in this case, or not ready: reload the case."
