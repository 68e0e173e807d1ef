"""The platform in this process: its functions on doubles of what they run on, and virtual time."""

from __future__ import annotations

import heapq
import itertools
import random
import secrets
import uuid
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from types import SimpleNamespace
from typing import Any

import firebase_admin
import google.auth
from firebase_admin import firestore
from firebase_admin import functions as task_functions
from firebase_functions import https_fn

from tests.soak.world.chance import Ids, drawn
from tests.soak.world.clock import VirtualTime
from tests.soak.world.doubles.accounts import MemoryAuth
from tests.soak.world.doubles.buckets import MemoryStorage, StoredBytes
from tests.soak.world.doubles.hosts import HOOK, InProcess
from tests.soak.world.doubles.queues import FatedQueue
from tests.soak.world.faults import BrokenInvariantError, CommitFaults, InstanceDiedError, Plan
from tests.soak.world.journal import Journal
from tests.soak.world.schedules import Schedule
from tests.support.cloud_tasks import Settings, TaskFaults
from tests.support.memory_firestore import MemoryFirestore
from tools.gateway import StandIn

#: No fault is planned.
NOTHING = Plan()
#: An event that fails comes again for a day.
_TRYING = timedelta(days=1)


class Engine:
    """One platform. There can be one in a process: each world is played in a process of its own."""

    def __init__(self, seed: int, *, faults: bool = True) -> None:
        self.seed, self.faulty = seed, faults
        self.time, self.journal, self.ids, self.faults = (
            VirtualTime(),
            Journal(),
            Ids(),
            CommitFaults(),
        )
        self.time.start()
        random.seed(seed)
        self.broken: dict[str, datetime] = {}
        self.auth = MemoryAuth(lambda: self._is_broken("auth"))
        self.storage = MemoryStorage(lambda: self._is_broken("storage"), self._written)
        self.db = MemoryFirestore(clock=self.time.now)
        self.db.new_id = self.ids.new  # type: ignore[method-assign]
        self.db.before_commit, self.db.after_commit = self.faults.before, self.faults.after
        self.db.changed = self._changed
        self.gateway = StandIn(hook=HOOK)
        self.touched: dict[str, Any] = {}
        self.counted: Counter[str] = Counter()
        #: What the last act touched.
        self.last: dict[str, Any] = {}
        #: The first invariant that broke: what is under way may not swallow it.
        self.broke: BrokenInvariantError | None = None
        #: Told after each act: what it was, and the paths that it touched with what stood there.
        self.observe: Callable[[str, dict[str, Any]], None] = lambda *_: None
        self._events: list[tuple[datetime, int, str, Any]] = []
        self._number = itertools.count()
        self._queues: dict[str, FatedQueue] = {}
        self._install()
        from tests.soak.world.deployment import Deployment  # once all stands where it is asked for

        self.deployment = Deployment()
        hook = InProcess(self.gateway, self._hooked, lambda: self._is_broken("gateway"))
        hook.install()
        self._schedules = [
            Schedule.of(name, function, self.time.now())
            for name, function in sorted(self.deployment.schedules.items())
        ]

    def _install(self) -> None:
        self.auth.install()
        self.storage.install()
        self.journal.install()
        secrets.token_hex = self.ids.hex
        uuid.uuid4 = lambda: uuid.UUID(self.ids.hex(16))
        google.auth.default = lambda **_: (SimpleNamespace(sign_bytes=bytes), "world")
        firestore.client = lambda *_, **__: self.db
        task_functions.task_queue = lambda name, **_: self.queue(name.rpartition("/")[2])
        if not firebase_admin._apps:
            firebase_admin.initialize_app()

    # --- callables ----------------------------------------------------------------------------

    def call(self, name: str, token: dict[str, Any] | None, data: Any) -> tuple[str, Any]:
        """Call a callable with a token's claims; `ok` and the answer, or the reason and details."""
        from core.callables import answer

        function, _, path = name.partition("/")
        router = self.deployment.routers[function]
        who = https_fn.AuthData(uid=token["uid"], token=token) if token else None
        request = https_fn.CallableRequest(data=data, raw_request=SimpleNamespace(), auth=who)  # type: ignore[arg-type]
        try:
            found = answer(
                function, lambda: router.find(f"/{path}"), request, self.deployment.follow_email
            )
        except https_fn.HttpsError as err:
            details: Any = err.details
            return str(details["reason"]), details
        return "ok", found

    def act(
        self, what: str, work: Callable[[], Any], plan: Plan = NOTHING, meanwhile: Any = None
    ) -> Any:
        """Do something as one act: its faults, its ids, and what it touched are its own.

        Raises:
            InstanceDiedError: the instance died of it.
        """
        ids, faults = self.ids.begin(what), self.faults.plan(plan, meanwhile or (lambda: None))
        touched, self.touched = self.touched, {}
        try:
            return work()
        finally:
            self.faults.restore(faults)
            self.ids.resume(ids)
            mine, self.touched = self.touched, touched
            self.counted["acts"] += 1
            self.last = mine
            self._observed(what, mine)

    def _observed(self, what: str, touched: dict[str, Any]) -> None:
        try:
            self.observe(what, touched)
        except BrokenInvariantError as err:
            self.broke = self.broke or err
            raise

    # --- what commits and writes start -----------------------------------------------------------

    def _changed(self, path: str, before: Any, after: Any) -> None:
        self.touched.setdefault(path, before)
        for listener in self.deployment.listeners:
            params = listener.hears(path, before, after)
            if params is not None:
                data = _change(before, after) if listener.kind == "updated" else None
                event = SimpleNamespace(params=params, data=data)
                self._emit(f"{listener.name}:{path}", lambda run=listener.run, e=event: run(e))

    def _written(self, bucket: str, name: str, made: StoredBytes) -> None:
        if bucket != "world-landing":
            return
        data = SimpleNamespace(
            name=name, generation=made.generation, size=len(made.data), content_encoding=""
        )
        event = SimpleNamespace(data=data, time=made.made)
        self._emit(f"upload:{name}", lambda: self.deployment.uploads(event))

    def _emit(self, what: str, run: Callable[[], Any]) -> None:
        """Deliver an event: after a moment, perhaps late, perhaps twice."""
        chance, now = drawn(self.seed, "event", what, self.time.now()), self.time.now()
        late = chance.random() < 0.05 and self.faulty
        pause = chance.uniform(60, 3_000) if late else chance.uniform(0.2, 3)
        copies = 2 if self.faulty and chance.random() < 0.04 else 1
        self.faults.counted["event late"] += late
        self.faults.counted["event twice"] += copies - 1
        for copy in range(copies):
            at = now + timedelta(seconds=pause + copy * chance.uniform(0, 30))
            self._push(at, f"{what}#{copy}", (run, now + _TRYING, 0))

    def _push(self, at: datetime, what: str, event: Any) -> None:
        heapq.heappush(self._events, (at, next(self._number), what, event))

    def _deliver(self) -> None:
        at, _, what, (run, until, tries) = heapq.heappop(self._events)
        self.time.move(at)
        self.counted["events"] += 1
        if not self._survives(what, tries, run) and at < until:
            self._push(
                at + timedelta(seconds=min(600, 10 * 2**tries)), what, (run, until, tries + 1)
            )

    def _survives(self, what: str, tries: int, run: Callable[[], Any]) -> bool:
        """Run what nobody waits for; False where it failed, or its instance died."""
        chance = drawn(self.seed, "fate", what, tries, self.time.now())
        plan = Plan()
        if self.faulty and chance.random() < 0.05:
            kind = chance.choice(["dies-before", "dies-after", "aborted"])
            plan = Plan(kind, chance.choice([0, 0, 1, 2]))
        try:
            self.act(f"{what}@{tries}@{self.time.now().timestamp()}", run, plan)
        except InstanceDiedError:
            return False
        except BrokenInvariantError:
            raise
        except Exception:  # noqa: BLE001  the platform tries it again
            self.counted["failed events"] += 1
            return False
        return True

    # --- tasks and times ----------------------------------------------------------------------

    def queue(self, function: str) -> FatedQueue:
        """Return the queue of a task function."""
        if function not in self._queues:
            faults = TaskFaults(0.05, 0.05, timedelta(minutes=20)) if self.faulty else TaskFaults()
            settings = Settings.of(self.deployment.tasks[function])
            self._queues[function] = queue = FatedQueue(self.time, settings, faults)  # type: ignore[arg-type]
            queue.seed = self.seed
        return self._queues[function]

    @property
    def queues(self) -> list[FatedQueue]:
        """All queues."""
        return list(self._queues.values())

    def calm(self) -> None:
        """Have nothing go wrong any more."""
        self.faulty = False
        self.broken.clear()
        for queue in self._queues.values():
            queue.spare()

    def _dispatch(self, name: str) -> None:
        queue = self._queues[name]
        self.time.move(queue.next_at() or self.time.now())
        self.counted["tasks"] += 1

        def run(data: Any) -> None:
            request = SimpleNamespace(data=data)
            task = self.deployment.tasks[name].__wrapped__
            if not self._survives(f"{name}:{data}", 0, lambda: task(request)):
                raise RuntimeError("it failed")

        queue.dispatch(run)

    def _schedule(self, schedule: Schedule) -> None:
        self.time.move(schedule.due)
        schedule.next()
        self.counted["schedules"] += 1
        event = SimpleNamespace(job_name=schedule.name)
        run = self.deployment.schedules[schedule.name].__wrapped__
        self._survives(schedule.name, 0, lambda: run(event))

    def advance(self, to: datetime) -> None:
        """Go on to a time: what is due until then happens, in its order."""
        while True:
            due: list[tuple[datetime, int, Callable[[], None]]] = []
            if self._events:
                due.append((self._events[0][0], 0, self._deliver))
            for name in sorted(self._queues):
                at = self._queues[name].next_at()
                if at is not None:
                    due.append((at, 1, partial(self._dispatch, name)))
            schedule = min(self._schedules, key=lambda s: (s.due, s.name))
            due.append((schedule.due, 2, partial(self._schedule, schedule)))
            at, _, happen = min(due, key=lambda each: each[:2])
            if at > to:
                break
            happen()
        self.time.move(to)

    def fail(self, what: str, minutes: float) -> None:
        """Have Auth, Storage or the gateway fail for some minutes."""
        self.faults.counted[f"{what} down"] += 1
        self.broken[what] = self.time.now() + timedelta(minutes=minutes)

    @property
    def troubled(self) -> bool:
        """Whether Auth or Storage fails just now, which nobody can make up for."""
        return any(self._is_broken(what) for what in ("auth", "storage"))

    def _is_broken(self, what: str) -> bool:
        return what in self.broken and self.time.now() < self.broken[what]

    def _hooked(self, request: Any) -> Any:
        from core.clock import SystemClock
        from core.store import Store
        from wallet.payments import webhook

        status = webhook.answer(Store(self.db), SystemClock(), request)  # type: ignore[arg-type]
        return SimpleNamespace(status_code=int(status))


def _change(before: Any, after: Any) -> Any:
    return SimpleNamespace(
        before=SimpleNamespace(to_dict=lambda: before), after=SimpleNamespace(to_dict=lambda: after)
    )
