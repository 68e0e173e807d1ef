"""The landing zone is where clients upload to; what arrives is judged, and never stays there.

What reads the object past the rules is taken away first: that begins before the claim, runs beside
it, and is over before anything else, whatever becomes of the claim. Every step may run twice or
stop half way: the claim and the outcome are transactions on the slot, objects are written once
under names that follow from the slot, and what is no longer wanted goes only after the outcome is
stored, so that an attempt that comes later can take it away as well.

A scan of a case is ready before it is drawn, see `drawing`: nothing of it lies in the landing zone
by then.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core import log
from core.blobs import Blobs, ObjectTooLargeError
from core.clock import Clock
from core.machines import Party
from core.store import Store
from core.triggers import FailedError
from core.units import UnitOfWork
from messaging.service import Notice, notify
from scans.cases import timeline
from scans.cases.models import Case, File, Judged, Verdict
from scans.consents.models import Consent, Scope
from scans.gate import admission, limit_settings
from scans.gate.admission import Passed, Refused, ScanSurface
from scans.gate.models import FileKind
from scans.intake import drawing, filing, filing_parts, unpacking
from scans.intake.filing import Objects
from scans.intake.unpacking import Unpacked
from scans.pairs import recording
from scans.uploads.models import Upload, UploadKind, UploadState
from scans.uploads.states import UPLOAD, UploadAction

#: How long one attempt may hold a claim: the trigger's own time-out. An attempt that comes later
#: takes over from one that died.
LEASE = timedelta(minutes=5)

#: What an object says of its encoding that has none; Firebase notes the second.
_AS_IT_IS = ("", "identity")

_CLOSED = admission.refusal("slot-closed")
_OTHER_SIZE = admission.refusal("size-differs")
_ENCODED = admission.refusal("upload-encoded")


Outcome = Passed | Refused | Unpacked


class StillProcessingError(FailedError):
    """Another attempt holds the claim: let the event come again."""


@dataclass(frozen=True)
class Landed:
    """An object that arrived: its name, generation, size in bytes and time of arrival.

    `encoding` is what it says it was packed with, such as `gzip`; its size is then the packed one.
    """

    name: str
    generation: int
    byte_size: int
    at: datetime
    encoding: str = ""


def receive(store: Store, blobs: Blobs, clock: Clock, landed: Landed) -> UploadState | None:
    """Take an object from the landing zone to its outcome; None where it had no slot.

    At most four reads and eight writes for a file that is ready, four and four for one that is
    rejected; the metadata of one object is changed, at most five are written. An event that comes
    again costs one read, and the change. A scan of a case is then drawn, for three reads and a
    write, and looked at beside the others, as `pairs.recording.record` says: both are repeatable,
    and done again with the event where they were not done.

    An archive costs three reads more, two writes for each part, three where that supersedes one,
    and as many objects as its parts would.

    Raises:
        StillProcessingError: another attempt is at it, or was some minutes ago and has not drawn
            all of it.
    """
    with blobs.revoking(landed.name, landed.generation):
        upload = store.run(lambda unit: _claim(unit, clock, landed))
    if upload is None:
        blobs.delete(landed.name, landed.generation)
        return None
    state = upload.state
    surfaces: dict[str, ScanSurface] = {}
    if state is UploadState.PROCESSING:
        state, surfaces = _judged(store, blobs, clock, upload, landed)
        log.info("upload", upload=upload.id, outcome=state.value, bytes=landed.byte_size)
    if state is UploadState.REJECTED:  # what an attempt wrote before the slot was closed
        filing.discard(blobs, upload)
    blobs.delete(landed.name, landed.generation)
    if state is UploadState.READY and upload.case_id:
        for file_id in _scans(store, upload):
            found = drawing.filed(store, upload.case_id, file_id)
            if isinstance(found, File):
                _held(clock, upload, landed)
                found = drawing.draw(store, blobs, found, surfaces.pop(file_id, None))
            if found is not None:
                recording.record(store, blobs, clock, *found)
    return state


def _held(clock: Clock, upload: Upload, landed: Landed) -> None:
    """Leave what is still to be drawn to the attempt that has filed it, as long as it may run.

    Args:
        clock: what the time is.
        upload: as this attempt found it.
        landed: what arrived.

    Raises:
        StillProcessingError: that attempt is another one.
    """
    filed_before = upload.state is UploadState.READY
    if filed_before and upload.claimed_at is not None and clock.now() - upload.claimed_at < LEASE:
        log.warn("upload still processing", generation=landed.generation)
        raise StillProcessingError


def _scans(store: Store, upload: Upload) -> list[str]:
    """Return the scans of a case that an upload became. One read for an archive."""
    if upload.kind is not UploadKind.CASE:
        return [upload.id] if filing.is_scan(upload) else []
    done = store.get(Upload, upload.id) or upload
    filed = (part.file_id for part in done.parts if part.kind is FileKind.STL)
    return [file_id for file_id in filed if file_id is not None]


def _judged(
    store: Store, blobs: Blobs, clock: Clock, upload: Upload, landed: Landed
) -> tuple[UploadState, dict[str, ScanSurface]]:
    """Judge what arrived, and store the outcome; of the file a scan's surface is still held.

    The surface is found by the id of the file: there is none of an archive, whose parts are taken
    one at a time.
    """
    outcome = _gate(store, blobs, upload, landed)
    objects: Objects = {}
    surfaces: dict[str, ScanSurface] = {}
    if isinstance(outcome, Passed):
        objects = filing.write(blobs, upload, outcome)
        if outcome.surface is not None:
            surfaces[upload.id] = outcome.surface
        outcome = outcome.written()
    state = store.run(lambda unit: _finish(unit, store, clock, upload.id, outcome, objects))
    return state, surfaces


def _claim(unit: UnitOfWork, clock: Clock, landed: Landed) -> Upload | None:
    """Take the slot for this object; as it stands where it is done, None where it is nobody's."""
    upload = unit.get(Upload, upload_id) if (upload_id := _upload_id(landed.name)) else None
    if upload is None or upload.object_name != landed.name:
        return None
    if upload.generation not in {None, landed.generation}:
        return None
    if not UPLOAD.allows(upload.state, UploadAction.CLAIM):
        return upload
    now = clock.now()
    if upload.claimed_at is not None and now - upload.claimed_at < LEASE:
        log.warn("upload still processing", generation=landed.generation)
        raise StillProcessingError
    found = UPLOAD.must(upload.state, UploadAction.CLAIM, Party.SYSTEM)
    # `open` stays as it is: whether the slot was closed meanwhile is judged after the claim.
    return unit.change(upload, state=found.to, generation=landed.generation, claimed_at=now)


