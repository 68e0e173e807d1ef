"""What can go wrong with orders, one sentence each."""

from core.details import (
    ALLOWED,
    ASKED,
    EARLIEST,
    EARLIEST_DAY,
    LATEST_DAY,
    MISSING_PAISE,
    REQUEST_ID,
    STARTS_AT,
    STEP,
    Detail,
)
from core.errors import ErrorCode, ScannerError
from labs.orders.problems import Problem

#: What of a finding programs go by; all of it is as `labs/check_order` answers it.
_FINDING = (
    Detail("code", str, "The stable code of what was found."),
    Detail("severity", str, "What it asks for."),
    Detail("file_ids", list[str], "The scans that it was found on."),
    Detail("teeth", list[int], "The teeth that it is about."),
)


class OrderNotFound(ScannerError):
    """There is no such order, or it is none of the caller's."""

    code = ErrorCode.NOT_FOUND
    reason = "order-not-found"
    sentence = "There is no such order here: check the id."


class WrongOrderState(ScannerError):
    """The order's state does not allow what was asked."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-order-state"
    sentence = "The order is in `state`, which does not allow this: reload it, then decide again."
    gives = STEP


class OrderRefused(ScannerError):
    """Something speaks against the order; all of it is in the details."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "order-refused"
    sentence = "The order cannot go to the lab like this: see each of the `problems`."
    gives = (
        Detail(
            "problems",
            (
                Detail("reason", Problem, "What is wrong."),
                Detail("at", str, "Where in the request, such as `items.0.teeth`, or empty."),
                Detail("sentence", str, "What to do about it, in English."),
                Detail("missing", list[int], "The teeth of a gap.").at_times(),
                Detail("tooth", int, "The tooth that it is about.").at_times(),
                Detail("names", list[str], "What the work is ordered by.").at_times(),
                Detail(
                    "findings",
                    _FINDING,
                    "What the case check found; `labs/check_order` tells the same in words.",
                ).at_times(),
                EARLIEST_DAY.at_times(),
                LATEST_DAY.at_times(),
                MISSING_PAISE.at_times(),
                REQUEST_ID.at_times(),
                STARTS_AT.at_times(),
                ASKED.at_times(),
            ),
            "Each thing that speaks against the order.",
        ),
    )


class ReasonNeeded(ScannerError):
    """The step asks for another reason, or for none."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "reason-needed"
    sentence = "Give one of the reasons that are `allowed` for this step, or none where none is."
    gives = (ALLOWED,)


class ShipmentNeeded(ScannerError):
    """Nobody could find a parcel without its carrier."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "shipment-needed"
    sentence = "Say with which carrier the order was sent."


class AmendmentNeeded(ScannerError):
    """The correction names nothing that may be corrected now, or something that may not."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "amendment-needed"
    sentence = "Say anew what is `allowed` to be corrected in this state, and nothing else."
    gives = (ALLOWED,)


class DayNotPossible(ScannerError):
    """The promised day is over, or too long ahead."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "day-not-possible"
    sentence = "Promise a day from `earliest` to `latest`."
    gives = (EARLIEST_DAY, LATEST_DAY)


class ParcelUnderWay(ScannerError):
    """The parcel may still arrive, as far as the clinic can tell."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "parcel-under-way"
    sentence = "The parcel may still arrive: report it as lost from `earliest` on, or ask the lab."
    gives = (EARLIEST,)


class LossUnanswered(ScannerError):
    """The lab may still say what became of the parcel."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "loss-unanswered"
    sentence = "The lab has until `earliest` to answer the loss: call the order off from then on."
    gives = (EARLIEST,)


class LabCannotRefund(ScannerError):
    """The lab has spent what it would have to give back."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "lab-cannot-refund"
    sentence = "The lab's wallet lacks what goes back: have the lab top it up, or ask support."


class FilesNeeded(ScannerError):
    """New scans were announced and none is named."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "files-needed"
    sentence = "Name the files that the lab is to work with now."


class NotShared(ScannerError):
    """The patient's consent, or the case, does not allow sharing any more."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "not-shared"
    sentence = "The clinic may not share this case now, as `why` says: ask the clinic."
    gives = (Detail("why", str, "What forbids it: the reason of an error about cases."),)
