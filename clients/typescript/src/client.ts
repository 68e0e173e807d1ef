// The client: all callables, documents and uploads of one Firebase app.

import type { FirebaseApp } from 'firebase/app';
import { type AppCheckOptions, initializeAppCheck } from 'firebase/app-check';
import { connectFirestoreEmulator, getFirestore } from 'firebase/firestore';
import { connectFunctionsEmulator, getFunctions } from 'firebase/functions';
import { connectStorageEmulator, getStorage } from 'firebase/storage';

import { type CallableEntry, PATIENCE, type Patience, call } from './calls.js';
import { collectionsOf, documentsOf } from './documents.js';
import { CALLABLES, type Callables } from './generated/callables.js';
import type { Collections, Documents } from './generated/documents.js';
import type { Lists } from './generated/lists.js';
import { listsOf } from './lists.js';
import { type Me, meOf, refreshed } from './me.js';
import { type Uploads, uploadsOf } from './uploads.js';

/** Where the emulators listen, as `make emulators` prints it. */
export interface Emulators {
  readonly host: string;
  readonly firestore: number;
  readonly functions: number;
  readonly storage: number;
}

/** What a client is made with. */
export interface ScannerOptions {
  /** The region of the deployment; in another one nobody answers. */
  readonly region?: string;
  /** How App Check attests this app; left out where the app has set it up itself. */
  readonly appCheck?: AppCheckOptions;
  /** Connects to the emulators. Auth is the app's own to connect. */
  readonly emulators?: Emulators;
  /** How often a call is tried, and how long it waits. */
  readonly patience?: Partial<Patience>;
}

/**
 * Calls that belong to one thing that a person wants, all under one idempotency key.
 *
 * Each callable is done once for the key, however often it is called: by a double tap, after an
 * error, after a reload with the key that was kept. Make a new one for the next thing.
 */
export interface Operation extends Callables {
  readonly key: string;
}

/** The client of one app. */
export interface Scanner extends Callables {
  readonly documents: Documents;
  readonly collections: Collections;
  /** The lists that Firestore answers, as queries to read, listen to, page and count. */
  readonly lists: Lists;
  readonly uploads: Uploads;
  /**
   * Who is signed in, as lists are asked: `scanner.lists.clinicVisits({ ...me })`.
   *
   * Ask again after a change of role, once the token is refreshed.
   */
  me(): Promise<Me>;
  /** Begins something that a person wants, or goes on with it under the key that was kept. */
  operation(key?: string): Operation;
}

/**
 * Makes the client of an app. Sign in with the Firebase SDK; calls carry the user's token.
 *
 * A callable that takes an idempotency key gets one of its own for each call where the request has
 * none, kept while the call is tried again.
 */
export function createScanner(app: FirebaseApp, options: ScannerOptions = {}): Scanner {
  const { region = 'asia-south1', appCheck, emulators } = options;
  const patience = { ...PATIENCE, ...options.patience };
  if (appCheck) initializeAppCheck(app, appCheck);
  const functions = getFunctions(app, region);
  const firestore = getFirestore(app);
  const storage = getStorage(app);
  if (emulators) {
    connectFunctionsEmulator(functions, emulators.host, emulators.functions);
    connectFirestoreEmulator(firestore, emulators.host, emulators.firestore);
    connectStorageEmulator(storage, emulators.host, emulators.storage);
  }
  const connection = { functions, refresh: () => refreshed(app) };
  const callables = (keep: () => string) =>
    callablesOf((entry, request) => {
      const { idempotency_key: own, ...body } = request;
      const key = entry.keyed ? (own ?? keep()) : null;
      return call(connection, entry, body, key, patience);
    });
  return {
    ...callables(newKey),
    documents: documentsOf(firestore),
    collections: collectionsOf(firestore),
    lists: listsOf(firestore),
    uploads: uploadsOf(firestore, storage),
    me: () => meOf(app),
    operation: (key = newKey()) => ({ ...callables(() => key), key }),
  };
}

/** A request as the client gets it. */
type Request = { readonly idempotency_key?: string };

type Run = (entry: CallableEntry, request: Request) => Promise<unknown>;

function callablesOf(run: Run): Callables {
  const groups = Object.entries(CALLABLES).map(([group, entries]) => {
    const made = Object.entries<CallableEntry>(entries).map(([name, entry]) => {
      return [name, (request: Request = {}) => run(entry, request)];
    });
    return [group, Object.fromEntries(made)];
  });
  return Object.fromEntries(groups) as Callables;
}

/** A random token of 128 bits; `randomUUID` is not there on pages without TLS. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
