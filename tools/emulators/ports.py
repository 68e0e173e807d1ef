"""Checks that ports are free, and names who holds them when they are not."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.emulators.layout import HOST, SetupError

_PROC = Path("/proc")
_LISTENING = "0A"  # TCP_LISTEN in /proc/net/tcp


@dataclass(frozen=True)
class Holder:
    """A process that listens on a port; without a pid when the system does not tell."""

    port: int
    pid: int | None = None
    command: str = ""

    def __str__(self) -> str:
        if self.pid is None:
            return f"port {self.port} (by a process that this user may not see)"
        return f"port {self.port} by process {self.pid}: {self.command}"


def is_free(port: int) -> bool:
    """Whether a server could listen on the port now."""
    with socket.socket() as probe:
        # As servers do: connections of an earlier run that linger must not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def is_open(port: int) -> bool:
    """Whether somebody answers on the port."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((HOST, port)) == 0


def require_free(ports: Mapping[str, int]) -> None:
    """Refuses to start on ports that are taken, naming who holds each."""
    taken = {name: holder(port) for name, port in ports.items() if not is_free(port)}
    if taken:
        lines = "\n".join(f"  {name}: {who}" for name, who in taken.items())
        raise SetupError(
            f"These ports are taken:\n{lines}\n"
            "Stop these processes, or choose other ports: PORT_BASE=9500 make ..."
        )


def holder(port: int) -> Holder:
    """Who listens on the port, as far as the system tells."""
    pid = _pid_from_proc(port) or _pid_from_lsof(port)
    return Holder(port, pid, command(pid)) if pid else Holder(port)


def command(pid: int) -> str:
    """The command line of a process, shortened to a line."""
    try:
        words = (_PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ")
        text = words.decode(errors="replace")
    except OSError:
        text = _output("ps", "-o", "command=", "-p", str(pid))
    text = text.strip()
    return text if len(text) <= 120 else text[:117] + "..."


def _pid_from_proc(port: int) -> int | None:
    """The listener's pid by its socket's inode, on Linux."""
    sockets = {f"socket:[{inode}]" for inode in _listening_inodes(port)}
    for link in _PROC.glob("[0-9]*/fd/*") if sockets else ():
        try:
            if str(link.readlink()) in sockets:
                return int(link.parts[2])
        except OSError:  # the process has ended, or belongs to another user
            continue
    return None


def _listening_inodes(port: int) -> list[str]:
    rows = [row.split() for table in ("tcp", "tcp6") for row in _lines(_PROC / "net" / table)[1:]]
    return [
        fields[9]
        for fields in rows
        if fields[3] == _LISTENING and int(fields[1].rpartition(":")[2], 16) == port
    ]


def _lines(file: Path) -> list[str]:
    return file.read_text().splitlines() if file.is_file() else []


def _pid_from_lsof(port: int) -> int | None:
    found = re.search(r"\d+", _output("lsof", "-nP", "-t", f"-iTCP:{port}", "-sTCP:LISTEN"))
    return int(found.group()) if found else None


def _output(*call: str) -> str:
    if not shutil.which(call[0]):
        return ""
    said = subprocess.run(
        call, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    return said.stdout
