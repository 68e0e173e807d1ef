"""The lists of a person's own notices and devices."""

from core.lists import ClientList, Own, descending, equal
from core.privacy import Viewer
from messaging.models import Device, InboxItem

_LAST_SENT = descending("sent_at")

ClientList(
    "own_inbox",
    InboxItem,
    Viewer.SUBJECT,
    "The reader's notices, the last one first.",
    order=_LAST_SENT,
    parents=(Own.UID,),
)
ClientList(
    "own_inbox_unread",
    InboxItem,
    Viewer.SUBJECT,
    "The reader's notices that were not read, the last one first; its count is the number to show.",
    where=(equal("read_at", None),),
    order=_LAST_SENT,
    parents=(Own.UID,),
)
ClientList(
    "own_devices",
    Device,
    Viewer.SUBJECT,
    "The devices that the reader's pushes go to, the last used first.",
    order=descending("updated_at"),
    parents=(Own.UID,),
)
