// The main job as an app does it, with the real Firebase JavaScript SDK: sign-up, approval, case,
// resumable upload, signed link; then who is refused. Settings come as JSON on standard input.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { randomUUID } from 'node:crypto';

import { deleteApp, initializeApp, setLogLevel } from 'firebase/app';
import {
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  getAuth,
  signInWithEmailAndPassword,
} from 'firebase/auth';
import {
  collection,
  connectFirestoreEmulator,
  doc,
  getDoc,
  getDocs,
  getFirestore,
  onSnapshot,
  query,
  terminate,
  updateDoc,
  where,
} from 'firebase/firestore';
import { connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions';
import {
  connectStorageEmulator,
  getBytes,
  getStorage,
  ref,
  uploadBytesResumable,
} from 'firebase/storage';

const REGION = 'asia-south1';
const PATIENCE = 60_000; // ms; the first call of each function starts a Python process

const settings = JSON.parse(await text(process.stdin));
const apps = [];
setLogLevel('silent'); // refusals are expected here, and asserted

/** One app on one device, connected to the emulators. */
function device(name) {
  const app = initializeApp(
    { apiKey: 'demo', projectId: settings.project, storageBucket: settings.bucket },
    name,
  );
  const [host, ports] = ['127.0.0.1', settings.ports];
  const auth = getAuth(app);
  const firestore = getFirestore(app);
  const storage = getStorage(app);
  const functions = getFunctions(app, REGION);
  connectAuthEmulator(auth, `http://${host}:${ports.auth}`, { disableWarnings: true });
  connectFirestoreEmulator(firestore, host, ports.firestore);
  connectStorageEmulator(storage, host, ports.storage);
  connectFunctionsEmulator(functions, host, ports.functions);
  const call = async (fn, data) => (await httpsCallable(functions, fn)(data)).data;
  apps.push({ app, firestore });
  return { auth, firestore, storage, call };
}

/** Runs one step of the story and prints how long it took. */
async function step(what, work) {
  const started = performance.now();
  const note = await work();
  const took = `${Math.round(performance.now() - started)} ms`.padStart(8);
  console.log(`${took}  ${what}${note ? `: ${note}` : ''}`);
}

/** A promise that settles in time, or fails naming what it waited for. */
function within(what, promise, patience = PATIENCE) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing within ${patience} ms`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Listens to a document until it satisfies `done`. `opened` settles with the first snapshot,
 * `seen` with all that the server said: what the SDK has in its cache proves nothing here.
 */
function listen(reference, done, what) {
  const states = [];
  const opened = withResolvers();
  const finished = withResolvers();
  const stop = onSnapshot(
    reference,
    { includeMetadataChanges: true },
    (snapshot) => {
      if (snapshot.metadata.fromCache) return;
      states.push(snapshot.data());
      opened.resolve();
      if (snapshot.exists() && done(snapshot.data())) finished.resolve(states);
    },
    (error) => [opened, finished].forEach(({ reject }) => reject(error)),
  );
  const listener = {
    opened: within(what, opened.promise),
    seen: within(what, finished.promise).finally(stop),
  };
  for (const promise of Object.values(listener)) promise.catch(() => {}); // whoever awaits it hears
  return listener;
}

/** What `Promise.withResolvers()` gives from Node 22 on. */
function withResolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

/** The error that a promise must end in. */
async function refusal(promise, code) {
  const error = await promise.then(
    () => assert.fail(`went through; expected ${code}`),
    (err) => err,
  );
  assert.equal(error.code, code, error.stack);
  return error;
}

const clinic = device('clinic');
const admin = device('admin');
const stranger = device('stranger');
let user;
let opened;
let slot;
let original;

async function journey() {
  await step('the clinic signs up', async () => {
    const made = await createUserWithEmailAndPassword(clinic.auth, settings.email, randomUUID());
    user = made.user;
  });
  const account = () => doc(clinic.firestore, 'users', user.uid);

  await step('it registers and is pending', async () => {
    const answer = await clinic.call('accounts_register', {
      name: 'Asha Rao',
      phone: '+919812345678',
      role: 'clinic',
      organisation: {
        name: 'Smile Dental',
        address: '12 MG Road',
        city: 'Pune',
        pincode: '411001',
      },
      policy_version: '2026-05',
    });
    assert.equal(answer.status, 'pending');
    const error = await refusal(
      clinic.call('scans_open_case', {}),
      'functions/permission-denied',
    );
    assert.equal(error.details.reason, 'account-not-active');
  });

  await step('the admin approves; the clinic hears of it on its own document', async () => {
    await signInWithEmailAndPassword(admin.auth, settings.admin.email, settings.admin.password);
    const heard = listen(account(), (data) => data.claims_at !== null, 'claims_at');
    await heard.opened;
    const answer = await admin.call('accounts_approve', { uid: user.uid });
    assert.equal(answer.status, 'active');
    const states = await heard.seen;
    assert.equal(states.at(-1).org, answer.org);
    return [...new Set(states.map((data) => data.status))].join(' -> ');
  });

  await step('it refreshes its token, which now carries the role', async () => {
    assert.equal((await user.getIdTokenResult()).claims.role, undefined);
    await user.getIdToken(true);
    const { claims } = await user.getIdTokenResult();
    assert.equal(claims.role, 'clinic');
    const own = doc(clinic.firestore, 'clinics', claims.org);
    assert.equal((await getDoc(own)).get('name'), 'Smile Dental');
  });

  await step('it corrects its phone number itself, and nothing else', async () => {
    await updateDoc(account(), { phone: '+919812345670' });
    await refusal(updateDoc(account(), { role: 'admin' }), 'permission-denied');
    assert.equal((await getDoc(account())).get('role'), 'clinic');
  });

  await step('it opens a case', async () => {
    opened = await clinic.call('scans_open_case', {
      patient_reference: 'P-1042',
      patient_name: 'Meera Joshi',
      consent: {
        text_version: '2026-05',
        obtained_at: '2026-05-04T09:30:00+05:30',
        obtained_by: 'Dr. Asha Rao',
      },
      idempotency_key: randomUUID(),
    });
  });

  await step('it asks for an upload slot', async () => {
    original = await readFile(settings.stl);
    slot = await clinic.call('scans_start_upload', {
      case_id: opened.case_id,
      file_name: 'upper arch.stl',
      kind: 'stl',
      jaw: 'upper',
      byte_size: original.length,
      idempotency_key: randomUUID(),
    });
  });
  const upload = () => doc(clinic.firestore, 'uploads', slot.upload_id);

  await step('a stranger uploads into that slot and is refused', async () => {
    await createUserWithEmailAndPassword(stranger.auth, `${randomUUID()}@example.com`, 'secret');
    const target = ref(stranger.storage, slot.object_name);
    const task = uploadBytesResumable(target, original, { contentType: slot.content_types[0] });
    await refusal(within('refusal', task), 'storage/unauthorized');
  });

  const outcome = listen(
    upload(),
    (data) => ['ready', 'rejected'].includes(data.state),
    'the outcome of the upload',
  );

  await step('it uploads, resumably', async () => {
    await outcome.opened;
    const target = ref(clinic.storage, slot.object_name);
    const task = uploadBytesResumable(target, original, { contentType: slot.content_types[0] });
    const progress = [];
    task.on('state_changed', (now) => progress.push(now.bytesTransferred));
    await within('the upload', task);
    const parts = [...new Set(progress)].filter((bytes) => bytes > 0);
    assert.ok(parts.length > 1, `progress came at once: ${parts}`);
    assert.equal(parts.at(-1), original.length);
    return parts.map((bytes) => `${Math.round((100 * bytes) / original.length)} %`).join(', ');
  });

  await step('its listener sees the file judged', async () => {
    const states = await outcome.seen;
    const seen = [...new Set(states.map((data) => data.state))];
    assert.deepEqual(seen, ['issued', 'processing', 'ready'], JSON.stringify(states.at(-1)));
    assert.ok(states.at(-1).report);
    return seen.join(' -> ');
  });

  await step('the link leads to the same bytes, without the header', async () => {
    const { links } = await clinic.call('scans_get_file_links', { case_id: opened.case_id });
    assert.deepEqual(links.map((link) => link.file_id), [slot.upload_id]);
    const cleaned = Buffer.from(await (await fetch(links[0].url)).arrayBuffer());
    const expected = Buffer.concat([Buffer.alloc(80), original.subarray(80)]);
    assert.ok(original.subarray(0, 80).some((byte) => byte !== 0), 'the sample has no header');
    assert.ok(cleaned.equals(expected), 'the bytes differ');
    const picture = Buffer.from(await (await fetch(links[0].thumbnail_url)).arrayBuffer());
    assert.equal(picture.subarray(1, 4).toString(), 'PNG');
    return `${cleaned.length} bytes, thumbnail ${picture.length} bytes`;
  });

  await step('it reads its case and its list of cases; a stranger reads neither', async () => {
    const { claims } = await user.getIdTokenResult();
    const listOf = (who) =>
      query(collection(who.firestore, 'cases'), where('clinic_id', '==', claims.org));
    const caseOf = (who) => doc(who.firestore, 'cases', opened.case_id);
    assert.equal((await getDoc(caseOf(clinic))).get('patient').name, 'Meera Joshi');
    assert.equal((await getDocs(listOf(clinic))).size, 1);
    await refusal(getDoc(caseOf(stranger)), 'permission-denied');
    await refusal(getDocs(listOf(stranger)), 'permission-denied');
  });

  await step('nobody reads the bucket past the links', async () => {
    const content = `cases/x/${opened.case_id}/${slot.upload_id}/content`;
    await refusal(getBytes(ref(clinic.storage, content)), 'storage/unauthorized');
    await refusal(getBytes(ref(clinic.storage, slot.object_name)), 'storage/unauthorized');
  });

  await step('the admin suspends it: refused at once, with the token it had', async () => {
    const token = await user.getIdToken();
    const links = () => clinic.call('scans_get_file_links', { case_id: opened.case_id });
    const watch = () => listen(doc(clinic.firestore, 'cases', opened.case_id), () => true, 'case');
    await links();
    await watch().seen;
    await admin.call('accounts_suspend', { uid: user.uid, reason: 'The invoices are unpaid.' });
    const error = await refusal(links(), 'functions/permission-denied');
    assert.equal(error.details.reason, 'account-not-active');
    await refusal(watch().seen, 'permission-denied');
    assert.equal((await getDoc(account())).get('reason'), 'The invoices are unpaid.');
    assert.equal(await user.getIdToken(), token);
  });

  await step('reinstated, it goes on with the same token', async () => {
    await admin.call('accounts_reinstate', { uid: user.uid });
    assert.equal((await getDoc(doc(clinic.firestore, 'cases', opened.case_id))).exists(), true);
  });
}

try {
  await journey();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  // With every app closed nothing keeps the process alive: it ends by itself or has a leak.
  await Promise.all(
    apps.map(async ({ app, firestore }) => {
      await terminate(firestore);
      await deleteApp(app);
    }),
  );
}
