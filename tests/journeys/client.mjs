// The main job as apps do it, with the real Firebase JavaScript SDK: a clinic, an admin, an
// operator and a stranger, each with an app of its own. Who signs up and is let in; a scan uploaded
// by the clinic; a visit assigned, travelled to, scanned and completed; consent withdrawn in the
// middle of another; a suspension.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { signInWithEmailAndPassword } from 'firebase/auth';
import {
  collection,
  getDoc,
  getDocs,
  query,
  serverTimestamp,
  updateDoc,
  where,
} from 'firebase/firestore';
import { getBytes, ref } from 'firebase/storage';

import {
  closeAll,
  device,
  judged,
  listen,
  refusal,
  settings,
  step,
  upload,
  uploadInParts,
} from './app.mjs';

const PLACE = { name: 'Smile Dental', address: '12 MG Road', city: 'Pune', pincode: '411001' };
const PATIENT = 'Meera Joshi';
const HOUR = 3_600_000; // ms

const clinic = device('clinic');
const admin = device('admin');
const operator = device('operator');
const stranger = device('stranger');
const scan = await readFile(settings.stl);
const archive = await readFile(settings.archive);

/** Registers a person who has signed up; pending until an admin decides. */
function register(who, role, organisation = null) {
  const request = { name: 'Asha Rao', phone: '+919812345678', role, organisation };
  return who.call('accounts/register_account', { ...request, policy_version: '2026-05' });
}

/** Has the admin approve a person; its app hears of it on its own document and refreshes. */
async function approve(who) {
  const { currentUser: user } = who.auth;
  const account = listen(`the account of ${user.uid}`, who.doc('users', user.uid));
  await account.until((data) => data.status === 'pending');
  const answer = await admin.call('accounts/approve_account', { uid: user.uid });
  const states = await account.until((data) => data.claims_at !== null);
  account.stop();
  assert.equal((await user.getIdTokenResult()).claims.role, undefined);
  await user.getIdToken(true);
  const { claims } = await user.getIdTokenResult();
  assert.deepEqual([claims.role, claims.org ?? null], [answer.role, answer.org]);
  assert.equal(states.at(-1).org, answer.org);
  return [...new Set(states.map((data) => data.status))].join(' -> ');
}

/** Adds a patient who consents to everything; the ids as requests name them. */
async function consented(reference) {
  const { patient_id } = await clinic.ask('scans/add_patient', { reference, name: PATIENT });
  const { consent_id } = await clinic.ask('scans/record_consent', {
    patient_id,
    age_group: 'adult',
    text_version: '2026-05',
    language: 'hi',
    scope: ['scan', 'share_with_lab', 'images'],
    obtained_at: '2026-05-04T09:30:00+05:30',
    obtained_by: 'Dr. Asha Rao',
  });
  return { patient_id, consent_id };
}

/** Asks for an upload slot that fits the scan. */
function slotFor(who, target) {
  const request = { file_name: 'upper arch.stl', kind: 'stl', jaw: 'upper', byte_size: scan.length };
  return who.ask('scans/start_upload', { ...request, ...target });
}

/** The documents of a collection that belong to a clinic, as an app asks for them. */
function ownedBy(who, org, ...path) {
  return query(collection(who.firestore, ...path), where('clinic_id', '==', org));
}

let org; // the clinic's id
let patient; // who consented
let opened; // the case that the clinic opened itself
let slot; // its upload

