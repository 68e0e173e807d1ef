// The clinic sees what was scanned: findings, pictures, both jaws in 3D; and completes the visit.

import assert from 'node:assert/strict';

import { follow, settled } from '../../harness.mjs';
import { go, step } from './world.mjs';

/** The chapter. */
export async function report(world) {
  const page = await world.page('clinic');
  await step('the clinic completes the visit', async () => {
    await follow(page, '/visits');
    await go(page, `a[href="/visits/${world.made.visit}"]`, /\/visits\/./);
    await page.locator('[data-steps="visit"] [data-action="complete"]').waitFor();
    await world.look(page, 'clinic-visit-scanned');
    await world.take(page, 'scans/move_visit', {}, { action: 'complete' });
    await page.locator('[data-value="completed"]').first().waitFor();
  });
  await step('it reads the report of the case, with its pictures', async () => {
    await go(page, '[data-go="case"]', /\/cases\/./);
    await page.locator('li[data-jaw=upper]').waitFor();
    await page.locator('li[data-jaw=lower]').waitFor();
    await page.locator('[data-undrawn]').first().waitFor({ state: 'detached' });
    await page.locator('[data-pictures]').click();
    await page.locator('[data-picture]').nth(1).waitFor();
    await settled(page);
    await world.look(page, 'clinic-case-scanned');
    await page.locator('[data-picture]').first().click();
    await page.locator('dialog img').first().waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('dialog img')].every((image) => image.naturalWidth > 0),
    );
    await world.look(page, 'clinic-pictures', { keyboard: false });
    await page.locator('[data-closes]').click();
  });
  await step('it turns both jaws in 3D', async () => {
    await page.locator('[data-viewer="open"]').click();
    await page.locator('[data-viewer="opened"] canvas').waitFor();
    await settled(page);
    const drawn = await tones(page);
    assert.ok(drawn > 20, `the picture has ${drawn} tones`);
    await world.look(page, 'clinic-3d');
    await page.locator('[data-viewer="close"]').click();
  });
  await step('and finds the case again from its first page', async () => {
    await follow(page, '/');
    await world.look(page, 'clinic-home-later', { keyboard: false });
    await follow(page, '/cases');
    await world.look(page, 'clinic-cases');
    await go(page, '[data-go="case"]', /\/cases\/./);
  });
}

/** How many different tones the middle of the scans' picture has: one where nothing is drawn. */
async function tones(page) {
  const canvas = page.locator('[data-viewer="opened"] canvas');
  await canvas.scrollIntoViewIfNeeded();
  const picture = (await canvas.screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d');
    drawing.drawImage(image, 0, 0);
    const { data: bytes } = drawing.getImageData(
      Math.floor(image.width / 4),
      Math.floor(image.height / 4),
      Math.floor(image.width / 2),
      Math.floor(image.height / 2),
    );
    const seen = new Set();
    for (let at = 0; at < bytes.length; at += 4) seen.add(bytes[at] + (bytes[at + 1] << 8));
    return seen.size;
  }, picture);
}
