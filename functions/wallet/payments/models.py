"""Payments in: what a clinic or lab set out to pay, and what the gateway told about it."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, Field

from core.access import Role
from core.documents import Document
from core.fields import Whole
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
    #: Ids of what the gateway gave back of it, and of what a bank disputes of it.
    refunds: Annotated[list[str], ID] = []
    disputes: Annotated[list[str], ID] = []
    #: How often these have changed: so each of their events writes the payment, and none that works
    #: on what it was before can be committed beside it.
    changes: Annotated[Whole, ID] = 0


class RefundState(StrEnum):
    """Where a refund stands at the gateway."""

    PENDING = "pending"  # asked for, and not carried out yet
    PROCESSED = "processed"  # the money is on its way to who paid
    FAILED = "failed"  # it could not be given back: the platform has it again


class DisputeState(StrEnum):
    """Where a dispute stands."""

    OPEN = "open"  # raised, to be answered
    UNDER_REVIEW = "under_review"  # the bank looks at the evidence
    ACTION_REQUIRED = "action_required"  # the evidence does not suffice: more is asked for
    WON = "won"  # the bank left the money where it is
    LOST = "lost"  # the bank took it back
    CLOSED = "closed"  # ended without a decision, such as after a refund


class GatewayRefund(Document):
    """`gateway_refunds/{refund_id}`: what the gateway gave back to who paid; its id, in paise.

    It is made in the gateway's dashboard, or by the gateway. One whose payment was never credited
    is kept as well, and books nothing.
    """

    path: ClassVar[str] = "gateway_refunds/{refund_id}"

    payment_id: Annotated[str, ID]
    #: The gateway's payment that it is of: a payment here may have had several attempts.
    gateway_payment: Annotated[str, ID]
    paise: Annotated[Paise, SUM, Field(gt=0)]
    state: Annotated[RefundState, ID]
    #: The transaction that took it from the wallet, and the one that gave it back on failure.
    transaction_id: Annotated[str | None, ID] = None
    reversal_id: Annotated[str | None, ID] = None
    first_told_at: Annotated[AwareDatetime, ID]


class Dispute(Document):
    """`disputes/{dispute_id}`: what a payer's bank disputes of a payment; the gateway's id."""

    path: ClassVar[str] = "disputes/{dispute_id}"

    payment_id: Annotated[str, ID]
    gateway_payment: Annotated[str, ID]
    paise: Annotated[Paise, SUM, Field(gt=0)]
    #: What the bank took of it, once it is lost.
    deducted: Annotated[Paise, SUM, Field(ge=0)] = 0
    state: Annotated[DisputeState, ID]
    #: When the gateway said last where it stands: what it said before that comes too late.
    said_at: Annotated[AwareDatetime, ID]
    #: By when the gateway wants an answer.
    respond_by: Annotated[AwareDatetime | None, ID] = None
    #: The hold that has it set aside, and the transaction that ended that.
    hold_id: Annotated[str | None, ID] = None
    transaction_id: Annotated[str | None, ID] = None
    first_told_at: Annotated[AwareDatetime, ID]


class Outcome(StrEnum):
    """What became of an event of the gateway's."""

    BOOKED = "booked"
    ALREADY_BOOKED = "already_booked"  # or known: it says nothing new
    RECORDED = "recorded"  # a refund or dispute that books nothing, or not yet
    NOT_CREDITED = "not_credited"  # a refund or dispute of what no wallet ever got
    FAILED = "failed"
    TOO_LATE = "too_late"  # a failure of a payment that was paid meanwhile
    UNHANDLED = "unhandled"  # an event that changes nothing here
    #: Money that people have to look after: nothing was booked.
    UNKNOWN_ORDER = "unknown_order"  # it is about an order that nobody made here
    WRONG_AMOUNT = "wrong_amount"
    WRONG_CURRENCY = "wrong_currency"
    PAID_TWICE = "paid_twice"  # the gateway took a second payment for the same order
    MALFORMED = "malformed"
    #: Likewise, and it was booked: more went back than was paid in; the bank took another amount.
    RETURNED_TWICE = "returned_twice"
    DEDUCTED_OTHERWISE = "deducted_otherwise"
    #: Likewise: it was lost, and is said to have been won. Nothing was booked.
    CONTRADICTED = "contradicted"
    #: What the reconciliation found to differ, under an id made from what it is about.
    DIFFERS = "differs"


class PaymentEvent(Document):
    """`payment_events/{event_id}`: an event that the gateway delivered, written with its effect.

    The id is the gateway's, so that one delivered again is known. What else it said is not kept:
    it names the person who paid.
    """

    path: ClassVar[str] = "payment_events/{event_id}"

    type: Annotated[str, BOOKS]
    outcome: Annotated[Outcome, BOOKS]
    order_id: Annotated[str | None, BOOKS] = None
    #: The gateway's refund or dispute that it is about, if it is about one.
    claim_id: Annotated[str | None, BOOKS] = None
    received_at: Annotated[AwareDatetime, BOOKS]
