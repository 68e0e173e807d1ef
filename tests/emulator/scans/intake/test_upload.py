"""An upload's way from the landing zone to the clean one, as the clinic's app lives it."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.blobs import project_blobs
from core.store import Store
from core.units import UnitOfWork
from scans.cases.models import File
from scans.uploads.models import Upload
from tests.support.forms import open_case, outcome, slot
from tests.support.people import Cast
from tools import everything, samples
from tools.client import CallError, DeniedError, Person, fetch, wait_for


def objects(prefix: str) -> list[str]:
    """The names of the objects under a prefix."""
    return sorted(project_blobs().names(prefix))


def upload(clinic: Person, case: str, data: bytes, **changes: object) -> dict[str, Any]:
    """Upload a file and wait for what becomes of it."""
    given = slot(clinic, case, data, **changes)
    clinic.upload(given["object_name"], data, given["content_types"][0])
    return outcome(clinic, given["upload_id"])


def test_the_trigger_is_woken_by_what_lands_and_not_by_what_it_writes(
    clinic: Person, case: str, store: Store
) -> None:
    """An upload of a scan is one event; in one bucket it would be six."""
    first, second = (upload(clinic, case, samples.arch("upper", 2000)) for _ in range(2))
    wait_for(lambda: not objects(f"landing/{clinic.uid}/{second['id']}"), what="landing is left")

    def drawn() -> File | None:
        found = store.get(File, case, first["id"])
        return found if found is not None and found.pictures is not None else None

    file = wait_for(drawn, what="a scan is drawn")
    assert file.pictures is not None
    kept = [file.content, *dict(file.pictures).values()]
    written = {str(stored.generation) for stored in kept if stored is not None}
    assert len(written) == 5
    log = everything.log().splitlines()
    judged = [line for line in log if '"message": "upload"' in line and first["id"] in line]
    others = [line for line in log if '"message": "not an upload"' in line]
    assert len(judged) == 1
    assert [line for line in others if any(each in line for each in written)] == []


def test_a_scan_becomes_a_clean_file_with_a_picture_and_a_link(
    clinic: Person, case: str, store: Store
) -> None:
    data = b"Patient: Meera Joshi".ljust(80) + samples.arch("upper", 4000)[80:]
    done = upload(clinic, case, data)
    assert (done["state"], done["open"], done["findings"]) == ("ready", False, [])
    assert done["report"]["triangles"] == struct.unpack_from("<I", data, 80)[0]

    def drawn() -> File | None:
        filed = store.get(File, case, done["id"])
        assert filed is not None, "it is a file of the case once it is ready"
        return filed if filed.drawn else None

    file = wait_for(drawn, what="it is not drawn")
    assert objects(f"landing/{clinic.uid}/{done['id']}") == [], "landing was emptied before"
    pictures = file.pictures
    assert pictures is not None
    kept = (file.content, pictures.marked, pictures.preview, pictures.sheet, pictures.thumbnail)
    folder = f"cases/{file.clinic_id}/{case}/{done['id']}"
    assert objects(folder) == [stored.name for stored in kept if stored is not None]
    assert len(objects(folder)) == 5
    assert "Meera" not in file.content.name

    (link,) = clinic.call("scans/get_file_links", case_id=case, file_ids=[done["id"]])["links"]
    assert fetch(link["url"]) == bytes(80) + data[80:], "identical but for the zeroed header"
    for picture in ("thumbnail_url", "preview_url", "sheet_url"):
        assert fetch(link[picture]).startswith(b"\x89PNG")
    until = datetime.fromisoformat(link["expires_at"]) - datetime.now(UTC)
    assert timedelta(minutes=9) < until <= timedelta(minutes=10)


def test_a_photograph_loses_its_metadata(clinic: Person, case: str) -> None:
    data = samples.photo_with_gps()
    done = upload(clinic, case, data, kind="image", file_name="front.jpg")
    assert done["state"] == "ready"
    (link,) = clinic.call("scans/get_file_links", case_id=case, file_ids=[done["id"]])["links"]
    assert b"Exif" in data
    assert b"Exif" not in fetch(link["url"])


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("truncated", "stl-truncated"), ("nan", "stl-not-finite"),
        ("zip", "stl-is-archive"), ("html", "stl-is-web-page"), ("flat", "stl-no-surface"),
    ],
)  # fmt: skip
def test_a_broken_scan_is_refused_with_its_reason(
    clinic: Person, case: str, store: Store, kind: Any, code: str
) -> None:
    done = upload(clinic, case, samples.broken(kind))
    assert done["state"] == "rejected"
    finding = done["findings"][0]
    assert (finding["code"], finding["severity"]) == (code, "rejected")
    assert finding["sentence"].endswith(".")
    assert store.get(File, case, done["id"]) is None
    wait_for(lambda: not objects(f"landing/{clinic.uid}/{done['id']}"), what="landing is left")
    assert objects(f"cases/{done['clinic_id']}/{case}/{done['id']}") == []


def test_a_photograph_is_no_scan_whatever_it_is_called(clinic: Person, case: str) -> None:
    done = upload(clinic, case, samples.photo_with_gps(), file_name="upper.stl")
    assert done["state"] == "rejected"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"byte_size": 72 * 2**20 + 1}, "file-too-large"),
        ({"kind": "image", "byte_size": 25 * 2**20 + 1}, "file-too-large"),
        ({"byte_size": 0}, "invalid-request"),
        ({"file_name": "../upper.stl"}, "invalid-request"),
        ({"file_name": "upper\x00.stl"}, "invalid-request"),
        ({"jaw": "left"}, "invalid-request"),
        ({"case_id": "a" * 20}, "case-not-found"),
    ],
)
def test_a_slot_that_cannot_be(
    clinic: Person, case: str, change: dict[str, object], reason: str
) -> None:
    with pytest.raises(CallError) as refused:
        slot(clinic, case, b"1", **change)
    assert refused.value.reason == reason


def test_the_largest_size_allowed_gets_a_slot(clinic: Person, case: str) -> None:
    assert slot(clinic, case, b"", byte_size=72 * 2**20)["upload_id"]


def test_suspension_closes_the_open_slots(cast: Cast, store: Store) -> None:
    clinic = cast.member()
    case = open_case(clinic)
    data = samples.arch("upper", 2000)
    first, second = slot(clinic, case, data), slot(clinic, case, data)
    clinic.upload(first["object_name"], data)  # the twin
    assert outcome(clinic, first["upload_id"])["state"] == "ready"

    cast.admin.call("accounts/suspend_account", uid=clinic.uid, reason="For the test.")
    with pytest.raises(DeniedError):
        clinic.upload(second["object_name"], data)
    closed = store.get(Upload, second["upload_id"])
    assert closed is not None
    assert (closed.open, closed.state) == (False, "issued")
    assert objects(f"landing/{clinic.uid}/{second['upload_id']}") == []
    with pytest.raises(CallError) as refused:
        clinic.call("scans/get_file_links", case_id=case, file_ids=[first["upload_id"]])
    assert refused.value.reason == "account-not-active"


def test_a_links_signature_holds_what_it_should(clinic: Person, case: str) -> None:
    data = samples.arch("lower", 2000)
    done = upload(clinic, case, data)
    (link,) = clinic.call("scans/get_file_links", case_id=case, file_ids=[done["id"]])["links"]
    for part in ("X-Goog-Algorithm=GOOG4-RSA-SHA256", "X-Goog-Expires=600", "generation="):
        assert part in link["url"]
    assert "Meera" not in link["url"]


def test_an_unknown_file_gets_no_link_and_no_entry(clinic: Person, case: str) -> None:
    with pytest.raises(CallError) as refused:
        clinic.call("scans/get_file_links", case_id=case, file_ids=["b" * 20])
    assert refused.value.reason == "file-not-found"


def test_a_hundred_open_slots_are_enough_until_they_expire(cast: Cast, store: Store) -> None:
    clinic = cast.member()
    case = open_case(clinic)
    first = store.get(Upload, slot(clinic, case, b"1")["upload_id"])
    assert first is not None
    others = [store.new_id() for _ in range(99)]
    store.run(lambda unit: [unit.create(first, other) for other in others] and None)
    with pytest.raises(CallError) as refused:
        slot(clinic, case, b"1")
    assert refused.value.reason == "too-many-open-uploads"

    def expire(unit: UnitOfWork) -> None:
        for other in others[:2]:
            unit.put(first.model_copy(update={"expires_at": datetime.now(UTC)}), other)

    store.run(expire)
    assert slot(clinic, case, b"1")["upload_id"]
    closed = [store.get(Upload, other) for other in others[:3]]
    assert [found.open for found in closed if found] == [False, False, True]
