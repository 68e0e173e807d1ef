"""A case's archive: what becomes of its parts, and what is left of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from google.cloud.firestore import DocumentSnapshot

from core import firebase
from scans.cases.models import File
from scans.intake.landing import LEASE, StillProcessingError
from scans.uploads.models import Jaw, Upload, UploadState
from tests.emulator.scans.intake.landing_steps import Arrival, Dock, Instance
from tests.support.case_archives import PATIENT, encrypted, exported, packed
from tests.support.clinic_fixture import ClinicFixture
from tests.support.crashes import CrashError
from tools import samples

ARCHIVE = {"kind": "case", "file_name": "case.zip", "jaw": None}
UPPER, LOWER = samples.arch("upper", 1000), samples.arch("lower", 1000)
PHOTO = samples.photo_with_gps()


@pytest.fixture(scope="module")
def dock() -> Dock:
    """A practice whose cases are each a test's own, and a bucket that no trigger watches."""
    return Dock(ClinicFixture(), firebase.storage_client().bucket("steps-of-landing"))


def arrive(dock: Dock, data: bytes, who: str = "member", **target: object) -> Arrival:
    """Let an archive arrive."""
    return dock.arrive(data, who, **ARCHIVE, **target)


def outcomes(upload: Upload) -> list[tuple[Any, ...]]:
    """What became of each part: its place, kind, jaw, outcome and the codes of what was found."""
    return [
        (part.index, part.kind.value, part.jaw, part.outcome.value, [f.code for f in part.findings])
        for part in upload.parts
    ]


def test_a_case_goes_up_as_one(dock: Dock) -> None:
    practice, case_id = dock.practice, dock.practice.case()
    arrival = arrive(dock, packed(exported()), case_id=case_id)
    assert arrival.receive() is UploadState.READY
    upload = practice.upload_of(arrival.upload.id)
    assert outcomes(upload) == [
        (1, "stl", "upper", "filed", []), (2, "stl", "lower", "filed", []),
        (3, "stl", "bite_right", "filed", []), (4, "image", "mouth", "filed", []),
    ]  # fmt: skip
    assert [found.code for found in upload.findings] == ["archive-files-left-out"]
    assert upload.report == {"files": 5, "filed": 4, "refused": 0, "left_out": 0}

    files = [practice.file_of(case_id, str(part.file_id)) for part in upload.parts]
    case = practice.case_of(case_id)
    assert case.current == {file.jaw: file.id for file in files if file.kind == "stl"}
    assert (len(case.current), case.images, case.status) == (3, 1, "scanned")
    assert [file.file_name for file in files] == [
        "upper-1.stl", "lower-2.stl", "bite_right-3.stl", "mouth-4.jpeg",
    ]  # fmt: skip
    assert [(file.version, file.uploaded_by) for file in files] == [(1, practice.uid("member"))] * 4
    events = [each for each in practice.events(case_id) if each["kind"] == "file_add"]
    assert sorted(each["refs"]["file"] for each in events) == sorted(file.id for file in files)
    assert sum(each["scan"] is not None for each in events) == 3, "each scan has its verdict"
    ends = arrival.ends()
    assert ends["notices"]["member"] == ["upload_ready"], "one for all of it"
    assert len(ends["objects"]) == 2 * 5 + 4 + 2  # a bite has no row of teeth to mark
    assert all(name.startswith("cases/") for name in ends["objects"])


def test_nothing_is_kept_of_names_and_of_what_is_no_scan(dock: Dock) -> None:
    """The patient's name is in every name, and in the project file."""
    case_id = dock.practice.case()
    arrival = arrive(dock, packed(exported()), case_id=case_id)
    assert arrival.receive() is UploadState.READY
    client = firebase.firestore_client()
    stored: list[DocumentSnapshot] = [
        client.document(f"uploads/{arrival.upload.id}").get(),
        *client.collection(f"cases/{case_id}/files").stream(),
        *client.collection(f"cases/{case_id}/events").stream(),
    ]
    words = PATIENT.split()
    assert not any(word in str(document.to_dict()) for document in stored for word in words)
    kept = [blob for blob in dock.bucket.list_blobs() if arrival.upload.id in blob.name]
    assert kept
    for blob in kept:
        assert not any(word in blob.name for word in words)
        assert not any(word.encode() in blob.download_as_bytes() for word in words)


