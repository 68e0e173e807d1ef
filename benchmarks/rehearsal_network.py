"""The people of a rehearsal: apps whose calls are timed, over a network that is at fault at times.

An answer that is lost, or that a process did not live to give, is a lost connection to an app: it
asks again under its key (docs/apps/offline-and-double-taps.md), as `tools.seed.asking` does.
Whether the second answer is the first one is looked at each time.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import threading
import time
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import requests

from tools.client import CallError, DeniedError, Person

#: How often a fault comes, of the calls and uploads that may meet it.
LOST, DOUBLED = 0.03, 0.2
#: Seconds of a client without a network: half a virtual minute.
OFFLINE = 3.0
_PATIENCE = 60  # seconds


@dataclass
class Watch:
    """What was measured, by callable: seconds of answers, and the reasons of refusals."""

    taken: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    #: The answer that each key had, by callable and key.
    answers: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    #: Keys whose second answer differed from their first.
    torn: list[str] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def took(self, what: str, seconds: float) -> None:
        """Note an answer."""
        with self._lock:
            self.taken[what].append(seconds)

    def refuses(self, what: str, reason: str) -> None:
        """Note a refusal, or a connection that broke."""
        with self._lock:
            self.refused[what, reason] += 1

    def fault(self, what: str) -> None:
        """Note a fault that was made."""
        with self._lock:
            self.faults[what] += 1

    def answered(self, function: str, key: str, answer: dict[str, Any]) -> None:
        """Note what a key was answered, and hold it to what it was answered before."""
        with self._lock:
            if self.answers.setdefault((function, key), answer) != answer:
                self.torn.append(function)

    def ids(self, function: str, name: str) -> set[str]:
        """Return what the answers of a callable name: each thing that somebody was promised."""
        return {
            str(answer[name]) for (called, _), answer in self.answers.items() if called == function
        }


def percentiles(seconds: list[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile of at least one."""
    if len(seconds) == 1:
        return seconds[0], seconds[0]
    return statistics.median(seconds), statistics.quantiles(seconds, n=20, method="inclusive")[-1]


class Network:
    """What lies between one person and the platform; without a fault until it is switched on."""

    def __init__(self, watch: Watch, chance: random.Random) -> None:
        self.watch = watch
        #: Whether faults come.
        self.faulty = False
        self._chance, self._back_at = chance, 0.0

    def go_offline(self) -> None:
        """Have it end for some seconds."""
        self._back_at = time.monotonic() + OFFLINE
        self.watch.fault("client offline")

    def reach(self, *, keyed: bool) -> None:
        """Get through: who holds a key finds no network, anybody else waits for it.

        Raises:
            ConnectionError: there is none for the moment; nothing was sent.
        """
        left = self._back_at - time.monotonic()
        if left > 0 and keyed:
            raise requests.ConnectionError("offline")
        time.sleep(max(0.0, left))

    def happens(self, what: str, share: float) -> bool:
        """Draw whether a fault comes now, and note it."""
        if not self.faulty or self._chance.random() >= share:
            return False
        self.watch.fault(what)
        return True


class Actor(Person):
    """Somebody whose calls are timed and may meet a fault of the network."""

    #: A call whose process was killed may be left without an answer by the emulator.
    patience = 30

    def __init__(self, person: Person, network: Network) -> None:
        super().__init__(
            person.uid, person.email, person.password, person.token, person.refresh_token
        )
        self.network = network

    def call(self, function: str, data: object = None, **fields: object) -> Any:  # noqa: ANN401
        """Call a callable.

        Raises:
            CallError: its own refusal.
            ConnectionError: no answer came, whatever was done.
        """
        key = str(fields.get("idempotency_key", ""))
        self.network.reach(keyed=bool(key))
        watch, started = self.network.watch, time.perf_counter()
        try:
            answer = super().call(function, data, **fields)
        except CallError as err:
            if err.code.isdecimal():  # of the emulator: the process died with the call
                watch.refuses(function, f"no answer, {err.code}")
                raise requests.ConnectionError(err.code) from err
            watch.refuses(function, f"{err.code} {err.reason}")
            if err.reason == "internal":  # it says to try again, and may have been done
                raise requests.ConnectionError(err.reason) from err
            raise
        except (requests.ConnectionError, requests.Timeout) as err:
            watch.refuses(function, "no answer")
            raise requests.ConnectionError("no answer") from err
        watch.took(function, time.perf_counter() - started)
        if key:
            watch.answered(function, key, answer)
            if self.network.happens("answer lost", LOST):
                raise requests.ConnectionError("the answer was lost")
        return answer

    def upload(self, name: str, data: bytes, content_type: str = "model/stl") -> None:
        """Upload an object; its event may come twice."""
        self.network.reach(keyed=False)
        started = time.perf_counter()
        try:
            super().upload(name, data, content_type)
        except requests.ConnectionError:  # an app sends it again; what has arrived is not replaced
            self.network.watch.refuses(UPLOAD, "no answer")
            with suppress(DeniedError):
                super().upload(name, data, content_type)
        self.network.watch.took(UPLOAD, time.perf_counter() - started)
        if self.network.happens("event doubled", DOUBLED):
            double(name)

    def read(self, path: str) -> dict[str, Any] | None:
        """Read a document under the rules."""
        self.network.reach(keyed=False)
        return super().read(path)


#: What an upload is called among the callables.
UPLOAD = "(upload to Storage)"


def double(name: str) -> None:
    """Have the event of an upload come once more, as the Storage emulator sends it.

    Whoever was quicker has taken the object away by then: it is a late event of nothing.
    """
    config = json.loads(os.environ["FIREBASE_CONFIG"])
    bucket, project = config["storageBucket"], config["projectId"]
    found = requests.get(
        f"{os.environ['STORAGE_EMULATOR_HOST']}/storage/v1/b/{bucket}/o/{quote(name, safe='')}",
        headers={"Authorization": "Bearer owner"},
        timeout=_PATIENCE,
    )
    if not found.ok:
        return
    told = found.json()
    event = {
        "specversion": "1.0",
        "id": str(uuid4()),
        "type": "google.cloud.storage.object.v1.finalized",
        "source": f"//storage.googleapis.com/projects/_/buckets/{bucket}/objects/{name}",
        "time": told["updated"],
        "data": told,
    }
    functions = f"http://127.0.0.1:{os.environ['SCANNER_FUNCTIONS_PORT']}"
    requests.post(
        f"{functions}/functions/projects/{project}/trigger_multicast",
        data=json.dumps(event),
        headers={"Content-Type": "application/cloudevents+json; charset=UTF-8"},
        timeout=_PATIENCE,
    )
