// What the built client makes of stored documents, and of the tables of states.

import assert from 'node:assert/strict';

import { converterOf, createScanner, states } from './dist/index.js';
import { LISTS } from './dist/generated/lists.js';
import { deleteApp, initializeApp } from 'firebase/app';
import { orderBy, query, queryEqual, where } from 'firebase/firestore';

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
assert.deepEqual(upload.pictures, {
  thumbnail: { name: 'n', zone: null },
  preview: null,
  sheet: null,
  marked: null,
});
assert.deepEqual(upload.findings, [{ code: 'c', template: '', figures: {} }]);
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

// Each declared list is a query that the SDK takes, of its own collection and none like another.
const app = initializeApp({ apiKey: 'x', projectId: 'demo', storageBucket: 'demo', appId: 'x' });
const { lists, documents, collections } = createScanner(app);
const given = new Proxy({}, { get: (_, name) => `the-${name}` });
const queries = Object.entries(lists).map(([name, make]) => [name, make(given)]);
assert.equal(queries.length, Object.keys(LISTS).length);
// What a list needs and is not given is said, and no `undefined` is put into its path.
for (const name of ['clinicFilesOfCase', 'clinicCasesOfPatient']) {
  assert.throws(() => lists[name]({ org: 'clinic' }), /needs `(case|patient)_id`/);
}
assert.ok(queries.length > 50);
for (const [name, found] of queries) {
  assert.equal(found.type, 'query', name);
  // What is asked alike is for readers of another kind, whom the name begins with.
  const same = queries.filter(([, other]) => queryEqual(found, other)).map(([other]) => other);
  const readers = new Set(same.map((other) => other.match(/^[a-z]+/)[0]));
  assert.equal(readers.size, same.length, same.join());
}
const expected = {
  operatorVisitsBetween: query(
    collections.visit(),
    where('assignee', '==', 'the-uid'),
    where('slot.starts_at', '>=', 'the-since'),
    where('slot.starts_at', '<', 'the-until'),
    orderBy('slot.starts_at', 'asc'),
  ),
  ownInboxUnread: query(
    collections.inboxItem('the-uid'),
    where('read_at', '==', null),
    orderBy('sent_at', 'desc'),
  ),
  ownInvitesOpen: query(
    collections.invite(),
    where('email', '==', 'the-email'),
    where('state', '==', 'open'),
    orderBy('created_at', 'desc'),
  ),
  ownTicketsOpen: query(
    collections.ticket(),
    where('uid', '==', 'the-uid'),
    where('state', 'in', ['open', 'answered']),
    orderBy('last_at', 'desc'),
  ),
  clinicFilesOfCase: query(
    collections.file('the-case_id'),
    where('clinic_id', '==', 'the-org'),
    orderBy('ready_at', 'desc'),
  ),
};
for (const [name, wanted] of Object.entries(expected)) {
  assert.ok(queryEqual(lists[name](given), wanted), name);
}

// References by the ids in their paths.
assert.equal(documents.file('k', 'f').path, 'cases/k/files/f');
assert.equal(collections.file('k').path, 'cases/k/files');
for (const wrong of [[], ['k'], ['k', ''], ['k', 'f/g'], ['k', 'f', 'g']]) {
  assert.throws(() => documents.file(...wrong), TypeError);
}
await deleteApp(app);
