"""Typed errors: one class per reason a caller can meet, mapped to a callable's error codes.

The class is the declaration: its `reason` is stable and machine-readable, its `code` is one of
Firebase's callable error codes, its `sentence` says what to do next. Nothing personal goes into
any of them. `gives` declares what `details` add: figures and field names, never values that a
person typed.
"""

from enum import StrEnum
from typing import ClassVar

from core.details import ASKED, REQUEST_ID, STARTS_AT, STEP, Detail


class ErrorCode(StrEnum):
    """The callable error codes that Scanner uses, as the client SDKs spell them.

    Source: https://firebase.google.com/docs/reference/js/functions#functionserrorcode
    """

    INVALID_ARGUMENT = "invalid-argument"
    UNAUTHENTICATED = "unauthenticated"
    PERMISSION_DENIED = "permission-denied"
    NOT_FOUND = "not-found"
    ALREADY_EXISTS = "already-exists"
    FAILED_PRECONDITION = "failed-precondition"
    RESOURCE_EXHAUSTED = "resource-exhausted"
    ABORTED = "aborted"
    UNAVAILABLE = "unavailable"


class ScannerError(Exception):
    """Base of every error that a caller is meant to see."""

    code: ClassVar[ErrorCode]
    reason: ClassVar[str]
    sentence: ClassVar[str]
    gives: ClassVar[tuple[Detail, ...]] = ()

    def __init__(self, **details: object) -> None:
        super().__init__(self.reason)
        self.details = details


class InvalidRequest(ScannerError):
    """The request does not match the callable's schema."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "invalid-request"
    sentence = "The request does not have the expected form: correct the fields in `problems`."
    gives = (
        Detail(
            "problems",
            (
                Detail("field", str, "The field, dotted where it is nested."),
                Detail("problem", str, "What is wrong with it, in English."),
            ),
            "Each field that does not fit.",
        ),
    )


class CallableUnknown(ScannerError):
    """The function serves no callable of that name."""

    code = ErrorCode.NOT_FOUND
    reason = "callable-unknown"
    sentence = "There is no such function: check its name, or update the app."


class SignInRequired(ScannerError):
    """No valid ID token came with the request."""

    code = ErrorCode.UNAUTHENTICATED
    reason = "sign-in-required"
    sentence = "Sign in, then call again."


class AccountNotActive(ScannerError):
    """The account is pending, rejected, suspended or removed."""

    code = ErrorCode.PERMISSION_DENIED
    reason = "account-not-active"
    sentence = "This account is not active: its user document says why."


class ClaimsStale(ScannerError):
    """The token carries claims of before the last role change."""

    code = ErrorCode.PERMISSION_DENIED
    reason = "claims-stale"
    sentence = "The account's role has changed: refresh the ID token, then call again."


class RoleNotAllowed(ScannerError):
    """The caller's role may not use this function."""

    code = ErrorCode.PERMISSION_DENIED
    reason = "role-not-allowed"
    sentence = "This account's role may not do this: ask an administrator."


class PolicyNotAccepted(ScannerError):
    """The account has accepted an older privacy policy than the one in force."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "policy-not-accepted"
    sentence = "The privacy policy has a newer `version`: have it accepted, then call again."
    gives = (Detail("version", str, "The version of the policy in force."),)


class ErasurePending(ScannerError):
    """The erasure of whom or what this is about was asked for, and cools off."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "erasure-pending"
    sentence = (
        "An erasure begins at `starts_at`, so nothing new may begin: `asked` can take it back by "
        "privacy/cancel_request with `request_id`."
    )
    gives = (REQUEST_ID, STARTS_AT, ASKED)


class NotOwner(ScannerError):
    """Only an owner of the organisation may do this."""

    code = ErrorCode.PERMISSION_DENIED
    reason = "not-owner"
    sentence = "Only an owner of the organisation may do this."


class KeyReused(ScannerError):
    """An idempotency key came again with another body."""

    code = ErrorCode.ALREADY_EXISTS
    reason = "idempotency-key-reused"
    sentence = "This idempotency key was used for another request: make a new key."


class DoneOtherwise(ScannerError):
    """The step was taken already, and said something else then: nothing was changed."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "done-otherwise"
    sentence = "This was done already, with other `fields`: reload it, for nothing was changed."
    gives = (Detail("fields", list[str], "The fields that said something else then."),)


class CursorInvalid(ScannerError):
    """A page cursor was not issued by this function."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "cursor-invalid"
    sentence = "The cursor is not one that this function gave: start again without it."


class TimeInFuture(ScannerError):
    """Something is said to have happened later than now, by more than clocks differ."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "time-in-future"
    sentence = "A time of the past lies in the future: check the device's clock and the time given."


class WrongJobState(ScannerError):
    """The job's state does not allow what was asked."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-job-state"
    sentence = "The job is in `state`, which does not allow this: list the jobs again."
    gives = STEP


class Busy(ScannerError):
    """Firestore kept aborting the transaction."""

    code = ErrorCode.ABORTED
    reason = "busy"
    sentence = "Too many changes at the same moment: call again with the same idempotency key."


class DocumentNewer(ScannerError):
    """A newer release stored a state or kind that this one does not know: it is being rolled out.

    Nothing was changed. Once all instances are of the newer release, the same call succeeds.
    """

    code = ErrorCode.UNAVAILABLE
    reason = "document-newer"
    sentence = "Scanner is being updated: try again in some minutes."


#: What the wrapper itself may answer, on every callable.
COMMON_ERRORS: tuple[type[ScannerError], ...] = (
    CallableUnknown,
    InvalidRequest,
    SignInRequired,
    AccountNotActive,
    ClaimsStale,
    RoleNotAllowed,
    Busy,
    DocumentNewer,
)
