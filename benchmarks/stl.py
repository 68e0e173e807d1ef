"""The STL gate side by side with the tools a user would pick instead.

Speed and memory on arches as scanners export them: Scanner makes its full report and all pictures,
MeshLib loads and finds holes, f3d draws one picture, trimesh loads and checks, admesh checks. ASCII
files are read by Scanner and by numpy-stl with its compiled speedups, with equal results. Then the
counts are compared, on meshes with one fault each as well (see `agreement`).

With `BASE=<commit>` that build's gate runs in the same rounds. Then all is measured that the
trigger of uploads does with a scan: beside report and pictures what is recognised on it, its
fingerprint, the marked picture and the clean copy.

The rounds are interleaved: each runs every program once, so that a busy moment on the machine meets
them all alike. The best of the rounds counts. Ratios are of the same rounds, by the clock and by
the processor's time; a bound holds when one of the two meets it, as on a busy machine the clock
measures what else runs.
"""

from __future__ import annotations

import os
import subprocess
import sys

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from benchmarks import agreement, programs, results
from benchmarks.builds import ROOT, TODAY, BaseError, Build, base
from benchmarks.names import ARCHES, FAULTS, TEXTS, path_of
from benchmarks.programs import (
    ADMESH,
    COMPILED,
    F3D,
    MESHLIB,
    NUMPY_STL,
    SCANNER,
    TRIMESH,
    Program,
    Run,
)

FOLDER = ROOT / ".scanner" / "bench" / "meshes"
ROUNDS = 4

#: What is aimed at, and what must hold for the benchmark to pass: times as fast as MeshLib and f3d
#: one after the other, by NumPy alone and with the compiled drawing; and the processor's time,
#: beside that of the build that BASE names. The bound only tells when it gets worse.
SPEED_GOAL = 3.0
COMPILED_GOAL = 5.0
BASE_GOAL = 0.4
SPEED_BOUND = 1.2
#: Megabytes: times the file, and beside it.
MEMORY_GOAL = (1.5, 96.0)
#: The same for ASCII files, times as fast as numpy-stl.
TEXT_GOAL = 1.0
TEXT_BOUND = 0.6

_BUILT = (ROOT / "functions" / "scans" / "gate" / "stl" / "kernel" / "built").is_dir()
_OURS = (SCANNER, COMPILED) if _BUILT else (SCANNER,)
_PEERS = (MESHLIB, F3D)
_ONCE = (TRIMESH, ADMESH)
_ON_TEXTS = (SCANNER, NUMPY_STL)
_COUNTING = (SCANNER, MESHLIB, ADMESH)

Runs = dict[tuple[str, str], Run]
"""(mesh, program) -> its best run."""


def run(console: Console) -> bool:
    """Measure, compare and print; returns whether counts agree and every bound holds."""
    try:
        programs.demand()
        older = base()
        _make_meshes(console)
        best = measure(_schedule(older))
    except (programs.Missing, BaseError) as err:
        console.print(f"[red]{err}[/]")
        return False
    held = show_arches(console, best, older)
    show_judged(console, best, older)
    text = show_texts(console, best)
    return agreement.show(console, _compared(best)) and held and text


def measure(schedule: list[tuple[str, Program]]) -> Runs:
    """Run each pair of mesh and program of the schedule; keep the least of time and of memory."""
    best: Runs = {}
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Measuring", total=len(schedule))
        for mesh, program in schedule:
            progress.update(task, description=f"{program.name}, {mesh}")
            taken = programs.run(program, path_of(FOLDER, mesh))
            best[mesh, program.name] = taken.better(best.get((mesh, program.name), taken))
            progress.advance(task)
    return best


