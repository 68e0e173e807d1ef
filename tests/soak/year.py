"""A virtual year of visits, with all that goes wrong; its reminders are held against a model.

    python -m tests.soak.year --visits 60 --seed 1

The model knows of a visit only what was asked for, and when: which reminders must be sent follows
from that by arithmetic of its own.
"""

from __future__ import annotations

import argparse
import heapq
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from google.cloud.firestore import Client

from core.access import Role
from core.context import Context
from core.jobs import JobState
from core.queues import CloudTasks
from core.store import Store, T
from core.units import UnitOfWork
from jobs import running, sweeping
from jobs.tasks import remind
from scans.visits.models import VisitSlot
from tests.soak.project import own_project
from tests.support.announced import announce_all
from tests.support.clinic_fixture import ClinicFixture
from tests.support.cloud_tasks import Settings, TaskFaults, VirtualQueue

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
#: All appointments are over long before, and no case is idle yet.
END = NEW_YEAR + 650 * DAY
PERIOD = 10 * MINUTE
HOURS = (24, 2)
#: What goes wrong, and how often.
FAULTS = TaskFaults(lost=0.05, doubled=0.1, late=4 * MINUTE)
CRASHES = 0.03


class Killed(BaseException):
    """The instance is gone: nothing in it catches this."""


