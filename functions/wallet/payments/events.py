"""The events that the payment gateway delivers: which of them count, and what they say."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints, ValidationError

from wallet.payments.entities import (
    GatewayPayment,
    Reported,
    ReportedDispute,
    ReportedRefund,
)

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
