// The whole jobs of a clinic, an operator, a lab and an admin, as one story: from somebody who is
// new to a crown that is paid for.

import { step, story } from '../harness.mjs';
import { money } from './jobs/money.mjs';
import { newcomer } from './jobs/newcomer.mjs';
import { order } from './jobs/order.mjs';
import { patient } from './jobs/patient.mjs';
import { report } from './jobs/report.mjs';
import { support } from './jobs/support.mjs';
import { visitOf } from './jobs/visit.mjs';
import { World } from './jobs/world.mjs';

await story(async (browser) => {
  const world = new World(browser);
  for (const chapter of [newcomer, patient, visitOf, report, order]) await chapter(world);
  await step('what was read from the first sign-in to the receipt', () => world.reads());
  for (const chapter of [money, support]) await chapter(world);
  await step('what each has loaded', () => world.loaded());
});