class FrailStore(Store):
    """A store whose instance may die at any transaction, before or after it commits."""

    def __init__(self, client: Client, queues: CloudTasks, chance: random.Random) -> None:
        super().__init__(client, queues)
        self._chance = chance

    def run(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run it, or die."""
        fate = self._chance.random()
        if fate < CRASHES / 2:
            raise Killed
        result = super().run(work)
        if fate < CRASHES:
            raise Killed
        return result


@dataclass
class Booked:
    """What the model knows of a visit: the appointments that it had, from when until when."""

    spans: list[tuple[datetime, datetime | None, VisitSlot, str]] = field(default_factory=list)

    def book(self, at: datetime, slot: VisitSlot, operator: str) -> None:
        """Somebody is expected from now on; what is handed on keeps its reminders."""
        if self.spans and self.spans[-1][1] is None and self.spans[-1][2] == slot:
            since = self.spans.pop()[0]
        else:
            since = at
            self.end(at)
        self.spans.append((since, None, slot, operator))

    def end(self, at: datetime) -> None:
        """Nobody is any more: it was moved or cancelled, or declined, which voids what is due."""
        if self.spans and self.spans[-1][1] is None:
            since, _, slot, operator = self.spans[-1]
            self.spans[-1] = (since, at, slot, operator)

    def expects(self, operator: str) -> bool:
        """Tell whether this operator is expected now."""
        return bool(self.spans) and self.spans[-1][1] is None and self.spans[-1][3] == operator

    def reminders(self) -> Iterator[tuple[datetime, int, bool]]:
        """Yield when a reminder is due, how many hours ahead, and whether it must be sent.

        One whose visit changed within a sweep's period may have been too late already.
        """
        for since, until, slot, _ in self.spans:
            for hours in HOURS:
                due = slot.starts_at - hours * HOUR
                if since < due and (until is None or due < until):
                    yield due, hours, until is None or until >= due + PERIOD


class Year:
    """A clinic's year: what people do when, the alarms, the sweeps, in the order of time."""

    def __init__(self, visits: int, seed: int) -> None:
        self.chance = random.Random(seed)
        self.practice = ClinicFixture(NEW_YEAR)
        self.clock = self.practice.clock
        self.queue = VirtualQueue(self.clock, Settings.of(remind), FAULTS, seed)
        self.practice.alarms = self.queue
        self.operators = ["operator", "other operator"]
        for n in range(6):
            self.practice.join(f"operator {n}", Role.OPERATOR)
            self.operators.append(f"operator {n}")
        self.booked: dict[str, Booked] = {}
        self.counted: Counter[str] = Counter()
        self._events: list[tuple[datetime, int, Callable[[], None]]] = []
        for _ in range(visits):
            self.at(NEW_YEAR + self.chance.random() * 300 * DAY, self.ask)

    # --- what people do -----------------------------------------------------------------------

    def at(self, when: datetime, act: Callable[[], None]) -> None:
        """Have something done at a time."""
        heapq.heappush(self._events, (when, len(self._events) + self.chance.getrandbits(40), act))

    def ask(self) -> None:
        """A clinic asks for a visit, an admin sends somebody."""
        slot = self._slot()
        visit_id = self.practice.asked(slot)
        self.booked[visit_id] = Booked()
        self._assign(visit_id, slot)
        self._go_on(visit_id, slot)

    def _slot(self) -> VisitSlot:
        ahead = self.chance.choice([90 * MINUTE, 5 * HOUR, DAY, 3 * DAY, 20 * DAY, 45 * DAY])
        ahead *= 0.8 + self.chance.random()
        starts = (self.clock.at + ahead).replace(second=0, microsecond=0)
        return VisitSlot(starts_at=starts, ends_at=starts + HOUR)

    def _assign(self, visit_id: str, slot: VisitSlot) -> None:
        operator = self._free(visit_id, slot)
        self.booked[visit_id].book(self.clock.at, slot, operator)

    def _free(self, visit_id: str, slot: VisitSlot) -> str:
        """Send whoever is free; retried calls carry another key and change nothing."""
        for operator in self.chance.sample(self.operators, len(self.operators)):
            with suppress(Exception):
                self.practice.assign(visit_id, operator, slot)
                return operator
        raise AssertionError("nobody is free")

    def _go_on(self, visit_id: str, slot: VisitSlot) -> None:
        """Choose what becomes of it before it begins."""
        left = slot.starts_at - self.clock.at
        way = self.chance.choice(["come", "come", "cancel", "move", "hand on", "decline", "lose"])
        if way == "come":
            self.at(slot.starts_at, lambda: self._come(visit_id))
            return
        # Often just around a time at which something is due.
        around = slot.starts_at - self.chance.choice(HOURS) * HOUR
        when = around + (self.chance.random() - 0.5) * 20 * MINUTE
        if not self.clock.at < when < slot.starts_at or self.chance.random() < 0.5:
            when = self.clock.at + self.chance.random() * left
        act = {"cancel": self._cancel, "move": self._move, "hand on": self._hand_on,
               "decline": self._decline, "lose": self._lose}[way]  # fmt: skip
        self.at(when, lambda: act(visit_id, slot))

    def _come(self, visit_id: str) -> None:
        operator = self.booked[visit_id].spans[-1][3]
        self.practice.move(visit_id, "accept", "depart", "arrive", "report_no_show", who=operator)
        self.booked[visit_id].end(self.clock.at)

    def _cancel(self, visit_id: str, _: VisitSlot) -> None:
        self.practice.cancel(visit_id)
        self.booked[visit_id].end(self.clock.at)

    def _move(self, visit_id: str, _: VisitSlot) -> None:
        slot = self._slot()
        self.practice.reschedule_to(visit_id, slot)
        self.booked[visit_id].end(self.clock.at)
        self._assign(visit_id, slot)
        self._go_on(visit_id, slot)

    def _hand_on(self, visit_id: str, slot: VisitSlot) -> None:
        self._assign(visit_id, slot)
        self.at(slot.starts_at, lambda: self._come(visit_id))

    def _decline(self, visit_id: str, slot: VisitSlot) -> None:
        operator = self.booked[visit_id].spans[-1][3]
        self.practice.move(visit_id, "decline", who=operator)
        self.booked[visit_id].end(self.clock.at)
        self._assign(visit_id, slot)
        self.at(slot.starts_at, lambda: self._come(visit_id))

    def _lose(self, visit_id: str, slot: VisitSlot) -> None:
        """The operator is suspended: others are sent to its visits, and it comes back."""
        operator = self.booked[visit_id].spans[-1][3]
        left = [(i, b.spans[-1][2]) for i, b in self.booked.items() if b.expects(operator)]
        self.practice.suspend(operator)
        for lost_id, _ in left:
            self.booked[lost_id].end(self.clock.at)
        for lost_id, lost_slot in left:
            self._assign(lost_id, lost_slot)
        self.practice.reinstate(operator)
        self.at(slot.starts_at, lambda: self._come(visit_id))

    # --- the machinery ------------------------------------------------------------------------

    def system(self) -> Context:
        """The surroundings of an instance that may die."""
        store = self.practice.ctx().store
        queues = CloudTasks(lambda _: self.queue)
        return Context.of_system(FrailStore(store.client, queues, self.chance), self.clock)

    def play(self, tell: Callable[[str], None]) -> None:
        """Play it to its end."""
        told = 0
        while (step := self._next()) is not None and step[0] < END:
            when, act = step
            self.clock.at = max(self.clock.at, when)
            act()
            if (month := self.clock.at.month) != told:
                told = month
                tell(f"{self.clock.at:%B %Y}: {len(self.booked)} visits, {dict(self.counted)}")

    def _next(self) -> tuple[datetime, Callable[[], None]] | None:
        steps: list[tuple[datetime, Callable[[], None]]] = []
        if self._events:
            steps.append((self._events[0][0], self._act))
        if (at := self.queue.next_at()) is not None:
            steps.append((at, self._dispatch))
        if (tick := self._tick()) is not None:
            steps.append((tick, self._sweep))
        return min(steps, key=lambda step: step[0], default=None)

    def _tick(self) -> datetime | None:
        """Return the first sweep that will find something; the others would change nothing."""
        ctx, far = self.system(), NEW_YEAR + 9999 * DAY
        found = ctx.store.find(sweeping.WAKING, JobState.DUE, far, limit=1)
        if not found:
            return None
        wakes_at = max(found[0].wakes_at, self.clock.at)
        ticks = -(-(wakes_at - NEW_YEAR) // PERIOD)
        return NEW_YEAR + ticks * PERIOD

    def _act(self) -> None:
        _, _, act = heapq.heappop(self._events)
        act()

    def _dispatch(self) -> None:
        self.counted["alarms"] += 1
        self.queue.dispatch(self._wake)

    def _wake(self, data: dict[str, str]) -> None:
        try:
            running.run(self.system(), data["job_id"])
        except Killed as err:
            self.counted["alarms that died"] += 1
            raise ConnectionError from err

    def _sweep(self) -> None:
        """Sweep; the scheduler starts one that died again, at once."""
        self.counted["sweeps"] += 1
        for _ in range(4):
            try:
                swept = sweeping.sweep(self.system())
            except Killed:
                self.counted["sweeps that died"] += 1
            else:
                self.counted["found by sweeps"] += swept.run
                return

    # --- what must hold -----------------------------------------------------------------------

    def check(self) -> str:
        """Hold every inbox against the model; what was found, in a line."""
        sent = self._sent()
        expected = wrong = 0
        for visit_id, booked in self.booked.items():
            for due, hours, must in booked.reminders():
                moments = sent.pop((visit_id, hours, due), [])
                expected += must
                good = len(moments) == 2 and all(due <= at <= due + PERIOD for at in moments)
                if not good and (must or moments):
                    wrong += 1
                    sys.stderr.write(f"{visit_id}: {hours} h, due {due}, sent {moments}\n")
        for found, moments in sent.items():
            wrong += 1
            sys.stderr.write(f"nothing asked for {found}, sent {moments}\n")
        if wrong:
            raise AssertionError(f"{wrong} reminders are wrong")
        if not (expected and self.counted["found by sweeps"] and self.queue.counted["lost"]):
            raise AssertionError("too little happened to prove anything: play more visits")
        return (
            f"{len(self.booked)} visits, {expected} reminders, each sent once to both and in time; "
            f"{dict(self.counted)}; queue {dict(self.queue.counted)}"
        )

    def _sent(self) -> dict[tuple[str, int, datetime], list[datetime]]:
        """Return when what was sent, by visit, hours and the time at which it was due."""
        client, found = self.practice.ctx().store.client, {}
        announce_all(client, self.clock)
        for uid in (caller.uid for caller in self.practice.people.values()):
            for item in client.collection(f"users/{uid}/inbox").get():
                if item.get("kind") != "visit_reminder":
                    continue
                visit_id, hours = item.get("refs.visit"), int(item.get("refs.hours"))
                at = item.get("sent_at")
                due = self._due(visit_id, hours, at)
                found.setdefault((visit_id, hours, due), []).append(at)
        return found

    def _due(self, visit_id: str, hours: int, at: datetime) -> datetime:
        """Return the time that a reminder was for: the last one before it was sent, if any."""
        dues = [due for due, h, _ in self.booked[visit_id].reminders() if h == hours]
        return max((due for due in dues if due <= at), default=at)


def main() -> None:
    """Play a year in a project of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--visits", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    own_project("year")
    started = time.monotonic()
    year = Year(options.visits, options.seed)
    year.play(lambda line: print(line, flush=True))
    print(f"{year.check()}; {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
