"""Requests about payments into a wallet. Amounts in paise."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from core.callables import Message
from core.fields import Whole
from core.figures import DateRange
from core.idempotency import IdempotencyKey
from wallet.examples import KEY, PAYMENT
from wallet.payments.reports import DifferenceKind

#: From a rupee, the least that Razorpay makes an order for, to five lakh of them, the most that it
#: takes in one payment unless asked to raise it.
#: Source: https://razorpay.com/docs/payment-pages/faqs/ ("maximum payment amount").
PaidIn = Annotated[Whole, Field(ge=100, le=50_000_000)]


class StartTopUp(Message):
    """Set out to pay into the caller's wallet."""

    paise: PaidIn = Field(
        description="What to pay in, in paise: 100 to the rupee, at most five lakh rupees."
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {"paise": 500000, "idempotency_key": KEY}


class TopUpStarted(Message):
    """What Razorpay Checkout is opened with; the wallet is credited once the gateway was paid."""

    payment_id: str = Field(
        description="The payment, the same for every retry. The wallet's statement shows it once "
        "the gateway was paid."
    )
    order_id: str = Field(description="The gateway's order: Checkout takes it as `order_id`.")
    paise: int = Field(description="What is to be paid, in paise: Checkout takes it as `amount`.")
    currency: Literal["INR"] = Field(
        description="What the amount is in: Checkout takes it as `currency`."
    )
    key_id: str = Field(
        description="The platform's public key at the gateway: Checkout takes it as `key`."
    )

    example: ClassVar = {
        "payment_id": PAYMENT,
        "order_id": "order_EKwxwAgItmmXdp",
        "paise": 500000,
        "currency": "INR",
        "key_id": "rzp_live_ILgsfZCZoFIKMb",
    }


class ReconcilePayments(DateRange):
    """Compare some days with the payment gateway, and book what is missing."""

    example: ClassVar = {"first_day": "2026-05-04", "last_day": "2026-05-06"}


class DifferenceRow(Message):
    """One thing that still differs between the gateway and the books."""

    kind: DifferenceKind = Field(
        description="How it differs; the operations guide says what to do."
    )
    subject: str = Field(
        description="The gateway's id of the payment, refund, dispute or settlement."
    )
    there: int | None = Field(description="The amount there, in paise; null where it has none.")
    here: int | None = Field(description="What is booked, in paise; null where nothing is.")

    example: ClassVar = {
        "kind": "not_booked",
        "subject": "pay_EsyWjHrfzb59eR",
        "there": 500000,
        "here": None,
    }


class Reconciled(Message):
    """What the gateway has of these days, what was booked of it, and what still differs."""

    next_day: date | None = Field(
        description="The first day that is left, where the time was over: call again from it. Null "
        "where all days were compared."
    )
    payments: int = Field(description="How many payments the gateway took.")
    paid: int = Field(description="What these come to, in paise.")
    refunds: int = Field(description="How many refunds were made there.")
    refunded: int = Field(description="What was given back of them, in paise.")
    disputes: int = Field(description="How many disputes were raised there, or go on.")
    settled: int = Field(description="What the gateway paid to the platform's bank, in paise.")
    fees: int = Field(description="What it kept of that, in paise, tax included.")
    tax: int = Field(description="The tax in these fees, in paise.")
    booked: list[str] = Field(
        description="The gateway's ids of payments, refunds and disputes that were missing here, "
        "and are booked now."
    )
    differences: list[DifferenceRow] = Field(description="What still differs: people look at it.")

    example: ClassVar = {
        "next_day": None,
        "payments": 41,
        "paid": 2050000,
        "refunds": 1,
        "refunded": 50000,
        "disputes": 0,
        "settled": 1951620,
        "fees": 48380,
        "tax": 7380,
        "booked": ["pay_FPoJKWQQ8lK13n"],
        "differences": [DifferenceRow.example],
    }
