"""Slots: who gets one for what, and what may not land in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.blobs import project_blobs
from scans.intake.requests import StartUpload
from scans.intake.slots import CONTENT_TYPES
from tests.support import wire
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import NOW, key, refused
from tools import samples
from tools.client import DeniedError, wait_for

IMAGE = {"kind": "image", "file_name": "front.jpg"}
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def practice() -> ClinicFixture:
    """A practice whose cases are each a test's own."""
    return ClinicFixture()


def test_a_slot_says_what_may_land_where_until_when(practice: ClinicFixture) -> None:
    case_id = practice.case()
    given = practice.slot(case_id=case_id, file_name="Oberkiefer (2).stl")
    upload = practice.upload_of(given.upload_id)
    uid = practice.uid("member")
    assert given.object_name == f"landing/{uid}/{given.upload_id}/original"
    assert given.expires_at == NOW + timedelta(minutes=60)
    assert given.content_types == ["model/stl", "application/octet-stream"]
    assert upload.model_dump() == {
        "uid": uid, "open": True, "expires_at": given.expires_at,
        "clinic_id": practice.tenants.clinic, "case_id": case_id, "visit_id": None,
        "consent_id": None, "operator": None, "subject": None, "holder": None,
        "kind": "stl", "jaw": "upper",
        "file_name": "Oberkiefer (2).stl", "object_name": given.object_name,
        "content_types": given.content_types, "byte_size": 1000, "state": "issued",
        "generation": None, "claimed_at": None, "findings": [], "report": None, "parts": [],
        "content": None, "pictures": None, "sent_with": None, "issued_at": NOW, "done_at": None,
    }  # fmt: skip
    assert CONTENT_TYPES["image"] == [
        "image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", "image/avif",
        "image/tiff", "image/bmp",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "jaw", "most"),
    [
        ("stl", "upper", 72 * MEGABYTE),
        ("image", "mouth", 25 * MEGABYTE),
        ("case", None, 150 * MEGABYTE),
    ],
)
def test_a_file_has_a_largest_size(
    practice: ClinicFixture, kind: str, jaw: str | None, most: int
) -> None:
    request = {"case_id": practice.case(), "kind": kind, "jaw": jaw}
    refused(
        lambda: practice.slot(byte_size=most + 1, **request), "file-too-large", limit_bytes=most
    )
    assert practice.slot(byte_size=most, **request)


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "", "../upper.stl", "..", ".", " . ", "a/b.stl", "a\\b.stl", "C:\\scan.stl",
        "upper\x00.stl", "upper\n.stl", "upper\x7f.stl", "upper\u0085.stl", "upper\u2028.stl",
        "upper\u2029.stl", "upper\u202elts.exe", "upper\u202a.stl", "upper\u2066.stl",
        "upper\u2069.stl", "upper\ud800.stl", "x" * 121,
    ],
    ids=ascii,
)  # fmt: skip
def test_a_name_that_cannot_be(name: str) -> None:
    request = {"case_id": "c" * 20, "kind": "stl", "jaw": "upper", "byte_size": 1}
    with pytest.raises(ValueError, match="file_name"):
        StartUpload.model_validate({**request, "file_name": name, "idempotency_key": key()})


@pytest.mark.parametrize(
    "name",
    [
        "upper.stl", ".hidden", "..upper", "a b.stl", "x" * 120, "\u090a\u092a\u0930.stl",
        "\u0915\u094d\u200d\u0937.stl", "Kiefer\u00a0oben.stl",
    ],
    ids=ascii,
)  # fmt: skip
def test_a_name_is_in_any_script(name: str) -> None:
    request = {"case_id": "c" * 20, "kind": "stl", "jaw": "upper", "byte_size": 1}
    form = StartUpload.model_validate({**request, "file_name": name, "idempotency_key": key()})
    assert form.file_name == name


@pytest.mark.parametrize(
    "change", [{"kind": "case", "jaw": None}, {"kind": "image", "jaw": "mouth"}]
)
def test_what_goes_with_which_kind(change: dict[str, Any]) -> None:
    """Of an archive the jaw is not asked; a photograph may be of the mouth as a whole."""
    request = {
        "case_id": "c" * 20, "kind": "stl", "jaw": "upper", "byte_size": 1,
        "file_name": "a", "idempotency_key": key(),
    }  # fmt: skip
    assert StartUpload.model_validate({**request, **change}).jaw == change["jaw"]


