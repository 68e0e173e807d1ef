// What people ask of Scanner: a copy of a patient's data, help; and what admins see of it all.

import { follow, settled } from '../../harness.mjs';
import { go, step } from './world.mjs';

/** The chapter. */
export async function support(world) {
  const clinic = await world.page('clinic');
  const admin = await world.page('admin');
  await step('the clinic asks for a copy of what there is of the patient', async () => {
    await follow(clinic, '/patients');
    await go(clinic, '[data-go="patient"]', /\/patients\/./);
    await world.look(clinic, 'clinic-patient');
    const { request_id } = await world.send(clinic, 'privacy/request_export', {}, {
      of: world.made.patient,
    });
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
}

async function help(world, clinic, admin) {
  await follow(clinic, '/support');
  await world.look(clinic, 'clinic-support');
}
