// What the client says in each language: as the functions say it, where they do.

import assert from 'node:assert/strict';
import {
  findingOf,
  labelOf,
  messageOf,
  nameOf,
  noticeOf,
  pathOf,
  problemOf,
  ScannerError,
} from '@scanner/client';

const input = [];
for await (const part of process.stdin) input.push(part);
const { findings, notices } = JSON.parse(Buffer.concat(input).toString('utf8'));

// Findings in English are those of the gate, whatever their figures.
for (const { finding, sentence } of findings) {
  assert.equal(findingOf({ ...finding, sentence: 'Stored.' }, 'en'), sentence);
  const hindi = findingOf(finding, 'hi');
  assert.match(hindi, /[\u0900-\u097f].*।$/);
  assert.doesNotMatch(hindi, /[{}]/);
}

// Notices in both languages are those of the e-mails and pushes.
for (const { kind, refs, language, zone, title, body, path } of notices) {
  assert.deepEqual(noticeOf({ kind, refs }, language, zone), { title, body });
  assert.equal(pathOf({ kind, refs }), path);
}

// What is not known is shown as it came.
const old = { template: '', figures: {}, sentence: 'The scan has holes.' };
assert.equal(findingOf(old, 'hi'), old.sentence);
assert.equal(findingOf({ ...old, template: 'stl-of-a-newer-release' }, 'hi'), old.sentence);
assert.equal(findingOf({ ...old, template: 'stl-empty' }, 'mr'), old.sentence);
assert.equal(findingOf({ ...old, template: 'toString' }, 'hi'), old.sentence);
assert.equal(noticeOf({ kind: 'of_a_newer_release', refs: {} }, 'hi'), null);
assert.equal(pathOf({ kind: 'of_a_newer_release', refs: {} }), null);
assert.equal(pathOf({ kind: 'visit_moved', refs: {} }), null);

// Refusals: money in rupees as India groups them, days and moments, states by their names.
const refused = (reason, details) =>
  new ScannerError('x/y', reason, 'functions/failed-precondition', 'As sent.', details, null);
const short = refused('insufficient-funds', { missing_paise: 12_345_650 });
assert.equal(messageOf(short, 'en'), 'The wallet lacks ₹1,23,456.50: top it up, then try again.');
assert.equal(
  messageOf(short, 'hi'),
  'वॉलेट में ₹1,23,456.50 कम हैं: पैसे जोड़ें, फिर दोबारा कोशिश करें।',
);
assert.equal(messageOf(short, 'mr'), 'As sent.');
const day = refused('day-not-possible', { earliest: '2026-05-04', latest: '2026-08-01' });
assert.equal(messageOf(day, 'en'), 'Promise a day from 4 May 2026 to 1 Aug 2026.');
assert.equal(messageOf(day, 'hi'), '4 मई 2026 से 1 अगस्त 2026 के बीच का कोई दिन बताएँ।');
const large = refused('file-too-large', { limit_bytes: 26_214_400 });
assert.ok(messageOf(large, 'en').startsWith('The file is larger than 25 MB: export a scan'));
const state = refused('wrong-visit-state', { state: 'en_route', action: 'cancel' });
assert.ok(messageOf(state, 'hi').includes('(ऑपरेटर रास्ते में हैं)'));
assert.ok(messageOf(refused('wrong-job-state', { state: 'failed' }), 'en').includes('in failed,'));
assert.equal(messageOf(refused('unlisted', { reason: 'new' }), 'hi'), 'As sent.');
assert.match(messageOf(refused('no-answer', {}), 'hi'), /।$/);

const early = { reason: 'wanted-too-early', sentence: 'As sent.', at: '', earliest: '2026-05-04' };
assert.equal(problemOf(early, 'en'), 'The lab cannot have it ready by then: see 4 May 2026.');
assert.equal(problemOf(early, 'hi'), 'लैब तब तक तैयार नहीं कर सकती: सबसे पहला दिन 4 मई 2026 है।');
assert.equal(problemOf({ ...early, reason: 'of-a-newer-release' }, 'hi'), 'As sent.');

// Names of values and labels of fields; what is newer is shown as it is.
assert.equal(nameOf('VisitState', 'en_route', 'en'), 'On the way');
assert.equal(nameOf('VisitState', 'en_route', 'hi'), 'रास्ते में');
assert.equal(nameOf('VisitState', 'en_route', 'mr'), 'On the way');
for (const newer of ['teleported', 'toString', '']) {
  assert.equal(nameOf('VisitState', newer, 'hi'), newer);
  assert.equal(labelOf(newer, 'hi', newer), newer);
}
assert.equal(labelOf('wanted_on', 'en'), 'Wanted on');
assert.match(labelOf('wanted_on', 'hi'), /^[\u0900-\u097f ]+$/);
// A state is one of the country in a bill, and where a thing stands elsewhere.
assert.equal(labelOf('state', 'hi', 'Billing'), 'राज्य');
assert.notEqual(labelOf('state', 'hi', 'scans/list_visits'), 'राज्य');
assert.equal(labelOf('gstin', 'hi', 'Billing'), labelOf('gstin', 'hi'));