def test_a_case_is_no_attachment(practice: ClinicFixture) -> None:
    """Its twin is a photograph."""
    about = f"orders/{'o' * 20}"
    assert practice.attach("lab", about, kind="image")
    with pytest.raises(ValueError, match="kind"):
        practice.attach("lab", about, kind="case")


@pytest.mark.parametrize(
    "change",
    [
        {"case_id": None},
        {"visit_id": "v" * 20},
        {"consent_id": "d" * 20},
        {"case_id": None, "consent_id": "d" * 20},
        {"case_id": None, "consent_id": "d" * 20, "kind": "image"},
        {"case_id": None, "consent_id": "d" * 20, "jaw": None},
        {"jaw": None},
        {"jaw": "left"},
        {"jaw": "mouth"},
        {"kind": "case"},
        {"case_id": None, "consent_id": "d" * 20, "kind": "case", "jaw": None},
        {"kind": "obj"},
        {"byte_size": 0},
        {"byte_size": -1},
        {"case_id": "../" + "c" * 20},
    ],
)
def test_a_wish_that_cannot_be(change: dict[str, Any]) -> None:
    request = {
        "case_id": "c" * 20, "kind": "stl", "jaw": "upper", "byte_size": 1,
        "file_name": "upper.stl", "idempotency_key": key(),
    }  # fmt: skip
    assert StartUpload.model_validate(request)
    with pytest.raises(ValueError, match="validation error"):
        StartUpload.model_validate({**request, **change})


# --- whom it is for -----------------------------------------------------------------------------


def test_an_operator_uploads_to_its_visit(practice: ClinicFixture) -> None:
    asked = practice.scanning()
    given = practice.slot("operator", visit_id=asked.visit_id)
    upload, uid = practice.upload_of(given.upload_id), practice.uid("operator")
    assert (upload.uid, upload.operator, upload.visit_id) == (uid, uid, asked.visit_id)
    assert (upload.case_id, upload.clinic_id) == (asked.case_id, practice.tenants.clinic)
    assert practice.visit_of(asked.visit_id).uploads == 1
    practice.cancel(asked.visit_id, "admin")


@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        ((), "wrong-visit-state"),
        (("accept",), "wrong-visit-state"),
        (("accept", "depart"), "wrong-visit-state"),
        (("accept", "depart", "arrive"), "wrong-visit-state"),
        (("decline",), "visit-not-found"),
    ],
)
def test_an_operator_uploads_while_scanning_alone(steps: tuple[str, ...], reason: str) -> None:
    practice = ClinicFixture()
    visit_id = practice.request().visit_id
    practice.assign(visit_id)
    practice.move(visit_id, *steps)
    before = snapshot(practice, f"visits/{visit_id}")
    refused(lambda: practice.slot("operator", visit_id=visit_id), reason)
    assert snapshot(practice, f"visits/{visit_id}") == before
    if reason == "wrong-visit-state":
        rest = ("accept", "depart", "arrive", "begin")[len(steps) :]
        practice.move(visit_id, *rest)
        assert practice.slot("operator", visit_id=visit_id)


@pytest.mark.parametrize("who", ["member", "stranger", "other operator"])
def test_nobody_else_uploads_to_a_visit(who: str) -> None:
    practice = ClinicFixture()
    visit_id = practice.scanning().visit_id
    before = snapshot(practice, f"visits/{visit_id}")
    refused(lambda: practice.slot(who, visit_id=visit_id), "visit-not-found")
    assert snapshot(practice, f"visits/{visit_id}") == before
    assert practice.slot("operator", visit_id=visit_id)


def test_an_operator_names_no_case_and_no_consent() -> None:
    practice = ClinicFixture()
    named = practice.consented()
    asked = practice.scanning(**named)
    refused(lambda: practice.slot("operator", case_id=asked.case_id), "visit-not-found")
    form = {"consent_id": named["consent_id"], "jaw": None, **IMAGE}
    refused(lambda: practice.slot("operator", **form), "visit-not-found")
    assert practice.slot(case_id=asked.case_id), "the clinic may, beside its operator"
    assert practice.slot(**form)


