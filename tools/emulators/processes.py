"""Starts firebase-tools so that it can be stopped, and ends what outlives it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from tools.emulators.environment import MARK
from tools.emulators.layout import SetupError

_PROC = Path("/proc")
#: Has the kernel ask the process to stop (``PR_SET_PDEATHSIG``, 1) when the launcher is killed,
#: and becomes the command. A program of its own: between a fork and the command no library of the
#: launcher may run, and that of gRPC does where it is loaded, and may abort.
_STOPPING_WITH_PARENT = (
    sys.executable, "-I", "-S", "-c",
    f"import ctypes, os, sys; ctypes.CDLL(None).prctl(1, {int(signal.SIGTERM)});"
    " os.execvp(sys.argv[1], sys.argv[1:])",
)  # fmt: skip


class Stopped(BaseException):
    """A signal asks the launcher to stop; like KeyboardInterrupt, no ordinary error."""

    def __init__(self, signum: int) -> None:
        super().__init__(signum)
        self.signum = signum

    @property
    def exit_code(self) -> int:
        """What shells report for a command that a signal ended."""
        return 128 + self.signum


@contextlib.contextmanager
def signals_raised() -> Iterator[None]:
    """Turns the signals that ask to stop into ``Stopped``."""

    def stop(signum: int, _frame: object) -> None:
        raise Stopped(signum)

    with _handling(stop):
        yield


@contextlib.contextmanager
def signals_held() -> Iterator[None]:
    """Lets cleaning up finish, however often somebody presses Ctrl-C."""
    with _handling(lambda _signum, _frame: None):
        yield


@contextlib.contextmanager
def _handling(handler: Callable[[int, object], None]) -> Iterator[None]:
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.signal(number, handler) for number in signals]
    try:
        yield
    finally:
        for number, old in zip(signals, before, strict=True):
            signal.signal(number, old)


@contextlib.contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """Refuses a second run in the same checkout: both would write the same state."""
    with lock.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as err:
            file.seek(0)
            raise SetupError(
                f"The emulators of this checkout are running already, from process {file.read()}. "
                "Stop that one first, or use a second checkout with another PORT_BASE."
            ) from err
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def spawn(
    command: Sequence[str], env: Mapping[str, str], cwd: Path, log: IO[bytes]
) -> subprocess.Popen[bytes]:
    """Starts the emulators in a session of their own, away from the terminal's Ctrl-C.

    firebase-tools takes a second Ctrl-C as the order to leave its children behind; this way
    it gets one signal, from us.
    """
    return subprocess.Popen(
        [*_STOPPING_WITH_PARENT, *command] if sys.platform == "linux" else command,
        env=dict(env),
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def stop(process: subprocess.Popen[bytes], patience: float = 20) -> bool:
    """Asks the process to stop and waits; kills its group as a last resort and tells so."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False
    return True


def leftovers(mark: str) -> list[int]:
    """Processes that carry the mark in their environment; none where /proc is missing."""
    wanted = f"{MARK}={mark}".encode()
    found = []
    for folder in _PROC.glob("[0-9]*"):
        try:
            if wanted in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except OSError:  # it has ended, or belongs to another user
            continue
    return [pid for pid in found if pid != os.getpid()]


def abandoned(mark: str) -> list[int]:
    """Those of them whose parent is gone, while ours live.

    When sources change, firebase-tools ends the shells that it started its workers from, and the
    workers stay: some dozens with each change.
    """
    marked = leftovers(mark)
    return [pid for pid in marked if _parent(pid) not in {*marked, os.getpid(), None}]


def _parent(pid: int) -> int | None:
    """The process's parent; None where it has ended itself."""
    try:
        return int(_stat(pid)[1])
    except OSError:
        return None


def end(pids: Sequence[int], patience: float = 5) -> None:
    """Terminates processes that are not our children, and kills those that stay."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
        deadline = time.monotonic() + patience
        while any(map(_alive, pids)) and time.monotonic() < deadline:
            time.sleep(0.1)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        # A process whose parent has not collected it yet has ended all the same.
        return _stat(pid)[0] != "Z"
    except ProcessLookupError:
        return False
    except OSError:
        return True


def _stat(pid: int) -> list[str]:
    """The fields of a process's `stat` after its name, which may hold anything."""
    text = (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    return text.rpartition(")")[2].split()
