"""The trigger on objects in the landing zone."""

from datetime import datetime

from firebase_functions import options, storage_fn
from firebase_functions.core import CloudEvent

from core import log
from core.blobs import project_blobs
from core.clock import SystemClock
from core.firebase import firestore_client
from core.instances import Instances
from core.objects import LANDING
from core.store import Store
from core.triggers import at_any_time, retried, telling


@retried
@at_any_time
@storage_fn.on_object_finalized(
    # A large scan takes all of the memory and the processor: one at a time.
    **Instances(memory=options.MemoryOption.GB_1, timeout_sec=300, concurrency=1).options()
)
def scans_receive_upload(event: CloudEvent[storage_fn.StorageObjectData]) -> None:
    """Judge what arrives in the landing zone; nothing listens to the clean zone's bucket."""
    if not event.data.name.startswith(LANDING):
        # Put back there from a time with one bucket: nobody uploads by such a name.
        log.info("not an upload", generation=int(event.data.generation))
        return
    from scans.intake import landing  # NumPy and Pillow, so only for what is judged

    landed = landing.Landed(
        name=event.data.name,
        generation=int(event.data.generation),
        byte_size=int(event.data.size),
        at=event.time if isinstance(event.time, datetime) else datetime.fromisoformat(event.time),
        encoding=event.data.content_encoding or "",
    )
    with telling("upload failed", generation=landed.generation):
        landing.receive(Store(firestore_client()), project_blobs(), SystemClock(), landed)
