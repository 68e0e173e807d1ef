"""The landing zone under duplicates and reorderings, and what does not fit its slot."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import pytest
import requests

from core import firebase
from core.blobs import Blobs
from core.store import Store
from scans.intake.landing import LEASE, StillProcessingError, receive
from scans.uploads.models import UploadState
from tests.emulator.scans.intake.landing_steps import Arrival, Dock, Instance
from tests.support import wire
from tests.support.clinic_fixture import ClinicFixture
from tests.support.crashes import CrashError
from tools import samples
from tools.client import Person

SCAN = samples.arch("upper", 1000)
PHOTO = samples.photo_with_gps()
#: Whom the emulator lets upload past the rules, which watch the default bucket alone.
OWNER = Person(token="owner")
IMAGE = {"kind": "image", "file_name": "front.jpg"}


@pytest.fixture(scope="module")
def dock() -> Dock:
    """A practice whose cases are each a test's own, and a bucket that no trigger watches."""
    return Dock(ClinicFixture(), firebase.storage_client().bucket("steps-of-landing"))


# --- duplicates and reorderings ---------------------------------------------------------------


def test_a_second_event_waits_for_the_first(dock: Dock) -> None:
    arrival = dock.arrive(SCAN)
    with pytest.raises(CrashError):
        arrival.receive(Instance(at=2))
    before = arrival.ends()
    with pytest.raises(StillProcessingError):
        arrival.receive(later=LEASE - timedelta(seconds=1))
    assert arrival.ends() == before
    assert arrival.receive(later=LEASE) is UploadState.READY


@pytest.mark.parametrize("data", [SCAN, samples.broken("zip")], ids=["ready", "rejected"])
def test_a_duplicate_event_after_the_end_changes_nothing(dock: Dock, data: bytes) -> None:
    arrival = dock.arrive(data)
    state = arrival.receive()
    before = arrival.ends()
    again, store = arrival.costing(later=timedelta(days=1))
    assert again is state
    assert arrival.ends() == before
    looked = 2 if state is UploadState.READY else 0  # for what lies beside the scan
    assert (store.tally.reads, store.tally.writes) == (1 + looked, 0)


def test_what_is_not_drawn_is_left_to_its_attempt_until_that_must_be_over(dock: Dock) -> None:
    """It is ready, and its instance may be drawing it still; then the event draws it, once."""
    arrival, smooth = dock.arrive(SCAN), dock.arrive(SCAN)
    smooth.receive()
    with pytest.raises(CrashError):
        arrival.receive(Instance(at=len(["revoke", "transaction", "read", "content", "filed"])))
    before = arrival.ends()
    assert (before["upload"][0], before["file"][-2:]) == (
        UploadState.READY,
        ((None,), (None, None)),
    )
    instance = Instance()
    with pytest.raises(StillProcessingError):
        arrival.receive(instance, later=LEASE - timedelta(seconds=1))
    assert instance.steps == ["revoke", "transaction", "delete"]
    assert arrival.ends() == {**before, "objects": ["cases/content"]}
    assert arrival.receive(later=LEASE) is UploadState.READY
    assert arrival.ends() == smooth.ends()


def test_a_second_attempt_at_drawing_changes_nothing(dock: Dock) -> None:
    """The lease of the first one was over; both draw, and what is recorded first stays."""
    smooth, overtaken = dock.arrive(SCAN), dock.arrive(SCAN)
    smooth.receive()
    writes: list[int] = []

    def overtake() -> None:
        writes.append(overtaken.costing(later=LEASE)[1].tally.writes)

    _, store = overtaken.costing(Instance(between={"marked": overtake}))
    assert (writes, store.tally.writes) == ([1], 6)
    assert overtaken.ends() == smooth.ends()


def test_events_at_the_same_moment_have_one_outcome(dock: Dock) -> None:
    arrival, smooth = dock.arrive(SCAN), dock.arrive(SCAN)
    smooth.receive()

    def once(_: int) -> object:
        store = Store(firebase.firestore_client())
        try:
            return receive(store, Blobs(dock.bucket), dock.practice.clock, arrival.landed)
        except StillProcessingError:
            return "again"

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(once, range(4)))
    assert set(outcomes) <= {UploadState.READY, "again"}
    assert UploadState.READY in outcomes
    assert arrival.ends() == smooth.ends()


