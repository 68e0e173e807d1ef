"""The jobs' commands: what is asked before they write, and what is refused before they start."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from typer.testing import CliRunner, Result

from core import log
from core.jobs import JobState
from jobs import service, sweeping
from jobs.requests import JobNow, JobRow, Jobs, ListJobs, RetryJob, Sweep, Swept
from tests.unit.tools.conftest import Aim
from tools.scannerctl.app import app

JOB, VISIT = JobRow.example["job_id"], JobRow.example["subject"]


@dataclass
class JobServices:
    """Stands where the services stand."""

    rows: int = 0
    done: list[object] = field(default_factory=list)

    def list_jobs(self, _ctx: object, body: ListJobs) -> Jobs:
        """Pages of at most two."""
        start = int(body.cursor or 0)
        end = min(start + min(2, body.limit), self.rows)
        rows = [{**JobRow.example, "job_id": f"job-{n}"} for n in range(start, end)]
        return Jobs.model_validate({"jobs": rows, "cursor": str(end) if end < self.rows else None})

    def retry(self, _ctx: object, body: RetryJob) -> JobNow:
        """One more, and a line in the log."""
        log.info("of the service")
        self.done.append(body)
        return JobNow(job_id=body.job_id, state=JobState.DUE)

    def sweep(self, _ctx: object, body: Sweep) -> Swept:
        """Likewise."""
        log.info("of the service")
        self.done.append(body)
        return Swept(run=3, woken=1)


@pytest.fixture
def services(aim: Aim, monkeypatch: pytest.MonkeyPatch) -> JobServices:
    """Services that write down what they are asked."""
    found = JobServices()
    monkeypatch.setattr(service, "list_jobs", found.list_jobs)
    monkeypatch.setattr(service, "retry", found.retry)
    monkeypatch.setattr(sweeping, "on_demand", found.sweep)
    return found


def run(*arguments: str, answer: str = "") -> Result:
    return CliRunner().invoke(app, ["jobs", *arguments], input=answer)


@pytest.mark.parametrize(
    ("command", "question", "body", "said"),
    [
        (["retry", JOB], f"Have {JOB} run again", RetryJob(job_id=JOB), f"{JOB} is due"),
        (["sweep"], "Run what is due", Sweep(), "3 jobs run, 1 left to the queue"),
        (
            ["sweep", "--subject", VISIT],
            f"Run what is due about {VISIT}",
            Sweep(subject=VISIT),
            "3 jobs run",
        ),
    ],
)
@pytest.mark.parametrize(
    ("emulated", "option", "answer", "done"),
    [(False, [], "n\n", 0), (False, [], "y\n", 1), (False, ["--yes"], "", 1), (True, [], "", 1)],
)
def test_jobs_are_run_in_a_real_project_after_a_yes(
    services: JobServices,
    aim: Aim,
    command: list[str],
    question: str,
    body: object,
    said: str,
    emulated: bool,
    option: list[str],
    answer: str,
    done: int,
) -> None:
    aim.emulated = emulated
    result = run(*command, *option, answer=answer)
    assert (result.exit_code, services.done) == (1 - done, [body] * done)
    asked = f"{question} in the real project scanner-prod?"
    assert (asked in result.stderr) == (not emulated and not option)
    assert (said in result.stdout) == bool(done)
    assert "of the service" not in result.stdout, "that goes to standard error"


@pytest.mark.parametrize(("limit", "said"), [(4, "4 jobs failed; there are more"), (5, "5 jobs")])
def test_every_page_is_listed_up_to_the_limit(services: JobServices, limit: int, said: str) -> None:
    services.rows = 5
    listed = run("list", "--limit", str(limit)).stdout
    assert said in listed
    assert ("there are more" in listed) == (limit < 5)
    assert listed.count("job-") == limit


@pytest.mark.parametrize(
    "command", [["retry", "a/b"], ["show", "a b"], ["sweep", "--subject", "visits"]]
)
def test_what_cannot_be_right_is_refused_before_anything_is_touched(
    services: JobServices, command: list[str]
) -> None:
    result = run(*command)
    assert result.exit_code == 2
    assert "this is no" in result.stderr
    assert "REAL PROJECT" not in result.stderr
    assert not services.done
