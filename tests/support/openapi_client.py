"""The Python client that the page on other languages tells how to generate, with its program."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support.sources import ROOT

PAGE = ROOT / "docs" / "apps" / "other-languages.md"
_SECONDS = 300


def shown(language: str) -> list[str]:
    """What the page shows in one language: whole blocks."""
    text = PAGE.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class GeneratedClient:
    """A folder of somebody who follows the page."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> GeneratedClient:
        """Generate the client in a folder that holds nothing, beside the page's program."""
        (folder / "docs").symlink_to(ROOT / "docs")
        made = cls(folder)
        run = made.run(commands()[0])
        assert run.returncode == 0, run.stdout + run.stderr
        made.add("open_case.py", *shown("python"))
        made.add("mypy.ini", *shown("ini"))
        return made

    def add(self, name: str, *parts: str) -> None:
        """Write a program beside the client."""
        (self.folder / name).write_text("".join(parts), encoding="utf-8")

    def run(
        self, command: str, settings: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command of the page as a shell does, with the tools of this Python."""
        tools = Path(sys.executable).parent
        path = f"{tools}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env={"PATH": path, "HOME": str(self.folder), **(settings or {})},
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )


def commands() -> list[str]:
    """The commands that the page shows: one generates, one checks types, one runs the program."""
    return "".join(shown("sh")).splitlines()