def test_a_visit_has_sixty_uploads() -> None:
    practice = ClinicFixture()
    visit_id = practice.scanning().visit_id
    practice.tenants.seed(practice.visit_of(visit_id).model_copy(update={"uploads": 59}))
    assert practice.slot("operator", visit_id=visit_id)
    refused(lambda: practice.slot("operator", visit_id=visit_id), "too-many-uploads")
    assert practice.visit_of(visit_id).uploads == 60


def test_photographs_at_a_visit_need_the_consent_to_images() -> None:
    practice = ClinicFixture()
    visit_id = practice.scanning(**practice.consented(scope=["scan"])).visit_id
    request = {"visit_id": visit_id, **IMAGE}
    refused(lambda: practice.slot("operator", **request), "consent-does-not-cover", scope="images")
    assert practice.slot("operator", visit_id=visit_id)


@pytest.mark.parametrize("target", ["case_id", "consent_id"])
def test_nothing_of_another_clinic(practice: ClinicFixture, target: str) -> None:
    named = practice.consented()
    request: dict[str, Any] = {"case_id": practice.case(**named)}
    if target == "consent_id":
        request = {"consent_id": named["consent_id"], "jaw": None, **IMAGE}
    reason = "case-not-found" if target == "case_id" else "consent-not-found"
    refused(lambda: practice.slot("stranger", **request), reason)
    assert practice.slot("owner", **request)


def test_who_was_shut_out_a_moment_ago_gets_none() -> None:
    """The token was good when the request came in; the slot's own transaction sees it is not."""
    practice = ClinicFixture()
    case_id = practice.case()
    practice.suspend("member")
    refused(lambda: practice.slot(case_id=case_id), "account-not-active")
    assert practice.slot("owner", case_id=case_id)


# --- what lands in it ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def today() -> ClinicFixture:
    """A practice at the present time, which is what the rules go by."""
    return ClinicFixture(datetime.now(UTC))


@pytest.mark.deployed
@pytest.mark.parametrize(
    "wrong",
    ["another user", "a colleague", "expired", "closed", "larger", "smaller", "other type",
     "no type", "empty", "next to it"],
)  # fmt: skip
def test_what_does_not_fit_a_slot_does_not_land(today: ClinicFixture, wrong: str) -> None:
    data = samples.photo_with_gps()
    if wrong == "expired":
        today.clock.at -= timedelta(minutes=60)
    case_id = today.case()
    given = today.slot(case_id=case_id, byte_size=len(data), **IMAGE)
    today.clock.at = today.opens
    if wrong == "closed":
        today.close(case_id)
    who = {"another user": "stranger", "a colleague": "owner"}.get(wrong, "member")
    sent = {"larger": data + b"x", "smaller": data[:-1], "empty": b""}.get(wrong, data)
    kind = {"other type": "image/gif", "no type": None}.get(wrong, "image/jpeg")
    name = f"{given.object_name}2" if wrong == "next to it" else given.object_name
    before = today.upload_of(given.upload_id)
    with pytest.raises(DeniedError):
        wire.upload(today.person(who), name, sent, kind)
    assert today.upload_of(given.upload_id) == before
    assert not list(project_blobs().names(f"landing/{before.uid}/{given.upload_id}"))


@pytest.mark.deployed
def test_a_slot_is_used_once(today: ClinicFixture) -> None:
    data = samples.photo_with_gps()
    given = today.slot(case_id=today.case(), byte_size=len(data), **IMAGE)
    person = today.person("member")
    wire.upload(person, given.object_name, data, "image/jpeg")  # the twin of them all
    with pytest.raises(DeniedError):
        wire.upload(person, given.object_name, data, "image/jpeg")
    wait_for(lambda: today.upload_of(given.upload_id).state == "ready", what="no outcome")
    with pytest.raises(DeniedError):
        wire.upload(person, given.object_name, data, "image/jpeg")
