"""The processes in which the emulator runs deployed functions, seen from beside them; on Linux."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

PROCESSES = Path("/proc")


class Worker:
    """The processes of one deployed function of the suite that this test runs on."""

    def __init__(self, function: str) -> None:
        """Name the function; its workers are looked for each time."""
        own = f"FIREBASE_STORAGE_EMULATOR_HOST={os.environ['FIREBASE_STORAGE_EMULATOR_HOST']}"
        self._marks = {f"FUNCTION_TARGET={function}".encode(), own.encode()}

    def forget_peak(self) -> None:
        """Let the peak of memory begin anew."""
        for process in self._processes():
            with suppress(OSError):
                (process / "clear_refs").write_text("5")

    def peak_mib(self) -> float:
        """The most memory that one of them has held since, in MiB; 0 where nothing can tell.

        Raises:
            LookupError: there is none, though the system could tell.
        """
        found = [
            int(peak[1]) / 1024
            for process in self._processes()
            if (peak := re.search(rb"VmHWM:\s*(\d+)", _read(process / "status")))
        ]
        if PROCESSES.is_dir() and not found:
            raise LookupError(self._marks)
        return max(found, default=0)

    def _processes(self) -> list[Path]:
        return [
            process
            for process in PROCESSES.glob("[0-9]*")
            if self._marks <= set(_read(process / "environ").split(b"\0"))
        ]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # another user's, or gone meanwhile
        return b""
