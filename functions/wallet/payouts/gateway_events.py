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
from messaging.service import Audience, Notice, notify
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
#: Handed to the gateway, and its money is not with the lab again.
_LEFT = frozenset({PayoutState.SENT, PayoutState.PAID})
_PAYOUT_ID = re.compile(r"[A-Za-z0-9]{20,40}")


class _Part(LazyModel):
    """A part of an event; the gateway adds fields as it likes."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)


class _Entity(_Part):
    entity: GatewayPayout


class _Payload(_Part):
    payout: _Entity


class _Named(_Part):
    event: str


class _Event(_Part):
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
    NOT_THERE = "not_there"  # it was sent, and the gateway has none: `payments/send_payouts` again


#: What somebody has to look into.
ALARMS = frozenset({Told.MALFORMED, Told.UNKNOWN, Told.WRONG_AMOUNT, Told.CONFLICT, Told.NOT_THERE})


def is_of_payout(body: bytes) -> bool:
    """Tell whether an event, whose signature was checked, is about a payout."""
    try:
        return _Named.model_validate_json(body).event.startswith(PREFIX)
    except ValidationError:
        return False


def receive(ctx: Context, event_id: str, body: bytes) -> Told:
    """Take in an event about a payout. A read where it changes nothing; else as `booking.take`.

    What does not fit is told to the admins, once for each payout: two writes.

    Raises:
        Busy, DocumentNewer: have it delivered again.
    """
    try:
        told = _Event.model_validate_json(body).payload.payout.entity
    except ValidationError:
        return _noted(_alarmed(ctx, Told.MALFORMED, event_id), event_id, None)
    return _noted(tell(ctx, told), event_id, told)


def tell(ctx: Context, told: GatewayPayout) -> Told:
    """Take in what the gateway says of a payout, in an event or asked."""
    if not _PAYOUT_ID.fullmatch(told.reference_id or ""):
        return _unknown(ctx, told)
    try:
        return ctx.store.run(lambda unit: _taken(unit, ctx, told))
    except PayoutNotFound:
        return _unknown(ctx, told)


def missing(ctx: Context, payout_id: str) -> Told:
    """Take in that the gateway has no payout of ours that was sent. A read, at most two writes.

    Raises:
        PayoutNotFound.
    """

    def work(unit: UnitOfWork) -> Told:
        return _once(unit, ctx, booking.found(unit, payout_id), Told.NOT_THERE, "")

    return ctx.store.run(work)


def _taken(unit: UnitOfWork, ctx: Context, told: GatewayPayout) -> Told:
    payout = booking.found(unit, told.reference_id or "")
    outcome = _step(unit, ctx, payout, told)
    return _once(unit, ctx, payout, outcome, told.status) if outcome in ALARMS else outcome


def _once(unit: UnitOfWork, ctx: Context, payout: Payout, outcome: Told, status: str) -> Told:
    """Tell the admins of what does not fit, unless it is what they were told of last."""
    alarm = f"{outcome}.{status}"
    if payout.alarm != alarm:
        unit.change(payout, alarm=alarm)
        _tell_admins(unit, ctx, outcome, payout.id)
    return outcome


def _unknown(ctx: Context, told: GatewayPayout) -> Told:
    """Tell the admins of what left the platform's account for nobody here, once: as it left."""
    left = _ACTIONS.get(told.status) is _A.PAY
    return _alarmed(ctx, Told.UNKNOWN, told.id) if left else Told.UNKNOWN


def _alarmed(ctx: Context, outcome: Told, about: str) -> Told:
    """Tell the admins of what is about no payout of ours."""
    ctx.store.run(lambda unit: _tell_admins(unit, ctx, outcome, about))
    return outcome


def _tell_admins(unit: UnitOfWork, ctx: Context, outcome: Told, about: str) -> None:
    said = {"event": about, "what": f"payout.{outcome}"}
    notify(unit, ctx.store, ctx.clock, Audience.admins(), Notice.PAYMENT_ALARM, **said)


def _step(unit: UnitOfWork, ctx: Context, payout: Payout, told: GatewayPayout) -> Told:
    if told.amount != payout.paise:
        return Told.WRONG_AMOUNT
    # What is in a bank's file is not the gateway's: it would be paid twice.
    if payout.gateway_id not in {None, told.id} or payout.batch_id is not None:
        return Told.CONFLICT
    action = _ACTIONS.get(told.status)
    if action is None and payout.gateway_id is None and payout.state not in _LEFT:
        return Told.CONFLICT  # the gateway makes what was never sent, or has the money back here
    news = _news(payout, told)
    if action is None or (payout.state, action) in COMES_LATE:
        return _kept(unit, payout, news, Told.ALREADY if action else Told.UNHANDLED)
    if payout.state in PAYOUT.ends(action):
        return _kept(unit, payout, news, Told.ALREADY)
    if payout.state not in _LEFT or not PAYOUT.allows(payout.state, action):
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
    known = payout.state in _LEFT or payout.state is PayoutState.RETURNED
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
