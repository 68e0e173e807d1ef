// What the built client makes of stored documents, and of the tables of states.

import assert from 'node:assert/strict';

import { converterOf, states } from './dist/index.js';

/** A document as the SDK hands it to a converter. */
const stored = (data) => ({ data: () => data });

// A document of an earlier release has the defaults of today; one of a newer release keeps all.
const read = (record, data) => converterOf(record).fromFirestore(stored(data), {});
const visit = read('Visit', { state: 'teleported', slot: { starts_at: 1 }, beam: { wide: true } });
assert.equal(visit.state, 'teleported');
assert.deepEqual(visit.beam, { wide: true });
assert.deepEqual(
  [visit.slot, visit.assignee, visit.uploads, visit.awaiting_guardian],
  [{ starts_at: 1 }, null, 0, false],
);
const { cancelled } = read('Visit', { cancelled: { reason: 'other' } });
assert.deepEqual(cancelled, { reason: 'other', cause: null });
const upload = read('Upload', { pictures: { thumbnail: { name: 'n' } }, findings: [{ code: 'c' }] });
assert.deepEqual(upload.pictures, { thumbnail: { name: 'n' }, preview: null, sheet: null });
assert.deepEqual(upload.findings, [{ code: 'c' }]);
const { items } = read('Order', { items: [{ name: 'Crown', shade: 'A2' }] });
assert.deepEqual(items, [{ name: 'Crown', units: [], arches: [], shade: 'A2', notes: null }]);
// What one reader does to its copy is not the next one's.
read('Case', {}).current.upper = 'x';
assert.deepEqual(read('Case', {}).current, {});
assert.deepEqual(converterOf('Device').toFirestore({ token: 't' }), { token: 't' });

// Steps by state and party, as docs/states.md has them.
assert.deepEqual(states.visit.steps('assigned', 'operator'), ['accept', 'decline']);
assert.deepEqual(states.visit.steps('assigned', 'clinic'), ['reschedule', 'cancel']);
assert.deepEqual(states.visit.steps('completed', 'clinic', 'admin'), []);
assert.deepEqual(states.visit.steps('teleported', 'operator'), []);
assert.deepEqual(states.visit.steps(null, 'clinic'), ['request']);
assert.equal(states.visit.end('assigned', 'accept'), 'accepted');
assert.equal(states.visit.end('completed', 'accept'), undefined);
