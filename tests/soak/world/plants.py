"""The planted faults of `plants.toml`: where, what stands there, and what takes its place."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Plant:
    """One fault.

    Attributes:
        name: short, and its own.
        says: what it does, as the docs have it.
        path: the file, below `functions/`.
        before: what stands there, once.
        after: what takes its place.
    """

    name: str
    says: str
    path: str
    before: str
    after: str

    def put(self, functions: Path) -> None:
        """Put it into a copy of the functions.

        Raises:
            ValueError: what it replaces is not there, or not once.
        """
        file = functions / self.path
        text = file.read_text(encoding="utf-8")
        if text.count(self.before) != 1:
            raise ValueError(f"{self.name} does not fit {self.path} any more")
        file.write_text(text.replace(self.before, self.after), encoding="utf-8")


def plants() -> list[Plant]:
    """Return all of them, in the order of the file."""
    text = Path(__file__).with_name("plants.toml").read_text(encoding="utf-8")
    return [Plant(name, **each) for name, each in tomllib.loads(text).items()]
