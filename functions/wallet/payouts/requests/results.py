"""Requests that tell what became of payouts, at the bank or at the gateway."""

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from core.callables import Message
from core.fields import DocId
from wallet.examples import PAYMENT
from wallet.payouts.models import Failure, PayoutState
from wallet.payouts.requests.payouts import PayoutId, Utr

_Line = Annotated[str, StringConstraints(max_length=300, pattern=r"^[ -~]*$")]


class PayoutResult(StrEnum):
    """What the bank told."""

    PAID = "paid"  # it was credited
    FAILED = "failed"  # it never left
    RETURNED = "returned"  # it left, and came back


class RecordPayoutResult(Message):
    """What the bank told of one payout that is in a file, or was sent."""

    payout_id: PayoutId
    result: PayoutResult = Field(description="What became of it.")
    utr: Utr | None = Field(
        default=None, description="The bank's number of the transfer; where it was paid, always."
    )
    failure: Failure | None = Field(
        default=None, description="Why it failed or came back; then always."
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        paid = self.result is PayoutResult.PAID
        if (paid and self.utr is None) or paid is (self.failure is not None):
            raise PydanticCustomError("result", "Give the `utr` of what was paid, or a `failure`")
        return self

    example: ClassVar = {"payout_id": PAYMENT, "result": "paid", "utr": "HDFCN52026050412"}


class RecordPayoutFile(Message):
    """A bank's result file, as comma-separated values with a line of titles."""

    lines: Annotated[list[_Line], Field(min_length=2, max_length=501)] = Field(
        description="The lines of the file. The first has the titles: `reference` (the payout) and "
        "`result` (`paid`, `failed`, `returned`) have to be among them; `utr`, `failure` and "
        "`amount` (in rupees) may. At most 500 payouts."
    )

    example: ClassVar = {"lines": ["reference,result,utr", f"{PAYMENT},paid,HDFCN52026050412"]}


class LineOutcome(StrEnum):
    """What became of a line."""

    BOOKED = "booked"  # it is recorded now
    ALREADY = "already"  # it was recorded before
    UNKNOWN = "unknown"  # there is no such payout
    OTHER_AMOUNT = "other_amount"  # the amount is not that of the payout
    CONFLICT = "conflict"  # something else is on record of it


class PayoutLine(Message):
    """One line of a result file."""

    line: int = Field(description="The number of the line in the file; the titles are line 1.")
    payout_id: str = Field(description="The payout that it names.")
    outcome: LineOutcome = Field(
        description="`booked`, or `already` before; `unknown`: no such payout; `other_amount` and "
        "`conflict`: not what is on record, somebody has to look."
    )

    example: ClassVar = {"line": 2, "payout_id": PAYMENT, "outcome": "booked"}


class ResultsRecorded(Message):
    """What became of each line."""

    lines: list[PayoutLine] = Field(description="The lines, in the order of the file.")

    example: ClassVar = {"lines": [PayoutLine.example]}


class SendPayouts(Message):
    """Hand approved payouts to the gateway; what was not answered before is tried again."""

    payout_ids: Annotated[list[DocId], Field(min_length=1, max_length=20)] = Field(
        description="The payouts, as admins have looked at them; at most 20."
    )

    example: ClassVar = {"payout_ids": [PAYMENT]}


class SendOutcome(StrEnum):
    """What became of a payout that was to be sent."""

    SENT = "sent"  # the gateway has it
    REFUSED = "refused"  # the gateway did not take it: the lab has its money again
    UNANSWERED = "unanswered"  # nobody knows: call again
    NOT_READY = "not_ready"  # it is not approved, the account changed, or the lab owes


class PayoutSent(Message):
    """One payout, and what became of it."""

    payout_id: str = Field(description="The payout that it is about.")
    outcome: SendOutcome = Field(
        description="`sent`; `refused` by the gateway, and the lab has the money again; "
        "`unanswered`: call again; `not_ready`: not approved, the account changed, or the lab owes "
        "the platform."
    )
    state: PayoutState | None = Field(description="Where it stands; null where there is none.")

    example: ClassVar = {"payout_id": PAYMENT, "outcome": "sent", "state": "sent"}


class PayoutsSent(Message):
    """What became of each payout."""

    payouts: list[PayoutSent] = Field(description="The payouts, in the order of the request.")

    example: ClassVar = {"payouts": [PayoutSent.example]}
