"""Started processes are stopped, and those that outlive a run are found and ended."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tools.emulators import processes
from tools.emulators.environment import MARK
from tools.emulators.layout import SetupError

IGNORES_INT = (
    "import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN);"
    "print('up', flush=True); time.sleep(60)"
)


def spawn(tmp_path, code, env=None):
    log = tmp_path / "log"
    with log.open("wb") as file:
        call = [sys.executable, "-c", code]
        process = processes.spawn(call, os.environ | (env or {}), tmp_path, file)
    deadline = time.monotonic() + 20
    while "up" not in log.read_text() and time.monotonic() < deadline:
        time.sleep(0.02)
    if "up" not in log.read_text():
        os.killpg(process.pid, signal.SIGKILL)
        pytest.fail(f"it ended with {process.wait()}: {log.read_text()}")
    return process


def test_a_process_that_heeds_the_signal_stops_by_itself(tmp_path):
    process = spawn(tmp_path, "import time; print('up', flush=True); time.sleep(60)")
    assert processes.stop(process)
    assert process.returncode != 0


def test_a_process_that_does_not_is_killed(tmp_path):
    process = spawn(tmp_path, IGNORES_INT)
    assert not processes.stop(process, patience=0.2)
    assert process.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell by environment")
def test_leftovers_are_told_by_their_mark_and_ended(tmp_path):
    process = spawn(tmp_path, IGNORES_INT, {MARK: str(tmp_path)})
    assert processes.leftovers(str(tmp_path)) == [process.pid]
    assert processes.leftovers(f"{tmp_path}-2") == []
    processes.end([process.pid])
    assert process.wait(5) != 0


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell by environment")
def test_what_outlives_its_parent_is_abandoned_and_what_does_not_is_not(tmp_path):
    """As a worker does that firebase-tools started from a shell, when it ends the shell."""
    start = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"
    code = f"import sys; sys.argv = ['', {IGNORES_INT!r}]; exec({start!r})"
    shell = spawn(tmp_path, code, {MARK: str(tmp_path)})
    both = processes.leftovers(str(tmp_path))
    assert len(both) == 2
    assert processes.abandoned(str(tmp_path)) == []
    shell.kill()
    shell.wait()
    assert processes.abandoned(str(tmp_path)) == [pid for pid in both if pid != shell.pid]
    processes.end(processes.abandoned(str(tmp_path)))
    assert processes.leftovers(str(tmp_path)) == []


def test_a_second_run_in_the_same_checkout_is_refused(tmp_path):
    with (
        processes.only_one(tmp_path / "lock"),
        pytest.raises(SetupError, match=f"process {os.getpid()}"),
        processes.only_one(tmp_path / "lock"),
    ):
        pass


def test_a_signal_becomes_the_exit_code_that_shells_report():
    with pytest.raises(processes.Stopped) as stop, processes.signals_raised():
        signal.raise_signal(signal.SIGTERM)
    assert stop.value.exit_code == 143


def test_cleaning_up_is_not_cut_short_by_signals():
    with processes.signals_held():
        os.kill(os.getpid(), signal.SIGINT)
        done = subprocess.run([sys.executable, "-c", ""], check=True)
    assert done.returncode == 0
