"""Announcements: one document says what an audience is to be told; sending it finds the people.

It is written in the transaction of what happened, which reads nothing for it. Sending writes what
goes into each inbox and deletes the announcement, in one transaction: an event that comes again
finds none, and adds nothing.
"""

from collections.abc import Mapping
from datetime import timedelta

from core import log, periods
from core.clock import Clock
from core.context import Context
from core.privacy import Retention
from core.queries import Query
from core.store import Store
from core.units import UnitOfWork
from messaging import audiences
from messaging.ids import derived_id
from messaging.models import Announcement, Audience, HeardAs, InboxItem, Notice

#: Eventarc delivers a failed event again for 24 hours; after that, nothing comes any more.
PATIENCE = timedelta(hours=25)
#: Announcements sent in one run.
MOST = 100

LEFT = Query(Announcement, where=(("at", "<="),), order=(("at", "ASCENDING"),))


def announce(
    unit: UnitOfWork,
    clock: Clock,
    notice_id: str,
    to: Audience,
    kind: Notice,
    refs: Mapping[str, str],
) -> None:
    """Record what an audience is to be told. One write."""
    now = clock.now()
    found = Announcement(
        kind=kind,
        refs=dict(refs),
        to=to,
        at=now,
        expires_at=periods.due(Retention.MESSAGE, now),
    )
    unit.create(found, notice_id)


def send(store: Store, clock: Clock, notice_id: str) -> None:
    """Write an announcement into the inboxes of whoever its audience is now; once.

    A read and a delete, the reads of `audiences.people`, and a write for each who hears. What goes
    into digests costs what `digests.arrange` says instead. Sent already, it costs one read.
    """
    ctx = Context.of_system(store, clock)
    told = store.run(lambda unit: _send(unit, ctx, notice_id))
    if told is not None:
        log.info("announced", notice=notice_id, told=told)


def send_left(ctx: Context, limit: int = MOST) -> int:
    """Send announcements whose events were lost or failed for too long; how many there were.

    One read at least; for each what sending it costs. One that fails stops no other.
    """
    since = ctx.clock.now() - PATIENCE
    found: list[Announcement] = ctx.store.find(LEFT, since, limit=limit, lenient=True)
    sent = 0
    for each in found:
        try:
            send(ctx.store, ctx.clock, each.id)
        except Exception as err:  # noqa: BLE001  the others have to be sent
            log.failure("notice not announced", err, notice=each.id)
            continue
        sent += 1
    return sent


def _send(unit: UnitOfWork, ctx: Context, notice_id: str) -> int | None:
    found = unit.get(Announcement, notice_id)
    if found is None:
        return None
    heard = audiences.people(ctx.store, found.to)
    if heard is None:
        from messaging import digests  # seldom

        digests.arrange(unit, ctx, found)
        unit.delete(found)
        return 0
    told = {uid: as_what for uid, as_what in heard.items() if uid != found.to.actor}
    for uid, as_what in sorted(told.items()):
        item = InboxItem(kind=found.kind, refs=found.refs, sent_at=found.at, heard_as=as_what)
        unit.create(item, uid, derived_id(notice_id, uid))
    unit.delete(found)
    return len(told)


def pass_on(unit: UnitOfWork, clock: Clock, item: InboxItem, heard: HeardAs) -> None:
    """Announce anew what somebody was told alone who has left since. One write."""
    notice_id = derived_id(item.id, "passed on")
    announce(unit, clock, notice_id, audiences.without(heard), item.kind, item.refs)
