// A case's archive with the real Firebase JavaScript SDK, from its upload to the lab that has its
// scans: jaws exchanged and mended, an antagonist left out, a scan of another patient signed off.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { signInWithEmailAndPassword } from 'firebase/auth';
import { collection, getDoc, query, where } from 'firebase/firestore';

import { closeAll, device, judged, listen, refusal, settings, step, upload } from './app.mjs';

const clinic = device('clinic');
const lab = device('lab');
const archives = {
  sound: await readFile(settings.sound),
  exchanged: await readFile(settings.exchanged),
};

let org; // the clinic's id
let order; // what the lab is asked for, but for the case and its files

/** Adds a patient who consents, and opens a case; its id. */
async function openCase(reference) {
  const { patient_id } = await clinic.ask('scans/add_patient', { reference, name: 'Meera Joshi' });
  const consent = {
    patient_id,
    age_group: 'adult',
    text_version: '2026-05',
    language: 'hi',
    scope: ['scan', 'share_with_lab', 'images'],
    obtained_at: '2026-05-04T09:30:00+05:30',
    obtained_by: 'Dr. Asha Rao',
  };
  const { consent_id } = await clinic.ask('scans/record_consent', consent);
  return (await clinic.ask('scans/open_case', { patient_id, consent_id })).case_id;
}

/** Uploads an archive of both jaws, and waits until they were measured beside each other. */
async function file(case_id, bytes) {
  const request = { case_id, file_name: 'case.zip', kind: 'case', byte_size: bytes.length };
  const slot = await clinic.ask('scans/start_upload', request);
  const outcome = listen('the outcome', clinic.doc('uploads', slot.upload_id));
  await outcome.until(() => true);
  await upload(clinic, slot, bytes);
  await judged(outcome);
  const { parts } = (await getDoc(clinic.doc('uploads', slot.upload_id))).data();
  const { upper, lower } = Object.fromEntries(parts.map(({ jaw, file_id }) => [jaw, file_id]));
  const own = where('clinic_id', '==', org);
  const pairs = listen('the pairs', query(collection(clinic.doc('cases', case_id), 'pairs'), own));
  const seen = await pairs.until((list) => list.some(({ id }) => id === `${upper}_${lower}`));
  pairs.stop();
  const { figures } = seen.at(-1).find(({ id }) => id === `${upper}_${lower}`);
  return { upper, lower, relation: figures.relation };
}

const codes = (findings) => findings.map(({ code }) => code).sort();

/** Has an order of these files checked. */
function check(case_id, ...file_ids) {
  return clinic.call('labs/check_order', { ...order, case_id, file_ids });
}

async function mended() {
  const case_id = await openCase('P-2001');

  await step("a case's archive whose jaws are exchanged is told so, with a picture", async () => {
    const { upper, lower, relation } = await file(case_id, archives.exchanged);
    assert.equal(relation, 'exchanged');
    const checked = await check(case_id, upper, lower);
    assert.equal(checked.ready, false);
    assert.deepEqual(codes(checked.findings), ['case-jaws-exchanged']);
    const [{ picture, sentence }] = checked.findings;
    assert.deepEqual(picture, { of: `${upper}_${lower}`, name: 'occlusion' });
    const asked = { case_id, pair_ids: [picture.of] };
    const [link] = (await clinic.call('scans/get_occlusion_links', asked)).links;
    await isPicture(link.url);
    return sentence.en;
  });

  let now;
  await step('exported again, with the right names, it is ready and nothing is told', async () => {
    now = await file(case_id, archives.sound);
    const checked = await check(case_id, now.upper, now.lower);
    assert.deepEqual([now.relation, checked.findings], ['occluding', []]);
    assert.equal(checked.ready, true);
  });

  await step('without the antagonist it is not', async () => {
    const { ready, findings } = await check(case_id, now[settings.made_for]);
    assert.equal(ready, false);
    assert.ok(codes(findings).includes('case-antagonist-missing'), codes(findings));
  });
  return { case_id, ...now };
}

/** Fetches a link, which leads to a PNG. */
async function isPicture(url) {
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
}

