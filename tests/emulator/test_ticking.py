"""The sweep's clock beside the emulators, as a program of its own in a project of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.jobs import Job, JobKind, JobState
from core.store import Store
from tests.support import ids
from tests.support.own_database import OwnDatabase
from tools.client import wait_for


@pytest.fixture
def elsewhere() -> OwnDatabase:
    """A project that nobody else has jobs in."""
    return OwnDatabase()


@pytest.fixture
def own(elsewhere: OwnDatabase) -> Store:
    """Its documents."""
    return Store(elsewhere.client)


TICK = [sys.executable, "-m", "tools.emulators.ticking"]


@dataclass
class Ticker:
    """The clock, fast, and what it has said."""

    process: subprocess.Popen[bytes]
    log: Path

    def said(self, text: str) -> int:
        """How often it said so."""
        return self.log.read_text().count(text)


@pytest.fixture
def env(elsewhere: OwnDatabase) -> dict[str, str]:
    """What leads to that project."""
    return elsewhere.environment


@contextmanager
def ticking(env: dict[str, str], log: Path) -> Iterator[Ticker]:
    """Have it tick."""
    with log.open("wb") as file:
        process = subprocess.Popen([*TICK, "--seconds", "0.1"], env=env, stdout=file, stderr=file)
    yield Ticker(process, log)
    process.kill()
    process.wait()


@pytest.fixture
def ticker(env: dict[str, str], tmp_path: Path) -> Iterator[Ticker]:
    """It, in that project."""
    with ticking(env, tmp_path / "log") as found:
        yield found


def promised(store: Store, due_at: datetime) -> str:
    """A promise about a visit that is gone: it is kept once it is due."""
    id_ = ids.document_id()
    job = Job(kind=JobKind.VISIT_REMINDER, subject=f"visits/{id_}", due_at=due_at, wakes_at=due_at)
    store.run(lambda unit: unit.put(job, f"visit-{id_}"))
    return f"visit-{id_}"


def state(store: Store, job_id: str) -> JobState:
    """Where a promise stands."""
    found = store.get(Job, job_id)
    assert found is not None
    return found.state


def test_what_is_due_is_run_whatever_went_wrong_before(own: Store, ticker: Ticker) -> None:
    now = datetime.now(UTC)
    broken = promised(own, now - timedelta(days=1))
    own.client.document(f"jobs/{broken}").update({"attempts": -1})
    due, later = promised(own, now), promised(own, now + timedelta(days=1))
    assert wait_for(lambda: ticker.said("swept: ") or None)
    assert (state(own, due), state(own, later)) == (JobState.DONE, JobState.DUE)
    told = ticker.said("document does not load")
    assert told
    assert wait_for(lambda: ticker.said("document does not load") > told or None)
    ticker.process.send_signal(signal.SIGINT)
    assert ticker.process.wait(30) == 0
    assert ticker.said("swept: 1 jobs run, 0 left to the queue, ") == 1
    assert own.client.document(f"jobs/{broken}").get().get("state") == "due", "left for people"


def test_a_tick_that_finds_nothing_says_nothing(own: Store, env: dict[str, str]) -> None:
    def said() -> str:
        return subprocess.run(TICK, env=env, check=True, capture_output=True, text=True).stdout

    promised(own, datetime.now(UTC) + timedelta(days=1))
    assert "0 jobs run" in said(), "the chores of a project that is new"
    assert "1 jobs run" in said(), "the day's retention, which a chore promised"
    assert not said()
    promised(own, datetime.now(UTC))
    assert "swept: 1 jobs run" in said()


def test_of_one_document_a_tick_sees_what_is_due_in_days(own: Store, env: dict[str, str]) -> None:
    week = datetime.now(UTC) + timedelta(days=7)
    mine, other = promised(own, week), promised(own, week)
    about = ["--subject", f"visits/{mine.removeprefix('visit-')}"]
    subprocess.run([*TICK, *about, "--days", "6"], env=env, check=True)
    assert state(own, mine) is JobState.DUE
    subprocess.run([*TICK, *about, "--days", "8"], env=env, check=True)
    assert (state(own, mine), state(own, other)) == (JobState.DONE, JobState.DUE)


@pytest.mark.parametrize(
    ("arguments", "emulators", "why"),
    [(["--days", "8"], True, "needs --subject"), ([], False, "no emulators")],
)
def test_no_days_go_by_for_all_and_none_in_a_real_project(
    own: Store, env: dict[str, str], arguments: list[str], emulators: bool, why: str
) -> None:
    due = promised(own, datetime.now(UTC))
    env = {k: v for k, v in env.items() if emulators or k != "FIRESTORE_EMULATOR_HOST"}
    done = subprocess.run([*TICK, *arguments], env=env, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert why in done.stderr
    assert state(own, due) is JobState.DUE


def test_code_that_does_not_load_is_tried_again(env: dict[str, str], tmp_path: Path) -> None:
    with ticking(env | {"PYTHONPATH": ""}, tmp_path / "log") as ticker:
        assert wait_for(lambda: ticker.said("No module named 'core'") > 1 or None)
        assert ticker.process.poll() is None
