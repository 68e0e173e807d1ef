"""The processes that the emulators run functions in: their memory and processor time; on Linux.

An instance of one function is a server and what it forked, on a port of its own. A callable has one
for all of its calls, a trigger one for each event at a time (tools/emulators/shared_workers.cjs).
Pages that several processes share are counted once (Pss).
"""

from __future__ import annotations

import os
import re
import signal
import socket
import threading
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PROCESSES = Path("/proc")
_EVERY = 2.0  # seconds between two looks
_TICKS = os.sysconf("SC_CLK_TCK")
_SHARE = re.compile(rb"^Pss:\s+(\d+) kB", re.M)


@dataclass(frozen=True)
class _Process:
    """One process of an instance."""

    folder: Path
    function: str
    port: str


def _listens(process: _Process) -> bool:
    """Tell whether the server of an instance takes calls yet."""
    try:
        socket.create_connection(("127.0.0.1", int(process.port)), timeout=1).close()
    except OSError:
        return False
    return True


class Instances:
    """Looks at all instances of the suite that the environment names, until it is closed."""

    def __init__(self) -> None:
        """Begin to look."""
        host = os.environ["FIREBASE_STORAGE_EMULATOR_HOST"]
        self._own = f"FIREBASE_STORAGE_EMULATOR_HOST={host}".encode()
        #: The most that one instance held, in MB, and how many there were at once, by function.
        self.memory: dict[str, float] = defaultdict(float)
        self.most: dict[str, int] = defaultdict(int)
        #: The most that all held together, in MB.
        self.together = 0.0
        self._used: dict[str, float] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._keep_looking, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def processor(self) -> float:
        """Return the processor seconds of all of them so far; of ended ones as last seen."""
        self._look()
        return sum(self._used.values())

    def kill(self, function: str) -> bool:
        """Kill an instance of a function amid its work; returns whether there was one.

        One that only starts is spared: the emulator never answers the call that it starts for.
        """
        found = [each for each in self._found() if each.function == function and _listens(each)]
        for each in found:
            if each.port == found[0].port:
                with suppress(ProcessLookupError):
                    os.kill(int(each.folder.name), signal.SIGKILL)
        return bool(found)

    def _keep_looking(self) -> None:
        while not self._over.wait(_EVERY):
            self._look()

    def _look(self) -> None:
        held: dict[tuple[str, str], float] = defaultdict(float)
        for each in self._found():
            try:
                share = _SHARE.search((each.folder / "smaps_rollup").read_bytes())
                fields = (each.folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:  # it has ended meanwhile
                continue
            self._used[each.folder.name] = (int(fields[11]) + int(fields[12])) / _TICKS
            held[each.function, each.port] += int(share[1]) / 1024 if share else 0
        self.together = max(self.together, sum(held.values()))
        counted: dict[str, int] = defaultdict(int)
        for (function, _), memory in held.items():
            self.memory[function] = max(self.memory[function], memory)
            counted[function] += 1
        for function, count in counted.items():
            self.most[function] = max(self.most[function], count)

    def _found(self) -> list[_Process]:
        """Return the processes of instances, without the shells that started them."""
        found = []
        for folder in _PROCESSES.glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().split(b"\0")
                if not any(word.endswith(b"/functions-framework") for word in words):
                    continue
                variables = (folder / "environ").read_bytes().split(b"\0")
            except OSError:
                continue
            named = dict(each.decode().partition("=")[::2] for each in variables if each)
            if self._own in variables and "FUNCTION_TARGET" in named:
                found.append(_Process(folder, named["FUNCTION_TARGET"], named["PORT"]))
        return found