async function letIn() {
  await step('the clinic signs up, registers and is pending', async () => {
    await clinic.signUp(settings.email);
    const early = await refusal(register(clinic, 'clinic', PLACE), 'functions/failed-precondition');
    assert.equal(early.details.reason, 'email-not-verified');
    await clinic.verify();
    assert.equal((await register(clinic, 'clinic', PLACE)).status, 'pending');
    const error = await refusal(clinic.call('scans/open_case', {}), 'functions/permission-denied');
    assert.equal(error.details.reason, 'account-not-active');
  });

  await step('the admin approves; it hears of it and refreshes its token', async () => {
    await signInWithEmailAndPassword(admin.auth, settings.admin.email, settings.admin.password);
    const states = await approve(clinic);
    ({ org } = (await clinic.auth.currentUser.getIdTokenResult()).claims);
    assert.equal((await getDoc(clinic.doc('clinics', org))).get('name'), PLACE.name);
    return states;
  });

  await step('it corrects its name and phone number itself, and nothing else', async () => {
    const account = clinic.doc('users', clinic.auth.currentUser.uid);
    const corrected = { name: 'Asha Rao-Iyer', updated_at: serverTimestamp() };
    await refusal(updateDoc(account, { ...corrected, role: 'admin' }), 'permission-denied');
    await refusal(updateDoc(account, { name: corrected.name }), 'permission-denied');
    await updateDoc(account, corrected);
    const { phone } = await clinic.call('accounts/change_phone', { phone: '098123 45670' });
    const found = (await getDoc(account)).data();
    assert.deepEqual([found.name, found.phone, found.role], [corrected.name, phone, 'clinic']);
    assert.equal(phone, '+919812345670');
  });

  await step('it changes its e-mail address, and the account follows', async () => {
    const email = `new-${settings.email}`;
    await clinic.moveTo(email);
    assert.equal((await clinic.call('accounts/follow_email', {})).email, email);
    const account = clinic.doc('users', clinic.auth.currentUser.uid);
    assert.equal((await getDoc(account)).get('email'), email);
  });

  await step('an operator is approved, and says where it works', async () => {
    await operator.signUp(`${randomUUID()}@example.com`);
    await operator.verify();
    await register(operator, 'operator');
    const states = await approve(operator);
    const { city, pincode } = PLACE;
    await operator.call('scans/set_service_area', { city, pincode, available: true });
    return states;
  });
}

async function ownScan() {
  await step('the clinic adds a patient who consents, and opens a case', async () => {
    patient = await consented('P-1042');
    opened = await clinic.ask('scans/open_case', patient);
    slot = await slotFor(clinic, { case_id: opened.case_id });
  });

  await step('a stranger uploads into its slot and is refused', async () => {
    await stranger.signUp(`${randomUUID()}@example.com`);
    await refusal(upload(stranger, slot, scan), 'storage/unauthorized');
  });

  await step('it uploads, resumably; its listener sees the file judged', async () => {
    const outcome = listen('the outcome', clinic.doc('uploads', slot.upload_id));
    await outcome.until(() => true);
    const parts = await uploadInParts(clinic, slot, scan);
    return `${parts}; ${await judged(outcome)}`;
  });

  await step('its pictures follow', async () => {
    const file = listen('the file', clinic.doc('cases', opened.case_id, 'files', slot.upload_id));
    const states = await file.until(({ pictures }) => pictures !== null);
    file.stop();
    return Object.keys(states.at(-1).pictures).join(', ');
  });

  await step('the link leads to the same bytes, without the header', async () => {
    const files = await getDocs(ownedBy(clinic, org, 'cases', opened.case_id, 'files'));
    const file_ids = files.docs.map((file) => file.id);
    assert.deepEqual(file_ids, [slot.upload_id]);
    const [link] = (
      await clinic.call('scans/get_file_links', { case_id: opened.case_id, file_ids })
    ).links;
    const cleaned = Buffer.from(await (await fetch(link.url)).arrayBuffer());
    const expected = Buffer.concat([Buffer.alloc(80), scan.subarray(80)]);
    assert.ok(scan.subarray(0, 80).some((byte) => byte !== 0), 'the sample has no header');
    assert.ok(cleaned.equals(expected), 'the bytes differ');
    for (const picture of [link.thumbnail_url, link.preview_url, link.sheet_url]) {
      const bytes = Buffer.from(await (await fetch(picture)).arrayBuffer());
      assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    }
    return `${cleaned.length} bytes, three pictures`;
  });

  await step('it reads its case and its list of cases; a stranger reads neither', async () => {
    const caseOf = (who) => who.doc('cases', opened.case_id);
    assert.equal((await getDoc(caseOf(clinic))).get('patient').name, PATIENT);
    assert.equal((await getDocs(ownedBy(clinic, org, 'cases'))).size, 1);
    await refusal(getDoc(caseOf(stranger)), 'permission-denied');
    await refusal(getDocs(ownedBy(stranger, org, 'cases')), 'permission-denied');
  });

  await step('nobody reads the bucket past the links', async () => {
    const content = `cases/${org}/${opened.case_id}/${slot.upload_id}/content`;
    await refusal(getBytes(ref(clinic.storage, content)), 'storage/unauthorized');
    await refusal(getBytes(ref(clinic.storage, slot.object_name)), 'storage/unauthorized');
  });

  await step("it uploads a case's archive; its listener sees what became of each part", async () => {
    const { case_id } = opened;
    const request = { case_id, file_name: 'case.zip', kind: 'case', byte_size: archive.length };
    const whole = await clinic.ask('scans/start_upload', request);
    const record = listen('the case', clinic.doc('cases', case_id));
    const outcome = listen('the outcome', clinic.doc('uploads', whole.upload_id));
    await outcome.until(() => true);
    const parts = await uploadInParts(clinic, whole, archive);
    const states = await judged(outcome);
    const done = (await getDoc(clinic.doc('uploads', whole.upload_id))).data();
    const filed = Object.fromEntries(done.parts.map(({ jaw, file_id }) => [jaw, file_id]));
    assert.deepEqual(Object.keys(filed), ['upper', 'lower', 'bite_right', 'mouth']);
    assert.deepEqual(done.findings.map(({ code }) => code), ['archive-files-left-out']);
    assert.ok(!JSON.stringify(done).includes('Meera'), 'a name in the archive was kept');
    const { mouth, ...scans } = filed;
    await record.until(({ current, images }) => images === 1 && current.lower === scans.lower);
    record.stop();
    assert.deepEqual((await getDoc(clinic.doc('cases', case_id))).get('current'), scans);
    const superseded = await getDoc(clinic.doc('cases', case_id, 'files', slot.upload_id));
    assert.equal(superseded.get('superseded_by'), scans.upper);
    const asked = { case_id, file_ids: Object.values(filed) };
    assert.equal((await clinic.call('scans/get_file_links', asked)).links.length, 4);
    await refusal(getDoc(stranger.doc('uploads', whole.upload_id)), 'permission-denied');
    return `${parts}; ${states}`;
  });
}

