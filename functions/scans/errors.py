"""What can go wrong with patients, consents, visits, cases and uploads, one sentence each."""

from core.errors import Code, KeyReused, ScannerError


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


class ConsentNotFound(ScannerError):
    """There is no such consent in the caller's clinic."""

    code = Code.NOT_FOUND
    reason = "consent-not-found"
    sentence = "There is no such consent in this clinic: check the id."


class ConsentInFuture(ScannerError):
    """The consent is said to be obtained later than now."""

    code = Code.INVALID_ARGUMENT
    reason = "consent-in-future"
    sentence = "The consent's time lies in the future: give the time at which it was obtained."


class GuardianRequired(ScannerError):
    """The patient is under 18 and nobody consented for them."""

    code = Code.FAILED_PRECONDITION
    reason = "guardian-required"
    sentence = "The patient is under 18: name the parent or guardian who consented."


class ConsentDoesNotCover(ScannerError):
    """The consent is another patient's, or not for what is asked."""

    code = Code.FAILED_PRECONDITION
    reason = "consent-does-not-cover"
    sentence = "The patient's consent does not cover `scope`: record one that does."


class ConsentWithdrawn(ScannerError):
    """The consent does not stand any more."""

    code = Code.FAILED_PRECONDITION
    reason = "consent-withdrawn"
    sentence = "The patient's consent was withdrawn: record a new one before going on."


class ConsentFull(ScannerError):
    """A consent carries no more cases."""

    code = Code.RESOURCE_EXHAUSTED
    reason = "consent-full"
    sentence = "Too many cases rest on this consent: record a new one."


class FormAlreadyThere(ScannerError):
    """The consent has its signed form."""

    code = Code.ALREADY_EXISTS
    reason = "form-already-there"
    sentence = "This consent has its signed form already: record a new consent for another form."


class FormNotFound(ScannerError):
    """The consent has no signed form (yet)."""

    code = Code.NOT_FOUND
    reason = "form-not-found"
    sentence = "This consent has no signed form: upload a photo of it first."


class CaseNotFound(ScannerError):
    """There is no such case in the caller's clinic."""

    code = Code.NOT_FOUND
    reason = "case-not-found"
    sentence = "There is no such case in this clinic: check the id."


class WrongCaseStatus(ScannerError):
    """The case's status does not allow the action."""

    code = Code.FAILED_PRECONDITION
    reason = "wrong-case-status"
    sentence = "The case's status, `state`, does not allow this: reload the case."


class VisitNotFound(ScannerError):
    """There is no such visit, or it is not one the caller has to do with (any more)."""

    code = Code.NOT_FOUND
    reason = "visit-not-found"
    sentence = "There is no such visit for this account: reload the list."


class WrongVisitState(ScannerError):
    """The visit's state does not allow the action."""

    code = Code.FAILED_PRECONDITION
    reason = "wrong-visit-state"
    sentence = "The visit's state, `state`, does not allow this: reload the visit."


class WrongUploadState(ScannerError):
    """The upload was claimed or judged before."""

    code = Code.FAILED_PRECONDITION
    reason = "wrong-upload-state"
    sentence = "The upload is done already: start a new one."


class SlotInPast(ScannerError):
    """A slot begins earlier than now."""

    code = Code.INVALID_ARGUMENT
    reason = "slot-in-past"
    sentence = "The slot begins in the past: offer one that begins later."


class SlotNotOffered(ScannerError):
    """The slot is not one of those that suit the clinic."""

    code = Code.FAILED_PRECONDITION
    reason = "slot-not-offered"
    sentence = "The clinic did not offer that slot: reload the visit and choose one that it did."


class OperatorNotActive(ScannerError):
    """The account to assign is not an active operator."""

    code = Code.FAILED_PRECONDITION
    reason = "operator-not-active"
    sentence = "That account is not an active operator: choose another one."


class OperatorBusy(ScannerError):
    """The operator has another visit at that time."""

    code = Code.FAILED_PRECONDITION
    reason = "operator-busy"
    sentence = "The operator has another visit at that time: choose another slot or operator."


class TooEarly(ScannerError):
    """The visit's slot has not begun."""

    code = Code.FAILED_PRECONDITION
    reason = "too-early"
    sentence = "The visit's slot has not begun: wait until then."


class NothingScanned(ScannerError):
    """No file of the visit is ready."""

    code = Code.FAILED_PRECONDITION
    reason = "nothing-scanned"
    sentence = "No file of this visit is ready: upload the scans and wait for their reports."


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


class TooManyUploads(ScannerError):
    """The visit has used up its uploads."""

    code = Code.RESOURCE_EXHAUSTED
    reason = "too-many-uploads"
    sentence = "This visit has used up its uploads: ask for another visit."


class AttachmentNotFound(ScannerError):
    """There is no such attachment of the caller's to what it is to be sent with."""

    code = Code.NOT_FOUND
    reason = "attachment-not-found"
    sentence = "At least one attachment is not the caller's, or was uploaded for something else."


class AttachmentNotReady(ScannerError):
    """The attachment has not passed the gate."""

    code = Code.FAILED_PRECONDITION
    reason = "attachment-not-ready"
    sentence = "An attachment is `state`: wait until it is ready, or upload another file."


class AttachmentSent(ScannerError):
    """The attachment was sent before."""

    code = Code.FAILED_PRECONDITION
    reason = "attachment-sent"
    sentence = "An attachment was sent before: upload the file again to send it once more."


class FileNotFound(ScannerError):
    """A file is not (yet) in the case."""

    code = Code.NOT_FOUND
    reason = "file-not-found"
    sentence = "At least one file is not in this case, or not ready: reload the case."


#: What callables meet that open a case on a consent, and those that act on a case.
ON_CONSENT = (
    PatientNotFound,
    ConsentNotFound,
    ConsentWithdrawn,
    ConsentDoesNotCover,
    ConsentFull,
    KeyReused,
)
ON_CASE = (CaseNotFound, WrongCaseStatus, KeyReused)
