// One form of the console, sent in every way that a person sends one: each has one outcome.

import assert from 'node:assert/strict';

import { act, follow, formOf, look, person, refused, settings, step, story } from '../harness.mjs';

const PATIENTS = '/patients';
const ADDING = 'scans/add_patient';

/** How many patients the page shows, by their references. */
const shown = (page) => page.locator('[data-row] a').allTextContents();

await story(async (browser) => {
  for (const [at, screen] of [
    { size: 'phone', language: 'hi' },
    { size: 'desktop', language: 'en' },
  ].entries()) {
    const page = await person(browser, { name: 'clinic', ...settings.clinics[at], ...screen });
    await follow(page, PATIENTS);
    const added = [];
    for (const how of ['once', 'double', 'keyboard', 'offline', 'lost', 'reload']) {
      await step(`a patient is added: ${how}, ${screen.size}, ${screen.language}`, async () => {
        const reference = `P-${how}`;
        const values = { reference, name: 'Asha Kulkarni', age_group: 'adult' };
        const { patient_id } = await act(page, ADDING, values, { how });
        added.unshift(reference);
        await page.waitForURL(`**${PATIENTS}/${patient_id}`);
        await follow(page, PATIENTS);
        await page.locator(`[data-row="${patient_id}"]`).waitFor();
        assert.deepEqual(await shown(page), added);
      });
    }
    await step(`refusals, ${screen.size}, ${screen.language}`, async () => {
      const values = { reference: 'P-once', name: 'Asha Kulkarni', age_group: 'adult' };
      await refused(page, ADDING, { ...values, reference: '?' }, 'form');
      await look(page, 'form-with-a-problem');
      await refused(page, ADDING, values, 'reference-taken');
      await look(page, 'form-with-a-refusal');
      assert.deepEqual(await shown(page), added);
      // The same form, one field apart.
      await act(page, ADDING, { ...values, reference: 'P-twin' });
      await follow(page, PATIENTS);
    });
    await step(`the form by itself, ${screen.size}, ${screen.language}`, async () => {
      await formOf(page, ADDING);
      await look(page, 'form');
      await page.keyboard.press('Escape');
      await page.locator(`form[data-callable="${ADDING}"]`).waitFor({ state: 'detached' });
    });
  }
});
