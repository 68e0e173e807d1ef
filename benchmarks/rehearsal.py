"""A busy hour of the platform on the emulators: many clinics at once, with faults in between.

People act through the public surface: callables over HTTP, uploads to Storage, listeners of the
Firebase SDK. What each clinic does in an hour comes at ten times the pace, each story at its moment
whether or not the ones before have ended. Meanwhile answers are lost and asked for again under
their key, instances of the functions are killed, events come twice, and apps are offline and back.
At the end nothing may be lost or doubled, and the books balance (`rehearsal_held`).

    python -m benchmarks rehearsal                        # a minute of it, a third of the people
    python -m benchmarks.rehearsal --whole                # the hour: about ten minutes

With `BASE=<commit>` the same stories are played before, without faults, by today's functions and by
those of that commit, in turns, as fast as they go.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Client, Connection, Listener
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import results
from benchmarks.builds import TODAY, Build, builds
from benchmarks.rehearsal_network import percentiles
from benchmarks.rehearsal_played import KEY
from benchmarks.results import Result

#: How much quicker the hour goes, and what each clinic begins in it.
PACE = 10
STORIES = 4
SEED = 1
#: Stories of a slice, and how often the builds take turns.
SLICE, TURNS = 10, 2
#: The processor time of a story that today's build may take, of that of the base.
AIM = 1.15


@dataclass(frozen=True)
class Form:
    """How much of it: people, and virtual minutes."""

    clinics: int
    operators: int
    labs: int
    minutes: float

    @property
    def seconds(self) -> float:
        """How long it goes by the clock."""
        return self.minutes * 60 / PACE

    @property
    def each(self) -> int:
        """Stories that a clinic begins."""
        return max(1, round(STORIES * self.minutes / 60))


WHOLE = Form(clinics=50, operators=20, labs=10, minutes=60)
SHORT = Form(clinics=16, operators=6, labs=3, minutes=10)
#: Who plays the slices.
FEW = Form(clinics=10, operators=3, labs=2, minutes=0)


def run(console: Console, form: Form = SHORT, seed: int = SEED) -> bool:
    """Rehearse on suites of its own; returns whether everything held."""
    measured = builds()
    with _programs(measured) as programs:
        met = len(measured) < 2 or _compare(console, programs, seed)
        for name in [name for name in programs if name != TODAY]:
            _end(programs.pop(name))
        program = programs[TODAY]
        gathered = _told(program, "gather", form.clinics, form.operators, form.labs, seed)
        console.print(f"{gathered['people']} people in {gathered['seconds']:.0f} s")
        found = _told(program, "rehearse", form.each, form.seconds, 0)
    return _report(console, form, found) and met


def _compare(console: Console, programs: dict[str, Connection[Any, Any]], seed: int) -> bool:
    """Play slices by all builds in turns; returns whether today's costs no more than it may."""
    taken: dict[str, list[dict[str, Any]]] = {name: [] for name in programs}
    for program in programs.values():
        _told(program, "gather", FEW.clinics, FEW.operators, FEW.labs, seed)
    for turn in range(TURNS + 1):
        for name, program in programs.items():
            found = _told(program, "slice", turn * SLICE, SLICE)
            if turn:  # the first starts the processes of the functions
                taken[name].append(found)
    results.show(console, "rehearsal", _compared(taken))
    used = {name: min(each["processor"] for each in slices) for name, slices in taken.items()}
    base = next(name for name in used if name != TODAY)
    return results.tell(
        Result(
            "rehearsal",
            f"processor time of {SLICE} stories, least of {TURNS}",
            today=f"{used[TODAY]:.1f} s",
            beside="",
            base=f"{used[base]:.1f} s",
            ratio=used[TODAY] / used[base],
            aim=AIM,
        )
    )


def _compared(taken: dict[str, list[dict[str, Any]]]) -> Table:
    table = Table(title=f"{SLICE} stories, {TURNS} times in turns", title_justify="left")
    for heading in ("build", "stories that failed", "processor seconds", "seconds", "p50", "p95"):
        table.add_column(heading, justify="right")
    for name, slices in taken.items():
        times = [s for each in slices for called in each["taken"].values() for s in called]
        half, most = percentiles(times)
        table.add_row(
            name,
            str(sum(len(each["failed"]) for each in slices)),
            f"{sum(each['processor'] for each in slices):.1f}",
            f"{sum(each['seconds'] for each in slices):.1f}",
            f"{half * 1e3:.0f} ms",
            f"{most * 1e3:.0f} ms",
        )
    return table


