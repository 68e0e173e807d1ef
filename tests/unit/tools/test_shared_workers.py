"""What mends the functions emulator: a process works on many calls where its function says so."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests.support.sources import ROOT
from tools.emulators import environment

#: Two functions, each with one busy process; prints whether that process gets another call.
_POOL = """
const shared = require('firebase-tools/lib/emulator/functionsEmulatorShared');
const { RuntimeWorkerPool } = require('firebase-tools/lib/emulator/functionsRuntimeWorker');
const trigger = { eventType: 'google.cloud.storage.object.v1.finalized', eventFilters: {} };
const function_ = (id, concurrency) => ({
  id, concurrency, region: 'asia-south1', entryPoint: id, platform: 'gcfv2', eventTrigger: trigger,
});
shared.emulatedFunctionsFromEndpoints([function_('many', 32), function_('one', 1)]);
const pool = new RuntimeWorkerPool();
const found = {};
for (const id of ['asia-south1-many', 'asia-south1-one']) {
  for (const state of ['CREATED', 'BUSY', 'IDLE', 'FINISHING']) {
    pool.setTriggerWorkers(id, [{ state }], 'python312');
    found[`${id.slice(12)} ${state}`] = pool.readyForWork(id, 'python312');
  }
}
console.log(JSON.stringify(found));
"""


@pytest.fixture(scope="module")
def ready() -> dict[str, bool]:
    """Whether a process in a state gets the next call, by function and state."""
    mend = environment.__file__.replace("environment.py", "shared_workers.cjs")
    done = subprocess.run(
        ["node", "--require", mend, "-e", _POOL],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, bool] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_busy_process_gets_more_where_its_function_declares_it(ready: dict[str, bool]) -> None:
    assert ready["many BUSY"]
    assert not ready["one BUSY"]


def test_what_does_not_serve_gets_nothing(ready: dict[str, bool]) -> None:
    for function in ("many", "one"):
        assert ready[f"{function} IDLE"]
        assert not ready[f"{function} CREATED"]
        assert not ready[f"{function} FINISHING"]
