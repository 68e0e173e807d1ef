"""What can go wrong with payouts, one sentence each."""

from core.details import STEP, Detail
from core.errors import ErrorCode, ScannerError


class PayoutNotFound(ScannerError):
    """There is no such payout, or it is none of the caller's."""

    code = ErrorCode.NOT_FOUND
    reason = "payout-not-found"
    sentence = "There is no such payout: check the id."


class PayoutMethodMissing(ScannerError):
    """The lab has not said where it is paid."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "payout-method-missing"
    sentence = "Nobody knows where to pay: an owner enters the lab's account, then this works."


class PayoutMethodChanged(ScannerError):
    """The account that the lab is paid on is not the one that it asked for a payout to."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "payout-method-changed"
    sentence = "The lab's account changed since this was asked for: reject it, or ask anew."


class PayoutMethodTooNew(ScannerError):
    """The account was set or changed so short a time ago that the owners may not have noticed."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "payout-method-too-new"
    sentence = "The account is new: approve at `waits_until`, when the owners had time to notice."
    gives = (Detail("waits_until", str, "When it may be approved, ISO 8601."),)


class LabInDebt(ScannerError):
    """The lab owes the platform money: what was paid in was taken back after it was spent."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "lab-in-debt"
    sentence = "The lab owes `owed_paise`: reject this, which pays it, or wait until it is paid."
    gives = (Detail("owed_paise", int, "What the lab owes, in paise."),)


class PayoutAtGateway(ScannerError):
    """The gateway has the payout: it may pay it still, whatever somebody says."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "payout-at-gateway"
    sentence = "The gateway has this payout and tells its end itself: send it again to look it up."


class PayoutTooSmall(ScannerError):
    """Less than the platform pays out, or less than nothing is there."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "payout-too-small"
    sentence = "Ask for `least_paise` or more: transfers of less are not made."
    gives = (Detail("least_paise", int, "The least that is paid out, in paise."),)


class WrongPayoutState(ScannerError):
    """The payout is not where this could happen to it."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-payout-state"
    sentence = "The payout's state does not allow this: reload it and see what can be done."
    gives = STEP


class OwnPayout(ScannerError):
    """Who asked for a payout, or approved it before, does not approve it."""

    code = ErrorCode.PERMISSION_DENIED
    reason = "own-payout"
    sentence = "Another admin has to do this: you asked for this payout or approved it already."


class NothingToExport(ScannerError):
    """No payout is approved that a file could be made of."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "nothing-to-export"
    sentence = "No approved payout can go into a file now: see what the list says of each."
    gives = (
        Detail(
            "left_out",
            (
                Detail("payout_id", str, "The payout that was left out."),
                Detail("reason", str, "Why it cannot leave now: a value of `Unready`."),
            ),
            "Each payout that was left out, and why.",
        ),
    )


class PayoutFileGone(ScannerError):
    """The file's days are over; what it paid is on record."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "payout-file-gone"
    sentence = "The file is kept for some days alone, which are over: the list says what it paid."


class PayoutFileUnreadable(ScannerError):
    """A bank's result file has lines that cannot be read."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "payout-file-unreadable"
    sentence = "The lines in `lines` cannot be read: correct them and send the file again."
    gives = (Detail("lines", list[int], "The lines that make no sense, from 1; 20 at most."),)


class PayoutGatewayNotConfigured(ScannerError):
    """The platform has no account at the gateway that payouts could be made from."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "payout-gateway-not-configured"
    sentence = "Payouts through the gateway are not set up: make a file for the bank instead."


class PayoutGatewayUnavailableError(Exception):
    """The gateway did not answer; it may have taken the payout all the same."""


class PayoutNotBookedError(Exception):
    """The bank or the gateway tells something of a payout that cannot be: somebody looks at it."""
