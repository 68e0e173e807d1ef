"""Delivery: what follows from an inbox document, once by each channel that its reader wants.

The claim on a notice (`deliveries/{item_id}`) and its e-mail are one transaction, so that an event
that comes again finds it and adds nothing. Pushes go out after the claim: a crash in between loses
them, and never sends one twice. The inbox is the truth, and stands whatever happens here.
"""

from dataclasses import dataclass
from datetime import datetime

from core import jobs, log, periods
from core.access import Standing
from core.clock import Clock
from core.context import Context
from core.jobs import JobKind
from core.privacy import Retention
from core.queries import Query
from core.store import Store
from core.units import UnitOfWork
from messaging import announcements, push
from messaging.audiences import fits
from messaging.catalogue import ABOUT_ONESELF, CATALOGUE, NoticeType, urgent
from messaging.models import (
    Channel,
    Delivery,
    Device,
    InboxItem,
    Mail,
    Preferences,
    PushState,
)
from messaging.push import Push
from messaging.quiet import quiet_until
from messaging.wording import Wording, link

#: Devices of one person that hear of a notice, the freshest; some more are read, to be dropped.
DEVICES = 20
_SURPLUS = 10
FRESHEST = Query(Device, order=(("updated_at", "DESCENDING"),))


@dataclass(frozen=True)
class Claimed:
    """A notice that is ours to deliver."""

    item: InboxItem
    preferences: Preferences
    delivery: Delivery


def deliver(store: Store, clock: Clock, to: Push | None, uid: str, item_id: str) -> None:
    """Deliver a notice by mail and push, as far as its reader wants it; once.

    Four reads and at most two writes, or three where the push waits; then a read for each device,
    and two operations for each that is gone. An event that comes again costs one read.
    """
    ctx = Context.of_system(store, clock)
    claimed = store.run(lambda unit: _claim(unit, ctx, uid, item_id))
    if claimed is None:
        return
    told = claimed.delivery
    log.info("notice", item=item_id, mailed=told.mailed, push=told.push.value)
    if told.push is PushState.DONE:
        _send(store, clock, to, claimed)


def push_later(
    store: Store, clock: Clock, to: Push | None, uid: str, item_id: str
) -> datetime | None:
    """Send a push that waited, unless it was read meanwhile; return when, where it waits longer.

    Four reads and a write, then as `deliver`. Done already, it costs one read.
    """
    ctx = Context.of_system(store, clock)
    claimed, again = store.run(lambda unit: _claim_waiting(unit, ctx, uid, item_id))
    if claimed is not None:
        _send(store, clock, to, claimed)
    return again


def _claim(unit: UnitOfWork, ctx: Context, uid: str, item_id: str) -> Claimed | None:
    """Take the notice, write its e-mail, and put its push off where it is night."""
    now = ctx.clock.now()
    if unit.get(Delivery, item_id) is not None:
        return None
    item = unit.get(InboxItem, uid, item_id)
    if item is None:
        return None
    preferences = unit.get(Preferences, uid) or Preferences()
    standing = unit.get(Standing, uid)
    channels = _channels(standing, item, preferences)
    until = None if urgent(item.refs, now) else quiet_until(now, preferences)
    state = PushState.DONE if until is None else PushState.WAITING
    gone = periods.due(Retention.MESSAGE, now)
    delivery = Delivery(
        uid=uid,
        mailed=Channel.EMAIL in channels,
        push=state if Channel.PUSH in channels else PushState.NONE,
        at=now,
        expires_at=gone,
    )
    unit.create(delivery, item_id)
    _pass_on(unit, ctx, standing, item)
    if delivery.mailed:
        message = Wording(preferences).mail(item)
        unit.create(Mail(toUids=[uid], message=message, expires_at=gone), item_id)
    if delivery.push is PushState.WAITING and until is not None:
        subject = InboxItem.path_for(uid, item_id)
        # Of what a later one replaces, the last one waits alone.
        name = f"{item.kind}-{uid}" if CATALOGUE[item.kind].replaces else item_id
        jobs.promise(unit, ctx, f"push-{name}", JobKind.PUSH_LATER, subject, until)
    return Claimed(item, preferences, delivery)


def _channels(
    standing: Standing | None, item: InboxItem, preferences: Preferences
) -> frozenset[Channel]:
    """Return how one person hears; who is shut out, or has left, only of what is about that."""
    row: NoticeType = CATALOGUE[item.kind]
    oneself = standing is not None and item.heard_as is None and row.group in ABOUT_ONESELF
    if not (oneself or fits(standing, item.heard_as)):
        return frozenset()
    return row.wanted(preferences, item.refs)


def _pass_on(unit: UnitOfWork, ctx: Context, standing: Standing | None, item: InboxItem) -> None:
    """Have others hear of what one was told alone who has left before it was delivered."""
    heard = item.heard_as
    if heard is not None and heard.alone and item.read_at is None and not fits(standing, heard):
        announcements.pass_on(unit, ctx.clock, item, heard)


def _claim_waiting(
    unit: UnitOfWork, ctx: Context, uid: str, item_id: str
) -> tuple[Claimed | None, datetime | None]:
    """Take a push that waits; nobody's where it was read or the person shut out meanwhile."""
    now = ctx.clock.now()
    delivery = unit.get(Delivery, item_id)
    if delivery is None or delivery.push is not PushState.WAITING:
        return None, None
    item = unit.get(InboxItem, uid, item_id)
    preferences = unit.get(Preferences, uid) or Preferences()
    standing = unit.get(Standing, uid)
    wanted = item is not None and Channel.PUSH in _channels(standing, item, preferences)
    if item is None or not wanted or item.read_at is not None:
        unit.change(delivery, push=PushState.NONE)
        if item is not None:
            _pass_on(unit, ctx, standing, item)
        return None, None
    until = None if urgent(item.refs, now) else quiet_until(now, preferences)
    if until is not None:
        return None, until
    return Claimed(item, preferences, unit.change(delivery, push=PushState.DONE)), None


def _send(store: Store, clock: Clock, to: Push | None, claimed: Claimed) -> None:
    """Push to the person's devices, and take away those that are gone."""
    item, uid = claimed.item, claimed.delivery.uid
    if to is None:
        return
    found: list[Device] = store.find(FRESHEST, limit=DEVICES + _SURPLUS, under=f"users/{uid}")
    if not found:
        return
    # A token that stands twice, after an app was installed anew, is written to once.
    fresh = list({device.token: device for device in reversed(found)}.values())[::-1][:DEVICES]
    said, now = Wording(claimed.preferences).said(item), clock.now()
    messages = [push.message(device.token, item, said, link(item), now) for device in fresh]
    answers = [answer.exception for answer in to.send(messages).responses]
    gone = [device for device, error in zip(fresh, answers, strict=True) if push.dead(error)]
    gone += [device for device in found if device not in fresh]
    failed = sorted({type(error).__name__ for error in answers if error and not push.dead(error)})
    _drop(store, gone)
    log.info("push", item=item.id, devices=len(fresh), gone=len(gone), failed=failed)


def _drop(store: Store, gone: list[Device]) -> None:
    """Delete devices, but not one that has registered a new token meanwhile."""

    def work(unit: UnitOfWork) -> None:
        now = [(device, unit.get(Device, *device.ids)) for device in gone]
        for before, device in now:
            if device is not None and device.token == before.token:
                unit.delete(device)

    if gone:
        store.run(work)
