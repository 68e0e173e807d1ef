"""Where things are: project names, files and ports of one checkout's emulators."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = "demo-scanner"  # firebase-tools never leaves the machine for projects named demo-*
#: The default bucket, which uploads land in; the other is named by core.settings.clean_bucket.
BUCKET = f"{PROJECT}.appspot.com"
REGION = "asia-south1"
HOST = "127.0.0.1"
SERVICES = ("auth", "functions", "firestore", "storage", "tasks", "eventarc")
#: Serves the console, where there is a build of it.
HOSTING = "hosting"
# The hub and the log server start unasked.
_EMULATORS = ("hub", *SERVICES, "logging", HOSTING)
_CONFIG = ".firebase.emulators.json"


class SetupError(Exception):
    """Something on this machine keeps the emulators from starting; says what to do."""


@dataclass(frozen=True)
class Layout:
    """The files and ports of the checkout at ``root``."""

    root: Path
    ports: Mapping[str, int]

    @property
    def state(self) -> Path:
        """What running leaves behind: logs, the throwaway key, wrappers. Ignored by git."""
        return self.root / ".scanner"

    @property
    def logs(self) -> Path:
        """Log files of the run under way, or of the last one."""
        return self.state / "logs"

    @property
    def log(self) -> Path:
        """Everything that the emulators and the functions print."""
        return self.logs / "emulators.log"

    @property
    def temporary(self) -> Path:
        """Temporary files, stored objects among them: shared ones would mix up two checkouts."""
        return self.state / "tmp"

    @property
    def key(self) -> Path:
        """The throwaway service account key."""
        return self.state / "service-account.json"

    @property
    def pinned_params(self) -> Path:
        """Where firebase-tools keeps the values of params that it has once resolved."""
        return self.root / "functions" / ".env.local"

    @property
    def secrets(self) -> Path:
        """Where firebase-tools finds secrets: here it must not ask Secret Manager for them."""
        return self.root / "functions" / ".secret.local"

    @property
    def config(self) -> Path:
        """The generated configuration; firebase-tools takes its folder for the project's."""
        return self.root / _CONFIG

    @property
    def build(self) -> Path:
        """The console as ``make web`` builds it."""
        return self.root / "web" / "dist"

    @property
    def served(self) -> Path:
        """The folder that the hosting emulator serves."""
        return self.state / "hosting"

    @property
    def firebase(self) -> Path:
        """The command line of firebase-tools."""
        return self.root / "node_modules" / "firebase-tools" / "lib" / "bin" / "firebase.js"

    def address(self, service: str) -> str:
        """``host:port`` of an emulator."""
        return f"{HOST}:{self.ports[service]}"


def checkout(environ: Mapping[str, str] = os.environ) -> Layout:
    """The layout of the checkout that this file is in, with ``PORT_BASE`` applied."""
    root = Path(__file__).resolve().parents[2]
    return Layout(root, ports(read_config(root), environ.get("PORT_BASE", "")))


def read_config(root: Path) -> dict[str, Any]:
    """The project's firebase.json."""
    config: dict[str, Any] = json.loads((root / "firebase.json").read_text())
    return config


def ports(config: Mapping[str, Any], base: str = "") -> dict[str, int]:
    """The port of each emulator: as in firebase.json, or all moved so that they begin at base."""
    emulators = config["emulators"]
    found = {name: emulators[name]["port"] for name in _EMULATORS}
    found["firestore_websocket"] = emulators["firestore"]["websocketPort"]
    found["gateway"] = found["logging"] + 1  # the stand-in for the payment gateway
    shift = _base(base) - min(found.values()) if base else 0
    return {name: port + shift for name, port in found.items()}


def _base(text: str) -> int:
    if not text.isdecimal() or not 1024 <= int(text) <= 65000:
        raise SetupError(f"PORT_BASE must be a number from 1024 to 65000, not {text!r}.")
    return int(text)


def generated_config(
    config: Mapping[str, Any],
    ports: Mapping[str, int],
    python: tuple[int, int] = sys.version_info[:2],
    *,
    many_projects: bool = False,
) -> dict[str, Any]:
    """firebase.json with the chosen ports and the Python that the virtual environment has.

    Deployment pins a Python of its own; firebase-tools would look for that one here too. With
    `many_projects` nobody is warned of requests for other projects: that helps an app with a
    mistyped project id, and a run of all tests logs it 150,000 times, three times each.
    """
    result: dict[str, Any] = json.loads(json.dumps(config))
    # For rules of one bucket and no other, as deployed; .firebaserc says which bucket is meant.
    result["storage"] = [{"target": "landing", **result["storage"]}]
    for name in _EMULATORS:
        result["emulators"][name]["port"] = ports[name]
    result["emulators"]["firestore"]["websocketPort"] = ports["firestore_websocket"]
    for codebase in result["functions"]:
        codebase["runtime"] = "python{}{}".format(*python)
    if many_projects:
        result["emulators"]["singleProjectMode"] = False
    return result
