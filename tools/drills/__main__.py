"""Command line of the drills; `make drills` runs all of them on emulators of their own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from tools.demo.steps import Steps, StoryEndedError
from tools.drills import gateway_down, leaked_admin, leaked_secret, restore, rollback

#: Each plays its steps and returns what they have proven, a sentence each. A new drill is a module
#: with a `play`, and a line here. The order matters on one suite: an erasure is played ahead of its
#: time, which the audit tells ever after, and a forged payment differs at the gateway ever after.
DRILLS: Mapping[str, Callable[[Steps], list[str]]] = {
    "leaked-admin": leaked_admin.play,
    "restore": restore.play,
    "gateway-down": gateway_down.play,
    "leaked-secret": leaked_secret.play,
    "rollback": rollback.play,
}


#: Tells only whether the names are right: the emulators take a minute to start.
CHECK_NAMES = "--check-names"


def main(arguments: list[str]) -> int:
    """Play the drills that are named, or all; returns the exit code.

    With `--check-names` none is played: 0 where all that are named can be.
    """
    names = [each for each in arguments if each != CHECK_NAMES]
    if unknown := [name for name in names if name not in DRILLS]:
        print(f"There is no drill {unknown[0]}: {', '.join(DRILLS)}.", file=sys.stderr)
        return 2
    if CHECK_NAMES in arguments:
        return 0
    if not os.environ.get("SCANNER_FUNCTIONS_URL"):
        print("The emulators are not running: make drills starts them.", file=sys.stderr)
        return 2
    proven: list[str] = []
    for name in names or DRILLS:
        print(f"Drill: {name}", flush=True)
        steps = Steps()
        try:
            proven += DRILLS[name](steps)
        except StoryEndedError:
            print("The drill failed at the step above.", file=sys.stderr)
            return 1
        if not steps.all_well:
            print("The drill failed: see the steps above.", file=sys.stderr)
            return 1
    print("\nProven:")
    print("\n".join(f"  - {sentence}" for sentence in proven))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
