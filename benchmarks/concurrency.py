"""Eighty calls at the same moment to one instance: its threads as chosen, and as they were.

functions-framework serves by gunicorn with four threads for each processor unless THREADS says
otherwise; `main.py` has it say the concurrency that the function declares. Both instances run as
Google's Python buildpack starts them, and serve the same callable, which verifies the ID token,
reads two documents and answers. Between them and the Firestore emulator lies a network of 4 ms each
way, about what lies between an instance and Firestore in one region.

The rounds take turns, so that a busy moment meets both. The least 95th percentile of each counts.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import results
from benchmarks.builds import ROOT
from benchmarks.waiting import delayed

CALLS = 80
ROUNDS = 7
#: Seconds, each way.
NETWORK = 0.004
#: Of functions-framework, on an instance with one processor.
THREADS_BEFORE = 4
#: The 95th percentile with the threads that were chosen, of that with the threads before.
TARGET = 0.6
#: It reads the account and the wallet: the least that a callable does, so threads help it least.
CALLABLE = "wallet/get_balance"


def run(console: Console) -> bool:
    """Measure on an emulator suite of its own; returns whether the target was met."""
    console.print(f"{CALLS} calls at once, on emulators of their own: about a minute")
    suite = [sys.executable, "-m", "tools.emulators", "run", "--"]
    inner = [sys.executable, "-m", "benchmarks.concurrency"]
    return subprocess.run([*suite, *inner], cwd=ROOT, check=False).returncode == 0


def measure(console: Console, threads: int = 0) -> bool:
    """Run the rounds on the emulators that the environment names.

    `threads` tries others than those that are declared.
    """
    from tests.support.people import Cast, appointed_admin
    from tools.served import served

    chosen = threads or _declared()
    token = Cast(appointed_admin()).member().token
    function, _, path = CALLABLE.partition("/")
    found: dict[int, list[list[float]]] = {THREADS_BEFORE: [], chosen: []}
    with (
        tempfile.TemporaryDirectory() as folder,
        delayed(os.environ["FIRESTORE_EMULATOR_HOST"], NETWORK) as firestore,
        ExitStack() as stack,
    ):
        instances = {
            each: stack.enter_context(
                served(
                    function,
                    Path(folder) / str(each),
                    THREADS=str(each),
                    FIRESTORE_EMULATOR_HOST=firestore,
                )
            )
            for each in found
        }
        for number in range(ROUNDS + 1):
            for each, instance in instances.items():
                port = int(instance.url.rpartition(":")[2])
                times = asyncio.run(_at_once(port, f"/{path}", token))
                if number:  # the first imports, and opens connections
                    found[each].append(times)
    return _report(console, found, chosen)


async def _at_once(port: int, path: str, token: str) -> list[float]:
    """Make all calls at the same moment; returns the seconds that each took."""
    body = b'{"data": {}}'
    request = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Authorization: Bearer {token}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    ).encode() + body
    return await asyncio.gather(*(_call(port, request) for _ in range(CALLS)))


async def _call(port: int, request: bytes) -> float:
    started = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    answer = await reader.read()
    taken = time.perf_counter() - started
    writer.close()
    if b" 200 OK" not in answer.partition(b"\r\n")[0]:
        raise RuntimeError(answer.decode(errors="replace")[:500])
    return taken


def _percentile(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _report(console: Console, found: dict[int, list[list[float]]], chosen: int) -> bool:
    best = {threads: min(map(_percentile, rounds)) for threads, rounds in found.items()}
    ratio = best[chosen] / best[THREADS_BEFORE]
    table = Table(title=f"{CALLS} calls at once of {CALLABLE}", title_justify="left")
    for heading in ("threads", "95th percentile, least of the rounds", "of that before", "target"):
        table.add_column(heading, justify="right")
    table.add_row(str(THREADS_BEFORE), f"{best[THREADS_BEFORE]:.3f} s", "1.00", "")
    verdict = f"[green]≤ {TARGET}[/]" if ratio <= TARGET else f"[red]over {TARGET}[/]"
    table.add_row(str(chosen), f"{best[chosen]:.3f} s", f"{ratio:.2f}", verdict)
    results.show(console, "concurrency", table)
    return results.tell(
        results.Result(
            "concurrency",
            f"{CALLS} calls at once, 95th percentile",
            f"{best[chosen]:.2f} s",
            f"{best[THREADS_BEFORE]:.2f} s, {THREADS_BEFORE} threads",
            "",
            ratio,
            TARGET,
        )
    )


def _declared() -> int:
    """Return the concurrency, and so the threads, of the function that serves the callable."""
    from tools.deployed import routers

    by_name = {router.function: router for router in routers()}
    return by_name[CALLABLE.partition("/")[0]].instances.concurrency


if __name__ == "__main__":
    sys.exit(0 if measure(Console(), *map(int, sys.argv[1:])) else 1)
