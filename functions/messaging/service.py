"""The one place that decides who hears what, how; callers never know the channel."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from core.clock import Clock
from core.store import Store
from core.units import UnitOfWork
from messaging import announcements
from messaging.catalogue import HEARD_BY
from messaging.ids import derived_id
from messaging.models import (
    Addressee,
    Audience,
    InboxItem,
    Language,
    Mail,
    Notice,
    Preferences,
)

if TYPE_CHECKING:
    from core.context import Context
    from core.jobs import Job

__all__ = [
    "Audience",
    "Language",
    "Notice",
    "announce_left",
    "notify",
    "push_later",
    "send_digest",
    "write_to",
]

#: How long an e-mail to an address that is no account's any more is kept: until it was sent,
#: however often the extension had to try. Everything else that is sent is kept for longer.
_FORMER = timedelta(days=7)


def notify(
    unit: UnitOfWork,
    store: Store,
    clock: Clock,
    to: str | Audience | None,
    kind: Notice,
    *,
    key: str | None = None,
    **refs: str,
) -> None:
    """Tell an audience, in the same transaction as what happened. One write, no read.

    A person, by uid alone, is told of what is about oneself: the write is the inbox document. For
    other audiences it is an announcement, and who hears is decided when it is sent; for None there
    is nobody, and no write. `HEARD_BY` says which audiences a kind may have.

    The other channels follow from the inbox document. `refs` are ids, codes and times, never a
    person's data. A `key` names the event, for who may come to tell a person of it twice: the
    second time it is the same document, unread again, and no other channel carries it. In a unit
    that competes for its documents it must not be used.
    """
    if to is None:
        return
    audience = Audience.person(to) if isinstance(to, str) else to
    if audience.addressee not in HEARD_BY[kind]:
        raise AssertionError(f"{kind} is not told to this audience: {audience.addressee}")
    if audience.addressee is not Addressee.PERSON:
        if key is not None:
            raise AssertionError("only what a person is told itself has a key")
        announcements.announce(unit, clock, store.new_id(), audience, kind, refs)
        return
    (uid,) = audience.uids
    item = InboxItem(kind=kind, refs=refs, sent_at=clock.now())
    if key is None:
        unit.create(item, uid, store.new_id())
    else:
        unit.put(item, uid, derived_id(uid, kind, key))


def send_digest(ctx: "Context", job: "Job", waiting: Mapping[str, int]) -> None:
    """Run the job of a digest: `waiting` says how much waits, by the refs of its words.

    Outside of a transaction, and idempotent by itself.
    """
    from messaging import digests  # only who sends loads what sending takes

    digests.send(ctx, job, waiting)


def announce_left(ctx: "Context") -> int:
    """Send what no event sent; how much there was."""
    return announcements.send_left(ctx)


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
