// What people ask of Scanner: a copy of a patient's data, help; and what admins see of it all.

import { follow, found, settings, settled, signIn } from '../../harness.mjs';
import { go, step } from './world.mjs';

/** The chapter. */
export async function support(world) {
  const clinic = await world.page('clinic');
  const admin = await world.page('admin');
  await step('the clinic asks for a copy of what there is of the patient', async () => {
    await follow(clinic, '/patients');
    await go(clinic, '[data-go="patient"]', /\/patients\/./);
    await world.look(clinic, 'clinic-patient');
    const { request_id } = await world.send(
      clinic,
      'privacy/request_export',
      {},
      {
        of: world.made.patient,
      },
    );
    world.made.request = request_id;
    await clinic.waitForURL(`**/privacy/${request_id}`);
    await clinic.locator('[data-value="done"]').waitFor();
    await settled(clinic);
    await world.look(clinic, 'clinic-export');
  });
  await step('an admin sees the clocks of such requests', async () => {
    await follow(admin, '/privacy');
    await world.look(admin, 'admin-privacy');
  });
  await step('the clinic asks for help, and an admin answers', async () => {
    await help(world, clinic, admin);
  });
  await step('an admin looks at what Scanner did by itself, and at the figures', async () => {
    await follow(admin, '/jobs');
    await world.look(admin, 'admin-jobs');
    await follow(admin, '/figures');
    await world.look(admin, 'admin-figures');
  });
  await step('somebody else at the same device gets a page of their own', async () => {
    const page = await world.page('lab');
    await page.evaluate(() => {
      globalThis.isOfTheLab = true;
    });
    await leave(page);
    await signIn(page, settings.people.operator);
    await page.waitForFunction(() => globalThis.isOfTheLab === undefined);
    await settled(page);
  });
}

/** Signs out; on a phone the button is in the menu. */
async function leave(page) {
  const button = page.locator('[data-sign-out]:visible').first();
  const menu = page.locator('button[aria-controls="navigation"][aria-expanded="false"]');
  if (!(await button.isVisible()) && (await menu.isVisible())) await menu.click();
  await button.click();
  await page.locator('form[data-form="sign-in"]').waitFor();
}

async function help(world, clinic, admin) {
  await follow(clinic, '/support');
  const asked = { subject: 'Colours of a scan', text: 'May a scan have colours?' };
  const { ticket_id } = await world.send(clinic, 'support/open_ticket', asked);
  world.made.ticket = ticket_id;
  await clinic.waitForURL(`**/support/${ticket_id}`);
  await settled(clinic);
  await world.look(clinic, 'clinic-ticket');
  await follow(admin, '/support');
  const row = admin.locator(`[data-row="${ticket_id}"]`);
  await found(admin, row);
  await world.look(admin, 'admin-tickets');
  await go(admin, `[data-row="${ticket_id}"] [data-go="ticket"]`, /\/support\/./);
  const text = 'STL has none; send PLY.';
  await world.send(admin, 'support/send_message', { text }, { without: 'reload' });
  await settled(admin);
  await world.look(admin, 'admin-ticket');
  await clinic.locator('[data-thread]').getByText(text).waitFor();
}
