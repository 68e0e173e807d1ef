"""What can go wrong with patients, one sentence each."""

from core.errors import ErrorCode, ScannerError


class PatientNotFound(ScannerError):
    """There is no such patient in the caller's clinic."""

    code = ErrorCode.NOT_FOUND
    reason = "patient-not-found"
    sentence = "There is no such patient in this clinic: check the id."


class ReferenceTaken(ScannerError):
    """Another patient of the clinic has the reference."""

    code = ErrorCode.ALREADY_EXISTS
    reason = "reference-taken"
    sentence = "Another patient of this clinic has that reference: find the patient, or change it."
