"""Command line of the emulator launcher; see docs/operations/emulators.md."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from tools.emulators import doctor as examination
from tools.emulators import environment, processes
from tools.emulators.layout import HOSTING, Layout, SetupError, checkout
from tools.emulators.progress import Progress
from tools.emulators.suite import StartError, Suite, running

app = typer.Typer(add_completion=False, help=__doc__, no_args_is_help=True)
_POLL = 0.3  # seconds
_TIDY = 10  # seconds between two looks for workers of code that is no more


@app.command()
def up(
    tick: Annotated[
        int,
        typer.Option(
            envvar=environment.TICK,
            min=0,
            help="Seconds between two sweeps of what is due; 0 for none.",
        ),
    ] = environment.TICK_SECONDS,
    seed: Annotated[
        int | None,
        typer.Option(min=0, help="Begin in the middle of a day, which follows from the number."),
    ] = None,
) -> None:
    """Runs the emulators in the foreground, with their log, until Ctrl-C."""

    def work(layout: Layout, progress: Progress) -> int:
        try:
            with running(layout, progress, lenient=True) as suite:
                if seed is not None:
                    _seed(seed, layout, suite, progress)
                if tick:  # not before: what is seeded has a past, which no sweep has passed over
                    suite.start_ticking(tick)
                print(environment.exports(layout), flush=True)
                if suite.serves_console:  # last: who came for it is not to look for it
                    progress.step(f"the console is at http://{layout.address(HOSTING)}")
                    if seed is not None:
                        progress.step("sign in with an e-mail and password of the table above")
                return _follow(layout, suite, progress)
        except processes.Stopped as stop:
            if stop.signum == signal.SIGINT:  # Ctrl-C is how this command is meant to end
                return 0
            raise

    _exit(work)


@app.command(context_settings={"ignore_unknown_options": True})
def run(
    command: Annotated[list[str], typer.Argument(help="after --, with arguments")],
    tick: Annotated[int, typer.Option(min=0, help="As of `up`; tests have their own times.")] = 0,
) -> None:
    """Runs a command against fresh emulators, stops them, and exits as the command did."""

    def work(layout: Layout, progress: Progress) -> int:
        with running(layout, progress, many_projects=True, tick=tick) as suite:
            code = _watch(command, environment.for_clients(layout), suite, progress)
        if code:
            progress.note(f"what the functions printed is in {layout.log.relative_to(layout.root)}")
        return code

    _exit(work)


@app.command()
def doctor() -> None:
    """Tells what the emulators would run on here, and what is missing."""
    _exit(lambda layout, _progress: examination.examine(layout))


def _exit(work: Callable[[Layout, Progress], int]) -> None:
    """Ends the program with the work's exit code, or with a sentence on what went wrong."""
    progress = Progress()
    try:
        with processes.signals_raised():
            code = work(checkout(), progress)
    except processes.Stopped as stop:
        code = stop.exit_code
    except (SetupError, StartError) as err:
        progress.problem(str(err))
        code = 1
    raise typer.Exit(code)


def _seed(seed: int, layout: Layout, suite: Suite, progress: Progress) -> None:
    """Have a day stand there; where that fails, the emulators run on with what there is."""
    command = [sys.executable, "-m", "tools.seed", "--seed", str(seed)]
    if _watch(command, environment.for_clients(layout), suite, progress):
        log = layout.log.relative_to(layout.root)
        progress.problem(f"The day is not whole; what the functions printed is in {log}")
    else:
        progress.step("ready, in the middle of a day: docs/apps/seeded-day.md tells what is in it")


def _follow(layout: Layout, suite: Suite, progress: Progress) -> int:
    """Prints the log as it grows; ends what firebase-tools leaves behind."""
    tidied = time.monotonic()
    with layout.log.open(errors="replace") as log:
        log.seek(0, 2)
        while suite.alive:
            print(log.read(), end="", flush=True)
            if time.monotonic() > tidied + _TIDY:
                processes.end(processes.abandoned(str(layout.root)))
                tidied = time.monotonic()
            time.sleep(_POLL)
        print(log.read(), end="", flush=True)
    progress.problem("firebase-tools has ended by itself")
    return 1


def _watch(command: list[str], env: Mapping[str, str], suite: Suite, progress: Progress) -> int:
    """Runs the command while the emulators live; passes on the signals that ask it to stop."""
    try:
        child = subprocess.Popen(command, env=dict(env))
    except OSError as err:
        raise SetupError(f"Cannot run {command[0]}: {err.strerror}") from err
    try:
        while child.poll() is None:
            if not suite.alive:
                progress.problem("firebase-tools has ended; stopping the command")
                child.terminate()
                _collect(child)
                return 1
            time.sleep(_POLL)
    except processes.Stopped as stop:
        with processes.signals_held():
            # A terminal has sent its Ctrl-C to the command already.
            if stop.signum != signal.SIGINT or not sys.stdin.isatty():
                child.send_signal(stop.signum)
            _collect(child)
        raise
    return child.returncode if child.returncode >= 0 else 128 - child.returncode


def _collect(child: subprocess.Popen[bytes], patience: float = 20) -> None:
    """Gives a command that was asked to stop its time, then kills it."""
    try:
        child.wait(patience)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


if __name__ == "__main__":
    app()
