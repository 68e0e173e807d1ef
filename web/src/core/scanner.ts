// The one client of the console: made once, before anything is drawn.

import { createScanner, type Scanner } from '@scanner/client';
import { type FirebaseApp, initializeApp } from 'firebase/app';
import {
  type Auth,
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
} from 'firebase/auth';
import {
  initializeFirestore,
  memoryLocalCache,
  memoryLruGarbageCollector,
} from 'firebase/firestore';
import { setClock } from './clock';
import { readConfig } from './config';

interface Made {
  readonly app: FirebaseApp;
  readonly auth: Auth;
  readonly scanner: Scanner;
  readonly gateway: string | null;
}

let made: Made | undefined;

/** Makes the client, of the project that Hosting serves this console for. */
export async function start(): Promise<void> {
  const { firebase, settings, emulators, clockBehind } = await readConfig();
  setClock(clockBehind);
  const app = initializeApp(firebase);
  // Without a resolver of pop-ups: the frames and scripts that they need are not in the policy.
  const auth = initializeAuth(app, {
    persistence: [indexedDBLocalPersistence, browserLocalPersistence],
  });
  if (emulators) {
    connectAuthEmulator(auth, `http://${emulators.host}:${emulators.auth}`, {
      disableWarnings: true,
    });
  }
  // What was read stays in the page's memory: whoever comes back to a page within half an hour is
  // shown it at once, and what has not changed since is not read, nor paid for, again.
  initializeFirestore(app, {
    localCache: memoryLocalCache({ garbageCollector: memoryLruGarbageCollector() }),
  });
  const appCheck = settings.appCheckSiteKey && (await attestation(settings.appCheckSiteKey));
  const scanner = createScanner(app, {
    region: settings.region,
    ...(emulators ? { emulators } : {}),
    ...(appCheck ? { appCheck } : {}),
  });
  const gateway = emulators?.gateway ? `http://${emulators.host}:${emulators.gateway}` : null;
  made = { app, auth, scanner, gateway };
}

async function attestation(siteKey: string) {
  const { ReCaptchaEnterpriseProvider } = await import('firebase/app-check');
  return {
    provider: new ReCaptchaEnterpriseProvider(siteKey),
    isTokenAutoRefreshEnabled: true,
  };
}

function the(): Made {
  if (made === undefined) throw new Error('The client was not started.');
  return made;
}

/** The typed client. */
export const scanner = (): Scanner => the().scanner;

/** Firebase Auth. */
export const auth = (): Auth => the().auth;

/** Where the stand-in for the payment gateway listens; null on a real project. */
export const gatewayStandIn = (): string | null => the().gateway;
