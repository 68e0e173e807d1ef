"""Payments in: what a clinic or lab set out to pay, and what the gateway told about it."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, Field

from core.access import Role
from core.documents import Document
from wallet.declarations import ACTOR, BOOKS, ID, SUM, Paise


class PaymentState(StrEnum):
    """Where a payment stands. Failed says only that the last attempt did: people try again."""

    CREATED = "created"
    PAID = "paid"
    FAILED = "failed"


class Payment(Document):
    """`payments/{payment_id}`: one payment into a wallet, in paise.

    The id is made from the idempotency key. It is also the receipt of the gateway's order, by
    which an order is found again that was made just before a crash.
    """

    path: ClassVar[str] = "payments/{payment_id}"

    wallet_id: Annotated[str, ID]
    kind: Annotated[Role, ID]
    paise: Annotated[Paise, SUM, Field(gt=0)]
    currency: Annotated[Literal["INR"], SUM] = "INR"
    state: Annotated[PaymentState, ID] = PaymentState.CREATED
    #: The gateway's order, once there is one; it never changes.
    order_id: Annotated[str | None, ID] = None
    #: The gateway's payment that was booked, and the transaction that booked it.
    gateway_payment: Annotated[str | None, ID] = None
    transaction_id: Annotated[str | None, ID] = None
    started_by: Annotated[str, ACTOR]
    started_at: Annotated[AwareDatetime, ID]
    #: When it was booked.
    settled_at: Annotated[AwareDatetime | None, ID] = None
    #: Tells a retry from another request under the same key.
    fingerprint: Annotated[str, ID]


class Outcome(StrEnum):
    """What became of an event of the gateway's."""

    BOOKED = "booked"
    ALREADY_BOOKED = "already_booked"
    FAILED = "failed"
    TOO_LATE = "too_late"  # a failure of a payment that was paid meanwhile
    UNHANDLED = "unhandled"  # an event that changes nothing here
    UNKNOWN_ORDER = "unknown_order"
    #: Money that people have to look after: nothing was booked.
    WRONG_AMOUNT = "wrong_amount"
    WRONG_CURRENCY = "wrong_currency"
    PAID_TWICE = "paid_twice"  # the gateway took a second payment for the same order
    MALFORMED = "malformed"


class PaymentEvent(Document):
    """`payment_events/{event_id}`: an event that the gateway delivered, written with its effect.

    The id is the gateway's, so that one delivered again is known. What else it said is not kept:
    it names the person who paid.
    """

    path: ClassVar[str] = "payment_events/{event_id}"

    type: Annotated[str, BOOKS]
    outcome: Annotated[Outcome, BOOKS]
    order_id: Annotated[str | None, BOOKS] = None
    received_at: Annotated[AwareDatetime, BOOKS]
