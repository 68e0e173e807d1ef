// A crown: offered by a lab, ordered with the chart of teeth, made, sent, and paid for.

import assert from 'node:assert/strict';

import { follow, settings, settled } from '../../harness.mjs';
import { go, step } from './world.mjs';

const MOVE = 'labs/move_order';

/** The chapter. */
export async function order(world) {
  const clinic = await world.page('clinic');
  const lab = await world.page('lab');
  await step('a lab says who it is and what it makes', () => opening(world, lab));
  await step('it orders a crown with what the check found signed off', () =>
    placing(world, clinic),
  );
  await step('the lab takes it up and fetches the scans', () => takingUp(world, lab));
  await step('the two write to each other, with a photograph', () => writing(world, lab, clinic));
  await step('the lab makes it and sends it', async () => {
    await world.take(lab, MOVE, {}, { action: 'start' });
    await world.take(lab, MOVE, {}, { action: 'finish' });
    const shipment = { carrier: 'Blue Dart', tracking: 'BD 4711' };
    await world.take(lab, MOVE, { shipment }, { action: 'ship' });
    await lab.locator('[data-value="shipped"]').first().waitFor();
    await world.look(lab, 'lab-order-shipped');
  });
  await step('the clinic has it, is content, and keeps the receipt', async () => {
    await follow(clinic, '/orders');
    await go(clinic, `a[href="/orders/${world.made.order}"]`, /\/orders\/./);
    await world.take(clinic, MOVE, {}, { action: 'deliver' });
    await world.take(clinic, MOVE, {}, { action: 'complete' });
    await clinic.locator('[data-value="completed"]').first().waitFor();
    await settled(clinic);
    await world.look(clinic, 'clinic-order-completed');
    await go(clinic, '[data-go="receipt"]', /\/receipt$/);
    await clinic.locator('[data-link="pdf"]').waitFor();
    await world.look(clinic, 'clinic-receipt');
  });
}

async function opening(world, page) {
  await world.look(page, 'lab-home-new');
  await follow(page, '/billing');
  const billing = { legal_name: 'Aadhya Dental Lab LLP', address: '3 Station Road, Pune' };
  await world.take(page, 'wallet/set_billing', { billing: { ...billing, state: '27' } });
  await world.look(page, 'lab-billing');
  await follow(page, '/profile');
  await world.send(page, 'labs/save_profile', { about: 'Crowns and bridges.', accepting: true });
  await world.look(page, 'lab-profile');
  await follow(page, '/catalogue');
  const { service_id } = await world.send(
    page,
    'labs/save_service',
    {
      name: 'Zirconia crown',
      work: 'crown',
      materials: ['zirconia'],
      shade_guide: 'vita_classical',
      per: 'tooth',
      price: '2500',
      turnaround: '3',
    },
    { of: 'new' },
  );
  world.made.service = service_id;
  await page.locator(`[data-row="${service_id}"]`).waitFor();
  await world.look(page, 'lab-catalogue');
  await follow(page, '/');
}

async function placing(world, page) {
  await follow(page, '/cases');
  await go(page, '[data-go="case"]', /\/cases\/./);
  await go(page, '[data-go="order"]', /\/order$/);
  await page.locator('[data-field="lab_id"]').waitFor();
  await world.look(page, 'clinic-order-form', { keyboard: false });
  const service = async (form) => {
    // What the lab offers comes once the lab is chosen.
    const offered = form.locator('[data-field="items.0.service_id"]');
    await offered.waitFor();
    await offered.selectOption(world.made.service);
  };
  const tooth = async (form) => {
    const one = form.locator('[data-tooth="26"]');
    await one.click();
    await form.locator('[data-tooth="26"][aria-checked="true"]').waitFor();
  };
  const signed = async (form) => {
    await form.locator('[data-finding], p.done').first().waitFor();
    await settled(page);
    await world.look(page, 'clinic-order-checked');
    for (const box of await form.locator('[data-sign-off]').all()) await box.check();
    await settled(page);
  };
  const item = { service, tooth, material: 'zirconia', shade: 'A2' };
  const { order_id } = await world.send(page, 'labs/place_order', {
    lab_id: settings.people.lab.org,
    items: [item],
    signed,
    share_name: true,
  });
  world.made.order = order_id;
  await page.waitForURL(`**/orders/${order_id}`);
  await page.locator('[data-steps="order"]').waitFor();
  await settled(page);
  await world.look(page, 'clinic-order-placed');
}

async function takingUp(world, page) {
  const { order: id } = world.made;
  await page.locator(`[data-row="${id}"]`).first().waitFor();
  await settled(page);
  await world.look(page, 'lab-home');
  await go(page, `[data-row="${id}"] [data-go="order"]`, /\/orders\/./);
  await world.take(page, MOVE, {}, { action: 'accept' });
  await page.locator('[data-value="accepted"]').first().waitFor();
  await page.locator('[data-pictures]').click();
  await page.locator('[data-picture] img').nth(1).waitFor();
  await settled(page);
  await world.look(page, 'lab-order');
  const download = page.waitForEvent('download');
  await page.locator('[data-links="labs/get_file_links"] button').first().click();
  const { length } = await (await download).suggestedFilename();
  assert.ok(length > 0);
}

async function writing(world, lab, clinic) {
  const thread = clinic.locator(`[data-thread="${world.made.order}"]`);
  const text = 'The margin is clear on this photograph.';
  const photograph = async (form) => {
    await form.locator('[data-field="attachment_ids"]').setInputFiles(settings.files.photo);
    await form.locator('[data-attachment="ready"]').waitFor();
  };
  // A photograph that is sent again after a reload is another one: that is another message.
  await world.send(lab, 'labs/send_message', { text, photograph }, { without: 'reload' });
  await thread.getByText(text).waitFor();
  await settled(clinic);
  await world.look(clinic, 'clinic-order-messages');
  await follow(clinic, '/patients'); // it need not watch the lab at work
}
