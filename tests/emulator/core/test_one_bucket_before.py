"""A project that had one bucket: what was filed then is read, listed and erased where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from google.cloud.firestore import DELETE_FIELD

from core import firebase
from core.blobs import project_blobs
from scans.cases import links
from scans.cases.models import File
from scans.cases.requests import GetCaseFileLinks
from tests.emulator.scans.intake.landing_steps import Dock
from tests.support.clinic_fixture import ClinicFixture
from tools import samples
from tools.client import fetch

UPPER, LOWER = samples.arch("upper", 2000), samples.arch("lower", 2000)


@pytest.fixture(scope="module")
def practice() -> ClinicFixture:
    """A practice, in a project of the module's own."""
    return ClinicFixture()


@pytest.fixture
def case_id(practice: ClinicFixture) -> Iterator[str]:
    """A case with a scan of the time with one bucket, and one of the time with two."""
    case_id = practice.case()
    for jaw, data, bucket in (
        ("upper", UPPER, firebase.landing_bucket()),
        ("lower", LOWER, firebase.clean_bucket()),
    ):
        arrival = Dock(practice, bucket).arrive(data, case_id=case_id, jaw=jaw)
        assert arrival.receive() == "ready"
        if jaw == "upper":
            _as_released_before(practice.file_of(case_id, arrival.upload.id))
    yield case_id
    blobs = project_blobs()
    blobs.discard_all(list(blobs.names(f"cases/{practice.tenants.clinic}/{case_id}/")))


def _as_released_before(file: File) -> None:
    """Store a file as an earlier release did: it does not say where its objects lie."""
    named = ["content", *(f"pictures.{name}" for name, kept in file.pictures if kept is not None)]
    assert len(named) == 5
    path = file.path_for(*file.ids)
    gone = {f"{field}.zone": DELETE_FIELD for field in named}
    firebase.firestore_client().document(path).update(gone)


def test_a_link_leads_to_the_bucket_that_a_file_was_written_to(
    practice: ClinicFixture, case_id: str
) -> None:
    current = practice.case_of(case_id).current
    asked = GetCaseFileLinks(case_id=case_id, file_ids=list(current.values()))
    given = {
        link.file_id: link
        for link in links.file_links(practice.ctx(), project_blobs(), asked).links
    }
    for jaw, bucket, data in (
        ("upper", firebase.landing_bucket(), UPPER),
        ("lower", firebase.clean_bucket(), LOWER),
    ):
        link = given[next(found for each, found in current.items() if each == jaw)]
        for url in (link.url, link.thumbnail_url, link.sheet_url):
            assert url is not None
            assert urlsplit(url).path.startswith(f"/{bucket.name}/cases/")
        assert fetch(link.url)[84:] == data[84:]


def test_all_of_a_case_is_read_found_and_discarded_together(
    practice: ClinicFixture, case_id: str
) -> None:
    blobs, clinic = project_blobs(), practice.tenants.clinic
    for file_id in practice.case_of(case_id).current.values():
        kept = practice.file_of(case_id, file_id).content
        assert blobs.read(kept.name, kept.generation, most=kept.byte_size) is not None
    names = list(blobs.names(f"cases/{clinic}/{case_id}/"))
    assert len(names) == 10
    others = {name for name in blobs.names("cases/") if name not in names}
    blobs.discard_all(names)
    assert list(blobs.names(f"cases/{clinic}/{case_id}/")) == []
    assert set(blobs.names("cases/")) == others