/** Has a visit requested and assigned; the ids of it and its case. */
async function sendOperator(consent) {
  const slots = [24, 48].map((hours) => ({
    starts_at: new Date(Date.now() + hours * HOUR).toISOString(),
    ends_at: new Date(Date.now() + (hours + 1) * HOUR).toISOString(),
  }));
  const scans = ['upper_arch', 'lower_arch'];
  const visit = await clinic.ask('scans/request_visit', { ...consent, slots, scans });
  await refusal(getDoc(operator.doc('visits', visit.visit_id)), 'permission-denied');
  const assignment = { visit_id: visit.visit_id, uid: operator.auth.currentUser.uid };
  await admin.ask('scans/assign_operator', { ...assignment, slot: slots[0] });
  return visit;
}

/** Takes steps of a visit, one after the other. */
async function move(who, { visit_id }, ...actions) {
  for (const action of actions) await who.ask('scans/move_visit', { visit_id, action });
}

async function visited() {
  const mine = where('assignee', '==', operator.auth.currentUser.uid);
  const visits = listen('visits', query(collection(operator.firestore, 'visits'), mine));
  let visit;
  let followed;

  await step("an assigned visit appears in the operator's app, without the name", async () => {
    await visits.until((list) => list.length === 0);
    visit = await sendOperator(patient);
    const lists = await visits.until((list) => list.length === 1);
    const [shown] = lists.at(-1);
    assert.deepEqual([shown.id, shown.state], [visit.visit_id, 'assigned']);
    assert.deepEqual([shown.clinic, shown.patient], [PLACE, { reference: 'P-1042' }]);
    await refusal(getDoc(operator.doc('cases', visit.case_id)), 'permission-denied');
    await refusal(getDocs(collection(operator.firestore, 'visits')), 'permission-denied');
  });

  await step('it accepts, travels, begins; the clinic follows', async () => {
    followed = listen('the visit', clinic.doc('visits', visit.visit_id));
    await followed.until(({ state }) => state === 'assigned');
    await move(operator, visit, 'accept', 'depart', 'arrive', 'begin');
    const states = await followed.until(({ state }) => state === 'scanning');
    return [...new Set(states.map(({ state }) => state))].join(' -> ');
  });

  await step('it uploads, resumably, and hears that the file is ready', async () => {
    const its = await slotFor(operator, { visit_id: visit.visit_id });
    const outcome = listen('the outcome', operator.doc('uploads', its.upload_id));
    await outcome.until(() => true);
    const parts = await uploadInParts(operator, its, scan);
    return `${parts}; ${await judged(outcome)}`;
  });

  await step('it finishes, the clinic completes; the visit leaves its app', async () => {
    await move(operator, visit, 'finish');
    await followed.until(({ state }) => state === 'uploaded');
    await move(clinic, visit, 'complete');
    await followed.until(({ state }) => state === 'completed');
    await visits.until((list) => list.length === 0);
    await refusal(getDoc(operator.doc('visits', visit.visit_id)), 'permission-denied');
    assert.equal((await getDoc(clinic.doc('cases', visit.case_id))).get('status'), 'scanned');
    [followed, visits].forEach(({ stop }) => stop());
  });
}

