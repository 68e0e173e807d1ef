"""Cold import: how long an instance imports before it can serve, function by function.

Every sample is a fresh interpreter on compiled bytecode and a warm file cache. What is timed is
the import alone, in processor seconds of that process, which on an idle machine are the seconds
that pass, and on a busy one stay comparable: `import main` with FUNCTION_TARGET set, as Cloud
Functions starts an instance, then the Firestore client's module, which main leaves to the first
request. The floor is what any Python callable that uses Firestore must import, whoever wrote it.

Packages that only development installs are hidden from the sample, for some libraries import them
when they find them (httpx brings rich), which would lift the floor.

The rounds are interleaved: each takes one sample of the floor and of every function, so a busy
moment on the machine meets them all alike. The best of the rounds counts.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

FUNCTIONS = Path(__file__).resolve().parents[1] / "functions"
ROUNDS = 7
#: What is over the target after the rounds is measured again, and the floor with it, which that
#: can only lower.
TRIES = 3
TARGET = 1.35
#: The storage trigger brings numpy and Pillow along for every file it judges.
EXEMPT = frozenset({"scans_receive_upload"})

_FIRESTORE = "import google.cloud.firestore"
_FLOOR = f"import firebase_functions.https_fn, firebase_admin; {_FIRESTORE}"
_TIMED = """
import sys, time
sys.modules.update(dict.fromkeys({hidden}))  # None makes an import fail
started = time.process_time()
{first}
between = time.process_time()
{second}
print(between - started, time.process_time() - started)
"""
_NAMES = "import json, main; print(json.dumps([n for p in main.FUNCTIONS.values() for n in p]))"


@dataclass(frozen=True)
class Sample:
    """Processor seconds until main was imported, and until the Firestore client was as well."""

    main: float
    ready: float


def run(console: Console) -> bool:
    """Measure every function against the floor; returns whether all are within the target."""
    names = function_names()
    floor, best = measure(names)
    table = Table(
        title=f"Cold import, best of {ROUNDS} or more",
        caption=f"floor: {_FLOOR}",
        caption_justify="left",
    )
    table.add_column("function", no_wrap=True)
    for heading in ("import main", "with Firestore", "of the floor", "target"):
        table.add_column(heading, justify="right")
    table.add_row("the floor", "", _milliseconds(floor.ready), "1.00", "")
    for name in names:
        ratio = best[name].ready / floor.ready
        table.add_row(
            name,
            _milliseconds(best[name].main),
            _milliseconds(best[name].ready),
            f"{ratio:.2f}",
            _verdict(name, ratio),
        )
    console.print(table)
    return all(within(name, best[name].ready / floor.ready) for name in names)


def within(name: str, ratio: float) -> bool:
    """Tell whether a function meets the target, or has none."""
    return name in EXEMPT or ratio <= TARGET


def function_names() -> list[str]:
    """Return the deployed functions, from main.py, with nothing of theirs imported."""
    names: list[str] = json.loads(_python(_NAMES, "no_such_function"))
    return names


def measure(names: list[str]) -> tuple[Sample, dict[str, Sample]]:
    """Return the best sample of the floor and of each function."""
    for name in ("", *names):  # unmeasured: writes the bytecode, warms the file cache
        _sample(name)
    found: dict[str, list[Sample]] = {name: [] for name in ("", *names)}
    again = names
    for _ in range(TRIES):
        _take(found, ["", *again])
        best = {name: _best(samples) for name, samples in found.items()}
        again = [name for name in names if not within(name, best[name].ready / best[""].ready)]
        if not again:
            break
    return best.pop(""), best


def _take(found: dict[str, list[Sample]], names: list[str]) -> None:
    """Add a sample of each name in every round."""
    for _ in track(range(ROUNDS), "Importing", console=Console(stderr=True), transient=True):
        for name in names:
            found[name].append(_sample(name))


def _best(samples: list[Sample]) -> Sample:
    """Return the least of each figure: noise only adds."""
    return Sample(min(s.main for s in samples), min(s.ready for s in samples))


def _sample(name: str) -> Sample:
    """Import once: a function's main and Firestore or, without a name, the floor."""
    first, second = ("import main", _FIRESTORE) if name else (_FLOOR, "pass")
    main, ready = _python(_TIMED.format(hidden=hidden(), first=first, second=second), name).split()
    return Sample(float(main), float(ready))


@cache
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


def _python(code: str, target: str) -> str:
    """Run code in a fresh interpreter, as the instance of a function would be started."""
    environment = {key: value for key, value in os.environ.items() if "COV" not in key} | {
        "FUNCTION_TARGET": target,
        "FIREBASE_CONFIG": json.dumps({"projectId": "demo", "storageBucket": "demo"}),
        "PYTHONPATH": str(FUNCTIONS),
    }
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=FUNCTIONS,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _verdict(name: str, ratio: float) -> str:
    if name in EXEMPT:
        return "exempt"
    return f"[green]≤ {TARGET}[/]" if within(name, ratio) else f"[red]over {TARGET}[/]"
