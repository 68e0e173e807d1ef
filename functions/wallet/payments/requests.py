"""Requests about payments into a wallet. Amounts in paise."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from core.callables import Message
from core.fields import Whole
from core.idempotency import IdempotencyKey
from wallet.examples import KEY, PAYMENT

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