async function withdrawn() {
  let consent;
  let visit;
  let its;
  let screen;
  let record;

  await step('the operator begins with a second patient, watched by both apps', async () => {
    consent = await consented('P-1043');
    visit = await sendOperator(consent);
    await move(operator, visit, 'accept', 'depart', 'arrive', 'begin');
    its = await slotFor(operator, { visit_id: visit.visit_id });
    screen = listen('the visit', operator.doc('visits', visit.visit_id));
    record = listen('the case', clinic.doc('cases', visit.case_id));
    await screen.until(({ state }) => state === 'scanning');
    await record.until(({ status }) => status === 'scheduled');
  });

  await step("consent is withdrawn: the operator's listener is cut off", async () => {
    await clinic.ask('scans/withdraw_consent', { consent_id: consent.consent_id });
    assert.equal((await screen.ended()).code, 'permission-denied');
    await refusal(upload(operator, its, scan), 'storage/unauthorized');
  });

  await step('the clinic sees its case frozen, and gets no links', async () => {
    const states = await record.until(({ status }) => status === 'frozen');
    record.stop();
    const links = { case_id: visit.case_id, file_ids: [its.upload_id] };
    const asked = clinic.call('scans/get_file_links', links);
    const error = await refusal(asked, 'functions/failed-precondition');
    assert.equal(error.details.reason, 'wrong-case-status');
    return states.map(({ status }) => status).join(' -> ');
  });
}

async function suspended() {
  const { currentUser: user } = clinic.auth;
  const caseOf = () => clinic.doc('cases', opened.case_id);

  await step('the admin suspends the clinic: refused at once, with the token it had', async () => {
    const token = await user.getIdToken();
    const request = { case_id: opened.case_id, file_ids: [slot.upload_id] };
    const links = () => clinic.call('scans/get_file_links', request);
    await links();
    await admin.call('accounts/suspend_account', { uid: user.uid, reason: 'The invoices are unpaid.' });
    const error = await refusal(links(), 'functions/permission-denied');
    assert.equal(error.details.reason, 'account-not-active');
    assert.equal((await listen('the case', caseOf()).ended()).code, 'permission-denied');
    const account = await getDoc(clinic.doc('users', user.uid));
    assert.equal(account.get('reason'), 'The invoices are unpaid.');
    assert.equal(await user.getIdToken(), token);
  });

  await step('reinstated, it goes on with the same token', async () => {
    await admin.call('accounts/reinstate_account', { uid: user.uid });
    assert.equal((await getDoc(caseOf())).exists(), true);
  });
}

try {
  for (const part of [letIn, ownScan, visited, withdrawn, suspended]) await part();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await closeAll();
}
