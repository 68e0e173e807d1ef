"""Payouts: where a lab is paid, what is paid out, and the files that were made for the bank."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from core.documents import Document, Record
from core.fields import Whole
from core.objects import StoredObject
from core.privacy import Retention, Viewer, held
from wallet.declarations import ACTOR, BOOKS, Paise, money

_DETAILS = held(
    "user.financial",
    kept=Retention.ORGANISATION,
    use="essential.service.payment_processing",
)
_SETTING = held("system.operations", kept=Retention.ORGANISATION)
#: A payout is read through callables alone, by its lab and by admins.
_SUM = money("user.financial", Viewer.LAB)
_ID = money("system.operations", Viewer.LAB)

#: Four letters of the bank, a zero, six letters or digits of the branch.
#: Source: Reserve Bank of India, FAQ on NEFT, "What is IFSC?".
Ifsc = Annotated[str, StringConstraints(pattern=r"^[A-Z]{4}0[A-Z0-9]{6}$")]
#: Account numbers of Indian banks have 9 to 18 digits; each bank has its own length.
AccountNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{9,18}$")]
#: A virtual payment address: a name, `@`, the handle of its provider; 255 characters at most.
#: Source: NPCI, UPI Linking Specifications, the parameter `pa`.
Vpa = Annotated[
    str,
    StringConstraints(
        max_length=255, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{1,200}@[A-Za-z][A-Za-z0-9]{1,49}$"
    ),
]


class MethodKind(StrEnum):
    """What a lab is paid by."""

    BANK = "bank"  # an account, by its number and the IFSC of its branch
    UPI = "upi"  # a UPI id, the virtual payment address of an account


class PayoutMethod(Document):
    """`payout_methods/{lab_id}`: where a lab is paid. Only functions read it, and show its mask."""

    path: ClassVar[str] = "payout_methods/{lab_id}"

    kind: Annotated[MethodKind, _DETAILS]
    holder: Annotated[str, _DETAILS, Field(min_length=1, max_length=120)]
    account_number: Annotated[AccountNumber | None, _DETAILS] = None
    ifsc: Annotated[Ifsc | None, _DETAILS] = None
    vpa: Annotated[Vpa | None, _DETAILS] = None
    #: When these details were set: payouts wait some hours from then on.
    since: Annotated[AwareDatetime, _SETTING]
    #: Whether the lab is paid on the platform's schedule, and when that is looked at next.
    automatic: Annotated[bool, _SETTING] = False
    next_at: Annotated[AwareDatetime, _SETTING]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        bank, upi = self.account_number and self.ifsc, self.vpa
        if (self.kind is MethodKind.BANK) != bool(bank) or (self.kind is MethodKind.UPI) != bool(
            upi
        ):
            raise PydanticCustomError("method", "Give an account number with IFSC, or a UPI id")
        return self

    @property
    def mask(self) -> str:
        """What people are shown of it: enough to recognise, too little to use."""
        if self.vpa is not None:
            name, _, handle = self.vpa.partition("@")
            return f"{name[: min(2, len(name) - 1)]}***@{handle}"
        return f"{self.ifsc} ****{(self.account_number or '')[-4:]}"

    def same(self, other: "PayoutMethod | None") -> bool:
        """Tell whether another says the same account and holder."""
        return other is not None and self._said() == other._said()

    def _said(self) -> tuple[object, ...]:
        return (self.kind, self.holder, self.account_number, self.ifsc, self.vpa)


class PayoutState(StrEnum):
    """Where a payout stands."""

    REQUESTED = "requested"  # the money is set aside; admins have to approve
    ENDORSED = "endorsed"  # one admin approved; it is so much that another one has to
    APPROVED = "approved"  # it can leave
    EXPORTED = "exported"  # it is in a file for the bank
    SENT = "sent"  # it was handed to the gateway
    PAID = "paid"  # the bank says so
    FAILED = "failed"  # it never left: the lab has the money again
    RETURNED = "returned"  # it left and came back: the lab has the money again
    REJECTED = "rejected"  # an admin turned it down
    CANCELLED = "cancelled"  # the lab took it back


class Failure(StrEnum):
    """Why a payout failed or came back: what banks and the gateway say, by kind."""

    ACCOUNT_CLOSED = "account_closed"  # there was such an account
    ACCOUNT_INVALID = "account_invalid"  # there is no such account
    NAME_MISMATCH = "name_mismatch"  # it is somebody else's
    LIMIT = "limit"  # the account takes no such amount
    BANK_UNAVAILABLE = "bank_unavailable"  # the bank could not be reached
    GATEWAY_REFUSED = "gateway_refused"  # the gateway did not make it
    OTHER = "other"  # something else


class Refusal(StrEnum):
    """Why an admin turned a payout down."""

    METHOD_DOUBTFUL = "method_doubtful"  # it is not certain whose account it is
    ACCOUNT_CHANGED = "account_changed"  # the account is another one by now: ask anew
    DISPUTE = "dispute"  # what was earned is in dispute
    OTHER = "other"  # something else


class Payout(Document):
    """`payouts/{payout_id}`: one payout of a lab, in paise.

    The id is made from the idempotency key, or from the lab and the day of the schedule. It is the
    reference that the bank and the gateway are given.
    """

    path: ClassVar[str] = "payouts/{payout_id}"

    lab_id: Annotated[str, _ID]
    paise: Annotated[Paise, _SUM, Field(gt=0)]
    state: Annotated[PayoutState, _ID] = PayoutState.REQUESTED
    #: The mask of the account that it goes to, and since when that account stood.
    to: Annotated[str, _SUM]
    method_since: Annotated[AwareDatetime, _ID]
    #: Before this moment nobody approves it: the account was changed not so long before.
    waits_until: Annotated[AwareDatetime, _ID]
    #: What set its money aside, what paid it out, and what took it back.
    hold_id: Annotated[str, _ID]
    paid_by: Annotated[str | None, _ID] = None
    returned_by: Annotated[str | None, _ID] = None
    requested_by: Annotated[str, ACTOR]
    requested_at: Annotated[AwareDatetime, _ID]
    #: The admins who approved, the first one first.
    approvers: Annotated[list[str], ACTOR] = []
    batch_id: Annotated[str | None, _ID] = None
    #: The gateway's payout, once it told its id.
    gateway_id: Annotated[str | None, BOOKS] = None
    #: What the gateway told last that does not fit, which admins were told of.
    alarm: Annotated[str | None, BOOKS] = None
    #: Unique transaction reference: the bank's number of the transfer.
    utr: Annotated[str | None, _ID] = None
    failure: Annotated[Failure | None, _ID] = None
    refusal: Annotated[Refusal | None, _ID] = None
    #: When it came to its end so far; one that was paid may still be returned.
    ended_at: Annotated[AwareDatetime | None, _ID] = None
    #: Tells a retry from another request under the same key.
    fingerprint: Annotated[str, BOOKS]


class Paid(Record):
    """One line of a file: a payout and its amount in paise."""

    payout_id: str
    paise: Paise


class PayoutBatch(Document):
    """`payout_batches/{batch_id}`: payouts that one file for the bank is of; it never changes.

    The file itself holds account numbers and goes after some days; what was paid stays here.
    """

    path: ClassVar[str] = "payout_batches/{batch_id}"

    payouts: Annotated[list[Paid], BOOKS, Field(min_length=1)]
    total: Annotated[Paise, BOOKS]
    count: Annotated[Whole, BOOKS]
    file: Annotated[StoredObject, BOOKS]
    file_until: Annotated[datetime, BOOKS]
    made_by: Annotated[str, ACTOR]
    made_at: Annotated[AwareDatetime, BOOKS]
    fingerprint: Annotated[str, BOOKS]
