"""The virtual Cloud Tasks: it refuses what the service refuses, and dispatches as it does."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from firebase_admin.exceptions import AlreadyExistsError, InvalidArgumentError
from firebase_admin.functions import TaskOptions

from tests.support.cloud_tasks import Settings, TaskFaults, VirtualQueue
from tests.support.moments import Clock

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@pytest.fixture
def clock() -> Clock:
    """A clock at noon."""
    return Clock(NOON)


def add(queue: VirtualQueue, name: str = "a", after: timedelta = SECOND) -> None:
    queue.enqueue({"data": {"n": name}}, TaskOptions(task_id=name, schedule_time=NOON + after))


def drain(queue: VirtualQueue, clock: Clock, function=lambda _: None) -> list[datetime]:
    """Dispatch all tasks, each at its time; the times."""
    times = []
    while (at := queue.next_at()) is not None:
        clock.at = max(clock.at, at)
        times.append(clock.at)
        queue.dispatch(function)
    return times


@pytest.mark.parametrize(("after", "taken"), [(30 * DAY, True), (30 * DAY + SECOND, False)])
def test_thirty_days_ahead(clock: Clock, after: timedelta, taken: bool) -> None:
    queue = VirtualQueue(clock)
    if taken:
        add(queue, after=after)
    else:
        with pytest.raises(InvalidArgumentError):
            add(queue, after=after)
    assert queue.waiting == taken


@pytest.mark.parametrize(("letters", "taken"), [(999_000, True), (1_000_000, False)])
def test_a_megabyte(clock: Clock, letters: int, taken: bool) -> None:
    queue = VirtualQueue(clock)
    if taken:
        queue.enqueue({"data": "x" * letters})
    else:
        with pytest.raises(InvalidArgumentError):
            queue.enqueue({"data": "x" * letters})
    assert queue.waiting == taken


def test_a_name_is_taken_until_an_hour_after(clock: Clock) -> None:
    queue = VirtualQueue(clock)
    add(queue)
    with pytest.raises(AlreadyExistsError):
        add(queue, after=2 * SECOND)
    drain(queue, clock)
    clock.at += timedelta(hours=1) - SECOND
    with pytest.raises(AlreadyExistsError):
        add(queue)
    clock.at += SECOND
    add(queue)
    assert queue.waiting == 1


def test_a_failed_task_comes_again_later_each_time_and_then_no_more(clock: Clock) -> None:
    settings = Settings(500, 4, 10 * SECOND, 15 * SECOND)
    queue = VirtualQueue(clock, settings)
    add(queue, after=timedelta(0))

    def fail(_: object) -> None:
        raise ConnectionError

    times = drain(queue, clock, fail)
    assert [(b - a).seconds for a, b in itertools.pairwise(times)] == [10, 15, 15]
    assert queue.counted["given up"] == 1


def test_the_rate_is_kept(clock: Clock) -> None:
    queue = VirtualQueue(clock, Settings(a_second=10))
    for n in range(50):
        add(queue, f"t{n}", timedelta(0))
    times = drain(queue, clock)
    assert (times[-1] - times[0]).total_seconds() == pytest.approx(4.9)


def test_lost_doubled_late_and_overtaken(clock: Clock) -> None:
    queue = VirtualQueue(clock, faults=TaskFaults(0.2, 0.2, timedelta(minutes=5)), seed=1)
    for n in range(200):
        add(queue, f"t{n}", n * SECOND)
    order: list[str] = []
    times = drain(queue, clock, lambda data: order.append(data["n"]))
    assert 20 < queue.counted["lost"] < 60
    assert 20 < queue.counted["doubled"] < 60
    assert len(order) == 200 - queue.counted["lost"] + queue.counted["doubled"]
    assert order != sorted(order, key=lambda n: int(n[1:]))
    assert times == sorted(times)
