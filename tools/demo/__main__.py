"""Command line of the demo; starts the emulators unless they run already."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from tools.demo.keeping import keep_running
from tools.demo.scan import Scan, ScanError
from tools.demo.show import console, problem
from tools.demo.steps import Steps
from tools.demo.story import play
from tools.emulators.environment import TICK, TICK_SECONDS, for_clients
from tools.emulators.finding import running_suite
from tools.emulators.layout import SetupError, checkout

_ROOT = Path(__file__).resolve().parents[2]


def main(
    stl: Annotated[
        str, typer.Option(metavar="PATH", help="Your own STL file instead of a generated arch.")
    ] = "",
    keep: Annotated[
        bool, typer.Option("--keep", help="Leave the emulators running and say how to connect.")
    ] = False,
) -> None:
    """Shows Scanner's main job, end to end, on the Firebase emulators."""
    try:
        scan = Scan.own(Path(stl).expanduser()) if stl else Scan.generated()
        started_here = _enter_suite(keep=keep)
    except (ScanError, SetupError) as err:
        problem(str(err))
        raise typer.Exit(1) from err
    try:
        code = _run(scan, keep=keep, wait=started_here)
    except KeyboardInterrupt:
        console.print("Stopped.")
        code = 130
    raise typer.Exit(code)


def _run(scan: Scan, *, keep: bool, wait: bool) -> int:
    steps = Steps()
    people = play(steps, scan)
    steps.summarise()
    if keep and people:
        keep_running(people, wait=wait)
    return 0 if steps.all_well else 1


def _enter_suite(*, keep: bool) -> bool:
    """Lead this process to the emulators; tell whether they live only as long as it does.

    Without emulators, the launcher takes this process' place, starts them, and runs it again; what
    is due is swept in those that are kept.
    """
    if os.environ.get("SCANNER_FUNCTIONS_URL"):
        return True
    suite = running_suite(checkout())
    if suite is None:
        os.environ["PYTHONPATH"] = str(_ROOT)
        again = [sys.executable, "-m", "tools.demo", *sys.argv[1:]]
        tick = os.environ.get(TICK, str(TICK_SECONDS)) if keep else "0"
        run = ["run", "--tick", tick, "--", *again]
        launcher = [sys.executable, "-m", "tools.emulators", *run]
        sys.stdout.flush()
        os.execv(sys.executable, launcher)  # noqa: S606
    console.print("[dim]Using the emulators that run from this checkout already.[/]")
    os.environ.update(for_clients(suite))
    return False


if __name__ == "__main__":
    typer.run(main)
