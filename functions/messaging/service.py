"""The one place that decides who hears what, how; callers never know the channel."""

from core.clock import Clock
from core.store import Store, Unit
from messaging.models import InboxItem, Notice

__all__ = ["Notice", "notify"]


def notify(unit: Unit, store: Store, clock: Clock, uid: str, kind: Notice, **refs: str) -> None:
    """Tell a user, in the same transaction as what happened. One write."""
    item = InboxItem(kind=kind, refs=refs, sent_at=clock.now())
    unit.create(item, uid, store.new_id())
