// What the program of the pages stands on: its screen, its forms, and whoever reads the e-mails.

import { closeAll, device, settings, within } from './app.mjs';

import { deleteApp, getApps } from 'firebase/app';
import { getFirestore, terminate } from 'firebase/firestore';
import { readFile } from 'node:fs/promises';

export { strict as assert } from 'node:assert';

const WAITING = 180_000; // ms; the first call of each function starts a Python process
const reader = device('reader of e-mails');
const kept = new Map();
// Node has none; a browser's is for longer than the page, as this is for longer than a block.
globalThis.localStorage = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => kept.set(key, String(value)),
  removeItem: (key) => kept.delete(key),
};

export const { email, password, admin } = settings;
export const file = new File([await readFile(settings.stl)], 'upper.stl');
export const zip = new File([await readFile(settings.zip)], 'case.zip');
export const screen = {};
const waiting = new Set();

/** Puts something onto the screen. */
export function show(name, value) {
  screen[name] = value;
  waiting.forEach((check) => check());
}

/** Waits for what the screen has to show. */
export function until(test) {
  let check;
  const seen = new Promise((resolve) => {
    check = () => test() && resolve();
  });
  waiting.add(check);
  check();
  return within(String(test), seen, WAITING).finally(() => waiting.delete(check));
}

const part = (said) => Buffer.from(JSON.stringify(said)).toString('base64url');
/** A token of App Check in its form, which the emulators do not ask for. */
export const attestation = async () => {
  const now = Math.floor(Date.now() / 1000);
  return `${part({ alg: 'none' })}.${part({ iat: now, exp: now + 3600 })}.`;
};

export const verify = (address) => reader.follow(address, 'VERIFY_EMAIL');

let started = performance.now();

/** Says that a page has been played. */
export function told(page) {
  console.log(`${Math.round(performance.now() - started)} ms`.padStart(8), page);
  started = performance.now();
}

/** Ends the program: what refreshes App Check's tokens has no end of its own. */
export async function finish() {
  await closeAll();
  for (const app of getApps()) {
    await terminate(getFirestore(app));
    await deleteApp(app);
  }
  process.exit();
}
