// Loaded into firebase-tools before anything else: a process works on many calls at the same time.
//
// In the cloud an instance is sent as many calls and events at a time as its function declares
// (concurrency). The functions emulator sends a process one, and starts another process for each that
// comes meanwhile: a second or two of computing. Here a function that declares more than one has one
// process, as it mostly has in the cloud; one that declares one is served as before.
'use strict';
const shared = require('firebase-tools/lib/emulator/functionsEmulatorShared');
const { FunctionsEmulator } = require('firebase-tools/lib/emulator/functionsEmulator');
const { RuntimeWorkerPool, RuntimeWorkerState } = require(
  'firebase-tools/lib/emulator/functionsRuntimeWorker',
);

const sharing = new Set(); // ids of functions whose process works on many calls
const starting = new Map(); // id -> the promise of its process
const { emulatedFunctionsFromEndpoints } = shared;
const { startRuntime } = FunctionsEmulator.prototype;
const { getIdleWorker } = RuntimeWorkerPool.prototype;

shared.emulatedFunctionsFromEndpoints = (endpoints) => {
  for (const { region, id, concurrency } of endpoints) {
    if (concurrency > 1) sharing.add(`${region}-${id}`);
  }
  return emulatedFunctionsFromEndpoints(endpoints);
};

RuntimeWorkerPool.prototype.getIdleWorker = function (id, runtime) {
  const idle = getIdleWorker.call(this, id, runtime);
  if (idle || !sharing.has(id)) return idle;
  return this.getTriggerWorkers(id, runtime).find(({ state }) => state === RuntimeWorkerState.BUSY);
};

FunctionsEmulator.prototype.startRuntime = function (backend, trigger) {
  if (!trigger || !sharing.has(trigger.id)) return startRuntime.call(this, backend, trigger);
  if (!starting.has(trigger.id)) {
    const started = startRuntime.call(this, backend, trigger);
    const forget = () => starting.delete(trigger.id);
    starting.set(trigger.id, started);
    started.then(forget, forget);
  }
  return starting.get(trigger.id);
};