def show_arches(console: Console, best: Runs, older: Build | None) -> bool:
    """Print time and memory on the arches; return whether the bounds hold."""
    ours = (*_OURS, *_gates(older))
    shown = (*ours, *_PEERS, *_ONCE)
    table = _table(f"Whole processes, best of {ROUNDS}: seconds / of the processor (MB)", shown)
    held = True
    for mesh in ARCHES:
        times, beside = MEMORY_GOAL
        room = times * path_of(FOLDER, mesh).stat().st_size / 2**20 + beside
        theirs = [best[mesh, peer.name] for peer in _PEERS]
        for program, goal in zip(_OURS, (SPEED_GOAL, COMPILED_GOAL), strict=False):
            run = best[mesh, program.name]
            ratios = _ratios(run, *theirs)
            held &= max(ratios) >= SPEED_BOUND and run.megabytes <= room
            _tell_speed(program, mesh, run, theirs, goal)
            if older:
                _tell_base(program.name, mesh, run, best[mesh, older.name])
        table.add_row(mesh, *_cells(best, mesh, shown))
    results.show(
        console,
        "stl",
        table,
        f"Goals: {SPEED_GOAL:.0f} times as fast as MeshLib + f3d by NumPy alone and "
        f"{COMPILED_GOAL:.0f} times with a kernel, {BASE_GOAL} of the base's processor time, at "
        f"most {MEMORY_GOAL[0]} times the file and {MEMORY_GOAL[1]:.0f} MB.",
    )
    console.print(_ratio_table(best, older))
    return held


def show_judged(console: Console, best: Runs, older: Build | None) -> None:
    """Print what the whole of a scan's judgement takes."""
    shown = tuple(_judges(older))
    table = _table("All that the trigger does with a scan: seconds / of the processor (MB)", shown)
    for mesh in ARCHES:
        table.add_row(mesh, *_cells(best, mesh, shown))
        if older:
            name = _judging(TODAY)
            _tell_base("judged", mesh, best[mesh, name], best[mesh, _judging(older.name)])
    results.show(console, "stl", table)


def _ratio_table(best: Runs, older: Build | None) -> Table:
    """How Scanner compares on each mesh, and how much of each goal is missing."""
    table = Table(title="Scanner on arches")
    headings = ["mesh", "drawn by", "MeshLib + f3d / Scanner", "the same, processor time"]
    for heading in [*headings, "processor time / base's"] if older else headings:
        table.add_column(heading, justify="right")
    for mesh in ARCHES:
        theirs = [best[mesh, peer.name] for peer in _PEERS]
        for program, goal in zip(_OURS, (SPEED_GOAL, COMPILED_GOAL), strict=False):
            run = best[mesh, program.name]
            wall, processor = _ratios(run, *theirs)
            drawn = "NumPy" if program is SCANNER else "kernel"
            row = [mesh, drawn, *_judged((wall,), goal), f"{processor:.1f}x"]
            if older:
                part = run.processor / best[mesh, older.name].processor
                row.append(_colour(f"{part:.2f}", part <= BASE_GOAL))
            table.add_row(*row)
    return table


def _tell_speed(program: Program, mesh: str, run: Run, theirs: list[Run], goal: float) -> None:
    seconds = sum(their.seconds for their in theirs)
    results.tell(
        results.Result(
            "stl",
            f"whole gate, {mesh}, {program.name}",
            today=f"{run.seconds:.2f} s",
            beside=f"{seconds:.2f} s, MeshLib + f3d",
            base="",
            ratio=seconds / run.seconds,
            aim=goal,
            at_most=False,
        )
    )


def _tell_base(what: str, mesh: str, run: Run, older: Run) -> None:
    results.tell(
        results.Result(
            "stl",
            f"its processor time, {mesh}, {what}",
            today=f"{run.processor:.2f} s",
            beside="",
            base=f"{older.processor:.2f} s",
            ratio=run.processor / older.processor,
            aim=BASE_GOAL,
        )
    )


def _gates(older: Build | None) -> list[Program]:
    """The base's gate, if there is a base."""
    return [programs.scanner(older, older.name)] if older else []


