// Somebody new makes an account, registers a clinic, is let in while waiting, and pays money in.

import assert from 'node:assert/strict';

import { fillIn, follow, formOf, found, settings, settled } from '../../harness.mjs';
import { FIRST_VIEW, step } from './world.mjs';

const TOP_UP = 'payments/start_top_up';
const { newcomer: who, clinic } = settings;

/** The chapter. */
export async function newcomer(world) {
  const page = await world.page('clinic', {});
  await step('a clinic makes an account and is not verified yet', async () => {
    await page.locator('[data-other]').click();
    const form = page.locator('form[data-form="sign-in"]');
    await form.locator('[data-field="email"]').fill(who.email);
    await form.locator('[data-field="password"]').fill(who.password);
    await form.locator('[type="submit"]').click();
    await page.locator('[data-verified]').waitFor();
    await world.look(page, 'clinic-verifies');
    await fetch(await linkFor(who.email));
    await page.locator('[data-verified]').click();
    await page.locator('form[data-callable="accounts/register_account"]').waitFor();
    await settled(page);
  });
  await step('it registers, with the policy read', async () => {
    await world.look(page, 'clinic-registers');
    await world.take(page, 'accounts/register_account', {
      role: 'clinic',
      name: who.name,
      phone: '+919812345678',
      organisation: clinic,
      accepted: true,
    });
    await page.locator('[data-status="pending"]').waitFor();
    await world.look(page, 'clinic-waits');
  });
  await step('an admin sees what was said and what is verified, and lets it in', async () => {
    const admin = await world.page('admin');
    await world.look(admin, 'admin-home');
    await follow(admin, '/approvals');
    const row = admin.locator('article[data-row]').filter({ hasText: who.email });
    await found(admin, row);
    const uid = await row.getAttribute('data-row');
    world.made.clinicUid = uid;
    await world.look(admin, 'admin-approvals');
    await world.take(admin, 'accounts/approve_account', {}, { of: uid, action: 'approve' });
    await row.waitFor({ state: 'detached' });
  });
  await step('it goes on by itself to its first page', async () => {
    await page.locator('#navigation a[href="/patients"]').waitFor({ state: 'attached' });
    await settled(page);
    await world.look(page, 'clinic-home');
  });
  await step('and is there again at once when the address is opened', async () => {
    const { reads } = page.person;
    const started = performance.now();
    await page.reload();
    await page.locator('main h1').first().waitFor();
    await settled(page);
    const took = performance.now() - started;
    page.person.reads = reads; // nobody does so on the way to an order
    if (settings.timed) assert.ok(took <= FIRST_VIEW, `the first view took ${Math.round(took)} ms`);
    return `${Math.round(took)} ms to the first view`;
  });
  await step('it pays money in', () => topUp(world, page));
}

/** Pays on the page of the stand-in for the gateway, and waits for the money. */
async function topUp(world, page) {
  await follow(page, '/wallet');
  await world.look(page, 'clinic-wallet-empty');
  const form = await formOf(page, TOP_UP);
  await fillIn(form, { paise: '5000' });
  await form.locator('[type="submit"]').dblclick();
  await page.waitForURL(/\/checkout\//);
  await page.locator('button[value="pay"]').click();
  await page.getByText('Paid.').waitFor();
  await page.locator('a').last().click();
  await page.locator('[data-payment="arrived"]').waitFor();
  await settled(page);
  await world.look(page, 'clinic-wallet-paid-in');
}

/** The link in the message that asks to verify an address. */
async function linkFor(email) {
  const sent = `http://127.0.0.1:${settings.ports.auth}/emulator/v1/projects/${settings.project}/oobCodes`;
  const { oobCodes } = await (await fetch(sent)).json();
  const found = oobCodes.findLast(
    (code) => code.email === email && code.requestType === 'VERIFY_EMAIL',
  );
  return found.oobLink;
}
