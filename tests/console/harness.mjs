// What stories of the console are told with: a browser, people in it, forms, and looks at pages.

import { launch } from '../support/browser.mjs';
import { settled } from './look.mjs';
import { landedBefore, people, person, signIn } from './person.mjs';
import { settings } from './settings.mjs';

export { act, fillIn, formOf, refused, reloaded } from './forms.mjs';
export { tabTo } from './keyboard.mjs';
export { look } from './look.mjs';
export { landedBefore, person, settings, settled, signIn };

/** No other host has a name here: whatever leaves this machine fails, and is a fault. */
const ALONE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** Opens a page by its path, as from a link in an e-mail: everything is loaded anew. */
export async function visit(page, path) {
  await page.goto(new URL(path, settings.console).href);
  await settled(page);
}

/** Opens a page as a person does who is in the console already: by a link that it shows. */
export async function follow(page, path) {
  const link = page.locator(`a[href="${path}"]:visible`).first();
  const menu = page.locator('button[aria-controls="navigation"][aria-expanded="false"]');
  if (!(await link.count()) && (await menu.isVisible())) await menu.click();
  await link.click();
  await page.waitForURL((url) => url.pathname === path);
  await settled(page);
}

/** Shows further pages of a list until a row is there: the suite's other tests leave theirs. */
export async function found(page, row) {
  const more = page.locator('main [data-more]:visible').first();
  for (;;) {
    await row.or(more).first().waitFor();
    if (await row.count()) return;
    // The page that it asks for may have come meanwhile, and taken the button away.
    await more.click({ timeout: 5_000 }).catch(() => undefined);
    await settled(page);
  }
}

/** How many documents Firestore has sent to somebody's pages, from the first one on. */
export const reads = (page) => page.person.reads;

/** Runs one step of the story and prints how long it took. */
export async function step(what, work) {
  const started = performance.now();
  try {
    const note = await work();
    const took = `${Math.round(performance.now() - started)} ms`.padStart(9);
    console.log(`${took}  ${what}${note ? `: ${note}` : ''}`);
  } catch (error) {
    throw new Error(`${what}: ${error.message}`, { cause: error });
  }
}

/**
 * Tells a story: with a browser that is closed come what may. It fails with what kept it from going
 * on, and with every fault that anybody's page had.
 */
export async function story(tell) {
  const browser = await launch([ALONE]);
  const told = [];
  try {
    await tell(browser);
  } catch (error) {
    const at = (error.cause ?? error).stack
      ?.split('\n')
      .filter((line) => line.includes('/stories/'));
    told.push(error.message, ...(at ?? []));
  } finally {
    await browser.close();
  }
  for (const { name, faults } of people) told.push(...faults.map((fault) => `${name}: ${fault}`));
  if (told.length === 0) return;
  console.error([...new Set(told)].join('\n'));
  process.exitCode = 1;
}
