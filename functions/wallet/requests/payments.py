"""Requests about payments into a wallet. Amounts in paise."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from core.callables import Message
from core.idempotency import IdempotencyKey
from wallet.requests.examples import KEY, PAYMENT

#: From a rupee, the least that Razorpay makes an order for, to five lakh of them, the most that it
#: takes in one payment unless asked to raise it.
#: Source: https://razorpay.com/docs/payment-pages/faqs/ ("maximum payment amount").
PaidIn = Annotated[int, Field(ge=100, le=50_000_000)]


class StartTopUp(Message):
    """Set out to pay into the caller's wallet."""

    paise: PaidIn
    idempotency_key: IdempotencyKey

    example: ClassVar = {"paise": 500000, "idempotency_key": KEY}


class TopUpStarted(Message):
    """What Razorpay Checkout is opened with; the wallet is credited once the gateway was paid."""

    payment_id: str
    order_id: str
    paise: int
    currency: Literal["INR"]
    #: The platform's public key at the gateway.
    key_id: str

    example: ClassVar = {
        "payment_id": PAYMENT,
        "order_id": "order_EKwxwAgItmmXdp",
        "paise": 500000,
        "currency": "INR",
        "key_id": "rzp_live_ILgsfZCZoFIKMb",
    }
