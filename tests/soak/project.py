"""A project of one's own on the running emulators: nobody else's documents are in it."""

from __future__ import annotations

import os
import sys

from tests.support.projects import fresh, go


def own_project(name: str) -> None:
    """Make this process work in a fresh project; its database is empty and ends with the suite."""
    if not os.environ.get("FIRESTORE_EMULATOR_HOST"):
        sys.exit("The emulators are not running: `make soak` starts them.")
    go(fresh(name))