def _judges(older: Build | None) -> list[Program]:
    """What judges a scan as the trigger does, of each build."""
    return [
        programs.scanner(build, _judging(build.name), "judged")
        for build in (Build(TODAY, ROOT), *filter(None, [older]))
    ]


def _judging(build: str) -> str:
    return f"judged, {build}"


def show_texts(console: Console, best: Runs) -> bool:
    """Print the reading of ASCII files; return whether results are equal and the bound holds."""
    table = _table(f"Reading ASCII, best of {ROUNDS}: seconds / of the processor (MB)", _ON_TEXTS)
    for heading in ("numpy-stl / Scanner", "processor time"):
        table.add_column(heading, justify="right")
    held = True
    for mesh in TEXTS:
        ours, theirs = best[mesh, SCANNER.name], best[mesh, NUMPY_STL.name]
        ratios = _ratios(ours, theirs)
        held &= max(ratios) >= TEXT_BOUND and ours.counts == theirs.counts
        table.add_row(mesh, *_cells(best, mesh, _ON_TEXTS), *_judged(ratios, TEXT_GOAL))
        if ours.counts != theirs.counts:
            console.print(f"[red]{mesh}: Scanner and numpy-stl read different coordinates.[/]")
    console.print(table)
    console.print(
        f"Goal: {TEXT_GOAL:.0f}x numpy-stl (fails below {TEXT_BOUND:.1f}x), equal results."
    )
    return held


def _schedule(older: Build | None) -> list[tuple[str, Program]]:
    """Return what is run, in order: rounds of all that is timed, then what is run once."""
    timed = (*_OURS, *_gates(older), *_PEERS, *_judges(older))
    rounds = [(mesh, program) for mesh in ARCHES for program in timed]
    rounds += [(mesh, program) for mesh in TEXTS for program in _ON_TEXTS]
    once = [(mesh, program) for mesh in ARCHES for program in _ONCE]
    return rounds * ROUNDS + once + [(mesh, program) for mesh in FAULTS for program in _COUNTING]


def _make_meshes(console: Console) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with console.status("Making meshes"):
        subprocess.run(
            [sys.executable, "-m", "benchmarks.meshes", str(FOLDER)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": f"functions{os.pathsep}."},
            check=True,
        )


def _compared(best: Runs) -> list[agreement.Compared]:
    others = [program.name for program in _COUNTING if program is not SCANNER]
    return [
        agreement.Compared(
            mesh,
            best[mesh, SCANNER.name].counts,
            {name: best[mesh, name].counts for name in others},
        )
        for mesh in (*ARCHES, *FAULTS)
    ]


def _table(title: str, columns: tuple[Program, ...]) -> Table:
    table = Table(title=title)
    table.add_column("mesh", no_wrap=True)
    for program in columns:
        table.add_column(program.name, justify="right")
    return table


def _cells(best: Runs, mesh: str, columns: tuple[Program, ...]) -> list[str]:
    taken = [best[mesh, program.name] for program in columns]
    return [f"{one.seconds:.2f} / {one.processor:.2f} ({one.megabytes:.0f})" for one in taken]


def _ratios(ours: Run, *theirs: Run) -> tuple[float, float]:
    """How many times as long the others take, one after another: by the clock, and computing."""
    return (
        sum(other.seconds for other in theirs) / ours.seconds,
        sum(other.processor for other in theirs) / ours.processor,
    )


def _judged(ratios: tuple[float, ...], goal: float) -> list[str]:
    """Ratios, each with how much of the goal is missing."""
    return [
        _colour(
            f"{ratio:.1f}x" + (f", {1 - ratio / goal:.0%} short" * (ratio < goal)), ratio >= goal
        )
        for ratio in ratios
    ]


def _colour(text: str, good: bool) -> str:
    return f"[{'green' if good else 'yellow'}]{text}[/]"
