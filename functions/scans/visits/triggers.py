"""The trigger that announces a visit."""

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
    document="visits/{visit_id}",
    # It waits for Firestore alone.
    **Instances(memory=options.MemoryOption.MB_512, timeout_sec=60, concurrency=32).options(),
)
def scans_announce_visit(event: "firestore_fn.Event[DocumentSnapshot | None]") -> None:
    """Tell the admins that a visit was asked for and needs an operator."""
    from scans.visits import announcements

    visit_id = event.params["visit_id"]
    with telling("visit not announced", visit=visit_id):
        announcements.announce(Store(firestore_client()), SystemClock(), visit_id)
