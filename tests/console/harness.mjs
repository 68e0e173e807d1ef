// What stories of the console are told with: a browser, people in it, forms, and looks at pages.

import { launch } from '../support/browser.mjs';
import { settings } from './settings.mjs';

export { act, fillIn, formOf, refused } from './forms.mjs';
export { tabTo } from './keyboard.mjs';
export { look, settled } from './look.mjs';
export { person, signIn } from './person.mjs';
export { settings };

/** No other host has a name here: whatever leaves this machine fails, and is a fault. */
const ALONE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** Opens a page by its path, as from a link in an e-mail: everything is loaded anew. */
export async function visit(page, path) {
  await page.goto(new URL(path, settings.console).href);
  await page.locator('h1').first().waitFor();
}

/** Opens a page as a person does who is in the console already: by a link that it shows. */
export async function follow(page, path) {
  const link = page.locator(`a[href="${path}"]:visible`).first();
  const menu = page.locator('button[aria-controls="navigation"][aria-expanded="false"]');
  if (!(await link.count()) && (await menu.isVisible())) await menu.click();
  await link.click();
  await page.waitForURL((url) => url.pathname === path);
  await page.locator('h1').first().waitFor();
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

/** Tells a story: with a browser that is closed come what may, and with nobody's faults left over. */
export async function story(tell) {
  const browser = await launch([ALONE]);
  try {
    await tell(browser);
    const faults = browser
      .contexts()
      .flatMap((context) => context.pages())
      .flatMap((page) => page.person?.faults.map((fault) => `${page.person.name}: ${fault}`) ?? []);
    if (faults.length > 0) throw new Error(`Faults on pages:\n${faults.join('\n')}`);
  } finally {
    await browser.close();
  }
}