@pytest.mark.parametrize("data", [SCAN, samples.broken("zip")], ids=["ready", "rejected"])
def test_an_attempt_that_outlives_its_lease_changes_nothing(dock: Dock, data: bytes) -> None:
    smooth, overtaken = dock.arrive(data), dock.arrive(data)
    smooth.receive()
    outcomes: list[object] = []
    slow = Instance(between={"read": lambda: outcomes.append(overtaken.receive(later=LEASE))})
    assert [overtaken.receive(slow)] == outcomes
    assert overtaken.ends() == smooth.ends()


def test_whatever_is_delivered_one_upload_costs_so_much_and_no_more(dock: Dock) -> None:
    """Twice while it is worked on, ten times afterwards: six writes beside the claim's."""
    arrival = dock.arrive(SCAN)
    writes = []

    def disturb() -> None:
        for _ in range(2):
            with pytest.raises(StillProcessingError):
                arrival.receive()

    _, store = arrival.costing(Instance(between={"read": disturb}))
    writes.append(store.tally.writes)
    for _ in range(10):
        instance = Instance()
        _, store = arrival.costing(instance)
        writes.append(store.tally.writes)
        assert instance.steps == ["revoke", "transaction", "delete"]
    assert writes == [7, *[0] * 10]


def test_a_slot_takes_one_object_only(dock: Dock) -> None:
    arrival = dock.arrive(SCAN)
    arrival.receive()
    before = arrival.ends()
    second = dock.land(arrival.landed.name, PHOTO, arrival.landed.at)
    store = Store(firebase.firestore_client())
    assert receive(store, Blobs(dock.bucket), dock.practice.clock, second) is None
    assert arrival.ends() == before, "the second object is gone, the first outcome stands"
    assert store.tally.writes == 0


def test_of_two_objects_the_one_whose_event_comes_first_is_judged(dock: Dock) -> None:
    """The events come in the wrong order: what was claimed is what counts."""
    older = dock.arrive(samples.broken("zip"), byte_size=len(SCAN))
    newer = dock.land(older.landed.name, SCAN, older.landed.at)
    late = Arrival(dock.practice, dock.bucket, older.upload, newer)
    assert late.receive() is UploadState.READY
    before = late.ends()
    assert older.receive() is None
    assert late.ends() == before
    assert dock.practice.upload_of(older.upload.id).generation == newer.generation


def test_the_generation_pins_what_was_validated(dock: Dock) -> None:
    """An object that was overwritten after its event is not what the slot took."""
    arrival = dock.arrive(SCAN)
    with pytest.raises(CrashError):  # claimed, not read yet
        arrival.receive(Instance(at=2))
    overwritten = dock.land(arrival.landed.name, SCAN, arrival.landed.at)
    newer = Arrival(dock.practice, dock.bucket, arrival.upload, overwritten)
    assert arrival.receive(later=LEASE) is UploadState.REJECTED
    assert arrival.ends()["upload"][2] == ["upload-lost"]
    assert dock.practice.upload_of(arrival.upload.id).generation == arrival.landed.generation
    assert arrival.ends()["objects"] == ["landing/original"], "the newer one is not deleted for it"
    assert newer.receive() is None
    assert arrival.ends()["objects"] == []


# --- what an upload's answer gives away -----------------------------------------------------------


def test_a_download_token_reads_nothing_once_the_event_is_handled(dock: Dock) -> None:
    """Firebase answers an upload with a token that reads the object past the rules.

    It is the first thing to go: what an instance that dies later leaves behind is nobody's to read.
    """
    left, link = uploaded(dock, SCAN)
    _, untouched = uploaded(dock, SCAN)
    assert status(link) == status(untouched) == HTTPStatus.OK
    with pytest.raises(CrashError):
        left.receive(Instance(at=1))  # before the claim
    assert status(link) == HTTPStatus.FORBIDDEN
    assert left.ends()["objects"] == ["landing/original"]
    assert left.receive() is UploadState.READY
    assert status(untouched) == HTTPStatus.OK


