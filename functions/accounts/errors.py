"""What can go wrong with an account, one sentence each."""

from core.details import STEP_AT_TIMES, Detail
from core.errors import ErrorCode, ScannerError


class AccountNotFound(ScannerError):
    """There is no such account, or it is not one the caller may see."""

    code = ErrorCode.NOT_FOUND
    reason = "account-not-found"
    sentence = "There is no such account: check the id."


class AlreadyRegistered(ScannerError):
    """Register was called by an account that has been decided on."""

    code = ErrorCode.ALREADY_EXISTS
    reason = "already-registered"
    sentence = "This account is registered already: update the profile instead."


class EmailNotVerified(ScannerError):
    """The caller has no e-mail address that Auth has verified: an anonymous one, or a phone."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "email-not-verified"
    sentence = (
        "This needs an e-mail address that is verified: verify yours, take a new ID token, then "
        "call again."
    )


class ApplicantNotVerified(ScannerError):
    """Auth has not verified the e-mail address on an account that is to be let in."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "applicant-not-verified"
    sentence = (
        "The e-mail address on this account is not verified: ask the person to verify it and to "
        "register again."
    )


class PolicyNotCurrent(ScannerError):
    """Another version of the privacy policy was accepted than the one in force."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "policy-not-current"
    sentence = "The privacy policy has a newer version: show it, then accept that one."
    gives = (Detail("current", str, "The version of the policy in force."),)


class InviteNotOpen(ScannerError):
    """No open invitation stands for this e-mail address."""

    code = ErrorCode.NOT_FOUND
    reason = "invite-not-open"
    sentence = "No open invitation for this verified e-mail address: ask the owner for a new one."


class WrongStatus(ScannerError):
    """The account's status does not allow the action."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-status"
    sentence = "The account's status does not allow this: reload the list, then decide again."
    gives = STEP_AT_TIMES


class OwnAccount(ScannerError):
    """An admin turned on their own account."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "own-account"
    sentence = "Nobody decides on their own account: ask another administrator."


class OrgNotFound(ScannerError):
    """There is no such clinic or lab."""

    code = ErrorCode.NOT_FOUND
    reason = "org-not-found"
    sentence = "There is no such clinic or lab: check the organisation's id."


class LastOwner(ScannerError):
    """The act would leave the organisation without an owner."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "last-owner"
    sentence = "An organisation needs an owner: hand over the ownership first."


class AlreadyMember(ScannerError):
    """The invited address belongs to a member."""

    code = ErrorCode.ALREADY_EXISTS
    reason = "already-member"
    sentence = "This person is a member already."
