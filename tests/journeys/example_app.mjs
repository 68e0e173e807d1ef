// The app of docs/apps/example in a real browser, as a person at a clinic uses it; the admin and the
// e-mail's reader stand beside it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { signInWithEmailAndPassword } from 'firebase/auth';

import { closeAll, device, settings, step } from './app.mjs';
import { launch, open, serve } from './browser.mjs';

const PAGE = '/docs/apps/example/';
const { ports } = settings;
const config = {
  firebase: { apiKey: 'demo', projectId: settings.project, storageBucket: settings.bucket },
  auth: `http://127.0.0.1:${ports.auth}`,
  emulators: { host: '127.0.0.1', ...ports },
};
const admin = device('admin');
const site = await serve(settings.folder, { [`${PAGE}config.json`]: config });
const browser = await launch();
const clinic = await open(browser, `${site.origin}${PAGE}`);
const { page } = clinic;
const said = page.getByRole('status');

/** Fills in the form that is shown, by the names of its fields. */
async function fill(form, fields) {
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`#${form} [name=${name}]`).fill(value);
  }
}

/** Presses a button, as often as somebody impatient does. */
async function press(name, times = 1) {
  await page.getByRole('button', { name }).click({ clickCount: times });
}

/** Waits for a sentence; who sees nothing for long loads the page again, which shows what stands. */
async function saying(pattern) {
  const there = said.filter({ hasText: pattern });
  try {
    await there.waitFor({ timeout: 45_000 });
  } catch {
    await page.reload();
    await there.waitFor();
  }
}

/** Who has an address: the emulator of Auth tells it to the owner of the project. */
async function uidOf(email) {
  const identities = `http://127.0.0.1:${ports.auth}/identitytoolkit.googleapis.com/v1/projects`;
  const asked = await fetch(`${identities}/${settings.project}/accounts:lookup`, {
    method: 'POST',
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify({ email: [email] }),
  });
  return (await asked.json()).users[0].localId;
}

async function registered() {
  await step('signs up and verifies the address', async () => {
    await fill('sign-up', { email: settings.email, password: 'a long password' });
    await press('Sign up');
    await saying('Follow the link');
    await fill('register', {
      name: 'Asha Rao',
      phone: '098123 45678',
      clinic: 'Smile Dental',
      address: '12 MG Road',
      city: 'Pune',
      pincode: '411001',
    });
    await press('Register');
    await saying('verify yours'); // the sentence of email-not-verified
    clinic.faults.length = 0; // that answer has a status of 400
    await admin.follow(settings.email, 'VERIFY_EMAIL');
  });
  await step('registers, and goes on once an admin has approved', async () => {
    await press('Register');
    await saying('Your account is pending.');
    await signInWithEmailAndPassword(admin.auth, settings.admin.email, settings.admin.password);
    await admin.call('accounts/approve_account', { uid: await uidOf(settings.email) });
    await saying('Your account is active.');
  });
}

async function sent() {
  await step('opens a case with a double click', async () => {
    await fill('open', {
      reference: 'P-7',
      patient: 'Meera Joshi',
      obtained_at: '2026-05-04T09:30',
      obtained_by: 'Dr. Asha Rao',
    });
    await press('Open a case', 2);
    await page.locator('#send').waitFor();
  });
  await step('sends a scan, sees it become ready', async () => {
    await page.locator('[name=scan]').setInputFiles(settings.stl);
    await press('Send');
    await saying('Ready.');
  });
  await step('its picture is shown, and the link gives the scan', async () => {
    const picture = page.getByAltText('The scan');
    await picture.waitFor();
    await page.waitForFunction(() => document.images[0].naturalWidth > 0);
    assert.equal(await picture.count(), 1);
    const url = await page.getByText('Download').getAttribute('href');
    const bytes = await page.evaluate(async (from) => {
      return Array.from(new Uint8Array(await (await fetch(from)).arrayBuffer()));
    }, url);
    const scan = await readFile(settings.stl);
    assert.ok(Buffer.from(bytes).subarray(80).equals(scan.subarray(80))); // but for the header
    await page.screenshot({ path: join(settings.folder, 'example.png'), fullPage: true });
  });
}

try {
  for (const part of [registered, sent]) await part();
  assert.deepEqual(clinic.faults, []);
} catch (error) {
  console.error(error, await said.textContent().catch(() => ''), clinic.faults);
  process.exitCode = 1;
} finally {
  await browser.close();
  site.close();
  await closeAll();
}