def test_what_an_uploader_chose_as_a_token_goes_as_well(dock: Dock) -> None:
    """Firebase refuses such an upload; the emulator takes it."""
    chosen = {"metadata": {"firebaseStorageDownloadTokens": "mine,ours"}}
    arrival, link = uploaded(dock, SCAN, **chosen)
    links = [link.rpartition("=")[0] + f"={token}" for token in ("mine", "ours")]
    assert [status(one) for one in links] == [HTTPStatus.OK] * 2
    with pytest.raises(CrashError):
        arrival.receive(Instance(at=1))
    assert [status(one) for one in links] == [HTTPStatus.FORBIDDEN] * 2


def test_what_the_gate_wrote_has_no_download_token(dock: Dock) -> None:
    """Its twin as it landed has one."""
    arrival, _ = uploaded(dock, SCAN)
    landed = dock.bucket.get_blob(arrival.landed.name)
    assert "firebaseStorageDownloadTokens" in landed.metadata
    arrival.receive()
    names = [blob.name for blob in dock.bucket.list_blobs() if arrival.upload.id in blob.name]
    assert len(names) == 5
    assert [dock.bucket.get_blob(name).metadata for name in names] == [None] * 5


def uploaded(dock: Dock, data: bytes, **noted: object) -> tuple[Arrival, str]:
    """Let bytes arrive as an app uploads them; with the link that the answer's token makes."""
    arrival = dock.arrive(data)
    objects = wire.objects(dock.bucket.name)
    answer = wire.upload(OWNER, arrival.landed.name, data, None, objects, **noted)
    link = f"{objects}/{quote(answer['name'], safe='')}?alt=media&token={answer['downloadTokens']}"
    landed = replace(arrival.landed, generation=int(answer["generation"]))
    return replace(arrival, landed=landed), link


def status(link: str) -> int:
    """What a link is answered with, to whoever has it."""
    return requests.get(link, timeout=30).status_code


# --- what does not fit --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["landing/nobody/no-slot/original", "landing/stray", "landing/a/b/c/original"]
)
def test_an_object_without_a_slot_is_thrown_away(dock: Dock, name: str) -> None:
    landed = dock.land(name, b"whatever", dock.practice.clock.at)
    store = Store(firebase.firestore_client())
    assert receive(store, Blobs(dock.bucket), dock.practice.clock, landed) is None
    assert not dock.bucket.blob(name).exists()
    assert store.tally.writes == 0


def test_an_object_in_anothers_folder_is_thrown_away(dock: Dock) -> None:
    arrival = dock.arrive(SCAN)
    name = arrival.landed.name.replace(dock.practice.uid("member"), dock.practice.uid("stranger"))
    landed = dock.land(name, SCAN, arrival.landed.at)
    store = Store(firebase.firestore_client())
    assert receive(store, Blobs(dock.bucket), dock.practice.clock, landed) is None
    assert dock.practice.upload_of(arrival.upload.id) == arrival.upload
    assert arrival.receive() is UploadState.READY, "the slot is still its holder's"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"byte_size": len(SCAN) + 1}, "size-differs"),
        ({"byte_size": len(SCAN) - 1}, "size-differs"),
        ({"late": timedelta(minutes=60, seconds=1)}, "slot-expired"),
        (IMAGE, "image-format-not-allowed"),
    ],
)
def test_what_does_not_fit_the_slot_is_refused(
    dock: Dock, changes: dict[str, Any], code: str
) -> None:
    arrival = dock.arrive(SCAN, **changes)
    assert arrival.receive() is UploadState.REJECTED
    ends = arrival.ends()
    assert (ends["upload"][2], ends["file"], ends["objects"]) == ([code], None, [])
    assert ends["notices"]["member"] == ["upload_rejected"]


def test_the_last_moment_is_in_time(dock: Dock) -> None:
    arrival = dock.arrive(PHOTO, late=timedelta(minutes=60), **IMAGE)
    assert arrival.receive() is UploadState.READY


