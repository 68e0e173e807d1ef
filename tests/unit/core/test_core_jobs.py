"""Promises: what is left to be done later, as a record beside the act that made it."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from core import jobs
from core.access import SYSTEM
from core.context import Context
from core.jobs import Job, JobKind, JobState
from core.queues import AHEAD, CloudTasks, name_of
from core.store import Store
from tests.support.cloud_tasks import VirtualQueue
from tests.support.moments import Clock

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)
PROMISE = (JobKind.VISIT_REMINDER, "visits/v1")


@pytest.fixture
def clock():
    return Clock(NOON)


@pytest.fixture
def queue(clock):
    return VirtualQueue(clock)


@pytest.fixture
def ctx(bench, clock, queue):
    """Surroundings whose alarms go to the queue."""
    return Context(Store(bench.store.client, CloudTasks(lambda _: queue)), SYSTEM, clock)


def test_a_promise_is_a_job_that_is_due(bench, ctx):
    jobs.promise(bench.unit, ctx, "visit-v1", *PROMISE, NOON + DAY)
    ((path, fields, mask, exists),) = bench.sent()
    assert path == "jobs/visit-v1"
    due = NOON + DAY
    assert Job.model_validate(fields) == Job(
        kind=JobKind.VISIT_REMINDER, subject="visits/v1", due_at=due, wakes_at=due
    )
    assert sorted(mask) == sorted(Job.model_fields), "all that it says, and nothing beside"
    assert exists is None, "made or moved: whatever stood there before"


def test_its_alarm_is_set_after_the_commit_and_not_before(bench, ctx, queue):
    jobs.promise(bench.unit, ctx, "visit-v1", *PROMISE, NOON + DAY)
    bench.sent()
    assert queue.waiting == 0
    bench.unit.committed()
    assert queue.next_at() == NOON + DAY
    assert queue.seen == [b'{"data": {"job_id": "visit-v1"}}']


def test_a_task_that_is_handed_in_leaves_a_line_that_says_all_it_carries(ctx, capsys):
    for _ in range(2):  # the second one is there already, and is not handed in
        jobs.set_alarm(ctx.store, "visit-v1", NOON)
    (line,) = map(json.loads, capsys.readouterr().out.splitlines())
    said = {"severity": "INFO", "message": "task", "queue": "remind"}
    assert line.items() >= {**said, "task": name_of("visit-v1", NOON.isoformat())}.items()
    assert line["data"] == {"job_id": "visit-v1"}


def test_what_is_far_ahead_is_left_to_the_sweep(bench, ctx, queue):
    """Cloud Tasks would refuse it; the sweep sets the alarm once it does not."""
    for days, waiting in ((AHEAD, 1), (AHEAD + timedelta(seconds=1), 1), (60 * DAY, 1)):
        jobs.promise(bench.unit, ctx, f"visit-{days.total_seconds()}", *PROMISE, NOON + days)
        bench.unit.committed()
        assert queue.waiting == waiting
    *_, (_, fields, _, _) = bench.sent()
    assert fields["wakes_at"] == NOON + 60 * DAY - AHEAD


class Broken:
    """A queue that takes nothing."""

    def enqueue(self, *_):
        raise ConnectionError("Meera Joshi")


def test_an_alarm_that_cannot_be_set_fails_nobody(bench, clock, capsys):
    ctx = Context(Store(bench.store.client, CloudTasks(lambda _: Broken())), SYSTEM, clock)
    jobs.promise(bench.unit, ctx, "visit-v1", *PROMISE, NOON + DAY)
    bench.unit.committed()
    told = "".join(capsys.readouterr())
    assert "alarm not set" in told
    assert "Meera" not in told


def test_a_moment_is_alarmed_once_unless_there_is_another_round(ctx, queue):
    for round_ in ((), (), ("1",), ("1",)):
        jobs.set_alarm(ctx.store, "visit-v1", NOON, *round_)
    assert queue.waiting == 2


def test_a_promise_that_is_taken_back_is_void_and_goes_by_itself(bench, ctx):
    jobs.void(bench.unit, ctx, "visit-v1", *PROMISE)
    ((path, fields, mask, exists),) = bench.sent()
    assert (path, sorted(mask), exists) == ("jobs/visit-v1", sorted(Job.model_fields), None)
    assert fields["state"] == JobState.VOID
    assert fields["expires_at"] == NOON + timedelta(days=30)


@pytest.mark.parametrize(
    ("field", "wrong"), [("due_at", NOON.replace(tzinfo=None)), ("state", "anything")]
)
def test_a_promise_stands_somewhere_and_is_due_at_a_moment(field, wrong):
    """Not at the time of some wall clock. A kind of a later version is left to it."""
    fields = {"kind": "visit_reminder", "subject": "x/y", "due_at": NOON, "wakes_at": NOON}
    assert Job.model_validate(fields)
    with pytest.raises(ValidationError, match=field):
        Job.model_validate({**fields, field: wrong})


def test_jobs_are_nobodys_to_read_under_the_rules():
    """Admins are shown them by a callable."""
    assert Job.readers == frozenset()
