"""Command line of the seed: ``python -m tools.seed --seed 1``, on emulators that run."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import redirect_stdout
from io import StringIO

import requests

from core.errors import ScannerError
from tools.client import CallError, DeniedError
from tools.emulators.progress import Progress
from tools.seed import found, show
from tools.seed.accounts import SeededAlreadyError
from tools.seed.day import play
from tools.seed.plan import DAY, SHORT_DAY


def main(arguments: list[str] | None = None) -> int:
    """Seed, tell what is there; returns the exit code."""
    parser = argparse.ArgumentParser(prog="tools.seed", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="names and scans follow from it")
    parser.add_argument("--short", action="store_true", help="the short form of the day")
    parser.add_argument("--check", action="store_true", help="hold what stands there to the plan")
    asked = parser.parse_args(arguments)
    if not os.environ.get("FIRESTORE_EMULATOR_HOST"):
        parser.error("no emulators: start them by `make emulators SEED=1`")
    progress, plan = Progress(), SHORT_DAY if asked.short else DAY
    try:
        # What is done earlier runs in this process, and prints what a function's log would have.
        with redirect_stdout(StringIO()):
            seeded = play(plan, asked.seed, progress)
    except SeededAlreadyError:
        progress.problem("These emulators hold a seeded day already: start them anew.")
        return 1
    except (
        CallError, DeniedError, ScannerError, TimeoutError, requests.RequestException,
    ) as err:  # fmt: skip
        progress.problem(f"The day could not be seeded: {type(err).__name__}: {err}")
        return 1
    show.accounts(plan, asked.seed)
    if asked.check and (faults := found.faults(plan, seeded)):
        progress.problem("\n".join(["What stands there is not what was planned:", *faults]))
        return 1
    progress.step("the day is seeded")
    return 0


if __name__ == "__main__":
    sys.exit(main())
