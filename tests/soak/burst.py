"""Many jobs due at one moment, all alarms lost: what a sweep makes of them, and how they drain.

    python -m tests.soak.burst --jobs 10000

The sweep hands them to the queue; the queue dispatches at the rate and with the concurrency that
the task function declares, in real time; every visit is reminded of once.
"""

from __future__ import annotations

import argparse
import resource
import threading
import time
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from core import firebase
from core.context import Context
from core.documents import Document
from core.jobs import Job, JobKind, JobState
from core.queues import CloudTasks
from core.store import Store
from jobs import running, sweeping
from jobs.requests import Swept
from jobs.tasks import remind
from scans.visits.models import Visit
from tests.soak.project import own_project
from tests.support import ids
from tests.support.announced import announce_all
from tests.support.clinic_fixture import ClinicFixture
from tests.support.cloud_tasks import Settings, VirtualQueue

NOON = datetime(2026, 5, 4, 6, 30, tzinfo=UTC)
#: What draining may add to memory, in MB, however many jobs there are: threads and their clients.
MEMORY = 64
_BATCH = 400
#: The next reminders are 22 hours later.
_SOON = timedelta(hours=1)


@dataclass
class Measured:
    """What was measured: seconds, the busiest second's dispatches, and memory in MB."""

    seconds: float
    busiest: int
    grown: float

    def line(self, jobs: int) -> str:
        """Say it."""
        most = f"; at most {self.busiest} in any second" if self.busiest else ""
        return (
            f"{jobs} jobs in {self.seconds:.1f} s, {jobs / self.seconds:.0f} a second{most}; "
            f"{self.grown:.0f} MB more than before"
        )

    def check(self, rate: float) -> None:
        """The rate was kept, and memory did not follow the number of jobs.

        Raises:
            AssertionError: one of the two is not so.
        """
        if self.busiest > rate or self.grown > MEMORY:
            raise AssertionError(f"more than {rate} a second or {MEMORY} MB: {self}")


class Pace:
    """Keeps dispatches apart, as a queue without a burst does: a pause is not made up for."""

    def __init__(self, rate: float) -> None:
        self.rate = rate
        #: The most dispatches in any one second, wherever it begins.
        self.busiest = 0
        self._second: deque[float] = deque()
        self._started = self._next = time.monotonic()

    def wait(self) -> None:
        """Wait for the turn of the next dispatch, and count it."""
        time.sleep(max(0.0, self._next - time.monotonic()))
        now = time.monotonic()
        self._next = now + 1 / self.rate
        while self._second and self._second[0] <= now - 1:
            self._second.popleft()
        self._second.append(now)
        self.busiest = max(self.busiest, len(self._second))

    def seconds(self) -> float:
        """Return how long it has been going."""
        return time.monotonic() - self._started


class Burst:
    """So many visits with a reminder due at noon."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self.practice = ClinicFixture(NOON)
        self.queue = VirtualQueue(self.practice.clock, Settings.of(remind))
        self.practice.alarms = self.queue
        made = list(self._documents())
        for start in range(0, len(made), _BATCH):
            self.practice.tenants.seed(*made[start : start + _BATCH])

    def _documents(self) -> Iterator[Document]:
        """Yield copies of a visit that people asked for, each with its job."""
        slot = self.practice.hour(24)
        visit_id = self.practice.asked(slot)
        self.practice.assign(visit_id, slot=slot)
        visit = self.practice.visit_of(visit_id)
        for _ in range(self.jobs):
            id_ = ids.document_id()
            path = Visit.path_for(id_)
            job = Job(kind=JobKind.VISIT_REMINDER, subject=path, due_at=NOON, wakes_at=NOON)
            yield visit.placed(id_)
            yield job.placed(f"visit-{id_}")

    def sweep(self) -> Swept:
        """Sweep, period after period, until nothing is found; the sum."""
        total = Swept()
        while True:
            swept = sweeping.sweep(self._system())
            if not (swept.run or swept.woken):
                return total
            total = Swept(run=total.run + swept.run, woken=total.woken + swept.woken)

    def drain(self, rate: float, threads: int) -> Measured:
        """Dispatch all that waits, no faster than the rate and no more at once than the threads."""
        before, pace = _memory(), Pace(rate)
        room = threading.Semaphore(threads)

        def work(job_id: str) -> None:
            try:
                running.run(self._system(), job_id)
            finally:
                room.release()

        with ThreadPoolExecutor(threads) as pool:
            for job_id in self._waiting():
                room.acquire()
                pace.wait()
                pool.submit(work, job_id)
        return Measured(pace.seconds(), pace.busiest, _memory() - before)

    def _waiting(self) -> Iterator[str]:
        """Yield the jobs whose tasks come now; those of the next reminders stay in the queue."""
        taken: list[str] = []
        while (at := self.queue.next_at()) is not None and at < NOON + _SOON:
            self.practice.clock.at = max(NOON, at)
            self.queue.dispatch(lambda data: taken.append(data["job_id"]))
            yield taken.pop()

    def _system(self) -> Context:
        store = Store(firebase.firestore_client(), CloudTasks(lambda _: self.queue))
        return Context.of_system(store, self.practice.clock)

    def check(self, swept: Swept) -> None:
        """Every job was handed on once, and is done for now; every visit was reminded of once.

        Raises:
            AssertionError: something was told twice, not at all, or is still to be told.
        """
        client = firebase.firestore_client()
        announce_all(client, self.practice.clock)
        reminded = Counter(
            item.get("refs.visit")
            for name in ("operator", "member")
            for item in client.collection(f"users/{self.practice.uid(name)}/inbox").get()
            if item.get("kind") == "visit_reminder"
        )
        if set(reminded.values()) != {2} or len(reminded) != self.jobs:
            times = Counter(reminded.values())
            raise AssertionError(f"of {self.jobs} visits, so often were people told: {times}")
        if swept.run + swept.woken != self.jobs:
            raise AssertionError(f"the sweeps handled {swept}, of {self.jobs}")
        left = self._system().store.find(sweeping.WAKING, JobState.DUE, NOON + _SOON, limit=1)
        if left:
            raise AssertionError("something is still waiting")


def _memory() -> float:
    """Return the most memory that this process has had, in MB (Linux counts kB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Play a burst in a project of its own, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jobs", type=int, default=500)
    options = parser.parse_args()
    own_project("burst")
    burst = Burst(options.jobs)
    limits = remind.__firebase_endpoint__.taskQueueTrigger["rateLimits"]
    before, started = _memory(), time.monotonic()
    swept = burst.sweep()
    print(Measured(time.monotonic() - started, 0, _memory() - before).line(options.jobs), "swept")
    rate, threads = limits["maxDispatchesPerSecond"], limits["maxConcurrentDispatches"]
    drained = burst.drain(rate, threads)
    print(drained.line(swept.woken), f"drained; the queue allows {rate}")
    drained.check(rate)
    burst.check(swept)


if __name__ == "__main__":
    main()