def _report(console: Console, form: Form, found: dict[str, Any]) -> bool:
    """Show what a rehearsal found; returns whether nothing was lost."""
    calls = sum(map(len, found["taken"].values()))
    table = Table(
        title=f"{form.clinics} clinics, {form.operators} operators, {form.labs} labs, "
        f"{form.minutes:.0f} minutes at {PACE} times the pace",
        title_justify="left",
    )
    table.add_column("callable")
    for heading in ("answers", "p50", "p95", "refusals"):
        table.add_column(heading, justify="right")
    refused: Counter[str] = Counter()
    for (name, _), count in found["refused"].items():
        refused[name] += count
    for name, times in sorted(found["taken"].items()):
        half, most = percentiles(times)
        cells = (str(len(times)), f"{half * 1e3:.0f} ms", f"{most * 1e3:.0f} ms")
        table.add_row(name, *cells, str(refused[name] or ""))
    late = percentiles(found["late"])[1]
    memory = sorted(found["memory"].items(), key=lambda each: -each[1])[:3]
    reasons = Counter[str]()
    for (_, reason), count in found["refused"].items():
        reasons[reason] += count
    failed = Counter(found["failed"])
    results.show(
        console,
        "rehearsal",
        table,
        f"{found['stories']} stories and {calls} answers in {found['seconds']:.0f} s, "
        f"{calls / found['seconds']:.1f} a second, {found['processor']:.0f} s of processor time; "
        f"95 of 100 stories began no more than {late:.1f} s late.",
        f"Faults made: {_counted(found['faults'])}. What callers were told instead of an answer: "
        f"{_counted(reasons)}. Attempts that Firestore aborted: {found['aborted']}. "
        f"Announcements whose event the emulators lost, sent as a day later: "
        f"{found['announced late']}.",
        f"Memory: {found['together']:.0f} MB in all instances together; the largest: "
        + ", ".join(f"{name} {held:.0f} MB" for name, held in memory)
        + f"; at most {max(found['instances'].values())} of one function.",
        f"Stories that came to no end: {_counted(failed)}. "
        f"What does not hold: {'; '.join(found['wrong']) or 'nothing'}.",
    )
    wrong = len(found["wrong"]) + len(found["failed"])
    return results.tell(
        Result(
            "rehearsal",
            f"lost, doubled or out of balance after {found['stories']} stories with faults",
            today=str(wrong),
            beside="",
            base="",
            ratio=wrong,
            aim=0,
            unit="",
        )
    )


def _counted(counted: dict[str, int]) -> str:
    return ", ".join(f"{count} {what}" for what, count in sorted(counted.items())) or "none"


@contextmanager
def _programs(measured: tuple[Build, ...]) -> Iterator[dict[str, Connection[Any, Any]]]:
    """Start the suite of each build with a program beside it; yield what leads to them, by name."""
    os.environ[KEY] = secrets.token_hex()
    threads, found = [], dict[str, "Connection[Any, Any]"]()
    with Listener(("127.0.0.1", 0), authkey=os.environ[KEY].encode()) as listener:
        host, port = listener.address
        address = (str(host), int(port))
        for build in measured:
            heard = threading.Event()
            ended = threading.Thread(target=_run_beside, args=(build, address, heard))
            ended.start()
            threads.append(ended)
            found[build.name] = listener.accept()
            heard.set()
        try:
            yield found
        finally:
            for program in found.values():
                _end(program)
            for ended in threads:
                ended.join()


def _run_beside(build: Build, address: tuple[str, int], heard: threading.Event) -> None:
    """Run the program beside a build's suite; where it ends before it is heard, hang up for it."""
    host, port = address
    build.in_suite(sys.executable, "-m", "benchmarks.rehearsal_played", host, str(port))
    if not heard.is_set():
        Client(address, authkey=os.environ[KEY].encode()).close()


def _end(program: Connection[Any, Any]) -> None:
    """Have a program end, and with it its suite."""
    with suppress(OSError):  # it has ended by itself
        program.send(("end", ()))
    program.close()


def _told(program: Connection[Any, Any], order: str, *arguments: object) -> dict[str, Any]:
    """Have a program do something; returns its answer.

    Raises:
        EOFError: it has ended, or never began; what it printed says why.
    """
    program.send((order, arguments))
    answer: dict[str, Any] = program.recv()
    return answer


def main() -> int:
    """Rehearse at the length that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.rehearsal")
    parser.add_argument("--whole", action="store_true", help="the whole hour")
    parser.add_argument("--clinics", type=int, help="so many, and operators and labs in proportion")
    parser.add_argument("--minutes", type=float, help="virtual ones")
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    form = WHOLE if chosen.whole else SHORT
    clinics = chosen.clinics or form.clinics
    part = clinics / form.clinics
    form = Form(
        clinics,
        max(1, round(form.operators * part)),
        max(1, round(form.labs * part)),
        chosen.minutes or form.minutes,
    )
    return 0 if run(Console(), form, chosen.seed) else 1


if __name__ == "__main__":
    sys.exit(main())
