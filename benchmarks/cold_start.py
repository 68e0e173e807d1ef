"""Cold starts: how many calls meet one, and how long the first answer takes then.

How many is simulated, see `cold_share`. How long is measured: from the start of the process to its
answer, as Google's Python buildpack starts it, beside a trivial callable that does the same
(`trivial/main.py`). Both verify the caller's ID token and read one document: the caller's, who has
none and is refused. What a callable imports only when it does more is not in it.

What counts is processor seconds, all of the process and its server. On an idle machine they are
nearly the seconds that pass, for a start is all computing; on a busy one they stay comparable. The
seconds that passed stand beside them.

Each package counts by its dearest callable, which a first round finds; a module's callables cost
the same. The rounds take turns, so that a busy moment meets all, and the least of each counts, for
noise only adds. What is over the target is measured again, and the trivial callable with it.

Packages that only development installs are hidden from the processes, for some libraries import
them when they find them (httpx brings rich), which would make the trivial callable dearer too.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import packages_distributions
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks import cold_share
from benchmarks.cold_share import a_callable, a_package

ROOT = Path(__file__).resolve().parents[1]
FUNCTIONS = ROOT / "functions"
TRIVIAL = "trivial/trivial"
ROUNDS = 5
TRIES = 3
#: The seconds of the dearest callable of a package, of those of the trivial one.
TARGET = 1.25
#: Visits a day -> the share of calls that may be cold.
SHARES = {10: 0.25, 50: 0.08, 200: 0.03}

#: Python runs it before anything else; None makes an import fail.
_HIDING = "import sys\nsys.modules.update(dict.fromkeys({hidden}))\n"


def run(console: Console) -> bool:
    """Simulate, then measure on an emulator suite of its own; returns whether all is in target."""
    met = simulate(console)
    console.print("Cold starts, on emulators of their own: some minutes")
    suite = [sys.executable, "-m", "tools.emulators", "run", "--"]
    inner = [sys.executable, "-m", "benchmarks.cold_start"]
    return subprocess.run([*suite, *inner], cwd=ROOT, check=False).returncode == 0 and met


def simulate(console: Console) -> bool:
    """Print the share of cold calls for both layouts; returns whether the targets are met."""
    table = Table(title="Calls that meet a cold instance (simulated)", title_justify="left")
    for heading in ("visits a day", "a function a callable", "a function a package", "target"):
        table.add_column(heading, justify="right")
    met = True
    for visits, most in SHARES.items():
        before, after = (cold_share.share(visits, each) for each in (a_callable, a_package))
        table.add_row(f"{visits}", f"{before:.1%}", f"{after:.1%}", _verdict(after, most, "{:.0%}"))
        met &= after <= most
    console.print(table)
    return met


def measure(console: Console) -> bool:
    """Start the processes, on the emulators that the environment names."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "sitecustomize.py").write_text(_HIDING.format(hidden=hidden()))
        starts = Starts(folder)
        dearest = starts.dearest()
        again = dearest
        for _ in range(TRIES):
            starts.take([TRIVIAL, *again], ROUNDS)
            again = [name for name in again if starts.ratio(name) > TARGET]
            if not again:
                break
    table = Table(title="From the start of a process to its first answer", title_justify="left")
    table.add_column("the dearest callable of each function", no_wrap=True)
    for heading in ("seconds", "processor", "ratio", "target"):
        table.add_column(heading, justify="right")
    for name in [TRIVIAL, *dearest]:
        least, ratio = starts.least(name), starts.ratio(name)
        verdict = _verdict(ratio, TARGET, "{}") if name != TRIVIAL else ""
        table.add_row(name, f"{least.passed:.2f}", f"{least.worked:.2f}", f"{ratio:.2f}", verdict)
    console.print(table)
    return not again


@dataclass(frozen=True)
class Sample:
    """Seconds that passed from the start to the answer, and seconds that a processor worked."""

    passed: float
    worked: float


class Starts:
    """Samples of cold starts, by callable."""

    def __init__(self, hiding: str) -> None:
        from tests.support import tokens

        self._hiding = hiding
        self._token = tokens.person().token
        self._samples: dict[str, list[Sample]] = {}

    def least(self, name: str) -> Sample:
        """Return the least of each figure of a callable so far."""
        samples = self._samples[name]
        return Sample(min(s.passed for s in samples), min(s.worked for s in samples))

    def ratio(self, name: str) -> float:
        """Return the processor seconds of a callable, of those of the trivial one."""
        return self.least(name).worked / self.least(TRIVIAL).worked

    def take(self, names: Iterable[str], rounds: int) -> None:
        """Start every callable once in each round."""
        sampled = [*names]
        for _ in track(range(rounds), "Starting", console=Console(stderr=True), transient=True):
            for name in sampled:
                self._samples.setdefault(name, []).append(self._first_answer(name))

    def dearest(self) -> list[str]:
        """Return the dearest callable of each function, after two starts of one of each module."""
        modules = one_of_each_module()
        self.take([TRIVIAL, *modules], 2)  # the first writes the bytecode, and warms the file cache
        dearest = {a_package(name): name for name in sorted(modules, key=self.ratio)}
        return sorted(dearest.values())

    def _first_answer(self, name: str) -> Sample:
        from tools.served import free_port, start

        function, _, path = name.partition("/")
        source = Path(__file__).parent / "trivial" if name == TRIVIAL else FUNCTIONS
        port = free_port()
        started = time.perf_counter()
        process = start(function, port, source, {"PYTHONPATH": self._hiding})
        try:
            self._call(port, path)
            passed = time.perf_counter() - started
        finally:
            process.terminate()
            _, _, usage = os.wait4(process.pid, 0)
            process.returncode = 0  # it is waited for
        return Sample(passed, usage.ru_utime + usage.ru_stime)

    def _call(self, port: int, path: str) -> None:
        """Call as soon as somebody listens; the caller has no account, as both find out."""
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self._token}"}
        while True:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            try:
                connection.request("POST", f"/{path}", '{"data": {}}', headers)
            except ConnectionRefusedError:
                time.sleep(0.002)
                continue
            answer = json.load(connection.getresponse())
            reason = answer.get("error", {}).get("details", {}).get("reason")
            if answer.get("result") != {"found": False} and reason != "account-not-active":
                raise RuntimeError(f"{path}: {answer}")
            return


def one_of_each_module() -> list[str]:
    """Return a callable of each module of endpoints that asks for a role: it reads the account."""
    from tools.deployed import callables

    found = {
        spec.handler.__module__: spec.name
        for specs in callables().values()
        for spec in specs
        if spec.roles is not None
    }
    return sorted(found.values())


def hidden() -> list[str]:
    """Return the installed modules that no deployed distribution brings."""
    locked = (FUNCTIONS / "requirements.txt").read_text(encoding="utf-8")
    deployed = {_normal(name) for name in re.findall(r"^([A-Za-z0-9._-]+)[=\[]", locked, re.M)}
    return sorted(
        module
        for module, owners in packages_distributions().items()
        if module.isidentifier() and not any(_normal(owner) in deployed for owner in owners)
    )


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _verdict(value: float, most: float, form: str) -> str:
    target = form.format(most)
    return f"[green]≤ {target}[/]" if value <= most else f"[red]over {target}[/]"


if __name__ == "__main__":
    sys.exit(0 if measure(Console()) else 1)
