// The main job with the client of clients/typescript as an app has it: a clinic registers, opens a
// case, uploads, asks for lists and orders; a lab sees the order. On the way the clinic's calls pass
// a proxy that loses answers: each thing is done once all the same.

import assert from 'node:assert/strict';
import { createServer, request as forward } from 'node:http';
import { readFile } from 'node:fs/promises';

import { signInWithEmailAndPassword } from 'firebase/auth';
import { onSnapshot } from 'firebase/firestore';

import { closeAll, device, settings, step, within } from './app.mjs';
import {
  SlotExpired,
  UploadRejected,
  count,
  createScanner,
  isErrorOf,
  page,
  states,
} from './dist/index.js';

const DAY = 86_400_000; // ms
const functions = settings.ports.functions;
const lossy = new Set(); // the callables whose next answer is lost
const calls = []; // what passed the proxy

/** Hands requests on to the functions, and loses answers: what was asked has been done then. */
const proxy = createServer((incoming, outgoing) => {
  const { method, url, headers } = incoming;
  const name = url.split('/').slice(-2).join('/');
  if (method === 'POST') calls.push(name);
  const target = { host: '127.0.0.1', port: functions, method, path: url, headers };
  const onwards = forward(target, (answer) => {
    if (method === 'POST' && lossy.delete(name)) {
      answer.resume().on('end', () => incoming.socket.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  onwards.on('error', () => incoming.socket.destroy());
  incoming.pipe(onwards);
}).listen(0, '127.0.0.1');
await within('the proxy', new Promise((resolve) => proxy.once('listening', resolve)));

const admin = device('admin');
const technician = device('lab');
settings.ports.functions = proxy.address().port;
const clinic = device('clinic');
const [adminScanner, labScanner, scanner] = [admin, technician, clinic].map(({ auth }) => {
  return createScanner(auth.app, { patience: { pause: 50 } });
});

/** How often a callable was asked for since the last time. */
function times(name) {
  const found = calls.filter((each) => each === name).length;
  calls.length = 0;
  return found;
}

const scan = await readFile(settings.stl);
let me; // the clinic's owner
let patient; // who consented
let opened; // the case
let file; // its scan

async function letIn() {
  await step('a clinic registers and is let in', async () => {
    await clinic.signUp(settings.email);
    const applied = {
      name: 'Asha Rao',
      phone: '+919812345678',
      role: 'clinic',
      organisation: { name: 'Smile Dental', address: '12 MG Road', city: 'Pune', pincode: '411001' },
      policy_version: '2026-05',
    };
    const early = await scanner.accounts.registerAccount(applied).catch((error) => error);
    assert.ok(isErrorOf('accounts/register_account', early));
    assert.equal(early.reason, 'email-not-verified');
    assert.doesNotMatch(early.sentence, /functions\//);
    await clinic.verify();
    assert.equal((await scanner.accounts.registerAccount(applied)).status, 'pending');
    const { email, password } = settings.admin;
    await signInWithEmailAndPassword(admin.auth, email, password);
    const { uid } = clinic.auth.currentUser;
    assert.deepEqual(states.account.steps('pending', 'admin'), ['approve', 'reject']);
    await adminScanner.accounts.approveAccount({ uid });
    // The token is of before: the client has it refreshed, and calls again.
    assert.equal((await scanner.me()).role, null);
    calls.length = 0;
    assert.equal((await scanner.wallet.getBalance()).available, 0);
    assert.equal(times('wallet/get_balance'), 2);
    me = await scanner.me();
    assert.deepEqual([me.uid, me.role, me.email], [uid, 'clinic', settings.email]);
  });
}

async function openCase() {
  await step('an answer is lost: there is one patient', async () => {
    lossy.add('scans/add_patient');
    const { patient_id } = await scanner.scans.addPatient({ reference: 'P-7', name: 'Meera Joshi' });
    assert.equal(times('scans/add_patient'), 2);
    assert.equal(await count(scanner.lists.clinicPatients(me)), 1);
    const { consent_id } = await scanner.scans.recordConsent({
      patient_id,
      age_group: 'adult',
      text_version: '2026-05',
      language: 'hi',
      scope: ['scan', 'share_with_lab', 'images'],
      obtained_at: new Date().toISOString(),
      obtained_by: 'Dr. Asha Rao',
    });
    patient = { patient_id, consent_id };
  });

  await step('a double tap, and a tap after a reload: there is one case', async () => {
    const operation = scanner.operation();
    const taps = [operation, operation, scanner.operation(operation.key)];
    const answers = await Promise.all(taps.map((each) => each.scans.openCase(patient)));
    [opened] = answers;
    assert.deepEqual(answers, Array(3).fill(opened));
    assert.equal(await count(scanner.lists.clinicCases(me)), 1);
    const stored = await page(scanner.lists.clinicCases(me), 1);
    assert.deepEqual([stored.documents[0].id, stored.next], [opened.case_id, null]);
    const found = stored.documents[0].data();
    assert.equal(found.patient.reference, 'P-7');
    assert.ok(found.opened_at.toDate() <= new Date());
    // Without its key the next call is another act.
    await scanner.scans.openCase(patient);
    const first = await page(scanner.lists.clinicCases(me), 1);
    const second = await page(scanner.lists.clinicCases(me), 1, first.next);
    assert.equal(second.next, null);
    assert.equal(new Set([first, second].map(({ documents: [only] }) => only.id)).size, 2);
  });
}

async function sendScan() {
  const slotOf = (bytes) => {
    return scanner.scans.startUpload({
      case_id: opened.case_id,
      file_name: 'upper arch.stl',
      kind: 'stl',
      jaw: 'upper',
      byte_size: bytes.length,
    });
  };

  await step('a file is sent and judged; sent again after a reload it is only looked at', async () => {
    const slot = await slotOf(scan);
    const under = scanner.lists.clinicUploadsOfCase({ ...me, case_id: opened.case_id });
    const seen = [];
    const stop = onSnapshot(under, ({ docs }) => seen.push(docs[0]?.data().state));
    const progress = [];
    const onProgress = (each) => progress.push(each);
    const upload = await within('the upload', scanner.uploads.send(slot, scan, { onProgress }));
    stop();
    assert.equal(upload.state, 'ready');
    assert.deepEqual(progress.at(-1), { step: 'judging' });
    const sent = progress.filter((each) => each.step === 'sending').map((each) => each.sent);
    assert.equal(sent.at(-1), scan.length);
    assert.ok(seen.includes('issued') && seen.length > 1, seen.join());

    const kept = JSON.parse(JSON.stringify(slot));
    const again = [];
    const same = await scanner.uploads.send(kept, scan, { onProgress: (each) => again.push(each) });
    assert.deepEqual([same.state, again], ['ready', [{ step: 'judging' }]]);
    file = slot.upload_id;
  });

  await step('a file that is none is refused with its findings', async () => {
    const slot = await slotOf(Buffer.from('no scan'));
    const wrong = scanner.uploads.send(slot, Buffer.from('no scan'));
    const error = await within('the refusal', wrong).catch((caught) => caught);
    assert.ok(error instanceof UploadRejected, error);
    assert.ok(error.upload.findings.length > 0);
    assert.equal(error.message, error.upload.findings.map((each) => each.sentence).join(' '));
  });

  await step('what ends by the app, or too late, is told apart', async () => {
    const slot = await slotOf(scan);
    const gone = scanner.uploads.judged(slot, { signal: AbortSignal.timeout(50) });
    assert.equal((await gone.catch((error) => error)).name, 'TimeoutError');
    const late = { ...slot, expires_at: new Date(Date.now() - 1000).toISOString() };
    assert.ok((await scanner.uploads.send(late, scan).catch((e) => e)) instanceof SlotExpired);
  });
}

async function order() {
  const wanted = new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10);
  const item = { service_id: settings.lab.service, teeth: [26], material: 'zirconia', shade: 'A2' };
  const request = {
    case_id: opened.case_id,
    lab_id: settings.lab.id,
    items: [item],
    file_ids: [file],
    wanted_on: wanted,
    proceed_with_warnings: true,
  };

  await step('an order is refused with all that speaks against it', async () => {
    const tomorrow = new Date(Date.now() + DAY).toISOString().slice(0, 10);
    const wrong = { ...request, wanted_on: tomorrow };
    const error = await scanner.labs.placeOrder(wrong).catch((caught) => caught);
    assert.ok(isErrorOf('labs/place_order', error), error);
    assert.equal(error.reason, 'order-refused');
    const by = Object.fromEntries(error.details.problems.map((each) => [each.reason, each]));
    assert.deepEqual(Object.keys(by).sort(), ['insufficient-funds', 'wanted-too-early']);
    assert.ok(by['wanted-too-early'].earliest > tomorrow);
    assert.equal(by['insufficient-funds'].missing_paise, settings.lab.price);
    await adminScanner.wallet.adjustWallet({
      wallet_id: (await scanner.wallet.getBalance()).wallet_id,
      kind: 'clinic',
      paise: 1_000_000,
      reason: 'Paid in.',
    });
  });

  await step('an order is placed once, and the lab sees it and what it may do', async () => {
    calls.length = 0;
    lossy.add('labs/place_order');
    const { order_id } = await scanner.labs.placeOrder(request);
    assert.equal(times('labs/place_order'), 2);
    const { email, password } = settings.lab;
    await signInWithEmailAndPassword(technician.auth, email, password);
    const lab = await labScanner.me();
    const { documents } = await page(labScanner.lists.labOrders(lab), 5);
    assert.deepEqual(documents.map(({ id }) => id), [order_id]);
    const [placed] = documents.map((each) => each.data());
    assert.equal(placed.wanted_on, wanted);
    const open = states.order.steps(placed.state, 'lab');
    assert.ok(open.includes('accept'), open.join());
    await labScanner.labs.moveOrder({ order_id, action: 'accept' });
    const balance = await scanner.wallet.getBalance();
    assert.equal(balance.held, settings.lab.price);
    assert.equal(await count(scanner.lists.clinicOrders(me)), 1);
    return `${open.join(', ')}`;
  });
}

try {
  for (const part of [letIn, openCase, sendScan, order]) await part();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await closeAll();
  proxy.closeAllConnections();
  proxy.close();
}
