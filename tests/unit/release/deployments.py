"""A copy of what is deployed, and what firebase-tools' own code makes of it, without a project."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.sources import ROOT

PROJECT = "scanner-real"
#: What an operator has to give (docs/operations/settings.md), with a name that wants quoting.
GIVEN = {
    "SCANNER_LEGAL_NAME": "Scan & Co Private Limited",
    "SCANNER_ADDRESS": "12 Marine Drive, Mumbai 400020",
    "SCANNER_STATE": "27",
    "SCANNER_GSTIN": "",
}
#: What a release builds and git does not hold.
BUILT = "scans/gate/stl/kernel/built/painting-linux-x86_64.so"
#: firebase-tools asks for functions at a port that it does not hold until they listen there.
DISTINCT_PORTS = ROOT / "tools" / "emulators" / "distinct_ports.cjs"
_RUNTIME = "python{}{}".format(*sys.version_info[:2])
_SECONDS = 120


@dataclass(frozen=True)
class Copy:
    """The folder of a project that `firebase deploy` could be called in."""

    root: Path

    @classmethod
    def at(cls, root: Path) -> Copy:
        """Copy what is deployed. The runtime is this Python's: firebase-tools starts no other."""
        shutil.copytree(
            ROOT / "functions",
            root / "functions",
            ignore=shutil.ignore_patterns("venv", "__pycache__", ".env*", ".secret*"),
        )
        (root / "functions" / "venv").symlink_to(Path(sys.prefix))
        built = root / "functions" / BUILT
        built.parent.mkdir(exist_ok=True)
        built.write_bytes(b"not a kernel: it has to be in the archive, and nobody draws here")
        for name in ("firestore.rules", "firestore.indexes.json", "storage.rules"):
            shutil.copy(ROOT / name, root)
        config = (ROOT / "firebase.json").read_text(encoding="utf-8")
        changed = re.sub(r'"runtime": "python\d+"', f'"runtime": "{_RUNTIME}"', config)
        (root / "firebase.json").write_text(changed, encoding="utf-8")
        return cls(root)

    def give(self, settings: dict[str, str]) -> None:
        """Write the settings of the project, in the place of those from before."""
        text = "".join(f'{name}="{value}"\n' for name, value in settings.items())
        (self.root / "functions" / f".env.{PROJECT}").write_text(text, encoding="utf-8")

    def deployed(self) -> dict[str, Any]:
        """Return what firebase-tools would ask and send; see deployment.cjs."""
        run = self.run()
        assert run.returncode == 0, run.stdout + run.stderr
        answer: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
        return answer

    def run(self) -> subprocess.CompletedProcess[str]:
        """Run the program in a process without our environment's emulators and paths."""
        node = shutil.which("node")
        assert node, "Node is needed"
        program = Path(__file__).with_name("deployment.cjs")
        return subprocess.run(
            [node, "--require", str(DISTINCT_PORTS), str(program), str(self.root), PROJECT],
            env={"PATH": f"{Path(node).parent}:/usr/bin:/bin", "HOME": str(self.root)},
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