async function signedOff(first) {
  const case_id = await openCase('P-2002');
  let files;
  let placed;
  const told = ['case-scan-of-another-patient', 'case-scan-of-another-patient'];

  await step("the same archive under another patient is told, with whose it is", async () => {
    files = await file(case_id, archives.sound);
    const { findings } = await check(case_id, files.upper, files.lower);
    assert.deepEqual(codes(findings), told);
    const elsewhere = findings.flatMap(({ filed_elsewhere }) => filed_elsewhere);
    assert.deepEqual(
      new Set(elsewhere.map(({ file_id }) => file_id)),
      new Set([first.upper, first.lower]),
    );
    assert.ok(elsewhere.every((e) => e.reference === 'P-2001' && e.case_id === first.case_id));
  });

  await step('it is ordered only once the clinic signs that off', async () => {
    const request = { ...order, case_id, file_ids: [files.upper, files.lower] };
    const unsigned = clinic.ask('labs/place_order', request);
    const { details } = await refusal(unsigned, 'functions/failed-precondition');
    assert.deepEqual(details.problems.map(({ reason }) => reason), ['case-has-findings']);
    assert.equal((await clinic.call('wallet/get_balance', {})).held, 0);
    placed = await clinic.ask('labs/place_order', { ...request, proceed_with_warnings: true });
    assert.equal((await clinic.call('wallet/get_balance', {})).held, placed.price);
  });

  await step('the lab reads what was signed off, and of no other patient', async () => {
    const read = (await getDoc(lab.doc('orders', placed.order_id))).data();
    const kept = ['case-identity-confirmed', 'case-identity-confirmed'];
    assert.deepEqual(codes(read.findings), kept);
    assert.ok(read.findings.every(({ signed_off }) => signed_off));
    ofNoOther(read, first);
    await refusal(getDoc(lab.doc('cases', case_id)), 'permission-denied');
    const pair = `${files.upper}_${files.lower}`;
    await refusal(getDoc(lab.doc('cases', case_id, 'pairs', pair)), 'permission-denied');
  });

  await step('it gets both scans and the picture of the occlusion', async () => {
    const { order_id } = placed;
    await lab.ask('labs/move_order', { order_id, action: 'accept' });
    const file_ids = [files.upper, files.lower];
    const links = await lab.call('labs/get_file_links', { order_id, file_ids });
    assert.deepEqual(links.links.map(({ file_id }) => file_id).sort(), [...file_ids].sort());
    assert.deepEqual(links.occlusions.map((each) => each.file_ids), [file_ids]);
    await isPicture(links.occlusions[0].url);
    ofNoOther(links, first);
  });

  await step('the receipt says what was signed off, the same to both', async () => {
    const asked = { order_id: placed.order_id };
    const [{ receipt }, other] = await Promise.all(
      [clinic, lab].map((side) => side.call('labs/get_receipt', asked)),
    );
    assert.deepEqual(receipt, other.receipt);
    const signed = receipt.findings.map(({ code, signed_off }) => [code, signed_off]);
    assert.deepEqual(signed, Array(2).fill(['case-identity-confirmed', true]));
    ofNoOther(receipt, first);
  });
}

/** Nothing that a lab is given names the other patient, its case or its files. */
function ofNoOther(given, first) {
  const said = JSON.stringify(given);
  for (const word of ['P-2001', first.case_id, first.upper, first.lower, 'fingerprint', 'Meera']) {
    assert.ok(!said.includes(word), `${word} in ${said}`);
  }
}

try {
  for (const [who, { email, password }] of [[clinic, settings.clinic], [lab, settings.lab]]) {
    await signInWithEmailAndPassword(who.auth, email, password);
  }
  ({ org } = (await clinic.auth.currentUser.getIdTokenResult()).claims);
  const { service_id, tooth, lab_id, wanted_on } = settings;
  const item = { service_id, teeth: [tooth], material: 'zirconia', shade: 'A2' };
  order = { lab_id, items: [item], wanted_on };
  await signedOff(await mended());
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await closeAll();
}
