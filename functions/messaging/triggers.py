"""The triggers that send announcements, and carry notices on."""

from typing import TYPE_CHECKING

from firebase_functions import firestore_fn, options

from core.clock import SystemClock
from core.firebase import firestore_client
from core.instances import Instances
from core.store import Store
from core.triggers import retried, telling

if TYPE_CHECKING:
    from google.cloud.firestore import DocumentSnapshot


@retried
@firestore_fn.on_document_created(
    document="users/{uid}/inbox/{item_id}",
    # It waits for Firestore and for the push service, and a visit makes a dozen.
    **Instances(memory=options.MemoryOption.MB_512, timeout_sec=60, concurrency=32).options(),
)
def messaging_deliver(event: "firestore_fn.Event[DocumentSnapshot | None]") -> None:
    """Carry a new notice on by e-mail and push, as its reader prefers."""
    from messaging import delivery, push

    uid, item_id = event.params["uid"], event.params["item_id"]
    with telling("notice not delivered", item=item_id):
        store = Store(firestore_client())
        delivery.deliver(store, SystemClock(), push.configured(), uid, item_id)


@retried
@firestore_fn.on_document_created(
    document="notices/{notice_id}",
    # It waits for Firestore alone.
    **Instances(memory=options.MemoryOption.MB_512, timeout_sec=60, concurrency=32).options(),
)
def messaging_announce(event: "firestore_fn.Event[DocumentSnapshot | None]") -> None:
    """Send an announcement to whoever its audience is now."""
    from messaging import announcements

    notice_id = event.params["notice_id"]
    with telling("notice not announced", notice=notice_id):
        announcements.send(Store(firestore_client()), SystemClock(), notice_id)
