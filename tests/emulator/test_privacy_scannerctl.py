"""The operator's commands about people's rights: in a project of their own, for they erase."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from core import firebase
from tests.emulator.canaries import World, holding
from tests.emulator.test_privacy_holds import hold, let_go
from tests.emulator.test_privacy_requests import DAY, Desk, run
from tests.support.elsewhere import Backup, own_project
from tools.scannerctl.app import app


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """A clinic whose bucket is the project's own, where commands look for receipts."""
    with own_project("replay"):
        yield World(bucket_name=str(firebase.bucket().name))


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal on which no cell is folded."""
    monkeypatch.setenv("COLUMNS", "200")


def ran(*arguments: str) -> str:
    """Run a command that succeeds; what it printed."""
    done = CliRunner().invoke(app, ["privacy", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_what_a_backup_brought_back_is_erased_again(world: World) -> None:
    """A patient, a person and what rested on a consent; done twice it is the same as once."""
    desk, practice = Desk(world.practice), world.practice
    patient, bystander = world.patient(), world.patient()
    token, uid = world.member()
    backup = Backup.taken(world.bucket)
    for request_id in (desk.erase(patient_id=patient.patient_id), desk.erase(token)):
        assert request_id in ran("requests")
        practice.clock.at += 8 * DAY
        run(world, request_id)
        assert "state: done" in ran("show", request_id)
    left = holding(world.dump(), bystander.token)
    backup.restore()
    assert holding(world.dump(), patient.token)
    assert holding(world.dump(), token)
    for _ in range(2):
        assert "2 erasures replayed" in ran("replay")
        dump = world.dump()
        assert holding(dump, patient.token) == set()
        assert holding(dump, token) == set()
        assert holding(dump, bystander.token) == left
    assert f"users/{uid}" not in world.dump()


def test_what_came_back_and_is_held_is_left_alone(world: World) -> None:
    patient = world.patient()
    backup = Backup.taken(world.bucket)
    world.eraser(patient.subject).run(patient.patient_id)
    backup.restore()
    hold_id = hold(Desk(world.practice), patient.subject.path)
    done = CliRunner().invoke(app, ["privacy", "replay"])
    assert done.exit_code == 1
    assert f"{patient.patient_id}: under a legal hold" in done.stdout
    assert holding(world.dump(), patient.token) != set()
    let_go(hold_id)
    ran("replay")
    assert holding(world.dump(), patient.token) == set()


@pytest.mark.usefixtures("world")
def test_there_is_no_such_request() -> None:
    done = CliRunner().invoke(app, ["privacy", "show", "x" * 20])
    assert done.exit_code == 1
    assert "no such request" in done.stderr
