// Files of a case go up: dropped twice, cut off by the network, by a reload and by hand, and gone on with.

import assert from 'node:assert/strict';

import { landedBefore, look, person, settings, step, story, visit } from '../harness.mjs';

const { clinic, case_id, files } = settings;
const ENDED = ['ready', 'rejected', 'failed', 'cancelled'];
/** Bytes a second: slow enough for a file to be caught half way. */
const SLOW = 700_000;
/** Where each file of the list stands, by its name. */
const steps = (page) =>
  page
    .locator('li[data-upload]')
    .evaluateAll((rows) => rows.map(({ dataset }) => [dataset.upload, dataset.step]));

const row = (page, name, at = '') =>
  page.locator(`li[data-upload="${name}.stl"]${at && `[data-step="${at}"]`}`);

const choose = (page, ...paths) => page.locator('[data-files=files]').setInputFiles(paths);

const ended = (page) =>
  page.waitForFunction(
    (over) =>
      [...document.querySelectorAll('li[data-upload]')].every(({ dataset }) =>
        over.includes(dataset.step),
      ),
    ENDED,
  );

/** How many slots each file was given, from now on. */
function slotsOf(page) {
  const given = {};
  page.on('response', async (response) => {
    const request = response.request();
    if (request.method() !== 'POST' || !request.url().endsWith('/scans/start_upload')) return;
    const { file_name } = request.postDataJSON().data;
    given[file_name] = (given[file_name] ?? new Set()).add(
      (await response.json()).result.upload_id,
    );
  });
  return () => Object.fromEntries(Object.entries(given).map(([name, ids]) => [name, ids.size]));
}

/** Waits until a good part of the file was sent, and not all of it. */
const halfWay = (page) =>
  page.waitForFunction(() => {
    const bar = document.querySelector('li[data-step=sending] progress');
    return bar && bar.value > 0.3 * bar.max && bar.value < bar.max;
  });

const sent = (page) =>
  page.locator('li[data-step=sending] progress').evaluate(({ value }) => value);

await story(async (browser) => {
  const page = await person(browser, { name: 'clinic', ...clinic });
  const slots = slotsOf(page);
  const network = await page.context().newCDPSession(page);
  // By one session: the offline of another one does not cut what this one slows down.
  const speed = (uploadThroughput) =>
    network.send('Network.emulateNetworkConditions', {
      offline: uploadThroughput === 0,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });

  await step('files are chosen twice, and their jaws told by their names', async () => {
    await visit(page, `/cases/${case_id}`);
    await choose(page, files.UpperJaw, files.LowerJaw, files.damaged);
    await choose(page, files.UpperJaw, files.LowerJaw, files.damaged);
    assert.equal(await row(page, 'UpperJaw').locator('[data-jaw]').inputValue(), 'upper');
    assert.equal(await row(page, 'LowerJaw').locator('[data-jaw]').inputValue(), 'lower');
    assert.equal(await row(page, 'damaged').locator('[data-jaw]').inputValue(), '');
    await look(page, 'files-chosen');
    await row(page, 'damaged').locator('[data-jaw]').selectOption('bite');
  });
  await step('they are sent by a double press, and one is not let in', async () => {
    await page.locator('[data-send]').dblclick();
    await ended(page);
    assert.deepEqual(await steps(page), [
      ['UpperJaw.stl', 'ready'],
      ['LowerJaw.stl', 'ready'],
      ['damaged.stl', 'rejected'],
    ]);
    assert.ok(await row(page, 'damaged').locator('[data-finding]').isVisible());
    await page.locator('li[data-jaw=upper]').waitFor();
    await page.locator('li[data-jaw=lower]').waitFor();
    await look(page, 'files-uploaded');
  });
  await step('the connection is lost half way, and it goes on by itself', async () => {
    await speed(SLOW);
    await choose(page, files.large);
    await row(page, 'large').locator('[data-jaw]').selectOption('upper');
    await page.locator('[data-send]').click();
    await halfWay(page);
    const cut = page.waitForEvent('requestfailed', (request) => request.url().includes('/v0/b/'));
    await speed(0);
    await cut;
    await row(page, 'large').getByText('No connection').waitFor();
    const before = await sent(page);
    await speed(SLOW);
    await page.waitForFunction(
      (value) => document.querySelector('li[data-step=sending] progress')?.value > value,
      before,
    );
  });
  await step(
    'a reload cuts it off, another file is not taken for it, the same goes on',
    async () => {
      await page.reload();
      const begun = page.locator('li[data-begun]');
      await begun.waitFor();
      await visit(page, '/cases');
      await visit(page, `/cases/${case_id}`); // nothing is left of the page before
      await begun.locator('[data-same]').setInputFiles(files.otherOfThatName);
      await begun.locator('[role=alert]').waitFor();
      await look(page, 'file-begun');
      await begun.locator('[data-same]').setInputFiles(files.large);
      await halfWay(page);
    },
  );
  await step('it is stopped by hand, and sent again', async () => {
    await row(page, 'large', 'sending').locator('[data-upload-act=cancel]').click();
    await row(page, 'large', 'cancelled').waitFor();
    await speed(-1);
    await row(page, 'large').locator('[data-upload-act=retry]').click();
    await row(page, 'large', 'ready').waitFor();
    landedBefore(page);
    assert.equal(await page.locator('li[data-begun]').count(), 0);
    assert.deepEqual(slots(), {
      'UpperJaw.stl': 1,
      'LowerJaw.stl': 1,
      'damaged.stl': 1,
      'large.stl': 1,
    });
    return `${page.person.reads} documents read`;
  });
});
