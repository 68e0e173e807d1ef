"""Exports: one archive that has all that is held about somebody, and nothing of anybody else."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import timedelta
from typing import Any

import pytest

from accounts import members
from accounts.requests import InviteMember
from core import firebase
from core.access import Role
from privacy.data_requests import submission
from privacy.data_requests.requests import OneRequest
from privacy.export import building, tasks
from privacy.models import RequestState
from scans.cases.models import File
from tests.emulator.canary_fixture import CanaryFixture, holding, word
from tests.emulator.privacy.export.export_steps import archive, run, unpacked
from tests.emulator.scans.intake.landing_steps import Instance
from tests.support.crashes import CrashError, deaths
from tests.support.data_request_fixture import DataRequestFixture
from tests.support.moments import refused

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def canaries() -> CanaryFixture:
    """A clinic with its lab, which all tests of the module share."""
    return CanaryFixture()


def rows(files: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    """The records of a collection."""
    found: list[dict[str, Any]] = json.loads(files[f"data/{name}.json"])
    return found


def test_a_patients_archive_has_all_of_one_and_nothing_of_another(canaries: CanaryFixture) -> None:
    mine, other = canaries.patient(), canaries.patient()
    request_id = DataRequestFixture(canaries.practice).export("member", mine.patient_id)
    run(canaries, request_id)
    files = unpacked(archive(canaries, request_id))
    everything = b"".join(files.values())
    assert other.token.encode() not in everything
    database = {p for p in holding(canaries.dump(), mine.token) if not p.startswith("gs:")}
    for path in database:
        assert path.encode() in everything, path
    assert {name for name in files if mine.token.encode() in files[name]} >= {
        "data/clinics_patients.json",
        "data/clinics_patients_corrections.json",
        "data/cases.json",
        "data/cases_files.json",
        "data/consents.json",
        "data/orders.json",
        "data/visits.json",
        "data/uploads.json",
        "summary.html",
    }
    clean = canaries.bucket_names(f"cases/{canaries.practice.tenants.clinic}/{mine.case_id}/")
    packed = [name for name in files if name.startswith("files/cases/")]
    assert len(packed) == len(clean) > 3
    assert any(name.startswith("files/consents/") for name in files)
    (share,) = rows(files, "shares")
    assert share["lab_id"] == canaries.practice.tenants.lab
    page = files["summary.html"].decode()
    assert "Pearl" in page or "Smile Dental" in page, "who it was shared with, by name"
    (order,) = rows(files, "orders")
    (item,) = order["items"]
    assert f"<strong>{item['name']} for tooth {item['teeth'][0]}</strong>" in page
    assert "answered with this archive" in page
    linked = set(re.findall(r'(?:href|src)="([^"]+)"', page))
    assert linked <= files.keys(), "what the page shows and leads to is in the archive"
    assert len(linked) > len([name for name in files if name.startswith("data/")])
    assert [r["kind"] for r in rows(files, "privacy_requests")] == ["export"]


def test_a_scan_that_is_not_drawn_yet_is_in_the_archive(canaries: CanaryFixture) -> None:
    """Without a picture, and the page leads to it; its twin has one."""
    mine = canaries.patient()
    store = canaries.practice.ctx().store
    files = firebase.firestore_client().collection(f"cases/{mine.case_id}/files")
    scans = [each for each in files.stream() if each.get("kind") == "stl"]
    before = _page(canaries, mine.patient_id)
    undrawn = store.get(File, mine.case_id, scans[0].id)
    assert undrawn is not None
    assert undrawn.pictures is not None
    gone = undrawn.model_copy(update={"pictures": None, "features": None, "fingerprints": None})
    canaries.practice.tenants.seed(gone.placed(*undrawn.ids))
    after = _page(canaries, mine.patient_id)
    assert before.count("<img ") == after.count("<img ") + 1
    assert before.count("<figure>") == after.count("<figure>")
    link = f"{undrawn.id}/content.stl"
    assert link in before
    assert link in after


def _page(canaries: CanaryFixture, patient_id: str) -> str:
    """The page of an archive that is made now."""
    request_id = DataRequestFixture(canaries.practice).export("member", patient_id)
    run(canaries, request_id)
    return unpacked(archive(canaries, request_id))["summary.html"].decode()


@pytest.mark.parametrize("role", [Role.CLINIC, Role.OPERATOR])
def test_a_users_archive_has_all_of_one_and_nothing_of_another(
    canaries: CanaryFixture, role: Role
) -> None:
    token, uid = canaries.member(role)
    other, other_uid = canaries.member(role)
    request_id = DataRequestFixture(canaries.practice).export(token)
    run(canaries, request_id)
    files = unpacked(archive(canaries, request_id))
    everything = b"".join(files.values())
    assert token.encode() in files["data/sign_in.json"]
    (account,) = rows(files, "users")
    assert account["phone"] == "+919812345678"
    assert token in account["reason"]
    assert rows(files, "invites")
    assert rows(files, "users_inbox")
    assert {row["actor"] for row in rows(files, "audit")} >= {uid}
    if role is Role.CLINIC:  # what names somebody among others' data shows that, and no more
        assert {frozenset(row) for row in rows(files, "consents")} == {
            frozenset({"path", "obtained_by"})
        }
        assert [row["owners"] for row in rows(files, "clinics")] == [[uid]]
    assert other.encode() not in everything
    assert other_uid.encode() not in everything
    assert b"Meera" not in everything, "a patient of the clinic is somebody else"


def test_an_owners_archive_does_not_say_whom_the_owner_invited(canaries: CanaryFixture) -> None:
    """It says that somebody was invited, and when; their own archive has the address."""
    practice, guest = canaries.practice, word()
    token, uid = canaries.member(Role.CLINIC)
    invited = members.invite(practice.ctx("owner"), InviteMember(email=f"{guest}@example.com"))
    path = f"invites/{invited.invite_id}"
    firebase.firestore_client().document(path).update({"invited_by": uid})
    request_id = DataRequestFixture(practice).export(token)
    run(canaries, request_id)
    files = unpacked(archive(canaries, request_id))
    assert guest.encode() not in b"".join(files.values())
    sent = {row["path"]: row for row in rows(files, "invites")}
    assert (sent[path]["email"], sent[path]["invited_by"]) == ("another person", uid)
    assert token in {row["email"].partition("@")[0] for row in sent.values()}, "the own one"


def test_the_manifest_has_the_hash_of_every_file(canaries: CanaryFixture) -> None:
    token, _ = canaries.member(Role.OPERATOR)
    request_id = DataRequestFixture(canaries.practice).export(token)
    run(canaries, request_id)
    files = unpacked(archive(canaries, request_id))
    told = json.loads(files.pop("manifest.json"))["files"]
    assert told == {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        for name, data in files.items()
    }


def test_the_same_data_makes_the_same_bytes_whatever_died_on_the_way(
    canaries: CanaryFixture,
) -> None:
    """A crash between any two steps and in the writing, and a retry."""
    mine = canaries.patient()
    data_requests, smooth = DataRequestFixture(canaries.practice), Instance()
    request_id = data_requests.export("member", mine.patient_id)
    asked = firebase.firestore_client().document(f"privacy_requests/{request_id}")
    before = asked.get().to_dict()
    run(canaries, request_id, smooth)
    expected = archive(canaries, request_id)
    assert "writing" in smooth.steps
    for at, after in deaths(smooth.steps):
        asked.set(before)
        with pytest.raises(CrashError):
            run(canaries, request_id, Instance(at=at, after=after))
        run(canaries, request_id)
        assert archive(canaries, request_id) == expected, (smooth.steps[at], after)
        assert len(canaries.bucket_names(f"exports/{request_id}/")) == 1


def test_a_link_is_on_record_and_the_archive_is_gone_in_time(canaries: CanaryFixture) -> None:
    data_requests, mine = DataRequestFixture(canaries.practice), canaries.patient()
    request_id = data_requests.export("member", mine.patient_id)
    request = OneRequest(request_id=request_id)
    blobs = canaries.eraser(mine.subject).blobs
    refused(
        lambda: submission.export_link(data_requests.ctx("member"), blobs, request),
        "export-not-ready",
    )
    run(canaries, request_id)
    refused(
        lambda: submission.export_link(data_requests.ctx("stranger"), blobs, request),
        "request-not-found",
    )
    ctx = data_requests.ctx("owner")
    link = submission.export_link(ctx, blobs, request)
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (2, 1)
    assert f"exports/{request_id}/" in link.url
    acts = [act["action"] for act in canaries.practice.acts()]
    assert acts.count("privacy.link_export") == 1
    job = data_requests.job(f"export-{request_id}")
    assert job is not None
    assert job.due_at == canaries.practice.clock.at + 7 * DAY
    canaries.practice.clock.at = job.due_at
    for _ in range(2):
        tasks.take_away(data_requests.ctx("admin"), blobs, job)
    assert canaries.bucket_names(f"exports/{request_id}/") == []
    refused(
        lambda: submission.export_link(data_requests.ctx("owner"), blobs, request),
        "export-not-ready",
    )
    assert data_requests.of(request_id).state is RequestState.DONE


def test_an_archive_that_would_not_be_complete_is_none(canaries: CanaryFixture) -> None:
    data_requests, mine = DataRequestFixture(canaries.practice), canaries.patient()
    request_id = data_requests.export("member", mine.patient_id)
    name = f"cases/{canaries.practice.tenants.clinic}/{mine.case_id}/{mine.file_id}/content"
    blob = canaries.bucket.blob(name)
    data = blob.download_as_bytes()
    blob.delete()
    with pytest.raises(building.ObjectMissingError):
        run(canaries, request_id)
    assert (data_requests.of(request_id).state, data_requests.of(request_id).archive) == (
        "failed",
        None,
    )
    blob.upload_from_string(data)
    file = firebase.firestore_client().document(f"cases/{mine.case_id}/files/{mine.file_id}")
    file.update({"content.generation": int(blob.generation)})
    run(canaries, request_id)
    assert data_requests.of(request_id).state is RequestState.DONE


def test_an_erasure_takes_archives_along(canaries: CanaryFixture) -> None:
    data_requests, mine = DataRequestFixture(canaries.practice), canaries.patient()
    request_id = data_requests.export("member", mine.patient_id)
    run(canaries, request_id)
    canaries.eraser(mine.subject).run(mine.patient_id)
    assert data_requests.of(request_id).archive is None
    assert canaries.bucket_names(f"exports/{request_id}/") == []
