// What the browser makes of the policy: scripts of files and the emulators, and nothing else.

import assert from 'node:assert/strict';

import { person, settings, step, story } from '../harness.mjs';

await story(async (browser) => {
  const page = await person(browser);
  /** What the policy has refused since it was asked last: so many, each told by the browser. */
  const refused = async (count) => {
    const told = () => page.person.faults.filter((fault) => fault.startsWith('policy: '));
    while (told().length < count) await page.evaluate(() => new Promise(requestAnimationFrame));
    const found = told();
    page.person.faults.length = 0;
    return found;
  };

  await step('the script of a file runs', async () => {
    await page.waitForFunction(() => document.querySelector('#app').childElementCount > 0);
    assert.deepEqual(await refused(0), []);
  });

  await step('a script, a style and a handler that are written into the page do not', async () => {
    const effects = await page.evaluate(async () => {
      const put = (name, content) => {
        const made = document.createElement(name);
        made.textContent = content;
        document.body.append(made);
      };
      put('script', 'document.ran = true;');
      put('style', 'body { outline: 3px solid rgb(1, 2, 3); }');
      const button = document.createElement('button');
      button.setAttribute('onclick', 'document.ran = true;');
      button.click();
      await new Promise((done) => setTimeout(done));
      return { ran: document.ran ?? false, outline: getComputedStyle(document.body).outlineColor };
    });
    assert.equal(effects.ran, false);
    assert.notEqual(effects.outline, 'rgb(1, 2, 3)');
    assert.equal((await refused(3)).length, 3);
  });

  await step('the functions are reached, and another port of this machine is not', async () => {
    const reached = (port) =>
      page.evaluate(
        (url) =>
          fetch(url, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          ),
        `http://127.0.0.1:${port}/`,
      );
    assert.equal(await reached(settings.ports.functions), true);
    assert.deepEqual(await refused(0), []);
    assert.equal(await reached(settings.hub), false);
    const [fault, ...others] = await refused(1);
    assert.match(fault, /^policy: connect-src/);
    assert.deepEqual(others, []);
  });
});