def test_each_scan_supersedes_the_one_of_its_jaw(dock: Dock) -> None:
    practice, case_id = dock.practice, dock.practice.case()
    single = dock.arrive(UPPER, case_id=case_id)
    single.receive()
    first, second = (
        arrive(
            dock, packed({"upper.stl": UPPER, "lower.stl": LOWER, "a.jpg": PHOTO}), case_id=case_id
        )
        for _ in range(2)
    )
    for arrival in (first, second):
        assert arrival.receive() is UploadState.READY
    upper, lower, photo = (practice.file_of(case_id, f"{second.upload.id}00{n}") for n in (1, 2, 3))
    assert (upper.version, upper.supersedes) == (3, f"{first.upload.id}001")
    assert (lower.version, lower.supersedes) == (2, f"{first.upload.id}002")
    assert (photo.version, photo.supersedes) == (1, None)
    case = practice.case_of(case_id)
    assert (case.current, case.images) == ({"upper": upper.id, "lower": lower.id}, 2)
    assert practice.file_of(case_id, single.upload.id).superseded_by == f"{first.upload.id}001"


def test_a_part_that_is_refused_leaves_the_others(dock: Dock) -> None:
    practice, case_id = dock.practice, dock.practice.case()
    files = {"upper.stl": UPPER, "lower.stl": samples.broken("truncated"), "scan.stl": LOWER}
    arrival = arrive(dock, packed(files), case_id=case_id)
    assert arrival.receive() is UploadState.READY
    upload = practice.upload_of(arrival.upload.id)
    assert outcomes(upload) == [
        (1, "stl", "upper", "filed", []),
        (2, "stl", "lower", "refused", ["stl-truncated"]),
        (3, "stl", None, "left_out", ["archive-jaw-unknown"]),
    ]
    assert practice.case_of(case_id).current == {"upper": f"{upload.id}001"}
    events = [each for each in practice.events(case_id) if each["kind"] == "file_reject"]
    assert [(each["scan"]["verdict"], each["refs"]) for each in events] == [
        ("rejected", {"upload": upload.id, "jaw": "lower"})
    ]
    assert len(arrival.ends()["objects"]) == 5


@pytest.mark.parametrize(
    ("data", "code", "parts"),
    [
        pytest.param(packed({"a.jpg": PHOTO}), "archive-without-scans", 0, id="no scan"),
        pytest.param(packed({"scan.stl": UPPER}), "archive-nothing-filed", 1, id="no jaw"),
        pytest.param(packed(exported())[:-100], "archive-damaged", 0, id="torn"),
        pytest.param(encrypted(packed(exported())), "archive-encrypted", 0, id="password"),
        pytest.param(UPPER, "archive-not-zip", 0, id="a scan"),
    ],
)
def test_a_refused_archive_leaves_nothing(dock: Dock, data: bytes, code: str, parts: int) -> None:
    arrival = arrive(dock, data)
    assert arrival.receive() is UploadState.REJECTED
    ends = arrival.ends()
    assert ends["upload"][2][0] == code
    assert (ends["objects"], ends["counts"], ends["events"]) == ([], (False, 0), 0)
    assert len(ends["parts"]) == parts
    assert ends["notices"]["member"] == ["upload_rejected"]


def test_an_archive_that_is_torn_in_its_last_part_leaves_nothing_of_the_first(dock: Dock) -> None:
    """Its directory is sound."""
    data = packed({"upper.stl": UPPER, "lower.stl": LOWER})
    at = data.rindex(b"PK\x03\x04") + 2000
    arrival = arrive(dock, data[:at] + bytes(100) + data[at + 100 :])
    assert arrival.receive() is UploadState.REJECTED
    assert arrival.ends()["upload"][2] == ["archive-damaged"]
    assert arrival.ends()["objects"] == []


