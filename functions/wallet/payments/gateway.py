"""The payment gateway, Razorpay: its orders and the events that it delivers; nothing of wallets.

The SDK is imported where it is used, for most functions of the wallet do without.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Annotated, Generic, Self, TypeVar

from pydantic import StringConstraints, ValidationError

from core import log, settings
from wallet.payments.entities import (
    GatewayId,
    GatewayPayment,
    Reported,
    ReportedDispute,
    ReportedRefund,
    ReportedSettlement,
    SettledItem,
)
from wallet.payments.errors import OnlinePaymentNotConfigured, PaymentGatewayUnavailable

if TYPE_CHECKING:
    import razorpay

T = TypeVar("T")
R = TypeVar("R", bound=Reported)

CAPTURED, ORDER_PAID, FAILED = "payment.captured", "order.paid", "payment.failed"

#: The events of one payment that money is booked, or a failure noted, for.
OF_PAYMENTS = frozenset({CAPTURED, ORDER_PAID, FAILED})
#: Those of its refunds and disputes, which come with the payment beside them.
_REFUND, _DISPUTE = "refund.", "payment.dispute."
OF_REFUNDS = frozenset(
    f"{_REFUND}{what}" for what in ("created", "processed", "failed", "speed_changed")
)
OF_DISPUTES = frozenset(
    f"{_DISPUTE}{what}"
    for what in ("created", "under_review", "action_required", "won", "lost", "closed")
)
HANDLED = OF_PAYMENTS | OF_REFUNDS | OF_DISPUTES

#: The most that a list of the gateway's has on one page, and items of settlements on one.
#: Source: https://razorpay.com/docs/api/payments/fetch-all-payments/ (`count`, at most 100) and
#: .../settlements/fetch-recon/ (at most 1,000).
PAGE, ITEMS_PAGE = 100, 1_000

#: What can be a document's id: Firestore keeps ids that begin with two underscores to itself.
_EVENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


class _Order(Reported):
    id: GatewayId


class _Collection(Reported, Generic[R]):
    items: list[R]


class _PaymentEntity(Reported):
    entity: GatewayPayment


class _RefundEntity(Reported):
    entity: ReportedRefund


class _DisputeEntity(Reported):
    entity: ReportedDispute


class _Payload(Reported):
    payment: _PaymentEntity
    refund: _RefundEntity | None = None
    dispute: _DisputeEntity | None = None


class _Named(Reported):
    event: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_.]{1,60}$")]
    created_at: int | None = None


class _Delivered(_Named):
    payload: _Payload


@dataclass(frozen=True)
class GatewayEvent:
    """An event that was delivered, or what a list of the gateway's comes to.

    Attributes:
        type: the event's name.
        payment: there for all that are handled.
        refund: there for those of refunds.
        dispute: there for those of disputes.
        at: when it happened, in seconds of Unix time, where it is said.
    """

    type: str
    payment: GatewayPayment | None = None
    refund: ReportedRefund | None = None
    dispute: ReportedDispute | None = None
    at: int | None = None

    @property
    def claim(self) -> ReportedRefund | ReportedDispute | None:
        """What of the payment goes back, or may, if the event is about that."""
        return self.refund or self.dispute


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

    def payments(self, begin: int, end: int, skip: int) -> list[GatewayPayment]:
        """Return a page of the payments that were made in a span of Unix time, the newest first.

        Raises:
            PaymentGatewayUnavailable: as by all that follow.
        """
        return self._page("payment", GatewayPayment, _span(begin, end, skip))

    def refunds(self, begin: int, end: int, skip: int) -> list[ReportedRefund]:
        """Return a page of the refunds that were made in a span of Unix time."""
        return self._page("refund", ReportedRefund, _span(begin, end, skip))

    def disputes(self, begin: int, end: int, skip: int) -> list[ReportedDispute]:
        """Return a page of the disputes that were raised in a span of Unix time."""
        return self._page("dispute", ReportedDispute, _span(begin, end, skip))

    def settlements(self, begin: int, end: int, skip: int) -> list[ReportedSettlement]:
        """Return a page of the settlements that were made in a span of Unix time."""
        return self._page("settlement", ReportedSettlement, _span(begin, end, skip))

    def settled_items(self, day: date, skip: int) -> list[SettledItem]:
        """Return a page of what the settlements of a day, in India, are made up of."""
        request = {"year": day.year, "month": day.month, "day": day.day}
        request |= {"count": ITEMS_PAGE, "skip": skip}
        return self._ask(
            lambda client: (
                _Collection[SettledItem]
                .model_validate(client.settlement.report(request, timeout=self.patience))
                .items
            )
        )

    def payment(self, payment_id: str) -> GatewayPayment:
        """Return one payment; likewise one refund, one dispute."""
        return self._one("payment", GatewayPayment, payment_id)

    def refund(self, refund_id: str) -> ReportedRefund:
        """Return one refund."""
        return self._one("refund", ReportedRefund, refund_id)

    def dispute(self, dispute_id: str) -> ReportedDispute:
        """Return one dispute."""
        return self._one("dispute", ReportedDispute, dispute_id)

    def _page(self, of: str, model: type[R], request: dict[str, int]) -> list[R]:
        return self._ask(
            lambda client: (
                _Collection[model]  # type: ignore[valid-type]
                .model_validate(getattr(client, of).all(request, timeout=self.patience))
                .items
            )
        )

    def _one(self, of: str, model: type[R], entity_id: str) -> R:
        return self._ask(
            lambda client: model.model_validate(
                getattr(client, of).fetch(entity_id, timeout=self.patience)
            )
        )

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
        told = _Delivered.model_validate_json(body).payload
    except ValidationError:
        return None
    refund = told.refund.entity if told.refund and named.event in OF_REFUNDS else None
    dispute = told.dispute.entity if told.dispute and named.event in OF_DISPUTES else None
    found = GatewayEvent(named.event, told.payment.entity, refund, dispute, named.created_at)
    return found if _whole(found) else None


def _whole(event: GatewayEvent) -> bool:
    """Tell whether an event has all that it is about, and that of one payment."""
    claim, payment = event.claim, event.payment
    if claim is None:
        return event.type in OF_PAYMENTS
    return payment is not None and claim.payment_id == payment.id


def _span(begin: int, end: int, skip: int) -> dict[str, int]:
    return {"from": begin, "to": end, "count": PAGE, "skip": skip}


def event_id_of(header: str, body: bytes) -> str:
    """Return the id that tells a delivery from a replay: the gateway's, or the body's hash.

    Source: https://razorpay.com/docs/webhooks/validate-test/ ("x-razorpay-event-id").
    """
    return header if _EVENT_ID.fullmatch(header) else hashlib.sha256(body).hexdigest()
