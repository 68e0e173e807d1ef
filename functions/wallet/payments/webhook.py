"""The gateway's webhook: which events are let in, and what the gateway is answered.

Any answer but 2xx has the gateway deliver again, with growing pauses, for 24 hours; after that it
switches the webhook off. So only what may go better next time is refused, and forgeries.
Source: https://razorpay.com/docs/webhooks/best-practices/
"""

from http import HTTPStatus
from typing import TYPE_CHECKING

from core import log
from core.clock import Clock
from core.context import Context
from core.errors import Busy, DocumentNewer
from core.store import Store
from wallet.payments import events, gateway, settlement
from wallet.payments.errors import OnlinePaymentNotConfigured
from wallet.payouts import gateway_events

if TYPE_CHECKING:
    from flask import Request

#: Events are some thousand bytes long.
MOST_BYTES = 200_000


def answer(store: Store, clock: Clock, request: "Request") -> HTTPStatus:
    """Take in what the gateway delivers; nothing of it is read before its signature is checked."""
    if request.method != "POST":
        return HTTPStatus.METHOD_NOT_ALLOWED
    try:
        secret = gateway.webhook_secret()
    except OnlinePaymentNotConfigured as err:
        log.failure("payment webhook without a secret", err)
        return HTTPStatus.SERVICE_UNAVAILABLE
    body = _body(request)
    if body is None:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if not gateway.is_genuine(body, request.headers.get("x-razorpay-signature", ""), secret):
        log.warn("payment event refused", problem="signature")
        return HTTPStatus.UNAUTHORIZED
    event_id = gateway.event_id_of(request.headers.get("x-razorpay-event-id", ""), body)
    return _settled(store, clock, event_id, body)


def _settled(store: Store, clock: Clock, event_id: str, body: bytes) -> HTTPStatus:
    try:
        if gateway_events.is_of_payout(body):
            gateway_events.receive(Context.of_system(store, clock), event_id, body)
        else:
            settlement.settle(store, clock, event_id, events.read_event(body))
    except (Busy, DocumentNewer) as err:
        log.failure("payment event put off", err, event=event_id)
        return HTTPStatus.SERVICE_UNAVAILABLE
    except Exception as err:  # noqa: BLE001 (an error's text may quote the event: it is not printed)
        log.failure("payment event failed", err, event=event_id)
        return HTTPStatus.INTERNAL_SERVER_ERROR
    return HTTPStatus.OK


def _body(request: "Request") -> bytes | None:
    """Return the body as it came; None for one that is too long to be an event.

    One whose length is not announced is read first; what is in front of the functions ends it.
    """
    if (request.content_length or 0) > MOST_BYTES:
        return None
    body = request.get_data()
    return body if len(body) <= MOST_BYTES else None
