"""Attachments: whose they are, what they may be sent with, and that they are sent once.

Their subjects belong to other packages, which call what is called here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from core import firebase
from core.access import Role
from scans import service as scans
from scans.uploads.models import Attachment, UploadState
from tests.emulator.scans.intake.landing_steps import Arrival, Dock
from tests.support import ids, records, wire
from tests.support.account_records import state
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import NOW, refused
from tools import samples
from tools.client import DeniedError

PHOTO = samples.photo_with_gps()
SCAN = samples.arch("upper", 1000)
MEGABYTE = 1024 * 1024


@pytest.fixture
def dock(practice: ClinicFixture) -> Dock:
    """A practice of the test's own, and a bucket that no trigger watches."""
    return Dock(practice, firebase.storage_client().bucket("steps-of-landing"))


@pytest.fixture
def subject() -> str:
    """Something that belongs to nobody here."""
    return f"tickets/{ids.document_id()}"


def send(practice: ClinicFixture, who: str, subject: str, *upload_ids: str) -> list[Attachment]:
    """Send attachments with a message on the subject, as its package does."""
    ctx = practice.ctx(who)

    def work(unit: Any) -> list[Attachment]:
        found = scans.own_attachments(unit, ctx, subject, upload_ids)
        return scans.send_attachments(unit, found, f"{subject}/messages/m1")

    return ctx.store.run(work)


def landed(dock: Dock, subject: str, who: str = "lab", data: bytes = PHOTO) -> Arrival:
    """Upload an attachment that ends ready."""
    arrival = dock.arrive(data, who, subject=subject, kind="stl" if data is SCAN else "image")
    assert arrival.receive() is UploadState.READY
    return arrival


# --- slots --------------------------------------------------------------------------------------


def test_a_slot_is_its_uploaders_alone(practice: ClinicFixture, subject: str) -> None:
    given = practice.attach("lab", subject, file_name="Meera Joshi.jpg")
    upload, uid = practice.upload_of(given.upload_id), practice.uid("lab")
    assert given.object_name == f"landing/{uid}/{given.upload_id}/original"
    assert given.content_types == scans.PICTURE_TYPES
    assert given.expires_at == NOW + timedelta(minutes=60)
    assert (upload.uid, upload.holder, upload.subject) == (uid, uid, subject)
    assert (upload.clinic_id, upload.case_id, upload.operator, upload.jaw) == (None,) * 4
    assert (upload.open, upload.state) == (True, "issued")


def test_other_uploads_have_no_holder(practice: ClinicFixture) -> None:
    upload = practice.upload_of(practice.slot(case_id=practice.case()).upload_id)
    assert (upload.subject, upload.holder) == (None, None)


@pytest.mark.parametrize(("kind", "most"), [("stl", 72 * MEGABYTE), ("image", 25 * MEGABYTE)])
def test_it_has_the_largest_size_of_its_kind(
    practice: ClinicFixture, subject: str, kind: str, most: int
) -> None:
    refused(
        lambda: practice.attach("lab", subject, kind=kind, byte_size=most + 1),
        "file-too-large",
        limit_bytes=most,
    )
    assert practice.attach("lab", subject, kind=kind, byte_size=most)


def test_it_counts_among_the_open_slots_of_its_uploader(
    practice: ClinicFixture, subject: str
) -> None:
    uid, end = practice.uid("member"), NOW + timedelta(hours=1)
    attached = [records.upload_attached(practice.tenants, uid, expires_at=end) for _ in range(100)]
    practice.tenants.seed(*attached)
    refused(lambda: practice.attach("member", subject), "too-many-open-uploads")
    practice.attach("owner", subject)
    practice.clock.at = NOW + timedelta(hours=2)
    practice.attach("member", subject)


def test_a_shut_out_account_loses_it(practice: ClinicFixture, subject: str) -> None:
    practice.join("second", Role.LAB, practice.tenants.lab)
    closed, kept = practice.attach("lab", subject), practice.attach("second", subject)
    practice.suspend("lab")
    assert not practice.upload_of(closed.upload_id).open
    assert practice.upload_of(kept.upload_id).open
    refused(lambda: practice.attach("lab", subject), "account-not-active")
    practice.attach("second", subject)


def test_a_closed_case_keeps_it_open_and_a_withdrawn_consent_does_not(
    practice: ClinicFixture, subject: str
) -> None:
    named = practice.consented()
    case_id = practice.case(**named)
    about = practice.attach("lab", subject, case_id).upload_id
    scan, unrelated = practice.slot(case_id=case_id), practice.attach("lab", subject).upload_id
    practice.close(case_id)
    assert not practice.upload_of(scan.upload_id).open
    assert practice.upload_of(about).open
    practice.withdraw(named["consent_id"])
    assert not practice.upload_of(about).open
    assert practice.upload_of(unrelated).open


# --- what lands ---------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [PHOTO, SCAN], ids=["photo", "scan"])
def test_what_passed_is_recorded_on_the_upload(dock: Dock, subject: str, data: bytes) -> None:
    upload = dock.practice.upload_of(landed(dock, subject, data=data).upload.id)
    assert upload.content is not None
    assert upload.pictures is not None
    assert upload.content.name == f"attachments/{upload.id}/content"
    clean = dock.bucket.blob(upload.content.name).download_as_bytes()
    assert upload.content.byte_size == len(clean)
    assert clean != data, "it is not the object that landed"
    pictures = upload.pictures.model_dump(exclude_none=True)
    assert len(pictures) == (1 if data is PHOTO else 3)
    for part, stored in pictures.items():
        assert stored["name"] == f"attachments/{upload.id}/{part}"


