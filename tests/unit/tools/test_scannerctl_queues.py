"""The queues' commands, as Cloud Tasks sees them: Google's own client asks a local service."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from google.cloud.tasks_v2 import Queue
from typer.testing import CliRunner, Result

from tests.support.queue_service import QueueService, serving
from tests.unit.tools.conftest import Aim
from tools.scannerctl import task_queues
from tools.scannerctl.app import app

PATH = "projects/scanner-prod/locations/asia-south1"
REMIND, BILL = f"{PATH}/queues/remind", f"{PATH}/queues/bill"


def deployed() -> list[Queue]:
    """The queues as `firebase deploy` makes them of what the functions declare."""
    common = {"max_doublings": 16, "max_attempts": 5, "max_backoff": timedelta(hours=1)}
    return [
        Queue(
            name=REMIND,
            state=Queue.State.RUNNING,
            rate_limits={"max_dispatches_per_second": 50, "max_concurrent_dispatches": 20},
            retry_config=common
            | {"min_backoff": timedelta(seconds=10), "max_backoff": timedelta(minutes=5)},
        ),
        Queue(
            name=BILL,
            state=Queue.State.RUNNING,
            rate_limits={"max_dispatches_per_second": 50, "max_concurrent_dispatches": 8},
            retry_config=common
            | {"min_backoff": timedelta(minutes=1), "max_backoff": timedelta(minutes=10)},
        ),
    ]


@pytest.fixture
def service(aim: Aim, monkeypatch: pytest.MonkeyPatch) -> Iterator[QueueService]:
    """Cloud Tasks, with the queues that a deployment makes."""
    found = QueueService(*deployed())
    with serving(found) as client:
        monkeypatch.setattr(task_queues, "connect", lambda: client)
        yield found


def run(*arguments: str, answer: str = "") -> Result:
    return CliRunner().invoke(app, ["queues", *arguments], input=answer)


def row(result: Result, name: str) -> list[str]:
    """The cells of the row of that name."""
    assert result.exit_code == 0, result.stderr
    lines = [line for line in result.stdout.splitlines() if "│" in line]
    cells = [[cell.strip() for cell in line.strip("│").split("│")] for line in lines]
    return next(found for found in cells if found[0] == name)


def test_the_queues_are_those_of_the_task_functions() -> None:
    assert list(task_queues.declared()) == ["bill", "remind"]


def test_the_queues_are_listed_beside_what_the_code_declares(service: QueueService) -> None:
    listed = run("list")
    assert row(listed, "remind") == ["remind", "RUNNING", "50", "20", "5", "yes"]
    assert row(listed, "bill") == ["bill", "RUNNING", "50", "8", "5", "yes"]
    assert service.asked == [("list", PATH)] * 2


def test_a_queue_that_is_not_there_or_of_no_function_is_listed(service: QueueService) -> None:
    service.queues[f"{PATH}/queues/old"] = Queue(name=f"{PATH}/queues/old", state="PAUSED")
    del service.queues[BILL]
    listed = run("list")
    assert row(listed, "bill") == ["bill", "missing", "-", "-", "-", "deploy it"]
    assert row(listed, "old")[1::4] == ["PAUSED", "of no function"]


def test_a_queue_is_shown_setting_by_setting(service: QueueService) -> None:
    shown = run("show", "bill")
    assert "bill is RUNNING" in shown.stdout
    assert row(shown, "first pause, s") == ["first pause, s", "60", "60", ""]
    assert row(shown, "longest pause, s") == ["longest pause, s", "600", "600", ""]
    assert row(shown, "attempts, s")[1:] == ["-", "0", ""]
    assert "differ" not in shown.stdout
    assert service.asked == [("get", BILL)]


def test_a_difference_is_marked(service: QueueService) -> None:
    service.queues[REMIND].rate_limits.max_concurrent_dispatches = 21
    service.queues[REMIND].retry_config.min_backoff = timedelta(milliseconds=10_100)
    shown = run("show", "remind")
    assert row(shown, "tasks at once") == ["tasks at once", "20", "21", "differs"]
    assert row(shown, "first pause, s") == ["first pause, s", "10", "10.1", "differs"]
    assert row(shown, "tasks a second") == ["tasks a second", "50", "50", ""]
    assert "2 settings differ: deploy remind again." in shown.stdout
    assert row(run("list"), "remind")[5] == "2 differ"


@pytest.mark.parametrize(
    ("option", "answer", "done"), [([], "n\n", 0), ([], "y\n", 1), (["--yes"], "", 1)]
)
@pytest.mark.parametrize(
    ("command", "before", "after"),
    [("pause", "RUNNING", "PAUSED"), ("resume", "PAUSED", "RUNNING")],
)
def test_a_queue_is_paused_and_resumed_after_a_yes(
    service: QueueService,
    command: str,
    before: str,
    after: str,
    option: list[str],
    answer: str,
    done: int,
) -> None:
    service.queues[REMIND].state = Queue.State[before]
    result = run(command, "remind", *option, answer=answer)
    asked = f"{command.capitalize()} the queue remind in the real project scanner-prod?"
    assert (asked in result.stderr) == (not option)
    assert result.exit_code == 1 - done
    assert service.asked == [(command, REMIND)] * done
    assert service.queues[REMIND].state.name == (after if done else before)
    assert (f"remind is {after}" in result.stdout) == bool(done)
    assert service.queues[BILL].state.name == "RUNNING"


@pytest.mark.parametrize("command", [["show"], ["pause", "--yes"], ["resume", "--yes"]])
def test_a_queue_that_was_never_deployed_is_one_sentence(
    service: QueueService, command: list[str]
) -> None:
    del service.queues[REMIND]
    name, *option = command
    result = run(name, "remind", *option)
    assert result.exit_code == 1
    assert not result.stdout
    _, line = result.stderr.strip().splitlines()
    assert line == (
        f"Error: There is no queue remind in {PATH}: a deployment of the functions makes it."
    )


def test_a_name_that_no_function_has_is_refused_before_anything_is_touched(
    service: QueueService,
) -> None:
    for command in ("show", "pause", "resume"):
        result = run(command, "sweep")
        assert result.exit_code == 2
        assert "the queues are bill, remind" in " ".join(result.stderr.split())
        assert "REAL PROJECT" not in result.stderr
    assert not service.asked


@pytest.mark.parametrize("command", [["list"], ["show", "bill"], ["pause", "bill", "--yes"]])
def test_the_emulator_has_no_queues_to_look_at(
    service: QueueService, aim: Aim, command: list[str]
) -> None:
    aim.emulated = True
    result = run(*command)
    assert result.exit_code == 1
    assert "The Tasks emulator has no queues to look at: name a real project" in result.stderr
    assert not service.asked