def test_an_object_gone_before_it_was_read_is_refused(dock: Dock) -> None:
    arrival = dock.arrive(SCAN)
    dock.bucket.blob(arrival.landed.name).delete()
    assert arrival.receive() is UploadState.REJECTED
    assert arrival.ends()["upload"][2] == ["upload-lost"]


# --- what happens meanwhile ---------------------------------------------------------------------


@pytest.mark.parametrize("act", ["close", "withdraw", "cancel", "reassign", "suspend"])
@pytest.mark.parametrize("when", ["before", "while"])
def test_what_is_stopped_meanwhile_leaves_nothing(dock: Dock, act: str, when: str) -> None:
    practice = ClinicFixture()
    own = Dock(practice, dock.bucket)
    named = practice.consented()
    if act in {"close", "suspend"}:
        case_id = practice.case(**named)
        arrival = own.arrive(PHOTO, **IMAGE, case_id=case_id)
    else:
        asked = practice.scanning(**named)
        case_id = asked.case_id
        arrival = own.arrive(PHOTO, "operator", **IMAGE, visit_id=asked.visit_id)
    visit_id = str(arrival.upload.visit_id)
    acts: dict[str, Callable[[], object]] = {
        "close": lambda: practice.close(case_id),
        "withdraw": lambda: practice.withdraw(named["consent_id"]),
        "cancel": lambda: practice.cancel(visit_id, "admin"),
        "reassign": lambda: practice.reschedule(visit_id, "admin"),
        "suspend": lambda: practice.suspend("member"),
    }
    if when == "before":
        acts[act]()
        instance = Instance()
        assert arrival.receive(instance) is UploadState.REJECTED
        assert "read" not in instance.steps, "nobody looks into what nobody may keep"
    else:
        assert arrival.receive(Instance(between={"thumbnail": acts[act]})) is UploadState.REJECTED
    ends = arrival.ends()
    assert ends["upload"][:3] == ("rejected", False, ["slot-closed"])
    assert (ends["objects"], ends["file"], ends["counts"]) == ([], None, (False, 0))


def test_a_scan_that_is_erased_while_it_is_drawn_leaves_nothing(dock: Dock) -> None:
    """Objects go first, documents after them, as an erasure does it. Its twin is not erased."""
    arrival, twin = dock.arrive(SCAN), dock.arrive(SCAN)

    def erase() -> None:
        path = f"cases/{arrival.upload.case_id}/files/{arrival.upload.id}"
        names = Blobs(dock.bucket).names(f"cases/{dock.practice.tenants.clinic}/")
        Blobs(dock.bucket).discard_all([name for name in names if arrival.upload.id in name])
        firebase.firestore_client().document(path).delete()

    for one, act in ((arrival, erase), (twin, lambda: None)):
        instance = Instance(between={"sheet": act})
        assert one.receive(instance) is UploadState.READY
    ends = arrival.ends()
    assert (ends["objects"], ends["file"]) == ([], None)
    assert len(twin.ends()["objects"]) == 5
    again = Instance()
    arrival.receive(again, later=LEASE)
    assert (again.steps, arrival.ends()) == (["revoke", "transaction", "delete"], ends)


@pytest.mark.parametrize("stopped", ["closed_at", "frozen_at"])
def test_a_case_that_takes_nothing_is_asked_though_the_slot_is_open(
    dock: Dock, stopped: str
) -> None:
    """Closing a case closes a limited number of slots; what lands in others is refused here."""
    arrival = dock.arrive(PHOTO, **IMAGE)
    case = dock.practice.case_of(str(arrival.upload.case_id))
    dock.practice.tenants.seed(case.model_copy(update={stopped: dock.practice.clock.at}))
    assert arrival.receive() is UploadState.REJECTED
    ends = arrival.ends()
    assert ends["upload"][:3] == ("rejected", False, ["slot-closed"])
    assert (ends["objects"], ends["file"]) == ([], None)


def test_closing_and_reopening_does_not_bring_a_slot_back(dock: Dock) -> None:
    practice = dock.practice
    arrival = dock.arrive(PHOTO, **IMAGE)
    practice.close(str(arrival.upload.case_id))
    practice.reopen(str(arrival.upload.case_id))
    assert arrival.receive() is UploadState.REJECTED
