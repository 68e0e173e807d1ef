// Everybody arrives: those with an account at every page of their navigation, the others at what they wait for.

import assert from 'node:assert/strict';

import { follow, look, person, settings, settled, step, story } from '../harness.mjs';

/** What each sees, small and large, in both languages. */
const SCREENS = [
  { size: 'phone', language: 'hi' },
  { size: 'desktop', language: 'en' },
];

/** The pages that somebody's navigation leads to. */
const pagesOf = (page) =>
  page.locator('#navigation a').evaluateAll((links) => links.map((link) => link.pathname));

const nameOf = (path) => path.slice(1).replaceAll('/', '-') || 'home';

await story(async (browser) => {
  const arrive = async (screen) => {
    await step(`signing in, ${screen.size}, ${screen.language}`, async () => {
      const page = await person(browser, screen);
      await settled(page);
      await look(page, 'sign-in');
      await page.context().close();
    });
    for (const [name, account] of Object.entries(settings.people)) {
      await step(`${name}, ${screen.size}, ${screen.language}`, async () => {
        const page = await person(browser, { name, ...account, ...screen });
        const paths = await pagesOf(page);
        await look(page, `${name}-arrives`);
        assert.equal(paths.length > 0, account.active, `${name} has the pages ${paths}`);
        for (const path of paths) {
          await follow(page, path);
          await look(page, `${name}-${nameOf(path)}`);
        }
        await page.context().close();
        return `${paths.length} pages, ${page.person.reads} documents read`;
      });
    }
  };
  await Promise.all(SCREENS.map(arrive));
});
