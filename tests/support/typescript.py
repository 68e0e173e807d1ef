"""The typed client: a copy of its sources to compile, and programs that run on what was built."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.support.sources import ROOT

CLIENT = ROOT / "clients" / "typescript"
_COMPILER = ROOT / "node_modules" / ".bin" / "tsc"
_SECONDS = 120


@dataclass(frozen=True)
class ClientCopy:
    """A copy of the client's sources, beside the packages that it needs."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> ClientCopy:
        """Make a copy in a folder that holds none."""
        for name in ("src", "types"):
            shutil.copytree(CLIENT / name, folder / name)
        for name in ("package.json", "tsconfig.json"):
            shutil.copy(CLIENT / name, folder)
        (folder / "node_modules").symlink_to(ROOT / "node_modules")
        return cls(folder)

    def change(self, module: str, before: str, after: str) -> None:
        """Replace a text of a generated module, wherever it stands there."""
        path = self.folder / "src" / "generated" / f"{module}.ts"
        text = path.read_text(encoding="utf-8")
        assert re.search(before, text), f"{module} has no {before}"
        path.write_text(re.sub(before, after, text), encoding="utf-8")

    def test_types(self, name: str, text: str) -> None:
        """Add a type test, which imports the client as apps do."""
        told = text.replace("'@scanner/client'", "'../src/index.js'")
        (self.folder / "types" / f"{name}.ts").write_text(told, encoding="utf-8")

    def faults(self) -> list[tuple[str, str]]:
        """Compile the client and its type tests; the lines of these that fail, with the code."""
        said = compiled(self.folder / "types")
        found = re.findall(r"^(types/.+?)\((\d+),\d+\): error (TS\d+)", said, re.MULTILINE)
        assert found or not said, said
        sources = {path: (self.folder / path).read_text().splitlines() for path, _, _ in found}
        return [(code, sources[path][int(line) - 1].strip()) for path, line, code in found]

    def build(self) -> None:
        """Build what an app installs."""
        assert compiled(self.folder) == ""

    def add(self, module: Path) -> Path:
        """Put a module of an app beside the client; where it stands then."""
        return Path(shutil.copy(module, self.folder))

    def run(self, program: Path, settings: object, seconds: int = _SECONDS) -> str:
        """Run a program of Node that imports `@scanner/client`; what it printed.

        The settings come to it as JSON on standard input.
        """
        at = self.add(program)
        run = subprocess.run(
            ["node", at],
            input=json.dumps(settings),
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        assert run.returncode == 0, f"{run.stdout}\n{run.stderr}"
        assert run.stderr == "", run.stderr
        return run.stdout


def compiled(project: Path) -> str:
    """Compile a folder that has a `tsconfig.json`; what the compiler said."""
    folder = project.parent if project.name == "types" else project
    run = subprocess.run(
        [_COMPILER, "-p", project],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    return run.stdout
