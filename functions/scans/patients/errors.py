"""What can go wrong with patients, one sentence each."""

from core.errors import Code, ScannerError


class PatientNotFound(ScannerError):
    """There is no such patient in the caller's clinic."""

    code = Code.NOT_FOUND
    reason = "patient-not-found"
    sentence = "There is no such patient in this clinic: check the id."


class ReferenceTaken(ScannerError):
    """Another patient of the clinic has the reference."""

    code = Code.ALREADY_EXISTS
    reason = "reference-taken"
    sentence = "Another patient of this clinic has that reference: find the patient, or change it."