def test_bites_that_are_named_alike_are_told_by_where_they_lie(dock: Dock) -> None:
    """As exocad exports them; the left one comes first here."""
    made = samples.case(7, triangles=8000)
    assert made.upper is not None
    assert made.lower is not None
    right, left = made.bites
    scans = {"upperjaw": made.upper, "lowerjaw": made.lower, "bite0": left, "bite1": right}
    case_id = dock.practice.case()
    data = packed({f"c-{name}.stl": scan.stl for name, scan in scans.items()})
    arrival = arrive(dock, data, case_id=case_id)
    assert arrival.receive() is UploadState.READY
    upload = dock.practice.upload_of(arrival.upload.id)
    noted = ["archive-bite-side"]
    assert [(*part[2:4], part[4][-1:]) for part in outcomes(upload)] == [
        ("upper", "filed", []), ("lower", "filed", []),
        ("bite_left", "filed", noted), ("bite_right", "filed", noted),
    ]  # fmt: skip
    current = dock.practice.case_of(case_id).current
    assert set(current) == {"upper", "lower", "bite_left", "bite_right"}
    (pair,) = firebase.firestore_client().collection(f"cases/{case_id}/pairs").stream()
    assert pair.id == f"{current[Jaw.UPPER]}_{current[Jaw.LOWER]}"
    assert {bite["file_id"] for bite in pair.get("bites")} == {
        current[Jaw.BITE_LEFT], current[Jaw.BITE_RIGHT],
    }  # fmt: skip


def test_photographs_without_consent_are_not_kept(dock: Dock) -> None:
    practice = dock.practice
    kept, left = [], []
    for scope in (["scan", "images"], ["scan"]):
        case_id = practice.case(**practice.consented(scope=scope))
        arrival = arrive(dock, packed({"upper.stl": UPPER, "a.jpg": PHOTO}), case_id=case_id)
        assert arrival.receive() is UploadState.READY
        kept.append((practice.case_of(case_id).images, len(arrival.ends()["objects"])))
        left.append(outcomes(practice.upload_of(arrival.upload.id))[1][3:])
    assert kept == [(1, 7), (0, 5)]
    assert left == [("filed", []), ("left_out", ["archive-photographs-not-consented"])]


def test_an_operator_sends_a_case_from_its_visit(dock: Dock) -> None:
    asked = dock.practice.scanning()
    arrival = arrive(dock, packed({"upper.stl": UPPER}), "operator", visit_id=asked.visit_id)
    assert arrival.receive() is UploadState.READY
    file = dock.practice.file_of(asked.case_id, f"{arrival.upload.id}001")
    assert (file.visit_id, file.uploaded_by) == (asked.visit_id, dock.practice.uid("operator"))
    dock.practice.move(asked.visit_id, "finish")


def test_events_that_come_again_change_nothing(dock: Dock) -> None:
    arrival = arrive(dock, packed({"upper.stl": UPPER, "a.jpg": PHOTO}))
    with pytest.raises(CrashError):
        arrival.receive(Instance(at=8))
    with pytest.raises(StillProcessingError):
        arrival.receive(later=LEASE - timedelta(seconds=1))
    assert arrival.receive(later=LEASE) is UploadState.READY
    before = arrival.ends()
    again, store = arrival.costing(later=timedelta(days=1))
    assert again is UploadState.READY
    assert (arrival.ends(), store.tally.reads, store.tally.writes) == (before, 4, 0)


def test_what_an_archive_costs(dock: Dock) -> None:
    """An upload's three reads, and two of case and consent; its writes, and two more for each part.

    Then its parts are read, and the file of each scan, then both case and file as they are drawn.
    """
    arrival = arrive(dock, packed({"upper.stl": UPPER, "a.jpg": PHOTO}))
    _, store = arrival.costing()
    scans, parts = 1, 2
    assert (store.tally.reads, store.tally.writes) == (5 + 1 + 3 * scans, 4 + 2 * parts + scans)


def test_files_of_an_archive_are_files_of_the_case(dock: Dock) -> None:
    """Their ids are ids: links and orders take them."""
    case_id = dock.practice.case()
    arrival = arrive(dock, packed({"upper.stl": UPPER}), case_id=case_id)
    arrival.receive()
    file = dock.practice.ctx().store.get(File, case_id, f"{arrival.upload.id}001")
    assert file is not None
    assert (file.file_name, file.content.name.split("/")[-2]) == ("upper-1.stl", file.id)
