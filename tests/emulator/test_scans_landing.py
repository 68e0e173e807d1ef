"""The landing zone under duplicates, reorderings and crashes, driven step by step.

The trigger's service runs here against the emulators with a bucket of its own, so the deployed
trigger, which watches the default bucket, stays out of it.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from google.cloud.storage import Bucket

from core import firebase
from core.clock import SystemClock
from core.store import Store
from scans.blobs import Blobs
from scans.landing import LEASE, Landed, StillProcessingError, receive
from scans.models import File, StoredObject, Upload, UploadState
from tests.support.forms import slot
from tools import samples
from tools.client import Person

SCAN = samples.arch("upper", 2000)
STEPS = ["read", "write", "write", "delete"]


class CrashError(Exception):
    """The instance died here."""


@dataclass(frozen=True)
class CrashingBlobs(Blobs):
    """A bucket whose instance dies at one of its calls, before or after the call took effect."""

    at: int = 0
    after: bool = False
    calls: list[str] = field(default_factory=list)

    def read(self, name: str, generation: int) -> bytes | None:
        """Read, or die."""
        data: bytes | None = self._step("read", lambda: Blobs.read(self, name, generation))
        return data

    def write(self, name: str, data: bytes, content_type: str) -> StoredObject:
        """Write, or die."""
        stored: StoredObject = self._step(
            "write", lambda: Blobs.write(self, name, data, content_type)
        )
        return stored

    def delete(self, name: str, generation: int) -> None:
        """Delete, or die."""
        self._step("delete", lambda: Blobs.delete(self, name, generation))

    def _step(self, name: str, call: Callable[[], Any]) -> Any:
        self.calls.append(name)
        dies = len(self.calls) - 1 == self.at
        if dies and not self.after:
            raise CrashError
        result = call()
        if dies:
            raise CrashError
        return result


@dataclass(frozen=True)
class OvertakenBlobs(Blobs):
    """A bucket that is slow to read: meanwhile another attempt does everything."""

    other: Callable[[], object] = lambda: None

    def read(self, name: str, generation: int) -> bytes | None:
        """Read, then let the other attempt run to its end."""
        data = Blobs.read(self, name, generation)
        self.other()
        return data


class LaterClock:
    """The time, moved forward."""

    def __init__(self, by: timedelta) -> None:
        self.by = by

    def now(self) -> datetime:
        """Return the moved time."""
        return SystemClock().now() + self.by


@pytest.fixture(scope="module")
def steps() -> Bucket:
    """A bucket that no trigger watches."""
    return firebase.bucket().client.bucket("steps-of-landing")


@dataclass
class Arrival:
    """An object in the landing zone and what happens to it."""

    store: Store
    bucket: Bucket
    case: str
    upload_id: str
    landed: Landed

    def receive(self, blobs: Blobs | None = None, later: timedelta = timedelta()) -> Any:
        """Handle the event once."""
        clock = LaterClock(later)
        return receive(self.store, blobs or Blobs(self.bucket), clock, self.landed)

    def ends(self) -> dict[str, Any]:
        """Everything the outcome consists of, times and generations aside."""
        upload = self.store.get(Upload, self.upload_id)
        file = self.store.get(File, self.case, self.upload_id)
        assert upload is not None
        names = sorted(b.name for b in self.bucket.list_blobs() if self.upload_id in b.name)
        inbox = firebase.firestore_client().collection(f"users/{upload.uid}/inbox").get()
        ours = [item for item in inbox if item.get("refs").get("upload") == self.upload_id]
        return {
            "state": upload.state,
            "open": upload.open,
            "findings": [f.code for f in upload.findings],
            "report": upload.report,
            "file": file and (file.content.crc32c, file.thumbnail.crc32c, file.report),
            "objects": [name.replace(self.upload_id, "ID") for name in names],
            "notices": [item.get("kind") for item in ours],
        }


@pytest.fixture
def arrive(clinic: Person, case: str, store: Store, steps: Bucket) -> Callable[..., Arrival]:
    """Issue a slot and let bytes arrive in it."""

    def arrived(data: bytes = SCAN, late: timedelta = timedelta(), **changes: object) -> Arrival:
        given = slot(clinic, case, data, **changes)
        blob = steps.blob(given["object_name"])
        blob.upload_from_string(data)
        at = SystemClock().now() + late
        landed = Landed(given["object_name"], int(blob.generation), len(data), at)
        return Arrival(store, steps, case, given["upload_id"], landed)

    return arrived


def test_an_arrival_costs_what_it_should(arrive: Callable[..., Arrival]) -> None:
    arrival = arrive()
    assert arrival.receive() is UploadState.READY
    tally = arrival.store.tally
    assert (tally.reads, tally.writes, tally.transactions) == (2, 4, 2)


def test_a_rejection_costs_less(arrive: Callable[..., Arrival]) -> None:
    arrival = arrive(samples.broken("zip"))
    assert arrival.receive() is UploadState.REJECTED
    tally = arrival.store.tally
    assert (tally.reads, tally.writes, tally.transactions) == (2, 3, 2)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", range(len(STEPS)), ids=["read", "content", "thumbnail", "delete"])
def test_a_crash_and_a_retry_end_where_no_crash_does(
    arrive: Callable[..., Arrival], at: int, *, after: bool
) -> None:
    smooth, crashed = arrive(), arrive()
    smooth.receive()
    blobs = CrashingBlobs(crashed.bucket, at=at, after=after)
    with pytest.raises(CrashError):
        crashed.receive(blobs)
    assert blobs.calls == STEPS[: at + 1]
    crashed.receive(later=LEASE)
    assert crashed.ends() == smooth.ends()
    assert smooth.ends()["notices"] == ["upload_ready"]


def test_a_second_event_waits_for_the_first(arrive: Callable[..., Arrival]) -> None:
    arrival = arrive()
    with pytest.raises(CrashError):
        arrival.receive(CrashingBlobs(arrival.bucket, at=0))
    before = arrival.ends()
    with pytest.raises(StillProcessingError):
        arrival.receive(later=LEASE - timedelta(seconds=5))
    assert arrival.ends() == before
    assert arrival.receive(later=LEASE) is UploadState.READY


def test_a_duplicate_event_after_the_end_changes_nothing(arrive: Callable[..., Arrival]) -> None:
    arrival = arrive()
    arrival.receive()
    before, writes = arrival.ends(), arrival.store.tally.writes
    assert arrival.receive() is None
    assert arrival.ends() == before
    assert arrival.store.tally.writes == writes


def test_events_at_the_same_moment_have_one_outcome(arrive: Callable[..., Arrival]) -> None:
    arrival, smooth = arrive(), arrive()
    smooth.receive()

    def once(_: int) -> object:
        store = Store(firebase.firestore_client())
        try:
            return receive(store, Blobs(arrival.bucket), SystemClock(), arrival.landed)
        except StillProcessingError:
            return "again"

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(once, range(4)))
    assert outcomes.count(UploadState.READY) == 1
    assert arrival.ends() == smooth.ends()


@pytest.mark.parametrize("data", [SCAN, samples.broken("zip")], ids=["ready", "rejected"])
def test_an_attempt_that_outlives_its_lease_changes_nothing(
    arrive: Callable[..., Arrival], data: bytes
) -> None:
    smooth, slow = arrive(data), arrive(data)
    smooth.receive()
    outcomes: list[object] = []
    other = OvertakenBlobs(slow.bucket, lambda: outcomes.append(slow.receive(later=LEASE)))
    assert [slow.receive(other)] == outcomes
    assert slow.ends() == smooth.ends()
    assert len(slow.ends()["notices"]) == 1


def test_a_slot_takes_one_object_only(arrive: Callable[..., Arrival]) -> None:
    arrival = arrive()
    arrival.receive()
    before = arrival.ends()
    blob = arrival.bucket.blob(arrival.landed.name)
    blob.upload_from_string(samples.arch("lower", 2000))
    second = Landed(blob.name, int(blob.generation), 1, SystemClock().now())
    assert receive(arrival.store, Blobs(arrival.bucket), SystemClock(), second) is None
    assert arrival.ends() == before, "the second object is gone, the first outcome stands"


@pytest.mark.parametrize(
    "name", ["landing/nobody/no-slot/original", "landing/stray", "landing/a/b/c/original"]
)
def test_an_object_without_a_slot_is_thrown_away(store: Store, steps: Bucket, name: str) -> None:
    blob = steps.blob(name)
    blob.upload_from_string(b"whatever")
    landed = Landed(name, int(blob.generation), 8, SystemClock().now())
    assert receive(store, Blobs(steps), SystemClock(), landed) is None
    assert not blob.exists()
    assert store.tally.writes == 0


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"byte_size": len(SCAN) + 1}, "size-differs"),
        ({"late": timedelta(minutes=61)}, "slot-expired"),
    ],
)
def test_what_does_not_fit_the_slot_is_refused(
    arrive: Callable[..., Arrival], changes: dict[str, Any], code: str
) -> None:
    arrival = arrive(SCAN, **changes)
    assert arrival.receive() is UploadState.REJECTED
    ends = arrival.ends()
    assert (ends["findings"], ends["file"], ends["objects"]) == ([code], None, [])
    assert ends["notices"] == ["upload_rejected"]


def test_a_slot_closed_meanwhile_is_refused(arrive: Callable[..., Arrival]) -> None:
    arrival = arrive()

    def close(unit: Any) -> None:
        unit.change(unit.get(Upload, arrival.upload_id), open=False)

    arrival.store.run(close)
    assert arrival.receive() is UploadState.REJECTED
    assert arrival.ends()["findings"] == ["slot-closed"]


def test_an_object_gone_before_it_was_read_is_refused(arrive: Callable[..., Arrival]) -> None:
    arrival = arrive()
    arrival.bucket.blob(arrival.landed.name).delete()
    assert arrival.receive() is UploadState.REJECTED
    assert arrival.ends()["findings"] == ["upload-lost"]
