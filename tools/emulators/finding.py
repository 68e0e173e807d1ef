"""Finding the suite that runs from a checkout already, on whatever ports it was started."""

from __future__ import annotations

import fcntl
import json
from pathlib import Path

from tools.emulators import ports as sockets
from tools.emulators.layout import Layout, ports


def running_suite(layout: Layout) -> Layout | None:
    """Return this checkout's layout on the ports its suite runs on now; None when none runs."""
    if not _held(layout.state / "lock"):
        return None
    try:
        config = json.loads(layout.config.read_text())
    except (OSError, ValueError):  # the suite is about to write it
        return None
    suite = Layout(layout.root, ports(config))
    ready = all(sockets.is_open(suite.ports[name]) for name in ("auth", "firestore", "functions"))
    return suite if ready else None


def _held(lock: Path) -> bool:
    """Tell whether a launcher holds the lock that it takes for as long as its suite runs."""
    try:
        with lock.open() as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False
