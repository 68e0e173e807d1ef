"""Runs the programs that a release is made of, in the checkout, and says what it runs."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

#: firebase-tools gives discovery 10 seconds by the clock, which says how busy the machine is.
DISCOVERY_SECONDS = 120


def typed(command: Sequence[str]) -> str:
    """Return a command as a person types it in the checkout: npx finds its own firebase-tools."""
    return shlex.join(("npx", *command) if command[0] == "firebase" else command)


class ReleaseError(Exception):
    """The release cannot begin, or cannot go on; says why and what to do."""


#: Emulators that start meanwhile could answer firebase-tools in the place of our functions.
_PORTS = Path(__file__).resolve().parents[1] / "emulators" / "distinct_ports.cjs"


def _environ() -> dict[str, str]:
    return dict(os.environ)


@dataclass(frozen=True)
class Runner:
    """Runs programs in the folder of the checkout; its own packages' programs come first.

    Attributes:
        root: the checkout.
        environ: what programs find in their environment.
    """

    root: Path
    environ: Mapping[str, str] = field(default_factory=_environ)

    def run(self, *command: str) -> None:
        """Run a program; what it prints is shown as it comes.

        Raises:
            ReleaseError: it is not there, or failed.
        """
        print(f"\n$ {typed(command)}", flush=True)
        if code := self._started(command, capture=False).returncode:
            raise ReleaseError(f"`{typed(command)}` ended with {code}: see above.")

    def read(self, *command: str) -> str:
        """Run a program and return what it printed, without the end of the line.

        Raises:
            ReleaseError: it is not there, or failed; with what it said.
        """
        done = self._started(command, capture=True)
        if done.returncode:
            said = done.stderr.strip() or done.stdout.strip()
            raise ReleaseError(f"`{typed(command)}` ended with {done.returncode}: {said}")
        return done.stdout.rstrip("\n")

    def _started(
        self, command: tuple[str, ...], *, capture: bool
    ) -> subprocess.CompletedProcess[str]:
        own = self.root / "node_modules" / ".bin"
        environ = {
            **self.environ,
            "PATH": f"{own}{os.pathsep}{self.environ.get('PATH', '')}",
            "FUNCTIONS_DISCOVERY_TIMEOUT": str(DISCOVERY_SECONDS),
            "NODE_OPTIONS": f"{self.environ.get('NODE_OPTIONS', '')} --require {_PORTS}".strip(),
        }
        sys.stdout.flush()
        try:
            # `env` looks the program up in that PATH, and not in ours.
            return subprocess.run(
                ["/usr/bin/env", "--", *command],
                cwd=self.root,
                env=environ,
                stdin=subprocess.DEVNULL,
                capture_output=capture,
                text=True,
                check=False,
            )
        except OSError as err:
            raise ReleaseError(f"`{command[0]}` cannot be started: {err}") from err
