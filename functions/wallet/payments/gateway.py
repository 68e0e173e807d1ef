"""The payment gateway, Razorpay: its orders and the events that it delivers; nothing of wallets.

The SDK is imported where it is used, for most functions of the wallet do without.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Self, TypeVar

from pydantic import ConfigDict, StringConstraints, ValidationError

from core import log, settings
from core.lazy_model import LazyModel
from wallet.payments.errors import OnlinePaymentNotConfigured, PaymentGatewayUnavailable

if TYPE_CHECKING:
    import razorpay

T = TypeVar("T")

CAPTURED, ORDER_PAID, FAILED = "payment.captured", "order.paid", "payment.failed"

#: The events of one payment that money is booked, or a failure noted, for.
HANDLED = frozenset({CAPTURED, ORDER_PAID, FAILED})

_Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_]{1,64}$")]
#: What can be a document's id: Firestore keeps ids that begin with two underscores to itself.
_EVENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


class _Told(LazyModel):
    """What the gateway says. It adds fields as it likes, and people's data is among them."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True, strict=True)


class _Order(_Told):
    id: _Id


class _Orders(_Told):
    items: list[_Order]


class GatewayPayment(_Told):
    """One payment as the gateway reports it; `amount` is in paise."""

    id: _Id
    order_id: _Id | None = None
    amount: int
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class _Entity(_Told):
    entity: GatewayPayment


class _Payload(_Told):
    payment: _Entity


class _Named(_Told):
    event: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_.]{1,60}$")]


class _Reported(_Named):
    payload: _Payload


@dataclass(frozen=True)
class GatewayEvent:
    """An event that was delivered; `payment` is there for those that are handled."""

    type: str
    payment: GatewayPayment | None = None


@dataclass(frozen=True)
class Gateway:
    """The gateway under the platform's keys. `patience` is to connect and to answer, in seconds."""

    key_id: str
    key_secret: str = field(repr=False)
    url: str
    patience: tuple[float, float] = (3.05, 10.0)

    @classmethod
    def configured(cls) -> Self:
        """Return the gateway of the settings.

        Raises:
            OnlinePaymentNotConfigured: the keys are missing.
        """
        key_id, key_secret = settings.RAZORPAY_KEY_ID.value, settings.RAZORPAY_KEY_SECRET.value
        if not key_id or not key_secret:
            raise OnlinePaymentNotConfigured
        return cls(key_id, key_secret, settings.RAZORPAY_URL.value)

    def make_order(self, receipt: str, paise: int) -> str:
        """Make an order; its id. The receipt is all that it says of us.

        Raises:
            PaymentGatewayUnavailable: it may have been made all the same: look before a retry.
        """
        request = {"amount": paise, "currency": "INR", "receipt": receipt}
        return self._ask(
            lambda client: (
                _Order.model_validate(client.order.create(request, timeout=self.patience)).id
            )
        )

    def find_order(self, receipt: str) -> str | None:
        """Return the id of an order that was made under a receipt, if any was.

        Raises:
            PaymentGatewayUnavailable.
        """
        request = {"receipt": receipt}
        found = self._ask(
            lambda client: _Orders.model_validate(client.order.all(request, timeout=self.patience))
        )
        # Listed from the newest on; the oldest is the one that every retry finds.
        return found.items[-1].id if found.items else None

    def _ask(self, call: Callable[["razorpay.Client"], T]) -> T:
        import razorpay
        import requests
        from razorpay import errors

        # What the SDK raises, and what it and we meet in an answer that has another form.
        failures = (
            errors.BadRequestError,
            errors.GatewayError,
            errors.ServerError,
            requests.RequestException,
            ValueError,
            TypeError,
        )
        with requests.Session() as session:
            auth = (self.key_id, self.key_secret)
            client = razorpay.Client(session=session, auth=auth, base_url=self.url)
            try:
                return call(client)
            except failures as err:
                log.failure("payment gateway unavailable", err)
                raise PaymentGatewayUnavailable from err


def webhook_secret() -> str:
    """Return what the gateway signs its events with.

    Raises:
        OnlinePaymentNotConfigured: there is none, or no account that would use it.
    """
    secret = settings.RAZORPAY_WEBHOOK_SECRET.value
    if not secret or not settings.RAZORPAY_KEY_ID.value:
        raise OnlinePaymentNotConfigured
    return str(secret)


def is_genuine(body: bytes, signature: str, secret: str) -> bool:
    """Tell whether the gateway signed this body, byte by byte as it came.

    The SDK compares with `hmac.compare_digest`, in constant time. It takes text: bytes that are no
    UTF-8, and signatures beyond ASCII, which it fails on, are nothing that the gateway sends.
    """
    from razorpay.errors import SignatureVerificationError
    from razorpay.utility import Utility

    if not signature.isascii():
        return False
    try:
        Utility().verify_webhook_signature(body.decode(), signature, secret)
    except (SignatureVerificationError, UnicodeDecodeError):
        return False
    return True


def read_event(body: bytes) -> GatewayEvent | None:
    """Read an event; None for what is none, or lacks what is needed to handle it."""
    try:
        named = _Named.model_validate_json(body)
        if named.event not in HANDLED:
            return GatewayEvent(named.event)
        payment = _Reported.model_validate_json(body).payload.payment.entity
    except ValidationError:
        return None
    return GatewayEvent(named.event, payment)


def event_id_of(header: str, body: bytes) -> str:
    """Return the id that tells a delivery from a replay: the gateway's, or the body's hash.

    Source: https://razorpay.com/docs/webhooks/validate-test/ ("x-razorpay-event-id").
    """
    return header if _EVENT_ID.fullmatch(header) else hashlib.sha256(body).hexdigest()
