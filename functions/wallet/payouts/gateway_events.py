"""What the gateway tells of payouts: one step each, whatever comes twice, late or out of order.

Nothing is kept of an event but its step: a payout's state and the gateway's id say what was told
before, as the gateway advises (deduplicate by payout and status).
Source: https://razorpay.com/docs/x/payouts/best-practices/, https://razorpay.com/docs/webhooks/payouts/
"""

import re
from enum import StrEnum

from pydantic import ConfigDict, ValidationError

from core import log
from core.context import Context
from core.lazy_model import LazyModel
from core.units import UnitOfWork
from wallet.payouts import booking
from wallet.payouts.errors import PayoutNotBookedError, PayoutNotFound
from wallet.payouts.models import Failure, Payout, PayoutState
from wallet.payouts.payout_gateway import GatewayPayout
from wallet.payouts.requests.payouts import UTR
from wallet.payouts.states import COMES_LATE, PAYOUT, PayoutAction

#: What events about payouts begin with.
PREFIX = "payout."

_A = PayoutAction
#: By the status that an event's payout has. Of others there is nothing to do.
_ACTIONS = {
    "processed": _A.PAY,
    "failed": _A.FAIL,
    "rejected": _A.FAIL,
    "cancelled": _A.FAIL,
    "reversed": _A.RETURN,
}
_PAYOUT_ID = re.compile(r"[A-Za-z0-9]{20,40}")


class _Entity(LazyModel):
    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    entity: GatewayPayout


class _Payload(LazyModel):
    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    payout: _Entity


class _Named(LazyModel):
    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    event: str


class _Event(LazyModel):
    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    payload: _Payload


class Told(StrEnum):
    """What became of what the gateway told."""

    BOOKED = "booked"
    NOTED = "noted"  # the number of a transfer that was booked before
    ALREADY = "already"
    UNHANDLED = "unhandled"  # it is under way
    MALFORMED = "malformed"
    UNKNOWN = "unknown"  # no such payout of ours
    WRONG_AMOUNT = "wrong_amount"
    CONFLICT = "conflict"  # it says otherwise than what is on record


#: What somebody has to look into.
ALARMS = frozenset({Told.MALFORMED, Told.UNKNOWN, Told.WRONG_AMOUNT, Told.CONFLICT})


def is_of_payout(body: bytes) -> bool:
    """Tell whether an event, whose signature was checked, is about a payout."""
    try:
        return _Named.model_validate_json(body).event.startswith(PREFIX)
    except ValidationError:
        return False


def receive(ctx: Context, event_id: str, body: bytes) -> Told:
    """Take in an event about a payout. A read where it changes nothing; else as `booking.take`.

    Raises:
        Busy, DocumentNewer: have it delivered again.
    """
    try:
        told = _Event.model_validate_json(body).payload.payout.entity
    except ValidationError:
        return _noted(Told.MALFORMED, event_id, None)
    return _noted(tell(ctx, told), event_id, told)


def tell(ctx: Context, told: GatewayPayout) -> Told:
    """Take in what the gateway says of a payout, in an event or asked."""
    if not _PAYOUT_ID.fullmatch(told.reference_id or ""):
        return Told.UNKNOWN
    try:
        return ctx.store.run(lambda unit: _step(unit, ctx, told))
    except PayoutNotFound:
        return Told.UNKNOWN


def _step(unit: UnitOfWork, ctx: Context, told: GatewayPayout) -> Told:
    payout = booking.found(unit, told.reference_id or "")
    if told.amount != payout.paise:
        return Told.WRONG_AMOUNT
    if payout.gateway_id not in {None, told.id}:
        return Told.CONFLICT
    action = _ACTIONS.get(told.status)
    news = _news(payout, told)
    if action is None or (payout.state, action) in COMES_LATE:
        return _kept(unit, payout, news, Told.ALREADY if action else Told.UNHANDLED)
    if payout.state in PAYOUT.ends(action):
        return _kept(unit, payout, news, Told.ALREADY)
    sent = payout.state in {PayoutState.SENT, PayoutState.PAID}
    if not sent or not PAYOUT.allows(payout.state, action):
        return Told.CONFLICT
    if action is not _A.PAY:
        news["failure"] = Failure.GATEWAY_REFUSED if action is _A.FAIL else Failure.OTHER
    booking.take(unit, ctx, payout, action, **news)
    return Told.BOOKED


def _news(payout: Payout, told: GatewayPayout) -> dict[str, object]:
    """Return what is new in it beside the step: the gateway's id, the transfer's number."""
    news: dict[str, object] = {} if payout.gateway_id else {"gateway_id": told.id}
    if payout.utr is None and told.utr and re.fullmatch(UTR, told.utr):
        news["utr"] = told.utr
    return news


def _kept(unit: UnitOfWork, payout: Payout, news: dict[str, object], else_: Told) -> Told:
    known = payout.state in {PayoutState.SENT, PayoutState.PAID, PayoutState.RETURNED}
    if not news or not known:
        return else_
    unit.change(payout, **news)
    return Told.NOTED


def _noted(outcome: Told, event_id: str, told: GatewayPayout | None) -> Told:
    known = {"event": event_id, "outcome": outcome, "gateway_payout": told.id if told else None}
    if outcome in ALARMS:
        log.failure("payout not booked", PayoutNotBookedError(), **known)
    log.info("payout event", **known)
    return outcome
