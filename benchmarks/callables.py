"""Warm callables beside a trivial one: how long ten of them take, and how often they wait.

Each function runs in a process of its own, as Google's Python buildpack starts it, beside the
trivial callable (`trivial/main.py`), which verifies the token and reads one document. They work in
a project of their own on the emulators, where no trigger runs. The calls take turns, one at a time,
so that a busy moment meets all.

Measured twice: with nothing between the functions and the emulators, and with a network of 4 ms
each way before Firestore and Auth. What the network adds to the median, by 8 ms, is the number
of round trips that one call waits for one after the other; beside it stands what the function's own
log line says. `BASE=<commit>` plays the same against the functions of that commit, in the same
turns.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import requests
from rich.console import Console
from rich.table import Table

from benchmarks import results
from benchmarks.builds import TODAY, builds
from benchmarks.results import Result
from benchmarks.waiting import delayed

ROOT = Path(__file__).resolve().parents[1]
TRIVIAL = "trivial/trivial"
CALLS = 50
#: Seconds, each way.
NETWORK = 0.004
#: The median of a callable, of that of the trivial one.
TARGET = 2.5
#: Calls of each that are made before any is timed: they import, and open connections.
_WARMING = 3


@dataclass
class Times:
    """Seconds that calls took, and the round trips that each reported, where it does."""

    taken: list[float] = field(default_factory=list)
    trips: list[int] = field(default_factory=list)

    @property
    def median(self) -> float:
        """Half of the calls took no longer."""
        return statistics.median(self.taken)

    @property
    def p95(self) -> float:
        """95 of 100 calls took no longer."""
        return statistics.quantiles(self.taken, n=20)[-1]


#: Of each build and callable.
Found = dict[tuple[str, str], Times]


def run(console: Console) -> bool:
    """Measure on an emulator suite of its own; returns whether all callables are in target."""
    console.print(f"Ten callables, {CALLS} calls each, on emulators of their own: two minutes")
    suite = [sys.executable, "-m", "tools.emulators", "run", "--"]
    inner = [sys.executable, "-m", "benchmarks.callables"]
    return subprocess.run([*suite, *inner], cwd=ROOT, check=False).returncode == 0


def measure(console: Console) -> bool:
    """Play the calls on the emulators that the environment names."""
    from tests.support.projects import own_project

    with own_project("callables"):
        near = _rounds(0)
        far = _rounds(NETWORK)
    results.show(console, "callables", _table(near, "Without a network", None))
    results.show(console, "callables", _table(far, f"{NETWORK * 1e3:.0f} ms each way", near))
    names = [name for build, name in far if build == TODAY and name != TRIVIAL]
    return results.tell(*(_result(far, name) for name in names))


def _result(found: Found, name: str) -> Result:
    """Return the row of the summary for a callable."""
    before = [times for (build, other), times in found.items() if build != TODAY and other == name]
    return Result(
        "callables",
        f"warm {name}, median over 4 ms each way",
        today=_milliseconds(found[TODAY, name].median),
        beside=f"{_milliseconds(found[TODAY, TRIVIAL].median)}, trivial callable",
        base=_milliseconds(before[0].median) if before else "",
        ratio=_ratio(found, TODAY, name),
        aim=TARGET,
    )


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1e3:.1f} ms"


def _rounds(network: float) -> Found:
    """Play all calls in turns, over a network that takes so many seconds each way."""
    from benchmarks.callables_played import Call, played

    found: Found = {}
    with tempfile.TemporaryDirectory() as folder, _instances(Path(folder), network) as instances:
        others = played()
        # It looks up the caller of another one.
        calls: dict[str, Callable[[], Call]] = {
            TRIVIAL: lambda: Call(others["wallet/get_balance"]().token, {}),
            **others,
        }
        for number in range(_WARMING + CALLS):
            for name, made in calls.items():
                for build in [each for each, served in instances if served == _function(name)]:
                    call, instance = made(), instances[build, _function(name)]
                    taken = instance.answer(name, call.token, call.request)
                    if number >= _WARMING:
                        found.setdefault((build, name), Times()).taken.append(taken)
        for (build, name), times in found.items():
            times.trips = instances[build, _function(name)].trips(name)[-CALLS:]
    return found


def _function(name: str) -> str:
    return name.partition("/")[0]


class _Instance:
    """A function that is served, and the session that calls it."""

    def __init__(self, url: str, output: Path) -> None:
        self._url, self._output, self._session = url, output, requests.Session()

    def answer(self, name: str, token: str, request: dict[str, object]) -> float:
        """Call; returns the seconds that it took."""
        headers = {"Authorization": f"Bearer {token}"}
        url = f"{self._url}/{name.partition('/')[2]}"
        started = time.perf_counter()
        answer = self._session.post(url, json={"data": request}, headers=headers, timeout=60)
        taken = time.perf_counter() - started
        if "result" not in answer.json():
            raise RuntimeError(f"{name}: {answer.text[:500]}")
        return taken

    def trips(self, name: str) -> list[int]:
        """Return the round trips that its log lines report of a callable."""
        lines = self._output.read_text(encoding="utf-8", errors="replace").splitlines()
        logged = [json.loads(line) for line in lines if line.startswith("{")]
        return [
            each["trips"] for each in logged if each.get("function") == name and "trips" in each
        ]


@contextmanager
def _instances(folder: Path, network: float) -> Iterator[dict[tuple[str, str], _Instance]]:
    """Serve the functions of all builds, and the trivial one; by build and function."""
    from tools.served import served

    with ExitStack() as stack:
        environment = {
            name: stack.enter_context(delayed(os.environ[name], network))
            for name in ("FIRESTORE_EMULATOR_HOST", "FIREBASE_AUTH_EMULATOR_HOST")
            if network
        }
        functions = ("messaging", "scans", "wallet", "labs", "support")
        sources = [(each.name, name, each.functions) for each in builds() for name in functions]
        sources.insert(0, (TODAY, "trivial", Path(__file__).parent / "trivial"))
        instances = {}
        for build, function, source in sources:
            output = folder / f"{build}-{function}"
            listening = stack.enter_context(served(function, output, source, **environment))
            instances[build, function] = _Instance(listening.url, output)
        yield instances


def _ratio(found: Found, build: str, name: str) -> float:
    return found[build, name].median / found[TODAY, TRIVIAL].median


def _table(found: Found, title: str, near: Found | None) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("callable", no_wrap=True)
    for heading in ("build", "p50", "p95", "ratio", "ratio of p95", "trips", "added / 8 ms"):
        table.add_column(heading, justify="right")
    for (build, name), times in found.items():
        ratio, trivial = _ratio(found, build, name), found[TODAY, TRIVIAL]
        colour = "green" if ratio <= TARGET else "red"
        added = times.median - near[build, name].median if near else 0.0
        table.add_row(
            name,
            build,
            _milliseconds(times.median),
            _milliseconds(times.p95),
            f"[{colour}]{ratio:.2f}[/]",
            f"{times.p95 / trivial.p95:.2f}",
            f"{statistics.median(times.trips):.0f}" if times.trips else "",
            f"{added / (2 * NETWORK):.1f}" if near else "",
        )
    return table


if __name__ == "__main__":
    sys.exit(0 if measure(Console(width=120)) else 1)
