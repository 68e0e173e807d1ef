"""Playing a sequence of actions again, as the scripts do that a failure prints."""

from __future__ import annotations

import json
import os
import sys

from tests.soak.world.play import replay as played
from tests.soak.world.play import told


def replay(seed: int, actions: list[str], *, faults: bool = True) -> None:
    """Play the actions, and end with 1 where an invariant breaks; what broke is printed."""
    if os.environ.get("PYTHONHASHSEED") != "0":
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        again = [sys.executable, *sys.orig_argv[1:]]
        os.execve(sys.executable, again, environment)  # noqa: S606  this very program
    found = played(seed, [json.loads(each) for each in actions], faults=faults)
    told(found.told or "nothing broke")
    raise SystemExit(1 if found.broken else 0)
