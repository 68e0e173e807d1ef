"""The operator's commands about people's rights: in a project of their own, for they erase."""

from __future__ import annotations

from datetime import timedelta

import pytest
from typer.testing import CliRunner

from core import firebase
from core.clock import day_of
from tests.emulator.canary_fixture import CanaryFixture, holding, run_erasure
from tests.emulator.privacy.holds.hold_steps import hold, let_go
from tests.support.backups import Backup
from tests.support.data_request_fixture import DAY, DataRequestFixture
from tools.scannerctl.app import app


@pytest.fixture(scope="module")
def canaries() -> CanaryFixture:
    """A clinic whose bucket is the project's own, where commands look for receipts."""
    return CanaryFixture(bucket_name=str(firebase.clean_bucket().name))


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal on which no cell is folded."""
    monkeypatch.setenv("COLUMNS", "200")


def ran(*arguments: str) -> str:
    """Run a command that succeeds; what it printed."""
    done = CliRunner().invoke(app, ["privacy", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_what_a_backup_brought_back_is_erased_again(canaries: CanaryFixture) -> None:
    """A patient, a person and what rested on a consent; done twice it is the same as once."""
    data_requests, practice = DataRequestFixture(canaries.practice), canaries.practice
    patient, bystander = canaries.patient(), canaries.patient()
    token, uid = canaries.member()
    backup = Backup.taken(canaries.bucket)
    for request_id in (
        data_requests.erase(patient_id=patient.patient_id),
        data_requests.erase(token),
    ):
        assert request_id in ran("requests")
        practice.clock.at += 8 * DAY
        run_erasure(canaries, request_id)
        assert "state: done" in ran("show", request_id)
    left = holding(canaries.dump(), bystander.token)
    backup.restore()
    assert holding(canaries.dump(), patient.token)
    assert holding(canaries.dump(), token)
    for _ in range(2):
        assert "2 erasures replayed" in ran("replay")
        dump = canaries.dump()
        assert holding(dump, patient.token) == set()
        assert holding(dump, token) == set()
        assert holding(dump, bystander.token) == left
    assert f"users/{uid}" not in canaries.dump()


def test_what_came_back_and_is_held_is_left_alone(canaries: CanaryFixture) -> None:
    patient = canaries.patient()
    backup = Backup.taken(canaries.bucket)
    canaries.eraser(patient.subject).run(patient.patient_id)
    backup.restore()
    hold_id = hold(DataRequestFixture(canaries.practice), patient.subject.path)
    done = CliRunner().invoke(app, ["privacy", "replay"])
    assert done.exit_code == 1
    assert f"{patient.patient_id}: under a legal hold" in done.stdout
    assert holding(canaries.dump(), patient.token) != set()
    let_go(hold_id)
    ran("replay")
    assert holding(canaries.dump(), patient.token) == set()


def test_where_no_receipt_lies_nothing_was_erased_again(canaries: CanaryFixture) -> None:
    """After a restore into another project, whose bucket has none, it must not look done."""
    for blob in canaries.bucket.list_blobs(prefix="erasures/"):
        blob.delete()
    done = CliRunner().invoke(app, ["privacy", "replay"])
    assert done.exit_code == 1
    assert "There is no receipt of an erasure in " in done.stderr
    patient = canaries.patient()
    canaries.eraser(patient.subject).run(patient.patient_id)
    assert "1 erasures replayed" in ran("replay")


@pytest.mark.usefixtures("canaries")
def test_there_is_no_such_request() -> None:
    done = CliRunner().invoke(app, ["privacy", "show", "x" * 20])
    assert done.exit_code == 1
    assert "no such request" in done.stderr


def due_on(day: str) -> dict[str, list[str]]:
    """What the dry run shows, by collection: how many are due, how many held, the oldest."""
    shown = ran("due", "--on", day)
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in shown.splitlines()]
    return {row[0]: row[2:] for row in rows if len(row) == 5 and row[0]}


def test_what_is_due_on_a_day_is_shown_and_stays(canaries: CanaryFixture) -> None:
    """Cases by their anniversary, and what is never looked for by how it ends."""
    mine = canaries.patient()
    practice = canaries.practice
    practice.close(mine.case_id)
    closed = day_of(practice.clock.at)
    anniversary = closed.replace(year=closed.year + 7)
    before = canaries.dump()
    assert due_on(anniversary.isoformat())["cases"] == ["0", "0", "-"]
    after = due_on((anniversary + timedelta(days=1)).isoformat())
    assert after["cases"] == ["1", "0", closed.isoformat()]
    assert after["orders"][0].startswith("with")
    assert after["users"][0].startswith("with")
    assert after["users/inbox"][0].startswith("by")
    entries = after["wallets/entries"]
    assert entries[0] == "0"
    spring = due_on(f"{closed.year + (closed.month > 3) + 8}-04-01")
    booked = [path for path in before if "/entries/" in path]
    assert int(spring["wallets/entries"][0]) == len(booked) > 3
    assert canaries.dump() == before
    shown = ran("due", "--on", "2040-01-01")
    assert mine.token not in shown
    assert practice.uid("member") not in shown
    assert {"case:", "financial:"} <= set(shown.split())
