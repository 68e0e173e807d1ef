"""What becomes of what passed: versions of scans, images side by side, signed forms."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from core import firebase
from scans.uploads.models import UploadState
from tests.emulator.scans.intake.landing_steps import Arrival, Dock, Instance
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import refused
from tools import samples

SCAN = samples.arch("upper", 1000)
PHOTO = samples.photo_with_gps()
IMAGE = {"kind": "image", "file_name": "front.jpg"}


@pytest.fixture(scope="module")
def dock() -> Dock:
    """A practice whose cases are each a test's own, and a bucket that no trigger watches."""
    return Dock(ClinicFixture(), firebase.storage_client().bucket("steps-of-landing"))


# --- versions -----------------------------------------------------------------------------------


def test_a_scan_supersedes_the_one_of_its_jaw_and_nothing_else(dock: Dock) -> None:
    case_id = dock.practice.case()
    jaws = ["upper", "lower", "upper", "upper"]
    ids = []
    for jaw in jaws:
        arrival = dock.arrive(SCAN, case_id=case_id, jaw=jaw)
        assert arrival.receive() is UploadState.READY
        ids.append(arrival.upload.id)
    found = [dock.practice.file_of(case_id, file_id) for file_id in ids]
    assert [(f.version, f.supersedes, f.superseded_by) for f in found] == [
        (1, None, ids[2]), (1, None, None), (2, ids[0], ids[3]), (3, ids[2], None),
    ]  # fmt: skip
    case = dock.practice.case_of(case_id)
    assert (case.current, case.images) == ({"upper": ids[3], "lower": ids[1]}, 0)
    kept = {blob.name.split("/")[3] for blob in dock.bucket.list_blobs(prefix="cases/")}
    assert set(ids) <= kept, "superseded is not overwritten"


def test_images_stand_side_by_side(dock: Dock) -> None:
    case_id = dock.practice.case()
    assert dock.arrive(SCAN, case_id=case_id).receive() is UploadState.READY
    scan_id = dock.practice.case_of(case_id).current["upper"]
    ids = []
    for _ in range(2):
        arrival = dock.arrive(PHOTO, **IMAGE, case_id=case_id)
        assert arrival.receive() is UploadState.READY
        ids.append(arrival.upload.id)
    case = dock.practice.case_of(case_id)
    assert (case.images, case.current) == (2, {"upper": scan_id})
    found = [dock.practice.file_of(case_id, file_id) for file_id in (scan_id, *ids)]
    assert [(f.version, f.supersedes, f.superseded_by) for f in found] == [(1, None, None)] * 3


def test_two_scans_of_a_jaw_at_once_are_two_versions(dock: Dock) -> None:
    case_id = dock.practice.case()
    both = [dock.arrive(SCAN, case_id=case_id) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda a: a.receive(), both)) == [UploadState.READY] * 2
    found = [dock.practice.file_of(case_id, a.upload.id) for a in both]
    first, second = sorted(found, key=lambda f: f.version)
    assert (first.version, second.version) == (1, 2)
    assert (second.supersedes, first.superseded_by) == (first.id, second.id)
    assert dock.practice.case_of(case_id).current == {"upper": second.id}


def test_an_operators_scan_is_the_clinics_too(dock: Dock) -> None:
    asked = dock.practice.scanning()
    arrival = dock.arrive(SCAN, "operator", visit_id=asked.visit_id)
    assert arrival.receive() is UploadState.READY
    file = dock.practice.file_of(asked.case_id, arrival.upload.id)
    assert (file.visit_id, file.uploaded_by) == (asked.visit_id, dock.practice.uid("operator"))
    events = dock.practice.events(asked.case_id)
    (event,) = [e for e in events if e["kind"] == "file_add"]
    assert (event["actor"], event["party"], event["refs"]) == (
        dock.practice.uid("operator"), "the assigned operator",
        {"file": arrival.upload.id, "jaw": "upper"},
    )  # fmt: skip
    told = {name for name, kinds in arrival.ends()["notices"].items() if kinds}
    assert told == {"operator", "member"}
    dock.practice.move(asked.visit_id, "finish")


def form(dock: Dock) -> tuple[Arrival, Instance]:
    """The photo of a signed form."""
    consent_id = dock.practice.consented()["consent_id"]
    return dock.arrive(PHOTO, **IMAGE, consent_id=consent_id, jaw=None), Instance()


def test_a_signed_form_is_uploaded_once_and_linked(dock: Dock) -> None:
    practice = dock.practice
    arrival, _ = form(dock)
    consent_id = str(arrival.upload.consent_id)
    second = dock.arrive(PHOTO, **IMAGE, consent_id=consent_id, jaw=None)
    acts = len(practice.acts())
    refused(lambda: practice.form_link(consent_id, dock.bucket), "form-not-found")
    refused(lambda: practice.form_link(consent_id, dock.bucket, "stranger"), "consent-not-found")
    assert len(practice.acts()) == acts
    assert arrival.receive() is UploadState.READY
    url = practice.form_link(consent_id, dock.bucket)
    assert f"/consents/{practice.tenants.clinic}/{consent_id}/{arrival.upload.id}/content" in url
    assert [a["action"] for a in practice.acts()].count("scans.link_form") == 1
    before = practice.consent_of(consent_id)
    assert second.receive() is UploadState.REJECTED, "it was asked for before the first was there"
    assert practice.consent_of(consent_id) == before
    request = {**IMAGE, "consent_id": consent_id, "jaw": None}
    refused(lambda: practice.slot(**request), "form-already-there")
    practice.withdraw(consent_id)
    refused(lambda: practice.slot(**request), "consent-withdrawn")


def test_a_form_keeps_no_metadata(dock: Dock) -> None:
    arrival, _ = form(dock)
    arrival.receive()
    stored = dock.practice.consent_of(str(arrival.upload.consent_id)).form
    assert stored is not None
    assert b"Exif" in PHOTO
    assert b"Exif" not in dock.bucket.blob(stored.name).download_as_bytes()
