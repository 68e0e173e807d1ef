"""A rehearsal on the emulators that the environment names, as a program that is told what to play.

`python -m benchmarks.rehearsal_played HOST PORT` connects there, and answers each order with a
dictionary. Of another build it plays against the functions, by the programs of today.
"""

from __future__ import annotations

import os
import random
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from multiprocessing.connection import Client
from typing import Any

from benchmarks import rehearsal_held as held
from benchmarks.rehearsal_instances import Instances
from benchmarks.rehearsal_listeners import Listeners
from benchmarks.rehearsal_network import Watch
from benchmarks.rehearsal_stories import Played, Size, Stage, Story, stories
from core.context import Context
from core.firebase import firestore_client
from core.store import Store
from messaging import announcements
from tools import everything
from tools.client import wait_for
from tools.emulators.ticking import Ahead, tick

#: The variable with the key that both ends of the connection hold.
KEY = "SCANNER_REHEARSAL_KEY"
#: How many stories go on at a time where nobody waits for a moment to begin.
ACTORS = 6
#: More threads than stories at any moment: each begins when its moment has come.
_THREADS = 96
#: Seconds between two faults of one kind.
_KILLED, _AWAY = 12.0, 4.0
#: The functions whose instances die: those that clients call. The emulators send an event once.
_DYING = ("scans", "labs", "wallet", "payments", "support")
_PATIENCE = 30  # seconds, until nothing is under way any more
Answer = dict[str, Any]


class Program:
    """What is told to it, it plays."""

    def __init__(self) -> None:
        self._watch, self._played, self._instances = Watch(), Played(), Instances()

    def gather(self, clinics: int, operators: int, labs: int, seed: int) -> Answer:
        """Set people up; whoever was there before does nothing more."""
        started = time.monotonic()
        self._size, self._seed = Size(clinics, operators, labs), seed
        self._stage = Stage(self._size, seed, self._watch, self._played)
        return {"people": len(self._stage.people.actors), "seconds": time.monotonic() - started}

    def slice(self, first: int, count: int) -> Answer:
        """Play so many stories, a few at a time, as fast as they go; the same for every build."""
        self._watch.taken.clear()
        drawn = stories(self._size, 1, 0, self._seed + first, first)[:count]
        used, started = self._instances.processor(), time.monotonic()
        with ThreadPoolExecutor(ACTORS) as pool:
            failed = [each for each in pool.map(self._ending, drawn) if each]
        wait_for(held.announced, what="notices are never announced")
        return {
            "seconds": time.monotonic() - started,
            "processor": self._instances.processor() - used,
            "taken": dict(self._watch.taken),
            "failed": failed,
        }

    def rehearse(self, each: int, seconds: float, first: int) -> Answer:
        """Play `each` stories of each clinic, each at its moment, with faults between."""
        self._watch.taken.clear()
        self._watch.refused.clear()
        drawn = stories(self._size, each, seconds, self._seed, first)
        late: list[float] = []
        over = threading.Event()
        listeners = Listeners(self._stage.people)
        used, began = self._instances.processor(), time.monotonic()

        def begin(story: Story) -> str:
            wait = began + story.at - time.monotonic()
            time.sleep(max(0.0, wait))
            late.append(max(0.0, -wait))
            return self._ending(story)

        for actor in self._stage.people.actors:
            actor.network.faulty = True
        faults = threading.Thread(target=self._make_faults, args=(over, listeners))
        faults.start()
        try:
            with ThreadPoolExecutor(_THREADS) as pool:
                failed = [each for each in pool.map(begin, drawn) if each]
        finally:
            over.set()
            faults.join()
        took = time.monotonic() - began
        for actor in self._stage.people.actors:
            actor.network.faulty = False
        return {
            "stories": len(drawn),
            "failed": failed,
            "seconds": took,
            "processor": self._instances.processor() - used,
            "late": sorted(late),
            "taken": dict(self._watch.taken),
            "refused": dict(self._watch.refused),
            "faults": dict(self._watch.faults),
            "aborted": _aborted(everything.log()),
            "memory": dict(self._instances.memory),
            "instances": dict(self._instances.most),
            "together": self._instances.together,
            **self._held(listeners),
        }

    def _held(self, listeners: Listeners) -> Answer:
        """Wait until all is at rest, and look whether it holds."""
        tick()  # what no event told of; production sweeps every few minutes
        late = 0
        if not _rests():
            # What the emulators lost the event of: production looks for it a day later.
            tomorrow = Ahead(announcements.PATIENCE + timedelta(hours=1))
            late = announcements.send_left(Context.of_system(Store(firestore_client()), tomorrow))
            _rests()
        found = held.collected()
        wrong = held.faults(found, self._watch, self._played)
        wrong += listeners.faults(found)
        return {"wrong": wrong, "announced late": late}

    def _ending(self, story: Story) -> str:
        """Play a story; nothing, or how it came to no end."""
        try:
            self._stage.play(story)
        except Exception as err:  # noqa: BLE001  whatever stops a person stops that one alone
            return f"{story.kind}: {type(err).__name__} {str(err)[:200]}"
        return ""

    def _make_faults(self, over: threading.Event, listeners: Listeners) -> None:
        """Kill instances and take people's networks away, until it is over."""
        chance = random.Random(f"{self._seed} faults")  # noqa: S311  a plan, no secrets
        kill_at, away_at = time.monotonic() + _KILLED, time.monotonic() + _AWAY
        while not over.wait(0.2):
            now = time.monotonic()
            if now >= kill_at:
                kill_at = now + _KILLED
                order = chance.sample(_DYING, len(_DYING))
                if any(self._instances.kill(function) for function in order):
                    self._watch.fault("instance killed")
            if now >= away_at:
                away_at = now + _AWAY
                actor = chance.choice(self._stage.people.actors[1:])
                actor.network.go_offline()
                listeners.offline(actor.uid)

    def end(self) -> Answer:
        """Look no more."""
        self._instances.close()
        return {}


def _rests() -> bool:
    """Wait until nothing is under way any more; tell whether that was in time."""
    with suppress(TimeoutError):
        return wait_for(held.at_rest, seconds=_PATIENCE)
    return False


def _aborted(log: str) -> int:
    """Sum up, by the functions' log lines, the attempts that Firestore aborted."""
    return sum(int(part.split(",", 1)[0].split("}", 1)[0]) for part in log.split('"aborted": ')[1:])


def main(host: str, port: str) -> None:
    """Do as told, until told to end."""
    program = Program()
    orders: dict[str, Callable[..., Answer]] = {
        "gather": program.gather,
        "slice": program.slice,
        "rehearse": program.rehearse,
        "end": program.end,
    }
    with Client((host, int(port)), authkey=os.environ[KEY].encode()) as told:
        name = ""
        while name != "end":
            name, arguments = told.recv()
            told.send(orders[name](*arguments))


if __name__ == "__main__":
    main(*sys.argv[1:])
