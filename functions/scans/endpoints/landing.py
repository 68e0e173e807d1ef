"""The trigger that judges what arrives in the landing zone."""

from datetime import datetime

from firebase_functions import options, storage_fn
from firebase_functions.core import CloudEvent

from core import settings
from core.blobs import Blobs
from core.clock import SystemClock
from core.firebase import bucket, firestore_client
from core.store import Store
from core.triggers import retried, telling


@retried
@storage_fn.on_object_finalized(
    region=settings.REGION, memory=options.MemoryOption.GB_1, timeout_sec=300, concurrency=1
)
def scans_receive_upload(event: CloudEvent[storage_fn.StorageObjectData]) -> None:
    """Judge what arrives in the landing zone; everything else in the bucket is ours already."""
    from scans import landing  # NumPy and Pillow: only this function's instances load them

    if not event.data.name.startswith("landing/"):
        return
    landed = landing.Landed(
        name=event.data.name,
        generation=int(event.data.generation),
        byte_size=int(event.data.size),
        at=event.time if isinstance(event.time, datetime) else datetime.fromisoformat(event.time),
    )
    with telling("upload failed", generation=landed.generation):
        landing.receive(Store(firestore_client()), Blobs(bucket()), SystemClock(), landed)
