"""The sweep's clock beside the emulators, which run no scheduled function.

    python -m tools.emulators.ticking --seconds 60

Each tick is a process of its own, so that it runs the code as it is then, and its end is not ours.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from contextlib import suppress


def tick() -> str:
    """Do what the deployed `sweep` does; what was done in a line, empty for nothing."""
    from core import log
    from core.clock import SystemClock
    from core.context import Context
    from core.firebase import firestore_client
    from core.store import Store
    from jobs import chores, sweeping

    ctx = Context.of_system(Store(firestore_client()), SystemClock())
    try:
        swept = sweeping.sweep(ctx)
    except Exception as err:  # noqa: BLE001  its text may quote a person; the next tick comes
        log.failure("sweep failed", err)
        return ""
    done = chores.do_all(ctx)
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
    seconds = parser.parse_args().seconds
    with suppress(KeyboardInterrupt):  # how the launcher stops it
        if seconds:
            keep_ticking(seconds)
        elif told := tick():
            print(told, flush=True)


if __name__ == "__main__":
    main()
