"""What can go wrong with uploads and attachments, one sentence each."""

from core.details import STATE, STEP, Detail
from core.errors import ErrorCode, ScannerError


class WrongUploadState(ScannerError):
    """The upload was claimed or judged before."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-upload-state"
    sentence = "The upload is done already: start a new one."
    gives = STEP


class FileTooLarge(ScannerError):
    """The declared size is over the limit of its kind."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "file-too-large"
    sentence = (
        "The file is larger than `limit_bytes`: export a scan as binary STL or with fewer "
        "triangles, and a photograph with fewer pixels."
    )
    gives = (Detail("limit_bytes", int, "How large it may be, in bytes."),)


class TooManyOpenUploads(ScannerError):
    """The caller holds too many slots that no upload has used."""

    code = ErrorCode.RESOURCE_EXHAUSTED
    reason = "too-many-open-uploads"
    sentence = "Too many uploads are open: finish them, or wait until they expire."


class TooManyUploads(ScannerError):
    """The visit has used up its uploads."""

    code = ErrorCode.RESOURCE_EXHAUSTED
    reason = "too-many-uploads"
    sentence = "This visit has used up its uploads: ask for another visit."


class AttachmentNotFound(ScannerError):
    """There is no such attachment of the caller's to what it is to be sent with."""

    code = ErrorCode.NOT_FOUND
    reason = "attachment-not-found"
    sentence = "At least one attachment is not the caller's, or was uploaded for something else."


class AttachmentNotReady(ScannerError):
    """The attachment has not passed the gate."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "attachment-not-ready"
    sentence = "An attachment is `state`: wait until it is ready, or upload another file."
    gives = (STATE,)


class AttachmentSent(ScannerError):
    """The attachment was sent before."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "attachment-sent"
    sentence = "An attachment was sent before: upload the file again to send it once more."
