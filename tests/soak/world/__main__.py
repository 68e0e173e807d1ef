"""Plays worlds from the command line: `python -m tests.soak.world --seconds 55 --seed 1`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from tests.soak.world.actions import script
from tests.soak.world.apart import apart
from tests.soak.world.play import WorldRun, play, told
from tests.soak.world.shrink import breaks, shrunk


def main() -> None:
    """Play one world, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="0: one that is drawn")
    parser.add_argument("--seconds", type=float, default=1e9, help="of the processor")
    parser.add_argument("--steps", type=int, default=10**9)
    parser.add_argument("--days", type=float, default=1e9, help="virtual ones")
    parser.add_argument("--no-faults", action="store_true")
    parser.add_argument("--clinics", type=int, default=4)
    parser.add_argument("--labs", type=int, default=2)
    parser.add_argument("--operators", type=int, default=3)
    parser.add_argument("--coverage", action="store_true", help="list what was reached, and not")
    parser.add_argument("--shrink", type=float, default=120, help="seconds to shorten a failure")
    arguments = parser.parse_args()
    if os.environ.get("PYTHONHASHSEED") != "0":  # sets are in the same order each time
        again = [sys.executable, *sys.orig_argv[1:]]
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        os.execve(sys.executable, again, environment)  # noqa: S606  this very program
    seed = arguments.seed or int(datetime.now(UTC).timestamp())
    told(f"seed {seed}")
    played = apart(
        lambda: play(
            seed,
            seconds=arguments.seconds,
            steps=arguments.steps,
            faults=not arguments.no_faults,
            days=arguments.days,
            clinics=arguments.clinics,
            labs=arguments.labs,
            operators=arguments.operators,
        )
    )
    report(played, coverage=arguments.coverage)
    if played.broken:
        told(f"BROKEN {played.told}")
        if not arguments.shrink:
            raise SystemExit(1)
        faults = not arguments.no_faults
        still = breaks(seed, played.broken, faults=faults)
        told(f"{played.told}\nlooking for a shorter sequence than {len(played.actions)} actions")
        shortest = shrunk(played.actions, still, arguments.shrink)
        text = script(seed, shortest, faults=faults)
        where = Path(tempfile.gettempdir()) / f"world-{seed}-{played.broken}.py"
        where.write_text(text, encoding="utf-8")
        told(f"{text}\nseed {seed}: {played.told}\n{len(shortest)} actions, also in {where}")
        raise SystemExit(1)


def report(played: WorldRun, *, coverage: bool) -> None:
    """Print what a run was."""
    calls = sum(count for _, _, count in played.outcomes)
    allowed = sum(count for _, outcome, count in played.outcomes if outcome == "ok")
    print(
        f"seed {played.seed}: {played.steps} steps in {played.seconds:.0f} s "
        f"({played.steps / played.seconds:.0f} a second), {played.days:.1f} virtual days"
    )
    print(f"{calls} calls, {allowed / max(1, calls):.0%} allowed; {played.counted}")
    if coverage:
        by: dict[str, Counter[str]] = {}
        for name, outcome, count in played.outcomes:
            by.setdefault(name, Counter())[outcome] = count
        for name, outcomes in sorted(by.items()):
            print(f"  {name}: {dict(outcomes.most_common())}")


if __name__ == "__main__":
    main()
