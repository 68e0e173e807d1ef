// What happens to people who did nothing wrong: each is told in a sentence, and has a way on.

import assert from 'node:assert/strict';

import { elsewhere } from '../elsewhere.mjs';
import {
  act,
  fillIn,
  follow,
  formOf,
  person,
  refused,
  settings,
  settled,
  signIn,
  step,
  story,
} from '../harness.mjs';

const {
  admin,
  clinic,
  suspended,
  changed,
  operator,
  visit_id,
  reference,
  console: address,
} = settings;
const AHEAD = 25; // minutes

/** Waits until the page shows a text. */
const shows = (page, text) => page.getByText(text).first().waitFor();

/** Another tab of the same browser: signed in by what Auth keeps. */
async function tab(page, path) {
  const other = await page.context().newPage();
  other.person = page.person;
  await other.goto(new URL(path, address).href);
  await other.locator('[data-sign-out]').first().waitFor({ state: 'attached' });
  await settled(other);
  return other;
}

await story(async (browser) => {
  const office = await elsewhere(admin);

  await step('a clock that is ahead: told, and work goes on', async () => {
    const page = await person(browser, { name: 'clock' });
    await page.clock.setSystemTime(Date.now() + AHEAD * 60_000);
    await page.reload();
    await signIn(page, clinic);
    await shows(page, new RegExp(`off by ${AHEAD} minutes`));
    await follow(page, '/patients');
    await act(page, 'scans/add_patient', { reference: `${reference}-0`, name: 'Asha Devi' });
    await page.context().close();
  });

  await step(
    'two tabs: what was done in one is refused in the other, and nothing typed is lost',
    async () => {
      const page = await person(browser, { name: 'tabs', ...clinic });
      await follow(page, '/patients');
      const other = await tab(page, '/patients');
      const typed = { reference: `${reference}-1`, name: 'Meera Joshi' };
      await fillIn(await formOf(other, 'scans/add_patient'), typed);
      await act(page, 'scans/add_patient', typed);
      const says = await refused(other, 'scans/add_patient', {}, 'reference-taken');
      assert.ok(says.trim());

      await page.locator('[data-sign-out]:visible').first().click();
      await page.locator('form[data-form="sign-in"]').waitFor();
      await shows(other, /You were signed out/);

      await signIn(page, suspended); // somebody else at the same desk, before the suspension below
      await other.locator('#navigation').waitFor({ state: 'attached' });
      await other.locator('[data-opens="scans/add_patient"]').waitFor();
      assert.equal(await other.getByText(typed.reference).count(), 0);
      const form = await formOf(other, 'scans/add_patient');
      assert.equal(await form.locator('[data-field="name"]').inputValue(), '');
      await page.context().close();
    },
  );

  await step(
    'suspended in the middle of a form: the reason, nothing else, and what was typed comes back',
    async () => {
      const page = await person(browser, { name: 'suspended', ...suspended });
      await follow(page, '/patients');
      await fillIn(await formOf(page, 'scans/add_patient'), {
        reference: 'X',
        name: 'Gita Rao',
      });
      await office('accounts/suspend_account', {
        uid: suspended.uid,
        reason: 'The invoices are unpaid.',
      });
      await shows(page, /The invoices are unpaid\./);
      assert.equal(await page.locator('table, dialog, #navigation').count(), 0);
      await office('accounts/reinstate_account', { uid: suspended.uid });
      await page.locator('#navigation').waitFor({ state: 'attached' });
      const form = await formOf(page, 'scans/add_patient');
      assert.equal(await form.locator('[data-field="name"]').inputValue(), 'Gita Rao');
      await page.context().close();
    },
  );

  await step(
    'another role while the console is open: it has the pages of the new one',
    async () => {
      const page = await person(browser, { name: 'changed', ...changed });
      await page.locator('#navigation a[href="/area"]').waitFor({ state: 'attached' });
      await office('accounts/change_role', { uid: changed.uid, role: 'admin' });
      await page.locator('#navigation a[href="/approvals"]').waitFor({ state: 'attached' });
      assert.equal(await page.locator('#navigation a[href="/area"]').count(), 0);
      await page.context().close();
    },
  );

  await step('a visit that is given to somebody else: said, and a way back', async () => {
    const page = await person(browser, {
      name: 'operator',
      ...operator,
      path: `/round/${visit_id}`,
    });
    await page.locator('[data-main="accept"]').waitFor();
    await office('scans/assign_operator', settings.elsewhere);
    await shows(page, /not yours any more/);
    await page.locator('[data-go=home]').click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.context().close();
  });

  await step('a page that cannot be loaded: said, and loaded again', async () => {
    const page = await person(browser, { name: 'chunk', ...clinic });
    await page.route('**/assets/Patients-*.js', (route) => route.fulfill({ status: 404 }));
    await page.locator('#navigation a[href="/patients"]').click();
    await shows(page, /newer version of the console/);
    await page.unroute('**/assets/Patients-*.js');
    page.person.faults.splice(0); // the chunk that was not there
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.locator('[data-opens="scans/add_patient"]').waitFor();
    await page.context().close();
  });

  await step('no connection at the start: said, and tried again', async () => {
    const page = await person(browser, { name: 'start' });
    await page.route('**/settings.json', (route) => route.abort('internetdisconnected'));
    await page.reload();
    await shows(page, /could not be reached/);
    await page.unroute('**/settings.json');
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.locator('form[data-form="sign-in"]').waitFor();
    await page.context().close();
  });
});
