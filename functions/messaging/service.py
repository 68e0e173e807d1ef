"""The one place that decides who hears what, how; callers never know the channel."""

import hashlib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from core.clock import Clock
from core.store import Store
from core.units import UnitOfWork
from messaging.models import InboxItem, Language, Mail, Notice, Preferences

if TYPE_CHECKING:
    from core.context import Context
    from core.jobs import Job

__all__ = ["Language", "Notice", "notify", "push_later", "write_to"]

#: How long an e-mail to an address that is no account's any more is kept: until it was sent,
#: however often the extension had to try. Everything else that is sent is kept for longer.
_FORMER = timedelta(days=7)


def notify(
    unit: UnitOfWork,
    store: Store,
    clock: Clock,
    uid: str,
    kind: Notice,
    *,
    key: str | None = None,
    **refs: str,
) -> None:
    """Tell a user, in the same transaction as what happened. One write.

    The other channels follow from the inbox document. `refs` are ids, codes and times, never a
    person's data. A `key` names the event, for who may come to tell of it twice: the second time it
    is the same document, unread again, and no other channel carries it. In a unit that competes
    for its documents it must not be used.
    """
    item = InboxItem(kind=kind, refs=refs, sent_at=clock.now())
    if key is None:
        unit.create(item, uid, store.new_id())
    else:
        unit.put(item, uid, item_id(uid, kind, key))


def item_id(uid: str, kind: Notice, key: str) -> str:
    """Return the id of the notice that tells a user of one event."""
    return hashlib.sha256(f"{uid}/{kind}/{key}".encode()).hexdigest()[:40]


def write_to(unit: UnitOfWork, ctx: "Context", uid: str, address: str, kind: Notice) -> None:
    """Write an e-mail to an address that an account had until now, in its holder's language.

    It is one e-mail and no notice: the inbox is at the account. One read, one write.
    """
    from messaging.wording import Wording  # only who writes loads what writing takes

    now = ctx.clock.now()
    preferences = unit.get(Preferences, uid) or Preferences()
    message = Wording(preferences).mail(InboxItem(kind=kind, refs={}, sent_at=now))
    mail = Mail(to=[address], former=uid, message=message, expires_at=now + _FORMER)
    unit.create(mail, ctx.store.new_id())


def push_later(ctx: "Context", job: "Job") -> datetime | None:
    """Run the job of a push that waited; return when, should it have to wait longer.

    Outside of a transaction, and idempotent by itself.
    """
    from messaging import delivery, push  # only who sends loads what sending takes

    _, uid, _, found = job.subject.split("/")
    return delivery.push_later(ctx.store, ctx.clock, push.configured(), uid, found)
