"""The landing zone step by step: instances that die, clients that come between, and what is left.

The trigger's service runs in the test's process, with a bucket of its own, so that the deployed
trigger, which watches the default bucket, stays out of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import IO, Any, TypeVar

from google.cloud.storage import Bucket

from core import firebase
from core.blobs import Blobs, NewObject
from core.contention import OptimisticUnit
from core.objects import StoredObject
from core.store import Store
from core.units import UnitOfWork
from scans.cases.models import Case, File
from scans.consents.models import Consent
from scans.intake.landing import Landed, receive
from scans.uploads.models import Pictures, Upload
from scans.uploads.requests import UploadSlot
from tests.support.clinic_fixture import ClinicFixture
from tests.support.crashes import CrashError
from tests.support.moments import Clock

T = TypeVar("T")


@dataclass
class Instance:
    """A function's instance: notes its steps, dies at one of them, lets others come between.

    `at` counts the steps from 0; an instance dies before or `after` the step took effect.
    """

    at: int | None = None
    after: bool = False
    between: dict[str, Callable[[], object]] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)

    def take(self, name: str, call: Callable[[], T]) -> T:
        """Take a step, or die; whoever waits for it comes right after."""
        dies = len(self.steps) == self.at
        self.steps.append(name)
        if dies and not self.after:
            raise CrashError
        result = call()
        if dies:
            raise CrashError
        if name in self.between:
            self.between[name]()
        return result


@dataclass(frozen=True)
class StepBlobs(Blobs):
    """A bucket as an instance uses it, step by step."""

    instance: Instance

    def read(self, name: str, generation: int | None, *, most: int) -> bytes | None:
        """Read, as a step."""
        return self.instance.take("read", lambda: Blobs.read(self, name, generation, most=most))

    def write(
        self, name: str, data: bytes, content_type: str, *, picture: bool = False
    ) -> StoredObject:
        """Write, as a step that has the object's name."""
        part = name.rsplit("/", 1)[-1]
        return self.instance.take(
            part, lambda: Blobs.write(self, name, data, content_type, picture=picture)
        )

    def write_all(self, objects: Sequence[NewObject]) -> list[StoredObject]:
        """Write one after the other: an instance dies at a known one."""
        return [self._write_new(new) for new in objects]

    @contextmanager
    def revoking(self, name: str, generation: int) -> Iterator[None]:
        """Revoke before what is done beside it."""
        self.revoke(name, generation)
        yield

    def revoke(self, name: str, generation: int) -> None:
        """Revoke, as a step."""
        self.instance.take("revoke", lambda: Blobs.revoke(self, name, generation))

    def delete(self, name: str, generation: int) -> None:
        """Delete, as a step."""
        self.instance.take("delete", lambda: Blobs.delete(self, name, generation))

    @contextmanager
    def writing(self, name: str, content_type: str) -> Iterator[IO[bytes]]:
        """Write an object as it comes: a step that takes effect when it ends."""
        with ExitStack() as stack:
            out = stack.enter_context(Blobs.writing(self, name, content_type))
            yield out
            self.instance.take("writing", stack.pop_all().close)

    def discard_all(self, names: Iterable[str]) -> None:
        """Delete several, as a step, unless it is part of one."""
        self.instance.take("discard all", lambda: Blobs.discard_all(self, names))

    def discard(self, folder: str, parts: Iterable[str]) -> None:
        """Discard, as a step."""
        whole = Blobs(self.bucket)
        self.instance.take("discard", lambda: whole.discard(folder, parts))


