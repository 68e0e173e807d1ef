// A clinic adds a patient, records the consent, opens a case, and asks for a visit.

import assert from 'node:assert/strict';

import { follow, settings } from '../../harness.mjs';
import { go, step } from './world.mjs';

/** The chapter. */
export async function patient(world) {
  const page = await world.page('clinic');
  await step('a patient is added', async () => {
    await follow(page, '/patients');
    await world.look(page, 'clinic-patients-none');
    const { reference, name } = settings.patient;
    const { patient_id } = await world.send(page, 'scans/add_patient', {
      reference,
      name,
      age_group: 'adult',
    });
    world.made.patient = patient_id;
    await page.waitForURL(`**/patients/${patient_id}`);
    await world.look(page, 'clinic-patient-new');
  });
  await step('the consent is recorded, with its text seen', async () => {
    await go(page, '[data-go="record-consent"]', /\/consent$/);
    await world.look(page, 'clinic-consent');
    const { consent_id } = await world.send(page, 'scans/record_consent', { attested: true });
    world.made.consent = consent_id;
    await page.waitForURL(`**/patients/${world.made.patient}`);
    await page.locator('[data-go="consent"]').waitFor();
  });
  await step('a case is opened', async () => {
    const { case_id } = await world.send(page, 'scans/open_case');
    world.made.case = case_id;
    await page.waitForURL(`**/cases/${case_id}`);
    await world.look(page, 'clinic-case-new');
  });
  await step('a visit is asked for', async () => {
    await go(page, '[data-go="request"]', /\/visit$/);
    await world.look(page, 'clinic-visit-form');
    const { visit_id } = await world.send(page, 'scans/request_visit', { notes: 'Second floor.' });
    world.made.visit = visit_id;
    await page.waitForURL(`**/visits/${visit_id}`);
    await page.locator('[data-value="requested"]').first().waitFor();
    assert.equal(await page.locator('[data-go="case"]').count(), 1);
    await world.look(page, 'clinic-visit-requested');
    await follow(page, '/'); // and goes on with the day
  });
}
