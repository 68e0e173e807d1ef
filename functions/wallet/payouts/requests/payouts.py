"""Requests about payouts to labs. Amounts in paise."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from core.callables import Message
from core.fields import DocId, Flag, Whole
from core.idempotency import IdempotencyKey
from core.paging import PageRequest, WorkPage
from wallet.examples import KEY, PAYMENT, WALLET
from wallet.payouts.models import (
    AccountNumber,
    Failure,
    Ifsc,
    MethodKind,
    PayoutState,
    Refusal,
    Vpa,
)

_AT = "2026-05-04T04:00:00Z"
_PAYOUT = {"payout_id": PAYMENT}

#: The name on the account, in the Latin letters that banks keep it in, and what they write with it.
Holder = Annotated[
    str, StringConstraints(max_length=100, pattern=r"^[A-Za-z][A-Za-z0-9 .,&'()/-]{2,99}$")
]
#: Unique transaction reference: 22 characters for RTGS, 16 for NEFT, 12 digits for IMPS and UPI.
#: Source: Reserve Bank of India, FAQs on the RTGS and NEFT systems.
UTR = r"^[A-Za-z0-9]{6,22}$"
Utr = Annotated[str, StringConstraints(pattern=UTR)]

PayoutId = Annotated[DocId, Field(description="The payout, as it was answered when asked for.")]


class SetPayoutMethod(Message):
    """Where the caller's lab is paid from now on: a bank account, or a UPI id."""

    holder: Holder = Field(
        description="The account holder's name as the bank has it, in Latin letters."
    )
    account_number: AccountNumber | None = Field(
        default=None, description="The number of the bank account; left out for a UPI id."
    )
    ifsc: Ifsc | None = Field(
        default=None, description="The IFSC of the account's branch; left out for a UPI id."
    )
    vpa: Vpa | None = Field(
        default=None, description="The UPI id, such as `pearl@okbank`; left out for an account."
    )
    automatic: Flag = Field(
        default=False, description="Whether the lab is paid on the platform's schedule by itself."
    )

    @model_validator(mode="after")
    def _one(self) -> Self:
        bank = (self.account_number is not None, self.ifsc is not None)
        if not (all(bank) if self.vpa is None else not any(bank)):
            raise PydanticCustomError("method", "Give `account_number` and `ifsc`, or a `vpa`")
        return self

    def details(self) -> dict[str, Any]:
        """Return the account, as it is stored."""
        return {
            "kind": MethodKind.BANK if self.vpa is None else MethodKind.UPI,
            "holder": self.holder,
            "account_number": self.account_number,
            "ifsc": self.ifsc,
            "vpa": self.vpa,
        }

    example: ClassVar = {
        "holder": "Pearl Dental Lab LLP",
        "account_number": "50100123456789",
        "ifsc": "HDFC0001234",
        "automatic": True,
    }


class GetPayoutMethod(Message):
    """Where the caller's lab is paid; there is nothing to say."""

    example: ClassVar = {}


class PayoutMethodShown(Message):
    """The account, masked: nobody reads it here again."""

    kind: MethodKind | None = Field(
        description="Whether it is a bank account or a UPI id; null where none was set."
    )
    to: str | None = Field(
        description="The account, masked: `HDFC0001234 ****6789` or `pe***@okbank`; null where "
        "none was set."
    )
    since: AwareDatetime | None = Field(
        description="Since when it is this account, in UTC; payouts wait some hours from then on."
    )
    automatic: bool = Field(description="Whether the lab is paid on the platform's schedule.")

    example: ClassVar = {
        "kind": "bank",
        "to": "HDFC0001234 ****6789",
        "since": _AT,
        "automatic": True,
    }