class StepStore(Store):
    """The database as an instance uses it: each transaction is a step, and nothing else writes."""

    def __init__(self, instance: Instance) -> None:
        super().__init__(firebase.firestore_client())
        self._instance = instance

    def run(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run a transaction, as a step."""
        run = super().run
        return self._instance.take("transaction", lambda: run(work))

    def compete(self, work: Callable[[OptimisticUnit], T]) -> T:
        """Compete, which no story here does: `crashes.deaths` rests on there being steps alone."""
        raise NotImplementedError


@dataclass
class Arrival:
    """An object in the landing zone and what happens to it."""

    practice: ClinicFixture
    bucket: Bucket
    upload: Upload
    landed: Landed

    def receive(self, instance: Instance | None = None, later: timedelta = timedelta()) -> Any:
        """Handle the event once; the state that the upload is in then."""
        return self.costing(instance, later)[0]

    def costing(
        self, instance: Instance | None = None, later: timedelta = timedelta()
    ) -> tuple[Any, Store]:
        """Handle the event once, and return the store that knows what it cost."""
        instance = instance or Instance()
        store, blobs = StepStore(instance), StepBlobs(self.bucket, instance)
        clock = Clock(self.practice.clock.at + later)
        return receive(store, blobs, clock, self.landed), store

    def ends(self) -> dict[str, Any]:
        """Everything the outcome consists of, ids, times and generations aside."""
        store, upload = self.practice.ctx().store, self.practice.upload_of(self.upload.id)
        return {
            "upload": (upload.state, upload.open, [f.code for f in upload.findings], upload.report),
            "objects": self._objects(),
            "notices": {name: self._notices(name) for name in self.practice.people},
            **self._filed(store, upload),
        }

    def _objects(self) -> list[str]:
        names = [blob.name for blob in self.bucket.list_blobs() if self.upload.id in blob.name]
        return sorted("/".join([name.split("/")[0], name.split("/")[-1]]) for name in names)

    def _notices(self, name: str) -> list[str]:
        found = self.practice.notices(name)
        return [item["kind"] for item in found if item["refs"].get("upload") == self.upload.id]

    def _filed(self, store: Store, upload: Upload) -> dict[str, Any]:
        if upload.subject is not None:
            return {"attached": _crcs(upload.content, upload.pictures), "sent": upload.sent_with}
        return self._form(store) if upload.consent_id else self._case(store, upload)

    def _case(self, store: Store, upload: Upload) -> dict[str, Any]:
        case_id = str(self.upload.case_id)
        case, file = store.get(Case, case_id), store.get(File, case_id, self.upload.id)
        assert case is not None
        events = [e for e in self.practice.events(case_id) if e["kind"] == "file_add"]
        return {
            "status": case.status,
            "counts": (any(self.upload.id in each for each in case.current.values()), case.images),
            "events": len(events),
            "file": file and _figures(file),
            "parts": [
                (part.index, part.jaw, part.outcome, [found.code for found in part.findings])
                + (
                    (_figures(self.practice.file_of(case_id, part.file_id)),)
                    if part.file_id
                    else ()
                )
                for part in upload.parts
            ],
        }

    def _form(self, store: Store) -> dict[str, Any]:
        consent = store.get(Consent, str(self.upload.consent_id))
        assert consent is not None
        return {"form": consent.form and consent.form.crc32c, "consent": consent.state}


@dataclass
class Dock:
    """Issues slots of a practice and lets bytes arrive in them."""

    practice: ClinicFixture
    bucket: Bucket

    def arrive(
        self, data: bytes, who: str = "member", late: timedelta = timedelta(), **request: object
    ) -> Arrival:
        """Let bytes arrive in a slot: for a case of its own where nothing else is named."""
        if not request.keys() & {"case_id", "visit_id", "consent_id", "subject"}:
            request["case_id"] = self.practice.case()
        ask: Callable[..., UploadSlot] = self.practice.slot
        if "subject" in request:
            ask = self.practice.attach
        given = ask(who, **{"byte_size": len(data), **request})
        upload = self.practice.upload_of(given.upload_id)
        at = self.practice.clock.at + late
        return Arrival(self.practice, self.bucket, upload, self.land(given.object_name, data, at))

    def land(self, name: str, data: bytes, at: datetime) -> Landed:
        """Put an object there, past the rules."""
        blob = self.bucket.blob(name)
        blob.upload_from_string(data)
        return Landed(name, int(blob.generation), len(data), at)


def _figures(file: File) -> tuple[object, ...]:
    crcs: tuple[str | None, ...] = (None,)
    if file.pictures is not None:
        marked = file.pictures.marked
        crcs = (*_crcs(file.content, file.pictures), marked and marked.crc32c)
    said = (file.features, file.fingerprints and file.fingerprints.shape)
    return file.kind, file.jaw, file.version, file.report, crcs, said


def _crcs(content: StoredObject | None, pictures: Pictures | None) -> tuple[str | None, ...]:
    """The checksums of the content and its pictures; nothing where none is recorded."""
    if content is None or pictures is None:
        return ()
    kept = (content, pictures.thumbnail, pictures.preview, pictures.sheet)
    return tuple(stored and stored.crc32c for stored in kept)
