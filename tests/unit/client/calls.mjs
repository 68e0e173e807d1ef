// How the built client calls: a server of HTTP stands in for the functions, and answers by a script.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';

import {
  ScannerError,
  createScanner,
  isErrorOf,
  isScannerError,
  messageOf,
} from './dist/index.js';
import { deleteApp, initializeApp } from 'firebase/app';
import { connectFunctionsEmulator, getFunctions } from 'firebase/functions';

const IDS = { patient_id: 'p', consent_id: 'c' };
const CASE = { case_id: 'k', status: 'draft' };
const done = (data) => ({ status: 200, body: { result: data } });
const refused = (code, status, details, message = 'Said.') => ({
  status: code,
  body: { error: { status, message, ...(details && { details }) } },
});
const BUSY = refused(409, 'ABORTED', { reason: 'busy', sentence: 'Again.' });
const NEWER = refused(503, 'UNAVAILABLE', { reason: 'document-newer', sentence: 'Later.' });
const LOST = null; // the connection ends without an answer
const LATE = refused(504, 'DEADLINE_EXCEEDED');

let answers = []; // what comes next; the last one for all that follow
let asked = [];

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  if (request.method === 'OPTIONS') return response.end();
  asked.push({ path: request.url, data: JSON.parse(Buffer.concat(chunks)).data });
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  if (answer === LOST) return request.socket.destroy();
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  return response.end(JSON.stringify(answer.body));
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));

const app = initializeApp({ apiKey: 'x', projectId: 'demo', storageBucket: 'demo', appId: 'x' });
connectFunctionsEmulator(getFunctions(app, 'asia-south1'), '127.0.0.1', server.address().port);
const scanner = createScanner(app, { patience: { pause: 1, longest: 2, attempts: 3 } });

function answering(...script) {
  answers = script;
  asked = [];
}

const keys = () => asked.map(({ data }) => data.idempotency_key);

async function failing(promise) {
  const error = await promise.then(
    () => assert.fail('it went through'),
    (caught) => caught,
  );
  assert.ok(isScannerError(error) && error instanceof ScannerError, error);
  return error;
}

async function tests() {
  // One call, one key, whatever happened before the answer came.
  for (const fault of [BUSY, NEWER, LOST, LATE]) {
    answering(fault, fault, done(CASE));
    assert.deepEqual(await scanner.scans.openCase(IDS), CASE);
    assert.deepEqual(asked.map(({ path }) => path), Array(3).fill('/demo/asia-south1/scans/open_case'));
    assert.equal(new Set(keys()).size, 1);
    assert.match(keys()[0], /^[A-Za-z0-9_-]{16,64}$/);
  }

  // It gives up in the end, and says under which key to go on.
  answering(BUSY);
  const busy = await failing(scanner.scans.openCase(IDS));
  assert.deepEqual([asked.length, busy.reason, busy.sentence], [3, 'busy', 'Again.']);
  assert.equal(busy.idempotencyKey, keys()[0]);
  answering(LOST);
  const lost = await failing(scanner.scans.openCase(IDS));
  assert.deepEqual([asked.length, lost.reason], [3, 'no-answer']);

  // Another call has another key; one that was given stays; an operation has one for all of it.
  answering(done(CASE));
  await scanner.scans.openCase(IDS);
  await scanner.scans.openCase(IDS);
  await scanner.scans.openCase({ ...IDS, idempotency_key: 'own-key-of-the-app' });
  const operation = scanner.operation();
  await Promise.all([operation.scans.openCase(IDS), operation.scans.openCase(IDS)]);
  await scanner.operation(operation.key).scans.openCase(IDS);
  const [first, second, own, ...same] = keys();
  assert.notEqual(first, second);
  assert.equal(own, 'own-key-of-the-app');
  assert.deepEqual(same, Array(3).fill(operation.key));

  // What only reads is asked again, and carries no key.
  answering(LOST, done({ cases: [], cursor: null }));
  await scanner.scans.listCases({ limit: undefined, cursor: null });
  assert.deepEqual(asked.map(({ data }) => data), Array(2).fill({ cursor: null }));

  // So is an order that is only checked. What is undefined is left out, in its lines too.
  answering(LOST, done({}));
  const line = { service_id: 's', material: undefined, units: [{ tooth: 26, part: undefined }] };
  await scanner.labs.checkOrder({ case_id: 'k', lab_id: 'l', items: [line, null] });
  const sent = { service_id: 's', units: [{ tooth: 26 }] };
  assert.deepEqual(
    asked.map(({ data }) => data),
    Array(2).fill({ case_id: 'k', lab_id: 'l', items: [sent, null] }),
  );

  // What has no key and changes something is asked once: nobody knows what was done.
  for (const fault of [BUSY, LOST, NEWER, LATE]) {
    answering(fault, done({}));
    await failing(scanner.accounts.acceptPolicy({ version: '2026-05' }));
    assert.equal(asked.length, 1);
  }

  // Nor is a refusal that would come again.
  const short = { reason: 'insufficient-funds', sentence: 'Short of it.', missing_paise: 5 };
  answering(refused(400, 'FAILED_PRECONDITION', short), done(CASE));
  const funds = await failing(scanner.scans.requestVisit({}));
  assert.equal(asked.length, 1);
  assert.deepEqual(
    [funds.reason, funds.details, funds.sentence, funds.code, funds.callable],
    [
      'insufficient-funds',
      { missing_paise: 5 },
      'Short of it.',
      'functions/failed-precondition',
      'scans/request_visit',
    ],
  );
  assert.ok(isErrorOf('scans/request_visit', funds));
  assert.ok(!isErrorOf('scans/open_case', funds));
  const hindi = { hi: { 'insufficient-funds': '{missing_paise} पैसे' } };
  assert.deepEqual(
    ['hi', 'en', 'mr'].map((language) => messageOf(funds, language, hindi)),
    ['5 पैसे', 'Short of it.', 'Short of it.'],
  );

  // Our own failures are not lost answers.
  answering(refused(500, 'INTERNAL', { reason: 'internal', sentence: 'Ours.' }), done(CASE));
  assert.equal((await failing(scanner.scans.openCase(IDS))).reason, 'internal');
  assert.equal(asked.length, 1);

  // A reason of a newer release; a token that Firebase refuses.
  answering(refused(400, 'FAILED_PRECONDITION', { reason: 'new-rule', sentence: 'New.', at: 1 }));
  const later = await failing(scanner.scans.openCase(IDS));
  assert.deepEqual(
    [later.reason, later.details, later.sentence, asked.length],
    ['unlisted', { reason: 'new-rule', at: 1 }, 'New.', 1],
  );
  for (const [status, name] of [[401, 'UNAUTHENTICATED'], [404, 'NOT_FOUND']]) {
    answering(refused(status, name), done(CASE));
    const stranger = await failing(scanner.scans.openCase(IDS));
    assert.deepEqual([stranger.reason, asked.length], ['not-admitted', 1]);
  }

  // Nobody is signed in whose claims could be refreshed.
  answering(refused(403, 'PERMISSION_DENIED', { reason: 'claims-stale', sentence: 'Refresh.' }));
  const stale = await failing(scanner.scans.openCase(IDS));
  assert.deepEqual([stale.reason, asked.length], ['claims-stale', 1]);

  // A mistake of the app is none of the call.
  answering(done(CASE));
  await assert.rejects(scanner.scans.openCase({ ...IDS, notes: 1n }), { message: /encoded/ });
  assert.equal(asked.length, 0);
}

try {
  await tests();
} finally {
  server.closeAllConnections();
  server.close();
  await deleteApp(app);
}
