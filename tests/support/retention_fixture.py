"""Retention at work in a test's own project: a day, or a row of it, with the holds of the test."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.blobs import Blobs
from core.context import Context
from core.jobs import Job, JobState
from core.queues import CloudTasks
from core.store import Store
from privacy.holds.register import HoldsInForce
from privacy.retention import jobs as retention_jobs
from privacy.retention.dry_run import ENDINGS
from privacy.retention.runs import Errand, documents
from privacy.retention.schedule import QUERIED
from tests.support.cloud_tasks import VirtualQueue
from tests.support.fixed_holds import FixedHolds
from tests.support.moments import Clock


@dataclass
class RetentionFixture:
    """Does what the sweep and the alarms do, one job after the other.

    Attributes:
        store: a store for one errand, which may die; by default a fresh one.
        clock: what time it is.
        blobs: the bucket, which may die as well.
        held: what is under a hold.
    """

    clock: Clock
    blobs: Blobs
    store: Store
    held: HoldsInForce | FixedHolds = field(default_factory=FixedHolds)

    @property
    def ctx(self) -> Context:
        """The system's surroundings; alarms go where nobody hears them."""
        queues = CloudTasks(lambda _: VirtualQueue(self.clock))
        self.store._queues = queues
        return Context.of_system(self.store, self.clock)

    def turn(self, name: str) -> Errand:
        """Take one turn at a row; what came of it."""
        errand = Errand(self.ctx, self.blobs, lambda: self.held, QUERIED[name])
        retention_jobs.TAKERS.get(name, documents)(errand)
        return errand

    def day(self) -> list[str]:
        """Do all that is due today; the jobs that ran, in their order."""
        retention_jobs.begin(self.ctx)
        ran: list[str] = []
        while jobs := self._due("retain"):
            for job in jobs:
                self._done(job)
                again = retention_jobs.retain(self.ctx, self.blobs, lambda: self.held, job)
                ran.append(job.id)
                if again is not None:
                    self._due_again(job)
        return ran

    def endings(self) -> None:
        """Keep the promises about what erasures left, as far as they are due."""
        for job in self._due("erasure_ends"):
            if job.due_at <= self.clock.at:
                again = retention_jobs.end_erasure(self.ctx, self.blobs, lambda: self.held, job)
                if again is None:
                    self._done(job)

    def _due(self, kind: str) -> list[Job]:
        found: list[Job] = self.store.find(ENDINGS, kind, JobState.DUE, limit=100)
        return found

    def _done(self, job: Job) -> None:
        self.store.client.document(f"jobs/{job.id}").update({"state": "done"})

    def _due_again(self, job: Job) -> None:
        self.store.client.document(f"jobs/{job.id}").update({"state": "due"})
