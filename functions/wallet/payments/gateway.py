"""The payment gateway, Razorpay: its API and what it signs; nothing of wallets.

The SDK is imported where it is used, for most functions of the wallet do without.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, Self, TypeAlias, TypeVar

from pydantic import ValidationError

from core import log, settings
from wallet.payments.entities import (
    GatewayId,
    GatewayPayment,
    Reported,
    ReportedDispute,
    ReportedRefund,
    ReportedSettlement,
    SettledItem,
    Unreadable,
)
from wallet.payments.errors import OnlinePaymentNotConfigured, PaymentGatewayUnavailable

if TYPE_CHECKING:
    import razorpay

T = TypeVar("T")
R = TypeVar("R", bound=Reported)
#: A page of a list, with what of it cannot be read.
Page: TypeAlias = list[R | Unreadable]

#: The most that a list of the gateway's has on one page, and items of settlements on one.
#: Source: https://razorpay.com/docs/api/payments/fetch-all-payments/ (`count`, at most 100) and
#: .../settlements/fetch-recon/ (at most 1,000).
PAGE, ITEMS_PAGE = 100, 1_000

#: What it says of an id that it does not know; other requests that it refuses are our fault.
#: Source: https://razorpay.com/docs/api/payments/fetch-with-id/ (errors).
_NONE_SUCH = ("id provided does not exist", "is not a valid id")

#: What can be a document's id: Firestore keeps ids that begin with two underscores to itself.
_EVENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


class _Order(Reported):
    id: GatewayId


class _Collection(Reported, Generic[R]):
    items: list[R]


class _List(Reported):
    items: list[Any]


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
            lambda client: _Collection[_Order].model_validate(
                client.order.all(request, timeout=self.patience)
            )
        )
        # Listed from the newest on; the oldest is the one that every retry finds.
        return found.items[-1].id if found.items else None

    def payments(self, begin: int, end: int, skip: int) -> Page[GatewayPayment]:
        """Return a page of the payments that were made in a span of Unix time, the newest first.

        What has a form that nobody knows stops no other: it is `Unreadable`, here and below.

        Raises:
            PaymentGatewayUnavailable: as by all that follow.
        """
        return self._page("payment", GatewayPayment, _span(begin, end, skip))

    def refunds(self, begin: int, end: int, skip: int) -> Page[ReportedRefund]:
        """Return a page of the refunds that were made in a span of Unix time."""
        return self._page("refund", ReportedRefund, _span(begin, end, skip))

    def disputes(self, begin: int, end: int, skip: int) -> Page[ReportedDispute]:
        """Return a page of the disputes that were raised in a span of Unix time."""
        return self._page("dispute", ReportedDispute, _span(begin, end, skip))

    def settlements(self, begin: int, end: int, skip: int) -> Page[ReportedSettlement]:
        """Return a page of the settlements that were made in a span of Unix time."""
        return self._page("settlement", ReportedSettlement, _span(begin, end, skip))

    def settled_items(self, day: date, skip: int) -> Page[SettledItem]:
        """Return a page of what the settlements of a day, in India, are made up of."""
        request = {"year": day.year, "month": day.month, "day": day.day}
        request |= {"count": ITEMS_PAGE, "skip": skip}
        return self._ask(
            lambda client: _listed(
                SettledItem, client.settlement.report(request, timeout=self.patience)
            )
        )

    def payment(self, payment_id: str) -> GatewayPayment | Unreadable | None:
        """Return one payment, and None where the gateway has none; so with what follows."""
        return self._one("payment", GatewayPayment, payment_id)

    def refund(self, refund_id: str) -> ReportedRefund | Unreadable | None:
        """Return one refund."""
        return self._one("refund", ReportedRefund, refund_id)

    def dispute(self, dispute_id: str) -> ReportedDispute | Unreadable | None:
        """Return one dispute."""
        return self._one("dispute", ReportedDispute, dispute_id)

    def _page(self, of: str, model: type[R], request: dict[str, int]) -> Page[R]:
        return self._ask(
            lambda client: _listed(model, getattr(client, of).all(request, timeout=self.patience))
        )

    def _one(self, of: str, model: type[R], entity_id: str) -> R | Unreadable | None:
        def call(client: "razorpay.Client") -> R | Unreadable | None:
            from razorpay.errors import BadRequestError

            try:
                found = getattr(client, of).fetch(entity_id, timeout=self.patience)
            except BadRequestError as err:
                if any(words in str(err) for words in _NONE_SUCH):
                    return None
                raise
            return _reported(model, found)

        return self._ask(call)

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


def _listed(model: type[R], answer: object) -> Page[R]:
    return [_reported(model, each) for each in _List.model_validate(answer).items]


def _reported(model: type[R], said: object) -> R | Unreadable:
    try:
        return model.model_validate(said)
    except ValidationError as err:
        log.failure("payment gateway says what cannot be read", err)
        return Unreadable.of(said)


def _span(begin: int, end: int, skip: int) -> dict[str, int]:
    return {"from": begin, "to": end, "count": PAGE, "skip": skip}


def event_id_of(header: str, body: bytes) -> str:
    """Return the id that tells a delivery from a replay: the gateway's, or the body's hash.

    Source: https://razorpay.com/docs/webhooks/validate-test/ ("x-razorpay-event-id").
    """
    return header if _EVENT_ID.fullmatch(header) else hashlib.sha256(body).hexdigest()
