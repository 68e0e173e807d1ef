"""The landing zone: what arrives there is judged, cleaned, stored and taken away.

A slot's life: issued -> processing -> ready or rejected. Every step may run twice or stop half
way: the claim and the outcome are transactions on the slot, objects are written once, and the
landing object goes only after the outcome is stored.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core import log
from core.clock import Clock
from core.store import Store, Unit
from messaging.service import Notice, notify
from scans import gate
from scans.blobs import Blobs
from scans.models import File, StoredObject, Upload, UploadState

#: How long one attempt may hold a claim: the trigger's own time-out. An attempt that comes later
#: takes over from one that died.
LEASE = timedelta(minutes=5)


class StillProcessingError(Exception):
    """Another attempt holds the claim: let the event come again."""


@dataclass(frozen=True)
class Landed:
    """An object that arrived: its name, generation, size in bytes and time of arrival."""

    name: str
    generation: int
    byte_size: int
    at: datetime


def receive(store: Store, blobs: Blobs, clock: Clock, landed: Landed) -> UploadState | None:
    """Take an object from the landing zone to its outcome; None where it had no slot.

    Two reads and four writes for a file that is ready; two and three for one that is rejected.

    Raises:
        StillProcessingError: another attempt is at it.
    """
    upload = store.run(lambda unit: _claim(unit, clock, landed))
    if upload is None:
        blobs.delete(landed.name, landed.generation)
        return None
    outcome = _gate(blobs, upload, landed)
    objects = _write(blobs, upload, outcome) if isinstance(outcome, gate.Passed) else None
    state = store.run(lambda unit: _finish(unit, store, clock, upload, outcome, objects))
    blobs.delete(landed.name, landed.generation)
    log.info("upload", upload=upload.id, outcome=state.value, bytes=landed.byte_size)
    return state


def _claim(unit: Unit, clock: Clock, landed: Landed) -> Upload | None:
    """Take the slot for this object, or None where the object is nobody's or is done with."""
    upload = unit.get(Upload, upload_id) if (upload_id := _upload_id(landed.name)) else None
    if upload is None or upload.object_name != landed.name:
        return None
    ours = upload.generation in {None, landed.generation}
    if not ours or upload.state in {UploadState.READY, UploadState.REJECTED}:
        return None
    now = clock.now()
    if upload.claimed_at is not None and now - upload.claimed_at < LEASE:
        raise StillProcessingError
    # `open` stays as it is: whether the slot was closed meanwhile is judged after the claim.
    return unit.change(
        upload, state=UploadState.PROCESSING, generation=landed.generation, claimed_at=now
    )


def _upload_id(name: str) -> str | None:
    parts = name.split("/")
    return parts[2] if len(parts) == 4 and parts[0] == "landing" and parts[2] else None


def _gate(blobs: Blobs, upload: Upload, landed: Landed) -> gate.Passed | gate.Refused:
    """Check what arrived against what the slot was issued for, then judge the bytes."""
    if not upload.open:
        return gate.refusal("slot-closed", "This upload was closed meanwhile: start a new one.")
    if landed.at > upload.expires_at:
        return gate.refusal("slot-expired", "This upload came too late: start a new one.")
    if landed.byte_size != upload.byte_size:
        return gate.refusal(
            "size-differs", "The file is not as large as announced: upload it again."
        )
    data = blobs.read(landed.name, landed.generation)
    if data is None:
        return gate.refusal("upload-lost", "The file could not be read: upload it again.")
    return gate.judge(upload.kind, data)


def _write(blobs: Blobs, upload: Upload, passed: gate.Passed) -> tuple[StoredObject, StoredObject]:
    """Write and verify the clean object and its thumbnail."""
    folder = f"cases/{upload.clinic_id}/{upload.case_id}/{upload.id}"
    content = blobs.write(f"{folder}/content", passed.content.data, passed.content.content_type)
    picture = passed.thumbnail
    return content, blobs.write(f"{folder}/thumbnail", picture.data, picture.content_type)


def _finish(
    unit: Unit,
    store: Store,
    clock: Clock,
    claimed: Upload,
    outcome: gate.Passed | gate.Refused,
    objects: tuple[StoredObject, StoredObject] | None,
) -> UploadState:
    """Store the outcome once; an attempt that comes second finds it and changes nothing."""
    upload = unit.get(Upload, claimed.id)
    if upload is None or upload.state is not UploadState.PROCESSING:
        return upload.state if upload else UploadState.REJECTED
    now = clock.now()
    state, notice = UploadState.REJECTED, Notice.UPLOAD_REJECTED
    if isinstance(outcome, gate.Passed) and objects is not None:
        state, notice = UploadState.READY, Notice.UPLOAD_READY
        unit.create(_file(upload, outcome, objects, now), upload.case_id, upload.id)
    unit.change(
        upload,
        state=state,
        open=False,
        done_at=now,
        findings=outcome.findings,
        report=outcome.report,
    )
    notify(unit, store, clock, upload.uid, notice, upload=upload.id, case=upload.case_id)
    return state


def _file(
    upload: Upload,
    passed: gate.Passed,
    objects: tuple[StoredObject, StoredObject],
    now: datetime,
) -> File:
    content, thumbnail = objects
    return File(
        clinic_id=upload.clinic_id,
        kind=upload.kind,
        jaw=upload.jaw,
        file_name=upload.file_name,
        content=content,
        thumbnail=thumbnail,
        findings=passed.findings,
        report=passed.report,
        uploaded_by=upload.uid,
        ready_at=now,
    )
