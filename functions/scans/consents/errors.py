"""What can go wrong with consents, one sentence each."""

from core.details import STEP_AT_TIMES, Detail
from core.errors import ErrorCode, KeyReused, ScannerError
from scans.patients.errors import PatientNotFound


class ConsentNotFound(ScannerError):
    """There is no such consent in the caller's clinic."""

    code = ErrorCode.NOT_FOUND
    reason = "consent-not-found"
    sentence = "There is no such consent in this clinic: check the id."


class GuardianRequired(ScannerError):
    """The patient is under 18 and no guardian has consented for them."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "guardian-required"
    sentence = "The patient is under 18: record the consent of a parent or guardian first."
    gives = STEP_AT_TIMES


class AgeGroupUnknown(ScannerError):
    """Nobody has said whether the patient is under 18."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "age-group-unknown"
    sentence = (
        "The patient's record says no age group: correct it, for under 18 a guardian consents."
    )


class AgeGroupDiffers(ScannerError):
    """The patient's record says another age group than the consent."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "age-group-differs"
    sentence = "The patient's record says another age group: correct the one that is wrong."


class ConsentDoesNotCover(ScannerError):
    """The consent is another patient's, or not for what is asked."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "consent-does-not-cover"
    sentence = "The patient's consent does not cover `scope`: record one that does."
    gives = (Detail("scope", str, "What is not covered: a value of `Scope`."),)


class ConsentWithdrawn(ScannerError):
    """The consent does not stand any more."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "consent-withdrawn"
    sentence = "The patient's consent was withdrawn: record a new one before going on."
    gives = STEP_AT_TIMES


class ConsentFull(ScannerError):
    """A consent carries no more cases."""

    code = ErrorCode.RESOURCE_EXHAUSTED
    reason = "consent-full"
    sentence = "Too many cases rest on this consent: record a new one."


class FormAlreadyThere(ScannerError):
    """The consent has its signed form."""

    code = ErrorCode.ALREADY_EXISTS
    reason = "form-already-there"
    sentence = "This consent has its signed form already: record a new consent for another form."


class FormNotFound(ScannerError):
    """The consent has no signed form (yet)."""

    code = ErrorCode.NOT_FOUND
    reason = "form-not-found"
    sentence = "This consent has no signed form: upload a photo of it first."


#: What callables meet that open a case on a consent, and those that act on a case.
ON_CONSENT = (
    PatientNotFound,
    ConsentNotFound,
    ConsentWithdrawn,
    ConsentDoesNotCover,
    ConsentFull,
    GuardianRequired,
    AgeGroupUnknown,
    KeyReused,
)
