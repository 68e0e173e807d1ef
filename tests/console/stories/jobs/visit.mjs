// An admin sends an operator to the clinic, who scans and uploads whatever the network does.

import assert from 'node:assert/strict';

import { follow, found, landedBefore, refused, settings, settled } from '../../harness.mjs';
import { go, step } from './world.mjs';

const { files } = settings;
/** Bytes a second: slow enough for a file to be caught half way. */
const SLOW = 400_000;

/** The chapter. */
export async function visitOf(world) {
  const operator = await world.page('operator');
  const admin = await world.page('admin');
  const { visit } = world.made;
  await step('an operator says where to be sent', async () => {
    await world.look(operator, 'operator-nothing');
    await follow(operator, '/area');
    const { city, pincode } = settings.clinic;
    await world.send(operator, 'scans/set_service_area', { available: true, city, pincode });
    await world.look(operator, 'operator-area');
    await follow(operator, '/');
  });
  await step('an admin sees the visit on the board, and sends who is near', async () => {
    await follow(admin, '/board');
    await found(admin, admin.locator(`[data-row="${visit}"]`));
    await world.look(admin, 'admin-board');
    await go(admin, `[data-row="${visit}"] [data-go="visit"]`, /\/visits\/./);
    await admin.locator('[data-suggest]').click();
    const { uid } = settings.people.operator;
    await admin.locator(`[data-row="${uid}"]`).waitFor();
    await settled(admin);
    world.others += (await admin.locator('[data-row] [data-go="account"]').count()) - 1;
    await world.look(admin, 'admin-visit');
    await world.take(admin, 'scans/assign_operator', {}, { of: uid });
    await admin.locator('[data-value="assigned"]').first().waitFor();
  });
  await step('the operator accepts, sets out, arrives and begins', async () => {
    await operator.locator(`[data-visit="${visit}"]`).waitFor();
    await settled(operator);
    await world.look(operator, 'operator-today');
    await go(operator, `[data-visit="${visit}"] [data-go="visit"]`, /\/round\/./);
    // The list before has a form for the same step, which goes with it.
    await operator.locator('[data-go="home"]').waitFor();
    for (const [action, state] of [
      ['accept', 'accepted'],
      ['depart', 'en_route'],
      ['arrive', 'arrived'],
      ['begin', 'scanning'],
    ]) {
      await world.take(operator, 'scans/move_visit', {}, { of: action });
      await operator
        .locator(`h1 ~ * [data-value="${state}"], [data-value="${state}"]`)
        .first()
        .waitFor();
      await world.look(operator, `operator-${state}`, { keyboard: action === 'accept' });
    }
  });
  await step('nothing is finished before something is scanned', async () => {
    await refused(operator, 'scans/move_visit', {}, 'nothing-scanned', { of: 'finish' });
  });
  await step('the scans go up, cut off half way', () => scans(world, operator));
  await step('the operator has finished', async () => {
    await world.take(operator, 'scans/move_visit', {}, { of: 'finish' });
    await operator.locator('[data-value="uploaded"]').first().waitFor();
    await world.look(operator, 'operator-uploaded');
  });
}

const row = (page, name, at = '') =>
  page.locator(`li[data-upload="${name}.stl"]${at && `[data-step="${at}"]`}`);

/** Uploads a jaw in one go, a damaged file in vain, and the other jaw with a break in its middle. */
async function scans(world, page) {
  const network = await page.context().newCDPSession(page);
  // One session for both: a connection that it slows down goes on where another one cuts it.
  const speed = (uploadThroughput, offline = false) =>
    network.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  const choose = (...paths) => page.locator('[data-files=files]').setInputFiles(paths);
  await choose(files.LowerJaw, files.damaged);
  await row(page, 'damaged').locator('[data-jaw]').selectOption('bite');
  await world.look(page, 'operator-files-chosen');
  await page.locator('[data-send]').click();
  await row(page, 'LowerJaw', 'ready').waitFor();
  await row(page, 'damaged', 'rejected').waitFor();
  assert.ok(await row(page, 'damaged').locator('[data-finding]').first().isVisible());
  await world.look(page, 'operator-file-refused');

  await speed(SLOW);
  await choose(files.UpperJaw);
  assert.equal(await row(page, 'UpperJaw').locator('[data-jaw]').inputValue(), 'upper');
  await page.locator('[data-send]').click();
  await page.waitForFunction(() => {
    const bar = document.querySelector('li[data-step=sending] progress');
    return bar && bar.value > 0.2 * bar.max && bar.value < bar.max;
  });
  if (settings.cut === 'reload') {
    await page.reload();
    await page.locator('li[data-begun] [data-same]').setInputFiles(files.UpperJaw);
  } else {
    await speed(SLOW, true);
    await page.waitForFunction(() => !navigator.onLine);
  }
  await speed(-1);
  await row(page, 'UpperJaw', 'ready').waitFor();
  landedBefore(page);
}