def _upload_id(name: str) -> str | None:
    parts = name.split("/")
    return parts[2] if len(parts) == 4 and parts[0] == "landing" and parts[2] else None


def _gate(store: Store, blobs: Blobs, upload: Upload, landed: Landed) -> Outcome:
    """Check what arrived against what the slot was issued for, then judge the bytes."""
    if not upload.open:
        return _CLOSED
    if landed.at > upload.expires_at:
        return admission.refusal("slot-expired")
    if landed.encoding not in _AS_IT_IS:
        return _ENCODED
    if landed.byte_size != upload.byte_size:
        return _OTHER_SIZE
    try:
        data = blobs.read(landed.name, landed.generation, most=upload.byte_size)
    except ObjectTooLargeError:  # the slot's size holds, whatever the event said
        return _OTHER_SIZE
    if data is None:
        return admission.refusal("upload-lost")
    limits = limit_settings.current()
    if upload.kind is UploadKind.CASE:
        consented = _photographs_consented(store, upload)
        return unpacking.unpack(blobs, upload, data, limits, photographs=consented)
    return filing.judged(upload, FileKind(upload.kind), data, limits)


def _photographs_consented(store: Store, upload: Upload) -> bool:
    """Tell whether the consent of an archive's case covers photographs. Two reads."""
    case = store.get(Case, upload.case_id) if upload.case_id else None
    consent = store.get(Consent, case.consent_id) if case is not None else None
    return consent is not None and Scope.IMAGES in consent.scope


def _finish(
    unit: UnitOfWork,
    store: Store,
    clock: Clock,
    upload_id: str,
    outcome: Outcome,
    objects: Objects,
) -> UploadState:
    """Store the outcome once; an attempt that comes second finds it and changes nothing."""
    upload = unit.get(Upload, upload_id)
    if upload is None or upload.state is not UploadState.PROCESSING:
        return upload.state if upload else UploadState.REJECTED
    passed = _passed(outcome)
    shelf = _shelf(unit, upload, outcome, objects)
    if passed and not (shelf and shelf.takes() and upload.open):
        passed, outcome = False, _CLOSED  # closed while the file was being judged
    action = UploadAction.ADMIT if passed else UploadAction.REFUSE
    state = UPLOAD.must(upload.state, action, Party.SYSTEM).to or upload.state
    now = clock.now()
    filed: dict[str, Any] = {}
    told = filing.audiences(upload)
    if passed and shelf:
        filed = shelf.put(unit, store, now)
        told = filing.audiences(upload, *shelf.watchers())
    if isinstance(outcome, Unpacked):
        filed["parts"] = [part.recorded(upload) for part in outcome.parts]
    unit.change(
        upload,
        state=state,
        open=False,
        done_at=now,
        findings=outcome.findings,
        report=outcome.report,
        **filed,
    )
    if upload.open and upload.case_id and upload.clinic_id:
        # What was closed meanwhile, or came too late, says nothing of the scan.
        for wanting in _wanting(upload, outcome):
            entry = ("file_reject", upload.uid, filing.party_of(upload), now)
            scan = Judged.upon(wanting, Verdict.REJECTED)
            named = {"upload": upload.id, "jaw": str(wanting.jaw)}
            timeline.add_for(unit, store, upload.case_id, upload.clinic_id, entry, scan, **named)
    refs = {"upload": upload.id} | ({"case": upload.case_id} if upload.case_id else {})
    notice = Notice.UPLOAD_READY if passed else Notice.UPLOAD_REJECTED
    for audience in told:
        notify(unit, store, clock, audience, notice, **refs)
    return state


def _passed(outcome: Outcome) -> bool:
    """Tell whether there is anything to be filed."""
    return outcome.admitted if isinstance(outcome, Unpacked) else isinstance(outcome, Passed)


def _shelf(
    unit: UnitOfWork, upload: Upload, outcome: Outcome, objects: Objects
) -> filing.Shelf | None:
    """Read what an outcome is filed with; None where nothing is, or that is gone."""
    if isinstance(outcome, Unpacked):
        return filing_parts.shelf(unit, upload, outcome) if outcome.admitted else None
    return filing.shelf(unit, upload, outcome, objects) if isinstance(outcome, Passed) else None


def _wanting(upload: Upload, outcome: Outcome) -> list[Upload]:
    """Return the scans that were examined and not let in."""
    if isinstance(outcome, Unpacked):
        return outcome.wanting(upload)
    return [upload] if isinstance(outcome, Refused) and outcome.examined else []
