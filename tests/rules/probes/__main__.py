"""Command line of the rules' probes: `make rules-matrix`, `make mutants` (../README.md)."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from random import Random
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from tests.rules.probes import emulated, running
from tests.rules.probes.collected import Collected
from tests.rules.probes.killing import Killing, MutantOutcome, equivalent
from tests.rules.probes.probe import Probe
from tests.support import projects

app = typer.Typer(add_completion=False, help=__doc__, no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True)
#: So many probes that are answered otherwise than they should be are shown one by one.
_SHOWN = 20
Seed = Annotated[int, typer.Option(help="Decides what is drawn where not everything is asked.")]
People = Annotated[int, typer.Option(help="So many people, drawn by the seed; 0 for all.")]


@app.command()
def matrix(seed: Seed = 1, people: People = 0) -> None:
    """Asks both files of rules everything, and holds each answer to the data map's."""
    began = time.monotonic()
    collected = _collect(seed, people)
    probes = collected.probes
    with _bar("asking", len(probes)) as advance:
        answers = running.verdicts(collected, probes, advance)
    wrong = [p for p, answer in zip(probes, answers, strict=True) if answer is not p.allowed]
    _print_kinds(collected, {id(p) for p in wrong})
    seconds = time.monotonic() - began
    console.print(
        f"{len(probes):,} probes by {len(collected.world.people)} kinds of people of "
        f"{len(collected.world.standing):,} documents in {seconds:.0f} s"
    )
    _end(wrong, seed)


@app.command()
def compare(seed: Seed = 1, people: People = 0, sample: int = 600) -> None:
    """Asks the running emulator a sample too: it must answer as the evaluator does."""
    collected = _collect(seed, people)
    probes = _sample([p for p in collected.probes if not p.storage], sample, Random(seed))
    with _bar("asking here", len(probes)) as advance:
        answers = running.verdicts(collected, probes, advance)
    with projects.own_project("probes"), _bar("asking the emulator", len(probes)) as advance:
        emulated.seed(collected.world.stored)
        wrong = []
        for probe, answer in zip(probes, answers, strict=True):
            if emulated.permitted(probe) is not answer or answer is not probe.allowed:
                wrong.append(probe)
            advance(1)
    allowed = sum(p.allowed for p in probes)
    console.print(f"{len(probes)} probes, {allowed} of them let through: asked of both")
    _end(wrong, seed)


@app.command("mutants")
def run_mutants(
    seed: Seed = 1,
    people: People = 0,
    part: Annotated[int, typer.Option(help="Of `parts` the one that is run.")] = 1,
    parts: Annotated[int, typer.Option(help="Into so many the mutants are divided.")] = 1,
) -> None:
    """Changes both files of rules in one place at a time: each change must be noticed."""
    began = time.monotonic()
    collected = _collect(seed, people)
    run = Killing(collected, part, parts)
    known, judged = equivalent(), list[MutantOutcome]()
    with _bar("mutants", len(run.mutants)) as advance:
        for each in run.judged():
            judged.append(each)
            _report(each, known)
            advance(1)
    survived = [j for j in judged if j.compiles and not j.probe and j.name not in known]
    overtaken = [j for j in judged if j.probe and j.name in known]
    _print_mutants(judged, known)
    minutes = (time.monotonic() - began) / 60
    console.print(
        f"{len(judged):,} mutants, {len(collected.probes):,} probes, {minutes:.1f} minutes"
    )
    if survived or overtaken:
        amiss = f"{len(survived)} mutants survive, {len(overtaken)} are no equivalents"
        console.print(f"[bold red]{amiss} (seed {seed}).[/]")
        raise typer.Exit(1)
    console.print("[green]✓[/] every mutant is killed, or listed with the reason why none can be")


def _report(judged: MutantOutcome, known: Mapping[str, str]) -> None:
    """Name a mutant that is not as it should be, as soon as that is known."""
    place = f"{judged.file}:{judged.line} {escape(judged.name)}"
    if judged.probe and judged.name in known:
        console.print(f"[red]✗[/] {place}: no equivalent, for {escape(judged.probe)}")
    elif judged.compiles and not judged.probe and judged.name not in known:
        console.print(f"[red]✗[/] {place}: none of {judged.asked:,} probes notices it")


def _print_mutants(judged: Sequence[MutantOutcome], known: Mapping[str, str]) -> None:
    table = Table("rules", box=None, header_style="bold")
    for heading in (
        "mutants",
        "do not compile",
        "killed",
        "equivalent",
        "survive",
        "probes to kill",
    ):
        table.add_column(heading, justify="right")
    for file in dict.fromkeys(each.file for each in judged):
        own = [each for each in judged if each.file == file]
        killed = [each for each in own if each.probe]
        alive = [each for each in own if each.compiles and not each.probe]
        same = sum(each.name in known for each in alive)
        median = sorted(each.asked for each in killed)[len(killed) // 2] if killed else 0
        broken = sum(not each.compiles for each in own)
        figures = (len(own), broken, len(killed), same, len(alive) - same, median)
        table.add_row(file, *(f"{each:,}" for each in figures))
    console.print(table)


def _collect(seed: int, people: int) -> Collected:
    collected = Collected(seed, people)
    with console.status("making probes"):
        _ = collected.kinds
    return collected


def _sample(probes: Sequence[Probe], many: int, draw: Random) -> list[Probe]:
    """Draw as many that are let through as not: of all, few are."""
    allowed = [p for p in probes if p.allowed]
    refused = [p for p in probes if not p.allowed]
    half = min(many // 2, len(allowed))
    return [*draw.sample(allowed, half), *draw.sample(refused, min(many - half, len(refused)))]


def _print_kinds(collected: Collected, wrong: set[int]) -> None:
    table = Table("what is tried", box=None, header_style="bold")
    for heading in ("probes", "let through", "refused", "wrong"):
        table.add_column(heading, justify="right")
    for kind, probes in collected.kinds.items():
        counts = Counter(p.allowed for p in probes)
        amiss = sum(id(p) in wrong for p in probes)
        figures = (len(probes), counts[True], counts[False])
        mark = f"[bold red]{amiss}[/]" if amiss else "0"
        table.add_row(kind, *(f"{each:,}" for each in figures), mark)
    console.print(table)


def _end(wrong: Sequence[Probe], seed: int) -> None:
    """Say how it went, and exit so."""
    for probe in wrong[:_SHOWN]:
        should = "should be let through" if probe.allowed else "should be refused"
        console.print(f"[red]✗[/] {escape(str(probe))}: {should}")
    if wrong:
        console.print(f"[bold red]{len(wrong)} probes are answered wrongly (seed {seed}).[/]")
        raise typer.Exit(1)
    console.print(f"[green]✓[/] every answer is what the data map says (seed {seed})")


@contextmanager
def _bar(what: str, total: int) -> Iterator[running.Done]:
    """Show how far it is; where nobody looks at a terminal, a line for each tenth."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
        task = progress.add_task(what, total=total)

        def advance(more: int) -> None:
            before = progress.tasks[0].completed
            progress.advance(task, more)
            tenths = [int(10 * each / max(total, 1)) for each in (before, before + more)]
            if tenths[0] < tenths[1] and not console.is_terminal:
                console.print(f"{what}: {int(before + more):,} of {total:,}")

        yield advance


if __name__ == "__main__":
    app()
