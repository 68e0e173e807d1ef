"""Tells what the emulators would run on, without starting or downloading anything."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable

from rich.table import Column, Table

from tools.emulators import jars, java, ports
from tools.emulators.layout import Layout, SetupError
from tools.emulators.progress import console


def examine(layout: Layout) -> int:
    """Prints a table of what was found; 1 when something is missing."""
    checks: dict[str, Callable[[Layout], str]] = {
        "Python": lambda _: f"{sys.version.split()[0]} ({sys.executable})",
        "Node": _node,
        "firebase-tools": _firebase,
        "Java": lambda _: str(java.find()),
        "Firestore emulator": lambda layout: _part(layout, "firestore"),
        "Storage rules": lambda layout: _part(layout, "storage"),
        "Ports": _ports,
    }
    table = Table("what", Column("found", overflow="fold"))
    healthy = True
    for name, check in checks.items():
        try:
            table.add_row(name, check(layout))
        except SetupError as err:
            table.add_row(f"[red]{name}[/]", str(err))
            healthy = False
    console.print(table)
    return 0 if healthy else 1


def _node(_layout: Layout) -> str:
    if not (node := shutil.which("node")):
        raise SetupError("missing: install Node 20 or later")
    return subprocess.check_output([node, "--version"], encoding="utf-8", errors="replace").strip()


def _firebase(layout: Layout) -> str:
    if not layout.firebase.is_file():
        raise SetupError("missing: run make install")
    version: str = json.loads((layout.firebase.parents[2] / "package.json").read_text())["version"]
    return version


def _part(layout: Layout, part: str) -> str:
    _firebase(layout)
    if (jar := jars.official(layout)[part]).is_file():
        return f"official, from firebase-tools ({jar})"
    if sdk := jars.cloud_sdk_jar():
        how = "" if part == "firestore" else "Google's rules compiler in "
        return f"{how}the Cloud SDK's emulator ({sdk})"
    return "not here yet; the first start tries to download it"


def _ports(layout: Layout) -> str:
    ports.require_free(layout.ports)
    return f"{min(layout.ports.values())} to {max(layout.ports.values())} are free"
