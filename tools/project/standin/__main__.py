"""Serves a project that a file describes, until it is stopped.

``python -m tools.project.standin FILE``: `nothing` is a project that was just made. It prints the
command that checks it.
"""

from __future__ import annotations

import argparse
import json
import threading
from pathlib import Path

from tools.project.standin.server import serving
from tools.project.standin.state import StandIn

NOTHING = Path(__file__).with_name("nothing.json")


def main() -> None:
    """Serve it."""
    parser = argparse.ArgumentParser(prog="python -m tools.project.standin", description=__doc__)
    parser.add_argument("file", nargs="?", default="nothing", help="the description, as JSON")
    parser.add_argument("--port", type=int, default=0)
    asked = parser.parse_args()
    path = NOTHING if asked.file == "nothing" else Path(asked.file)
    stand_in = StandIn(json.loads(path.read_text(encoding="utf-8")))
    with serving(stand_in, asked.port) as address:
        print(f"./scannerctl --project {stand_in.project} project check --at {address}", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print("stopped")


if __name__ == "__main__":
    main()
