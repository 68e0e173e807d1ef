"""One function in a process of its own, started as Google's Python buildpack starts it.

The buildpack runs `functions-framework` (GoogleCloudPlatform/buildpacks, cmd/python/
functions_framework), which serves `main.py` by gunicorn: one process, THREADS threads.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tools.deployed import FUNCTIONS

_PATIENCE = 60  # seconds; a start takes about one


class NotServedError(Exception):
    """The process ended, or did not listen in time; carries what it printed."""


@dataclass(frozen=True)
class Served:
    """A function that listens: its address, its process, and the file that it prints to."""

    url: str
    process: subprocess.Popen[bytes]
    output: Path


@contextmanager
def served(
    function: str, output: Path, source: Path = FUNCTIONS, **environment: str
) -> Iterator[Served]:
    """Serve a function of the `main.py` in a folder until the block ends.

    It runs in the environment of this process and with these variables besides.

    Raises:
        NotServedError: it did not come up.
    """
    with output.open("wb") as printed:
        port = free_port()
        process = start(function, port, source, environment, printed)
        try:
            _await(process, port, output)
            yield Served(f"http://127.0.0.1:{port}", process, output)
        finally:
            process.terminate()
            process.wait()


def start(
    function: str,
    port: int,
    source: Path,
    environment: dict[str, str],
    printed: IO[bytes] | int = subprocess.DEVNULL,
) -> subprocess.Popen[bytes]:
    """Start the process that serves a function, and do not wait for it."""
    # What development sets must not reach it: it finds in its path what it would find deployed.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.Popen(
        [Path(sys.executable).with_name("functions-framework")],
        cwd=source,
        env=inherited
        | {"FUNCTION_TARGET": function, "HOST": "127.0.0.1", "PORT": str(port)}
        | environment,
        stdout=printed,
        stderr=subprocess.STDOUT,
    )


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


def _await(process: subprocess.Popen[bytes], port: int, output: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise NotServedError(output.read_text(errors="replace"))
