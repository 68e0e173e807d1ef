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

The source lies there as in an image: compiled by the build, and all files given one time
(`core.bytecode`); nothing writes bytecode meanwhile. The callables of `BASE` are started in the
same rounds. On the emulators no signature of a token is verified, by either.

Packages that only development installs are hidden from the processes, for some libraries import
them when they find them (httpx brings rich), which would make the trivial callable dearer too.
"""

from __future__ import annotations

import compileall
import http.client
import json
import os
import re
import shutil
import signal
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

from benchmarks import cold_share, results
from benchmarks.builds import NOT_THERE, ROOT, Build, builds
from benchmarks.cold_share import a_callable, a_package

FUNCTIONS = ROOT / "functions"
TRIVIAL = "trivial/trivial"
ROUNDS = 4
TRIES = 2
#: The seconds of the dearest callable of a package, of those of the trivial one.
TARGET = 1.15
#: Visits a day -> the share of calls that may be cold.
SHARES = {10: 0.25, 50: 0.08, 200: 0.03}

#: Python runs it before anything else; None makes an import fail.
_HIDING = "import sys\nsys.modules.update(dict.fromkeys({hidden}))\n"


def run(console: Console) -> bool:
    """Simulate, then measure on an emulator suite of its own; returns whether all is in target."""
    console.print("Cold starts, on emulators of their own: some minutes")
    return builds()[0].in_suite(sys.executable, "-m", "benchmarks.cold_start") == 0


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
    results.show(console, "cold_start", table)
    return met


def measure(console: Console) -> bool:
    """Simulate, then start the processes, on the emulators that the environment names."""
    few = simulate(console)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "sitecustomize.py").write_text(_HIDING.format(hidden=hidden()))
        starts = Starts(Path(folder), builds())
        dearest = starts.dearest()
        again = dearest
        for turn in range(TRIES):
            starts.take([TRIVIAL, *again], ROUNDS, bases=not turn)
            again = [name for name in again if starts.ratio(name) > TARGET]
            if not again:
                break
    table = Table(title="From the start of a process to its first answer", title_justify="left")
    table.add_column("the dearest callable of each function", no_wrap=True)
    for heading in ("seconds", "processor", "of the trivial", *starts.bases, "target"):
        table.add_column(heading, justify="right")
    for name in [TRIVIAL, *dearest]:
        least, ratio = starts.least(name), starts.ratio(name)
        verdict = _verdict(ratio, TARGET, "{}") if name != TRIVIAL else ""
        base = [_processor(starts.of_base(base, name)) for base in starts.bases]
        seconds = (f"{least.passed:.2f} s", _processor(least), f"{ratio:.2f}")
        table.add_row(name, *seconds, *base, verdict)
    results.show(console, "cold_start", table)
    return results.tell(*(_result(starts, name) for name in dearest)) and few


def _result(starts: Starts, name: str) -> results.Result:
    return results.Result(
        "cold_start",
        f"start to first answer of {name}",
        _processor(starts.least(name)),
        f"{_processor(starts.least(TRIVIAL))}, trivial callable",
        ", ".join(_processor(starts.of_base(base, name)) for base in starts.bases),
        starts.ratio(name),
        TARGET,
    )


@dataclass(frozen=True)
class Sample:
    """Seconds that passed from the start to the answer, and seconds that a processor worked."""

    passed: float
    worked: float


class Starts:
    """Samples of cold starts, by callable: today's, and those of a base."""

    def __init__(self, folder: Path, measured: tuple[Build, ...]) -> None:
        from tests.support import tokens

        self._hiding = str(folder)
        self._token = tokens.person().token
        self._samples: dict[tuple[str, str], list[Sample]] = {}
        today, *bases = measured
        self.bases = [build.name for build in bases]
        self._today = today.name
        self._split = {b.name for b in bases if not b.has("functions/core/router.py")}
        self._images = {build.name: _image(build.functions, folder) for build in measured}
        self._trivial = _image(Path(__file__).parent / "trivial", folder)

    def least(self, name: str, build: str = "") -> Sample:
        """Return the least of each figure of a callable so far."""
        samples = self._samples[build or self._today, name]
        return Sample(min(s.passed for s in samples), min(s.worked for s in samples))

    def of_base(self, base: str, name: str) -> Sample | None:
        """Return the same of a base; None where it has no such callable."""
        return self.least(name, base) if (base, name) in self._samples else None

    def ratio(self, name: str) -> float:
        """Return the processor seconds of a callable, of those of the trivial one."""
        return self.least(name).worked / self.least(TRIVIAL).worked

    def take(self, names: Iterable[str], rounds: int, *, bases: bool = True) -> None:
        """Start every callable once in each round, by each build."""
        sampled = [
            (build, name)
            for name in names
            for build in (self._today, *(self.bases if bases and name != TRIVIAL else ()))
        ]
        for _ in track(range(rounds), "Starting", console=Console(stderr=True), transient=True):
            for build, name in sampled:
                if sample := self._first_answer(build, name):
                    self._samples.setdefault((build, name), []).append(sample)

    def dearest(self) -> list[str]:
        """Return the dearest callable of each function, after a start of one of each module."""
        modules = one_of_each_module()
        self.take([TRIVIAL], 1, bases=False)  # warms the file cache
        self.take([TRIVIAL, *modules], 1, bases=False)
        dearest = {a_package(name): name for name in sorted(modules, key=self.ratio)}
        return sorted(dearest.values())

    def _first_answer(self, build: str, name: str) -> Sample | None:
        from tools.served import free_port, start

        function, _, path = name.partition("/")
        if build in self._split:  # a function for each callable
            function, path = f"{function}_{path}", ""
        source = self._trivial if name == TRIVIAL else self._images[build]
        port = free_port()
        started = time.perf_counter()
        settings = {"PYTHONPATH": self._hiding, "PYTHONDONTWRITEBYTECODE": "1"}
        process = start(function, port, source, settings)
        try:
            answered = self._call(process, port, path)
            passed = time.perf_counter() - started
        finally:
            os.kill(process.pid, signal.SIGTERM)  # `terminate` would wait for one that has ended
            _, _, usage = os.wait4(process.pid, 0)
            process.returncode = 0  # it is waited for
        if not answered and build == self._today:
            raise RuntimeError(f"{name} does not answer")
        return Sample(passed, usage.ru_utime + usage.ru_stime) if answered else None

    def _call(self, process: subprocess.Popen[bytes], port: int, path: str) -> bool:
        """Call as soon as somebody listens; the caller has no account, as both find out.

        Returns whether it was answered: a base may have no such function.
        """
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self._token}"}
        while _runs(process):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            try:
                connection.request("POST", f"/{path}", '{"data": {}}', headers)
            except ConnectionRefusedError:
                time.sleep(0.002)
                continue
            answer = json.load(connection.getresponse())
            reason = answer.get("error", {}).get("details", {}).get("reason")
            return bool(answer.get("result") == {"found": False} or reason == "account-not-active")
        return False


def _runs(process: subprocess.Popen[bytes]) -> bool:
    """Tell whether a process has not ended; one that has can still be waited for."""
    return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None


def _image(source: Path, folder: Path) -> Path:
    """Copy a source as it lies in an image: compiled by its time, then all given another."""
    from core.bytecode import IMAGE_TIME

    image = Path(tempfile.mkdtemp(dir=folder))
    left_out = shutil.ignore_patterns("venv", "__pycache__", ".*")
    shutil.copytree(source, image, ignore=left_out, dirs_exist_ok=True)
    compileall.compile_dir(image, force=True, quiet=2)
    for path in (image, *image.rglob("*")):
        os.utime(path, (IMAGE_TIME, IMAGE_TIME))
    return image


def _processor(sample: Sample | None) -> str:
    return f"{sample.worked:.2f} s" if sample else NOT_THERE


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
