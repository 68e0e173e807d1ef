"""From the end of an upload to `ready` at a listener, beside a trivial trigger; with a time line.

The trivial trigger (`trivial_upload/main.py`) copies the object and writes one document. It
downloads and uploads it, as the Storage emulator answers 501 to what the client asks for to copy.
It runs in the same emulators as ours, so that what Storage, its events and a listener take is in
both. The rounds take turns; the best and the middle of each are shown. `BASE` is measured the same
way, in emulators of its own. A scan that is ready is drawn after it: when that is seen, is shown
too.

The time line is of the fastest upload of each size: what the trigger does when, which `tracing`
notes. The processes of both are warm: what a first event imports is not in it.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import results, tracing
from benchmarks.builds import NOT_THERE, ROOT, Build, builds
from benchmarks.results import Result

HERE = Path(__file__).resolve().parent
ROUNDS = 3
#: Size in MB of 10**6 bytes -> the most that ours may take, of what the trivial trigger takes.
AIMS = {2: 4.0, 25: 2.0, 50: 2.0}
#: Bytes of one triangle in a binary STL.
_TRIANGLE = 50
#: What the launcher needs of a build, beside its functions.
_NEEDED = ("tools", "firestore.rules", "firestore.indexes.json", "storage.rules")

Taken = dict[str, list[list[dict[str, Any]]]]


def run(console: Console) -> bool:
    """Measure on emulator suites of its own; returns whether the aims are met."""
    console.print("Uploads, on emulators of their own: a minute and a half for each build")
    with tempfile.TemporaryDirectory() as folder:
        files = list(samples(Path(folder)))
        taken = {build.name: measured(build, files, Path(folder)) for build in builds()}
    today, *others = taken.values()
    base = others[0] if others else None
    if today is None:
        raise RuntimeError("The uploads were not measured; what the emulators said is above.")
    results.show(console, "upload", _table(taken))
    for at, size in enumerate(AIMS):
        results.show(console, "upload", time_line(size, _fastest(today["ours"][at])))
    told = [_result(today, base, at, bool(others)) for at in range(len(AIMS))]
    return results.tell(*told)


def samples(folder: Path) -> Iterator[Path]:
    """Write a binary STL of each size."""
    from tools import samples as made

    for size in AIMS:
        path = folder / f"{size}.stl"
        path.write_bytes(made.arch("upper", size * 10**6 // _TRIANGLE))
        yield path


def measured(build: Build, files: list[Path], folder: Path) -> Taken | None:
    """Upload the files to a build; None where that fails."""
    trace, out = folder / f"{build.name}.trace", folder / f"{build.name}.json"
    said = [f"PYTHONPATH={build.functions}{os.pathsep}{build.root}", sys.executable, "-P"]
    program = [str(HERE / "uploading.py"), str(ROUNDS), str(trace), str(out), *map(str, files)]
    os.environ[tracing.FILE] = str(trace)
    try:
        with staged(build) as beside:
            beside.in_suite("env", *said, *program)
    finally:
        del os.environ[tracing.FILE]
    return json.loads(out.read_text()) if out.exists() else None


@contextmanager
def staged(build: Build) -> Iterator[Build]:
    """Place a copy of a build with the trivial trigger beside it, which notes what it does."""
    folder = ROOT / ".scanner" / "builds" / f"{build.name}.traced"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / ".scanner").mkdir(parents=True)
    for name in ("functions", *_NEEDED):
        source = build.root / name
        if source.is_dir():
            unwanted = shutil.ignore_patterns("venv", "__pycache__", ".*.local", ".env*")
            shutil.copytree(source, folder / name, ignore=unwanted)
        else:
            shutil.copy(source, folder / name)
    shutil.copytree(HERE / "trivial_upload", folder / "trivial_upload")
    (folder / "trivial_upload" / "requirements.txt").touch()  # or it is taken for no Python
    for linked in ("functions/venv", "trivial_upload/venv"):
        (folder / linked).symlink_to(ROOT / "functions" / "venv")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    shutil.copy(HERE / "tracing.py", folder / "functions" / "bench_tracing.py")
    main = folder / "functions" / "main.py"
    main.write_text(f"import bench_tracing as _  # noqa\n{main.read_text()}")
    config = json.loads((build.root / "firebase.json").read_text())
    own = config["functions"][0]
    config["functions"].append(own | {"source": "trivial_upload", "codebase": "trivial"})
    (folder / "firebase.json").write_text(json.dumps(config))
    try:
        yield Build(build.name, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def time_line(size: int, upload: dict[str, Any]) -> Table:
    """Draw what happened in an upload, in milliseconds from its end; the same names in one row."""
    table = Table(title=f"One upload of {size} MB, ms from its end", title_justify="left")
    table.add_column("what")
    for heading in ("began", "ended", "took"):
        table.add_column(heading, justify="right")
    ready = {"name": "ready at the listener", "began": upload["ended"] + upload["seconds"]}
    ready["ended"] = ready["began"]
    for span in sorted([*upload["spans"], ready], key=lambda each: float(each["began"])):
        began, ended = (1000 * (span[each] - upload["ended"]) for each in ("began", "ended"))
        table.add_row(span["name"], f"{began:.0f}", f"{ended:.0f}", f"{ended - began:.0f}")
    return table


def _fastest(uploads: list[dict[str, Any]]) -> dict[str, Any]:
    return min(uploads, key=lambda each: float(each["seconds"]))


def _best(taken: Taken, whose: str, at: int) -> float:
    return float(_fastest(taken[whose][at])["seconds"])


def _middle(taken: Taken, whose: str, at: int) -> float:
    return statistics.median(float(each["seconds"]) for each in taken[whose][at])


def _ratio(taken: Taken, at: int) -> float:
    return _best(taken, "ours", at) / _best(taken, "peers", at)


def _table(taken: dict[str, Taken | None]) -> Table:
    table = Table(
        title="End of an upload to ready at a listener, best and median of "
        f"{ROUNDS}, beside a trigger that copies and writes one document",
        title_justify="left",
    )
    table.add_column("build")
    for heading in ("MB", "Scanner", "trivial trigger", "ratio", "aim", "drawn"):
        table.add_column(heading, justify="right")
    for name, each in taken.items():
        for at, (size, aim) in enumerate(AIMS.items()):
            if each is None:
                table.add_row(name, f"{size}", NOT_THERE, "", "", f"{aim:g}", "")
                continue
            both = [
                f"{_best(each, whose, at):.2f} s, {_middle(each, whose, at):.2f} s"
                for whose in ("ours", "peers")
            ]
            drawn = min(float(upload["drawn"]) for upload in each["ours"][at])
            ratio = f"{_ratio(each, at):.1f}"
            table.add_row(name, f"{size}", *both, ratio, f"{aim:g}", f"{drawn:.2f} s")
    return table


def _result(today: Taken, base: Taken | None, at: int, asked: bool) -> Result:
    size, aim = [*AIMS.items()][at]
    before = NOT_THERE if asked else ""
    if base is not None:
        before = f"{_best(base, 'ours', at):.2f} s, {_ratio(base, at):.1f}x"
    return Result(
        "upload",
        f"{size} MB upload, end to `ready`",
        today=f"{_best(today, 'ours', at):.2f} s",
        beside=f"{_best(today, 'peers', at):.2f} s, trivial trigger",
        base=before,
        ratio=_ratio(today, at),
        aim=aim,
    )
