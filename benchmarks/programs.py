"""The programs that the STL benchmark runs, and how one run is measured.

Every measurement is a whole process: a fresh interpreter that imports, reads, works and ends. Its
time is that on the clock, its memory the most that it ever held, as the system counts it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from ctypes.util import find_library
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.builds import ROOT, TODAY, Build

HERE = Path(__file__).resolve().parent
#: The interpreter of the environment that the peers are installed in; `make bench` makes it.
PEERS = HERE.parent / ".scanner" / "bench" / "bin" / "python"

Counts = dict[str, int]


class Missing(Exception):
    """A program that the benchmark compares with cannot be run here."""


@dataclass(frozen=True)
class Program:
    """Something that is run on a mesh.

    Attributes:
        name: what tables call it.
        command: the first words of its command line, before the path.
        environment: what it runs with beside the environment of the benchmark.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Run:
    """What a run took, and what it counted.

    `seconds` are those on the clock, `processor` those that its threads computed in all,
    `megabytes` (of 2**20) the most memory that it held.
    """

    seconds: float
    processor: float
    megabytes: float
    counts: Counts

    def better(self, other: Run) -> Run:
        """Return the least of each figure of two runs: noise only adds."""
        return Run(
            min(self.seconds, other.seconds),
            min(self.processor, other.processor),
            min(self.megabytes, other.megabytes),
            self.counts,
        )


def _script(name: str, python: Path = PEERS) -> tuple[str, ...]:
    return (str(python), str(HERE / "peers" / f"with_{name}.py"))


#: Keeps Scanner to NumPy where the compiled drawing was built (decision 0073).
NUMPY_ALONE = {"STL_KERNEL": "off", "SCANNER_COMPILED_DRAWING": "false"}


def scanner(build: Build, name: str, *words: str, compiled: bool = False) -> Program:
    """Return Scanner's gate as a build has it, by NumPy alone or with the compiled drawing."""
    python, script = sys.executable, str(HERE / "peers" / "with_scanner.py")
    settings = {} if compiled else NUMPY_ALONE
    return Program(name, (python, "-P", script, *words), build.environment(**settings))


SCANNER = scanner(Build(TODAY, ROOT), "Scanner")
COMPILED = scanner(Build(TODAY, ROOT), "with a kernel", compiled=True)
MESHLIB = Program("MeshLib", _script("meshlib"))
F3D = Program("f3d", _script("f3d"))
TRIMESH = Program("trimesh", _script("trimesh"))
NUMPY_STL = Program("numpy-stl", _script("numpy_stl"))
SCANNER_PAIR = Program("Scanner", _script("scanner_pair", Path(sys.executable)))
MESHLIB_PAIR = Program("MeshLib", _script("meshlib_pair"))
ADMESH = Program("admesh", ("admesh", "--exact", "--normal-directions"))


_EGL = " It draws off screen through EGL: `apt-get install libegl1 libgl1-mesa-dri`."


def demand_packages() -> None:
    """Raise `Missing`, with what to do about it, unless the peers that are packages are there."""
    if not PEERS.exists():
        raise Missing(f"There is no {PEERS}: run `make bench`, which installs the peers.")


def demand() -> None:
    """Raise `Missing`, with what to do about it, unless all peers can be started."""
    demand_packages()
    if shutil.which(ADMESH.command[0]) is None:
        raise Missing(
            "The program admesh is not installed: `apt-get install admesh` or `brew install "
            "admesh` (the Python package of that name needs its library and does not bring it)."
        )
    if sys.platform == "linux" and find_library("EGL") is None:
        raise Missing(f"f3d cannot draw:{_EGL}")


def run(program: Program, path: Path) -> Run:
    """Run a program on a file.

    Raises:
        Missing: when it fails, with the end of what it said.
    """
    # Some print bytes that are no UTF-8, admesh of the name in a header; only figures are read.
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        started = time.perf_counter()
        child = subprocess.Popen(
            [*program.command, str(path)],
            stdout=said,
            stderr=said,
            env=_environment(program),
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        output = said.read()
    if child.returncode:
        raise Missing(_failed(program, output))
    unit = 2**20 if sys.platform == "darwin" else 2**10
    processor = usage.ru_utime + usage.ru_stime
    return Run(seconds, processor, usage.ru_maxrss / unit, _counts(output))


def _environment(program: Program) -> dict[str, str]:
    """What a program runs with; modules are compiled once, as packages are when installed."""
    whole = os.environ | dict(program.environment)
    whole.pop("PYTHONDONTWRITEBYTECODE", None)
    return whole


def _failed(program: Program, said: str) -> str:
    hint = _EGL if program is F3D else ""
    return f"{program.name} failed:{hint}\n{said[-800:]}"


def _counts(said: str) -> Counts:
    """Counts that a program printed: JSON on the last line, admesh's own form, or none."""
    if "ADMesh" in said:
        return _of_admesh(said)
    last = said.strip().rpartition("\n")[2]
    return json.loads(last) if last.startswith("{") else {}


def _of_admesh(said: str) -> Counts:
    """Admesh tells how many facets have one, two and three edges without a neighbour."""

    def figure(label: str) -> int:
        found = re.search(rf"{label}\s*:\s*(\d+)", said)
        if found is None:
            raise Missing(f"admesh no longer prints “{label}”.")
        return int(found[1])

    alone = [figure(f"Facets with {edges} disconnected edges?") for edges in (1, 2, 3)]
    return {
        "triangles": figure("Number of facets"),
        "open edges": sum(edges * facets for edges, facets in enumerate(alone, 1)),
        "pieces": figure("Number of parts"),
    }
