// What every app of the journey has: the SDK connected to the emulators, and ways to wait that end
// in time. Settings come as JSON on standard input.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';

import { deleteApp, initializeApp, setLogLevel } from 'firebase/app';
import {
  applyActionCode,
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  getAuth,
  sendEmailVerification,
  signInWithEmailAndPassword,
  verifyBeforeUpdateEmail,
} from 'firebase/auth';
import {
  connectFirestoreEmulator,
  doc,
  getFirestore,
  onSnapshot,
  terminate,
} from 'firebase/firestore';
import { connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions';
import { connectStorageEmulator, getStorage, ref, uploadBytesResumable } from 'firebase/storage';

const HOST = '127.0.0.1';
const REGION = 'asia-south1';
const PATIENCE = 180_000; // ms; the first call of each function starts a Python process

export const settings = JSON.parse(await text(process.stdin));
const opened = [];
setLogLevel('silent'); // refusals are expected here, and asserted

/** One app on one device, connected to the emulators. */
export function device(name) {
  const app = initializeApp(
    { apiKey: 'demo', projectId: settings.project, storageBucket: settings.bucket },
    name,
  );
  const { ports } = settings;
  const auth = getAuth(app);
  const firestore = getFirestore(app);
  const storage = getStorage(app);
  const functions = getFunctions(app, REGION);
  connectAuthEmulator(auth, `http://${HOST}:${ports.auth}`, { disableWarnings: true });
  connectFirestoreEmulator(firestore, HOST, ports.firestore);
  connectStorageEmulator(storage, HOST, ports.storage);
  connectFunctionsEmulator(functions, HOST, ports.functions);
  opened.push({ app, firestore });
  const call = async (fn, data) => (await httpsCallable(functions, fn)(data)).data;
  let password;
  /** Follows the link that Auth has sent to an address, which its emulator shows. */
  const follow = async (email, kind) => {
    const sent = `http://${HOST}:${ports.auth}/emulator/v1/projects/${settings.project}/oobCodes`;
    const { oobCodes } = await (await fetch(sent)).json();
    const found = oobCodes.findLast(
      (each) => each.requestType === kind && email === (each.newEmail ?? each.email),
    );
    await applyActionCode(auth, found.oobCode);
  };
  return {
    auth,
    firestore,
    storage,
    call,
    /** Calls what changes something, under a new idempotency key. */
    ask: (fn, data) => call(fn, { ...data, idempotency_key: randomUUID() }),
    follow,
    doc: (...path) => doc(firestore, ...path),
    /** Signs up without the address being verified yet. */
    signUp: (email) => {
      password = randomUUID();
      return createUserWithEmailAndPassword(auth, email, password);
    },
    /** Verifies the address, and takes a token that says so. */
    verify: async () => {
      const { currentUser: user } = auth;
      await sendEmailVerification(user);
      await follow(user.email, 'VERIFY_EMAIL');
      await user.getIdToken(true);
    },
    /** Changes the address in Auth, which verifies the new one first, and signs in again. */
    moveTo: async (email) => {
      await verifyBeforeUpdateEmail(auth.currentUser, email);
      await follow(email, 'VERIFY_AND_CHANGE_EMAIL');
      await signInWithEmailAndPassword(auth, email, password);
    },
  };
}

/** Closes every app: with nothing left open the process ends by itself, or has a leak. */
export async function closeAll() {
  await Promise.all(
    opened.map(async ({ app, firestore }) => {
      await terminate(firestore);
      await deleteApp(app);
    }),
  );
}

/** Runs one step of the story and prints how long it took. */
export async function step(what, work) {
  const started = performance.now();
  const note = await work();
  const took = `${Math.round(performance.now() - started)} ms`.padStart(8);
  console.log(`${took}  ${what}${note ? `: ${note}` : ''}`);
}

/** A promise that settles in time, or fails naming what it waited for. */
export function within(what, promise, patience = PATIENCE) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing within ${patience} ms`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Listens to a document or a query for as long as a screen would show it, and keeps all that the
 * server said: what the SDK has in its cache proves nothing here. A document is seen as its data, a
 * query as the list of its documents' data, each with its id.
 *
 * `until(test)` settles with all that was seen, once the last of it passes the test; it fails with
 * the error that ended the listening. `ended()` settles with that error.
 */
export function listen(what, source) {
  const seen = [];
  const waiting = new Set();
  const end = withResolvers();
  const stop = onSnapshot(
    source,
    { includeMetadataChanges: true },
    (snapshot) => {
      if (snapshot.metadata.fromCache) return;
      seen.push(snapshot.docs ? snapshot.docs.map(withId) : snapshot.data());
      waiting.forEach((check) => check());
    },
    end.resolve,
  );
  const until = (test) => {
    const { promise, resolve, reject } = withResolvers();
    const check = () => seen.length && test(seen.at(-1)) && resolve(seen);
    waiting.add(check);
    check();
    end.promise.then(reject);
    return within(what, promise).finally(() => waiting.delete(check));
  };
  return { until, ended: () => within(`the end of ${what}`, end.promise), stop };
}

const withId = (document) => ({ id: document.id, ...document.data() });

/** What `Promise.withResolvers()` gives from Node 22 on. */
function withResolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

/** Starts a resumable upload into a slot; awaiting the task awaits the upload. */
export function upload(app, slot, bytes) {
  const target = ref(app.storage, slot.object_name);
  return uploadBytesResumable(target, bytes, { contentType: slot.content_types[0] });
}

/** Uploads resumably; the parts in which the bytes arrived, in percent. */
export async function uploadInParts(app, slot, bytes) {
  const task = upload(app, slot, bytes);
  const progress = [];
  task.on('state_changed', (now) => progress.push(now.bytesTransferred));
  await within('the upload', task);
  const parts = [...new Set(progress)].filter((count) => count > 0);
  assert.ok(parts.length > 1, `progress came at once: ${parts}`);
  assert.equal(parts.at(-1), bytes.length);
  return parts.map((count) => `${Math.round((100 * count) / bytes.length)} %`).join(', ');
}

/** The states of an upload as the listener of its uploader saw them; the last must be ready. */
export async function judged(listener) {
  const states = await listener.until(({ state }) => ['ready', 'rejected'].includes(state));
  listener.stop();
  const seen = [...new Set(states.map(({ state }) => state))];
  assert.deepEqual(seen, ['issued', 'processing', 'ready'], JSON.stringify(states.at(-1)));
  assert.ok(states.at(-1).report);
  return seen.join(' -> ');
}

/** The error that a promise must end in. */
export async function refusal(promise, code) {
  const error = await within(`refusal: ${code}`, promise).then(
    () => assert.fail(`went through; expected ${code}`),
    (err) => err,
  );
  assert.equal(error.code, code, error.stack);
  return error;
}
