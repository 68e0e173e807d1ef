"""What the functions log: kept for an act, and counted."""

from __future__ import annotations

from collections import Counter
from typing import Any

from firebase_functions import logger


class Journal:
    """Stands where firebase-functions writes lines of the log."""

    def __init__(self) -> None:
        self.lines: list[dict[str, Any]] = []
        self.counted: Counter[str] = Counter()

    def install(self) -> None:
        """Take the lines."""
        logger.info = self._writer("INFO")
        logger.warn = self._writer("WARNING")
        logger.error = self._writer("ERROR")

    def taken(self) -> list[dict[str, Any]]:
        """Return the lines since the last time."""
        lines, self.lines = self.lines, []
        return lines

    def _writer(self, severity: str) -> Any:
        def write(message: str = "", **fields: Any) -> None:
            self.counted[f"{severity} {message}"] += 1
            self.lines.append({"severity": severity, "message": message, **fields})

        return write
