"""The sweep's clock beside the emulators, which run no scheduled function.

    python -m tools.emulators.ticking --seconds 60

Each tick is a process of its own, so that it runs the code as it is then, and its end is not ours.
Nobody has to wait for days: one tick can look at one document as if they were over.

    python -m tools.emulators.ticking --days 8 --subject privacy_requests/r7Wm2KxTq9LcVb4NzHd1
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True)
class Ahead:
    """The machine's clock, put forward."""

    by: timedelta

    def now(self) -> datetime:
        """Return the moment that it will be then, in UTC."""
        return datetime.now(UTC) + self.by


def tick(days: float = 0, subject: str | None = None) -> str:
    """Do what the deployed `sweep` does; what was done in a line, empty for nothing.

    With a `subject`, only what is about that document, and no chores; `days` from now.
    """
    from core import log
    from core.context import Context
    from core.firebase import firestore_client
    from core.store import Store
    from jobs import chores, sweeping

    ctx = Context.of_system(Store(firestore_client()), Ahead(timedelta(days=days)))
    try:
        swept = sweeping.sweep(ctx, subject)
    except Exception as err:  # noqa: BLE001  its text may quote a person; the next tick comes
        log.failure("sweep failed", err)
        return ""
    done = 0 if subject else chores.do_all(ctx)
    if not (swept.run or swept.woken or done):
        return ""
    return f"swept: {swept.run} jobs run, {swept.woken} left to the queue, {done} done by chores"


def keep_ticking(seconds: float) -> None:
    """Tick for ever, whatever becomes of each; what went wrong, the tick says itself."""
    while True:
        time.sleep(seconds)
        subprocess.run([sys.executable, "-m", "tools.emulators.ticking"], check=False)


def main() -> None:
    """Tick once, or for ever until asked to stop."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, help="between two ticks; without it, one tick")
    parser.add_argument("--subject", help="path of a document: only what is about it")
    parser.add_argument("--days", type=float, default=0, help="as it will be then; with --subject")
    given = parser.parse_args()
    if given.days and not given.subject:
        parser.error("--days needs --subject: what is about others would come due as well")
    if not os.environ.get("FIRESTORE_EMULATOR_HOST"):
        parser.error(
            "no emulators: a real project has Cloud Scheduler, and the days that there are"
        )
    with suppress(KeyboardInterrupt):  # how the launcher stops it
        if given.seconds:
            keep_ticking(given.seconds)
        elif told := tick(given.days, given.subject):
            print(told, flush=True)


if __name__ == "__main__":
    main()
