"""The processes in which the emulator runs deployed functions, seen from beside them; on Linux."""

from __future__ import annotations

import os
import re
from pathlib import Path


class Worker:
    """The processes of one deployed function of the suite that this test runs on."""

    def __init__(self, function: str) -> None:
        """Name the function; its workers are looked for each time."""
        own = f"FIREBASE_STORAGE_EMULATOR_HOST={os.environ['FIREBASE_STORAGE_EMULATOR_HOST']}"
        self._marks = {f"FUNCTION_TARGET={function}".encode(), own.encode()}

    def forget_peak(self) -> None:
        """Let the peak of memory begin anew."""
        for process in self._processes():
            (process / "clear_refs").write_text("5")

    def peak_mib(self) -> float:
        """The most memory that one of them has held since, in MiB."""
        found = [
            re.search(r"VmHWM:\s*(\d+)", (process / "status").read_text())
            for process in self._processes()
        ]
        return max(int(peak[1]) / 1024 for peak in found if peak)

    def _processes(self) -> list[Path]:
        return [
            process
            for process in Path("/proc").iterdir()
            if process.name.isdigit() and self._marks <= _environment(process)
        ]


def _environment(process: Path) -> set[bytes]:
    try:
        return set((process / "environ").read_bytes().split(b"\0"))
    except OSError:  # another user's, or gone meanwhile
        return set()
