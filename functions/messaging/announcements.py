"""Announcements: one document says what an audience is to be told; sending it finds the people.

It is written in the transaction of what happened, which reads nothing for it. Sending writes what
goes into each inbox and deletes the announcement, in one transaction: an event that comes again
finds none, and adds nothing.
"""

from collections.abc import Mapping

from core import log, periods
from core.clock import Clock
from core.context import Context
from core.privacy import Retention
from core.store import Store
from core.units import UnitOfWork
from messaging import audiences
from messaging.ids import derived_id
from messaging.models import Announcement, Audience, HeardAs, InboxItem, Notice


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