def test_a_slot_for_a_case_may_be_beyond_what_a_withdrawal_closes(dock: Dock, subject: str) -> None:
    """The case is asked when the bytes arrive: a slot left open by mistake admits nothing."""
    named = dock.practice.consented()
    case_id = dock.practice.case(**named)
    arrival = dock.arrive(PHOTO, "lab", subject=subject, case_id=case_id)
    twin = dock.arrive(PHOTO, "lab", subject=subject, case_id=case_id)
    assert twin.receive() is UploadState.READY
    dock.practice.withdraw(named["consent_id"])
    dock.practice.tenants.seed(arrival.upload)
    assert arrival.receive() is UploadState.REJECTED


def test_nothing_lands_for_a_case_that_is_gone(dock: Dock, subject: str) -> None:
    gone = dock.arrive(PHOTO, "lab", subject=subject, case_id=ids.document_id())
    assert gone.receive() is UploadState.REJECTED
    assert gone.ends()["objects"] == []
    assert dock.arrive(PHOTO, "lab", subject=subject).receive() is UploadState.READY


# --- sending ------------------------------------------------------------------------------------


def test_what_is_sent_holds_no_name_and_is_marked(dock: Dock, subject: str) -> None:
    uploads = [landed(dock, subject).upload.id, landed(dock, subject, data=SCAN).upload.id]
    sent = send(dock.practice, "lab", subject, *uploads)
    assert (dock.practice.tally.reads, dock.practice.tally.writes) == (2, 2)
    assert [(each.attachment_id, each.kind) for each in sent] == [
        (uploads[0], "image"), (uploads[1], "stl"),
    ]  # fmt: skip
    for each in sent:
        upload = dock.practice.upload_of(each.attachment_id)
        assert (upload.content, upload.sent_with) == (each.content, f"{subject}/messages/m1")
        assert upload.file_name not in each.model_dump_json()
    refused(lambda: send(dock.practice, "lab", subject, uploads[0]), "attachment-sent")


def _another_subject(practice: ClinicFixture, upload_id: str, subject: str) -> None:
    send(practice, "lab", f"{subject}x", upload_id)


def _a_colleague(practice: ClinicFixture, upload_id: str, subject: str) -> None:
    practice.join("second", Role.LAB, practice.tenants.lab)
    send(practice, "second", subject, upload_id)


def _the_other_side(practice: ClinicFixture, upload_id: str, subject: str) -> None:
    send(practice, "member", subject, upload_id)


def _one_that_is_not_there(practice: ClinicFixture, upload_id: str, subject: str) -> None:
    send(practice, "lab", subject, upload_id, ids.document_id())


def _no_attachment(practice: ClinicFixture, _: str, subject: str) -> None:
    slot = practice.slot(case_id=practice.case())
    send(practice, "member", subject, slot.upload_id)


@pytest.mark.parametrize(
    "wrong",
    [_another_subject, _a_colleague, _the_other_side, _one_that_is_not_there, _no_attachment],
)
def test_it_is_sent_by_its_uploader_to_its_subject(
    dock: Dock, subject: str, wrong: Callable[[ClinicFixture, str, str], None]
) -> None:
    upload_id = landed(dock, subject).upload.id
    before = state(f"uploads/{upload_id}")
    refused(lambda: wrong(dock.practice, upload_id, subject), "attachment-not-found")
    assert state(f"uploads/{upload_id}") == before
    assert send(dock.practice, "lab", subject, upload_id)


def test_it_is_sent_when_it_passed(dock: Dock, subject: str) -> None:
    refusal, ready = "attachment-not-ready", landed(dock, subject).upload.id
    waiting = dock.arrive(PHOTO, "lab", subject=subject)
    broken = dock.arrive(samples.broken("zip"), "lab", subject=subject)
    assert broken.receive() is UploadState.REJECTED
    for upload_id, at in ((waiting.upload.id, "issued"), (broken.upload.id, "rejected")):
        refused(
            lambda upload_id=upload_id: send(dock.practice, "lab", subject, ready, upload_id),  # type: ignore[misc]
            refusal,
            state=at,
        )
    assert dock.practice.upload_of(ready).sent_with is None
    assert waiting.receive() is UploadState.READY
    assert send(dock.practice, "lab", subject, ready, waiting.upload.id)


def test_a_duplicate_event_after_it_was_sent_changes_nothing(dock: Dock, subject: str) -> None:
    arrival = landed(dock, subject)
    send(dock.practice, "lab", subject, arrival.upload.id)
    before = arrival.ends()
    again, store = arrival.costing(later=timedelta(days=1))
    assert again is UploadState.READY
    assert arrival.ends() == before
    assert (store.tally.reads, store.tally.writes) == (1, 0)


# --- who reads it -------------------------------------------------------------------------------


def test_nobody_else_sees_that_there_is_one(dock: Dock, subject: str) -> None:
    """Not the clinic whose case it is about, nor a colleague, nor an admin, ready or not."""
    practice = dock.practice
    practice.join("second", Role.LAB, practice.tenants.lab)
    case_id = practice.case()
    arrival = dock.arrive(PHOTO, "lab", subject=subject, case_id=case_id)
    path, mine = f"uploads/{arrival.upload.id}", ("holder", "EQUAL", practice.uid("lab"))
    for _ in range(2):
        assert practice.person("lab").read(path)
        assert wire.query(practice.person("lab"), "uploads", mine) == [arrival.upload.id]
        for who in ("member", "second", "admin", "operator"):
            person = practice.person(who)
            with pytest.raises(DeniedError):
                person.read(path)
            for where in (mine, ("case_id", "EQUAL", case_id), ("clinic_id", "EQUAL", None)):
                with pytest.raises(DeniedError):
                    wire.query(person, "uploads", where)
        arrival.receive()
