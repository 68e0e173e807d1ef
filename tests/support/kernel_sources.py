"""Copies of the source of the compiled drawing, to be changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from scans.gate.stl import kernel


def sources(folder: Path) -> Path:
    """Copy the files that are compiled into a new folder, and return it."""
    folder.mkdir()
    for path in sorted(kernel.SOURCE.glob("*.[ch]")):
        shutil.copy(path, folder)
    return folder
