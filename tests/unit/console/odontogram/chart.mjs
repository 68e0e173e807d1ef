// Fills in lines of orders as people do, and tells as JSON what was there: on a desk by keyboard, on a
// phone by finger. The folder for the page comes as an argument.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { launch, serve } from '../../../support/browser.mjs';
import { buildPage } from './build.mjs';

const [folder] = process.argv.slice(2);
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DESK = { width: 1100, height: 900 };
const PHONE = { width: 360, height: 740 };

await buildPage(folder);
const served = await serve(folder);
const browser = await launch();
// One page for all: a browser of one process does not outlive its last one.
const page = await (await browser.newContext({ hasTouch: true })).newPage();
const faults = [];
page.on('pageerror', (error) => faults.push(String(error)));

const show = async (scene, size = DESK, more = '') => {
  await page.setViewportSize(size);
  await page.goto(`${served.origin}/?scene=${scene}${more}`);
  await page.locator('select, .odontogram').first().waitFor();
};
const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const wire = () => page.evaluate(() => window.wire);
const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
const numberIn = async () => Number((await focused())?.slice(0, 2));
const texts = (selector) => page.locator(selector).allTextContents();
const announced = () => page.locator('.odontogram [role=status]').textContent();

const told = {};

// A crown by keyboard: the chart is one stop of the tab key, and arrows go from tooth to tooth.
await show('empty');
await page.locator('select').first().selectOption('s1');
await page.locator('select').first().focus();
await press('Tab');
told.stops = await page.locator('.chart [tabindex="0"]').count();
told.walk = [await numberIn()];
for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'End', 'ArrowUp', 'Home', 'ArrowLeft']) {
  await press(key);
  told.walk.push(await numberIn());
}
for (let step = 0; step < 8; step += 1) await press('ArrowRight');
told.overTheMidline = await numberIn();
await press('Space', 'ArrowRight', 'Enter');
told.crown = await wire();
told.checked = await page.locator('[role=checkbox][aria-checked=true]').count();
told.checkedNames = await page
  .locator('[role=checkbox][aria-checked=true]')
  .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')));
await press('Space');
await press('Tab', 'Space'); // from the chart to the milk teeth, which are shown
await page.locator('[data-tooth="15"]').focus();
told.milkWalk = [];
for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowUp']) {
  await press(key);
  told.milkWalk.push(await numberIn());
}
await page.locator('select[data-field="items.0.material"]').selectOption('pmma');
await page.locator('select[data-field="items.0.shade"]').selectOption('A3.5');
await page.locator('textarea').fill('  Light contacts, please. ');
told.crownWhole = await wire();

// Another service and back: what was chosen is still there.
await page.locator('select').first().selectOption('s3');
told.aligner = await wire();
told.alignerSays = await texts('.odontogram .problems li, .summary');
await page.locator('select').first().selectOption('s1');
told.crownAgain = await wire();

// A bridge by keyboard; each tap is announced.
await show('empty');
await page.locator('select').first().selectOption('s2');
await page.locator('[data-tooth="35"]').focus();
told.bridge = [];
const tap = async (...keys) => {
  await press(...keys);
  told.bridge.push([await announced(), ...(await texts('.odontogram .problems li'))]);
};
await tap('Space');
await tap('ArrowRight', 'ArrowRight', 'Space');
told.gaps = await page
  .locator('.tooth.gap')
  .evaluateAll((teeth) => teeth.map((tooth) => tooth.dataset.tooth));
await tap('ArrowLeft', 'Space');
await tap('Space');
told.bridgeWire = await wire();
told.joined = await page
  .locator('.tooth.joined')
  .evaluateAll((teeth) => teeth.map((tooth) => tooth.dataset.tooth));
told.price = await page.locator('.price').textContent();
await tap('Space');
told.bridgeTorn = await wire();

// On a phone, by finger: an arch by its teeth; every tooth is large enough; nothing scrolls sideways.
await show('aligner', PHONE);
await page.locator('.half.lower .tooth').first().tap();
told.oneArch = await wire();
told.archBoxes = await page
  .locator('.arches input')
  .evaluateAll((boxes) => boxes.map((box) => [box.getAttribute('aria-label'), box.checked]));
await show('bridge', PHONE);
await page.locator('[data-tooth="34"]').tap();
told.tapped = (await wire()).units.map(({ tooth }) => tooth);
told.sizes = await page.locator('button.tooth').evaluateAll((teeth) =>
  teeth.map((tooth) => {
    const { width, height } = tooth.getBoundingClientRect();
    return [Math.round(width), Math.round(height)];
  }),
);

// What was found, at the teeth and in words.
await show('findings');
const described = async (tooth) => {
  const ids = await page.locator(`[data-tooth="${tooth}"]`).getAttribute('aria-describedby');
  return ids && (await page.locator(`[id="${ids}"]`).textContent()).trim();
};
told.found = { 36: await described(36), 37: await described(37), 38: await described(38) };
told.listed = await page.locator('.tooth-findings li').count();
told.labels = await page
  .locator('button.tooth')
  .evaluateAll((teeth) => teeth.map((tooth) => tooth.getAttribute('aria-label')));
await show('withdrawn');
told.withdrawn = await page.locator('[role=status]').first().textContent();

// The chart alone, as labs see it.
await show('bridge', DESK, '&shown');
told.shown = [
  await page.locator('button, input').count(),
  await page.locator('.summary').textContent(),
];

await show('before', DESK, '&shown');
told.before = await page.locator('.summary').textContent();

// Nothing that axe calls serious, and nothing that scrolls sideways.
told.violations = [];
told.wide = [];
for (const scene of [
  ['gap', ''],
  ['other', ''],
  ['bridge', '&shown'],
  ['findings', '&language=hi'],
]) {
  await show(scene[0], PHONE, scene[1]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) told.wide.push([...scene, over]);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run());
  for (const { id, impact, nodes } of violations)
    if (['serious', 'critical'].includes(impact))
      told.violations.push([...scene, id, nodes[0].html]);
}

told.faults = faults;
await browser.close();
served.close();
process.stdout.write(JSON.stringify(told));
