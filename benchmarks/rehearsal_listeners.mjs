// Listeners of a rehearsal, by the Firebase JavaScript SDK: everybody's inbox, and what the person's
// organisation has.
//
// The first line of standard input is settings and people as JSON. From then on a line is
// `offline UID`, which takes the network away for a while, or `end`: what everybody has heard by then
// is printed as JSON.

import { createInterface } from 'node:readline';

import { deleteApp, initializeApp, setLogLevel } from 'firebase/app';
import { connectAuthEmulator, getAuth, signInWithEmailAndPassword } from 'firebase/auth';
import {
  collection,
  connectFirestoreEmulator,
  disableNetwork,
  enableNetwork,
  getFirestore,
  onSnapshot,
  query,
  terminate,
  where,
} from 'firebase/firestore';

const HOST = '127.0.0.1';
setLogLevel('silent'); // whoever is offline is told so, again and again

const apps = new Map();
const heard = {};

/** Signs a person in and listens; settles once the server has said what there is. */
async function listen(settings, { uid, email, password, lists }) {
  const app = initializeApp({ apiKey: 'demo', projectId: settings.project }, uid);
  const auth = getAuth(app);
  const firestore = getFirestore(app);
  connectAuthEmulator(auth, `http://${HOST}:${settings.ports.auth}`, { disableWarnings: true });
  connectFirestoreEmulator(firestore, HOST, settings.ports.firestore);
  await signInWithEmailAndPassword(auth, email, password);
  apps.set(uid, { app, firestore });
  heard[uid] = { inbox: {} };
  const sources = [['inbox', collection(firestore, 'users', uid, 'inbox')]];
  for (const { name, field, value } of lists) {
    heard[uid][name] = {};
    sources.push([name, query(collection(firestore, name), where(field, '==', value))]);
  }
  await Promise.all(
    sources.map(
      ([name, source]) =>
        new Promise((resolve, reject) => {
          const failed = (error) => {
            heard[uid].error = `${name}: ${error.code}`;
            reject(error);
          };
          onSnapshot(
            source,
            (snapshot) => {
              for (const { type, doc } of snapshot.docChanges()) {
                if (type === 'removed') delete heard[uid][name][doc.id];
                else heard[uid][name][doc.id] = doc.get('state') ?? doc.get('kind');
              }
              if (!snapshot.metadata.fromCache) resolve();
            },
            failed,
          );
        }),
    ),
  );
}

/** Takes the network of a person away for a while. */
async function leave(uid, seconds) {
  const { firestore } = apps.get(uid);
  await disableNetwork(firestore);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await enableNetwork(firestore);
}

const leaving = [];
let settings;
for await (const line of createInterface({ input: process.stdin })) {
  if (!settings) {
    settings = JSON.parse(line);
    for (const person of settings.people) await listen(settings, person);
    console.log('listening');
  } else if (line === 'end') {
    break;
  } else {
    leaving.push(leave(line.split(' ')[1], settings.offline));
  }
}
await Promise.all(leaving);
// A last change may be under way: it is there once nothing has come for a while.
let before;
do {
  before = JSON.stringify(heard);
  await new Promise((resolve) => setTimeout(resolve, 1500));
} while (JSON.stringify(heard) !== before);
console.log(before);
process.stdin.destroy();
for (const { app, firestore } of apps.values()) {
  await terminate(firestore);
  await deleteApp(app);
}