class RequestPayout(Message):
    """Ask for money of the caller's lab to be paid out."""

    paise: Annotated[Whole, Field(ge=100, le=1_000_000_000)] = Field(
        description="What to pay out, in paise, at most a crore of rupees; a setting of the "
        "platform has the least."
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {"paise": 500000, "idempotency_key": KEY}


class PayoutRequested(Message):
    """The payout that was asked for; its money is set aside."""

    payout_id: str = Field(description="The payout, the same for every retry.")
    paise: int = Field(description="What is to be paid out, in paise.")
    to: str = Field(description="The account that it goes to, masked.")
    waits_until: AwareDatetime = Field(
        description="Before this moment nobody approves it, in UTC: the account is that new."
    )

    example: ClassVar = {
        **_PAYOUT,
        "paise": 500000,
        "to": "HDFC0001234 ****6789",
        "waits_until": _AT,
    }


class CancelPayout(Message):
    """Take a payout back that is not approved yet."""

    payout_id: PayoutId

    example: ClassVar = _PAYOUT


class ApprovePayout(Message):
    """Approve a payout; a large one needs two admins."""

    payout_id: PayoutId

    example: ClassVar = _PAYOUT


class RejectPayout(Message):
    """Turn a payout down."""

    payout_id: PayoutId
    refusal: Refusal = Field(description="Why, for the lab.")

    example: ClassVar = {**_PAYOUT, "refusal": "account_changed"}


class PayoutMoved(Message):
    """Where the payout stands now."""

    payout_id: str = Field(description="The payout of the request.")
    state: PayoutState = Field(description="Where it stands.")

    example: ClassVar = {**_PAYOUT, "state": "approved"}


class ListPayouts(PageRequest):
    """Payouts: of the caller's lab, the last first; for admins of all, or of one state."""

    lab_id: DocId | None = Field(
        default=None, description="The lab, for admins; labs leave it out, or name their own."
    )
    state: PayoutState | None = Field(
        default=None,
        description="For admins without a lab: those of this state alone, the first first; left "
        "out, those that wait for approval.",
    )

    example: ClassVar = {"limit": 50}


class PayoutRow(Message):
    """One payout."""

    payout_id: str = Field(description="The payout; the bank has it as the reference.")
    lab_id: str = Field(description="The lab that it is for.")
    paise: int = Field(description="What is paid out, in paise.")
    state: PayoutState = Field(description="Where it stands.")
    to: str = Field(description="The account that it goes to, masked.")
    requested_at: AwareDatetime = Field(description="When it was asked for, in UTC.")
    waits_until: AwareDatetime = Field(description="Before this nobody approves it, in UTC.")
    approvals: int = Field(description="How many admins have approved it.")
    owed_paise: int = Field(
        description="What the lab owes the platform now, in paise, while the payout is under way: "
        "as long as it does, nobody approves it and it does not leave. 0 for what has ended."
    )
    batch_id: str | None = Field(description="The file for the bank that it is in, if any.")
    utr: str | None = Field(description="The bank's number of the transfer, once it is known.")
    failure: Failure | None = Field(
        description="Why it failed or came back; null where it did not."
    )
    refusal: Refusal | None = Field(description="Why it was turned down; null where it was not.")
    ended_at: AwareDatetime | None = Field(
        description="When it was paid, failed, returned, rejected or cancelled, in UTC."
    )

    example: ClassVar = {
        **_PAYOUT,
        "lab_id": WALLET,
        "paise": 500000,
        "state": "paid",
        "to": "HDFC0001234 ****6789",
        "requested_at": _AT,
        "waits_until": _AT,
        "approvals": 1,
        "owed_paise": 0,
        "batch_id": None,
        "utr": "HDFCN52026050412",
        "failure": None,
        "refusal": None,
        "ended_at": _AT,
    }


class Payouts(WorkPage):
    """The page of payouts."""

    payouts: list[PayoutRow] = Field(description="The payouts; empty where there are none.")

    example: ClassVar = {"payouts": [PayoutRow.example], "cursor": None, "left_out": 0}


Chosen = Annotated[
    list[DocId],
    Field(min_length=1, max_length=100, description="The payouts, as admins have looked at them."),
]


class ExportPayouts(Message):
    """Make a file for the bank of approved payouts."""

    payout_ids: Chosen
    idempotency_key: IdempotencyKey

    example: ClassVar = {"payout_ids": [PAYMENT], "idempotency_key": KEY}


class Unready(StrEnum):
    """Why a payout was left out."""

    NOT_FOUND = "not_found"  # there is no such payout
    NOT_APPROVED = "not_approved"  # it is not approved, or has left already
    METHOD_CHANGED = "method_changed"  # the account is not the one that it was asked for to
    LAB_IN_DEBT = "lab_in_debt"  # the lab owes the platform: reject it, or wait


class LeftOut(Message):
    """A payout that was left out, and why."""

    payout_id: str = Field(description="The payout that it is about.")
    reason: Unready = Field(description="Why it cannot leave now.")

    example: ClassVar = {**_PAYOUT, "reason": "method_changed"}


class PayoutsExported(Message):
    """What the file holds; `wallet/get_payout_file` has the link to it."""

    batch_id: str = Field(description="The file, the same for every retry.")
    count: int = Field(description="How many payouts are in it.")
    total_paise: int = Field(description="What they come to, in paise.")
    left_out: list[LeftOut] = Field(description="Payouts that are not in it, and why.")

    example: ClassVar = {"batch_id": PAYMENT, "count": 1, "total_paise": 500000, "left_out": []}


class GetPayoutFile(Message):
    """Fetch a file for the bank; it holds account numbers, and is kept for seven days."""

    batch_id: DocId = Field(description="The file, as it was answered when made.")

    example: ClassVar = {"batch_id": PAYMENT}


class PayoutFile(Message):
    """A signed link to the file."""

    batch_id: str = Field(description="The file of the request.")
    url: str = Field(description="Signed link to it, for GET alone, until `expires_at`.")
    expires_at: AwareDatetime = Field(description="When the link stops working, in UTC.")

    example: ClassVar = {
        "batch_id": PAYMENT,
        "url": "https://storage.googleapis.com/…",
        "expires_at": _AT,
    }
