// A page by keyboard alone: what Tab reaches, in which order, and whether it is seen there.

import assert from 'node:assert/strict';

/** What a person can work, wherever it stands. */
const WORKABLE =
  'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]';

/**
 * Goes through the page by Tab, from its beginning until it comes round.
 *
 * Every control that is shown is reached, shows that the focus is on it, and is in view then; an
 * open dialog keeps the focus. What can be worked by a pointer alone is found so.
 *
 * @returns what is not so.
 */
export async function keyboardWalk(page) {
  const count = await page.evaluate((workable) => {
    const scope = document.querySelector('dialog:modal') ?? document;
    const radios = new Set();
    const reachable = [...scope.querySelectorAll(workable)].filter((element) => {
      if (element.tabIndex < 0 || element.disabled || element.closest('[inert]')) return false;
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      if (element.type !== 'radio') return true;
      // Tab goes to one of a group; arrows go on from there.
      const first = !radios.has(element.name);
      radios.add(element.name);
      return first;
    });
    const drawn = (element) => {
      const style = getComputedStyle(element);
      const names = ['outline', 'boxShadow', 'borderColor', 'backgroundColor', 'textDecoration'];
      return names.map((name) => style[name]).join('|');
    };
    const named = (element) =>
      element.type === 'radio' ? `radio ${element.name}` : element.outerHTML.slice(0, 120);
    document.activeElement?.blur();
    scope.scrollTop = 0;
    const before = new Map(reachable.map((element) => [element, drawn(element)]));
    globalThis.walkForTests = { scope, reachable, before, drawn, named, reached: new Set() };
    return reachable.length;
  }, WORKABLE);
  const unseen = new Set();
  let rounds = 0; // the first one begins where the focus was, in the middle of the page
  for (let presses = 0; presses < 6 * count + 12; presses++) {
    await page.keyboard.press('Tab');
    const told = await page.evaluate(() => {
      const { scope, reachable, before, drawn, named, reached } = globalThis.walkForTests;
      const at = document.activeElement;
      if (!at || at === document.body || at === document.documentElement) return { round: true };
      if (scope !== document && !scope.contains(at)) return { fault: named(at) };
      const one = reachable.find(
        (each) => each === at || (at.type === 'radio' && each.name === at.name),
      );
      if (!one) return {};
      const known = reached.has(one);
      reached.add(one);
      if (known) return {};
      const { top, bottom, left, right } = at.getBoundingClientRect();
      const inView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
      const marked = !before.has(at) || drawn(at) !== before.get(at);
      return { fault: inView && marked ? null : named(at), left: reachable.length - reached.size };
    });
    if (told.fault) unseen.add(told.fault);
    if (told.round) rounds += 1;
    if (rounds > 1 || told.left === 0) break;
  }
  const missed = await page.evaluate(() => {
    const { reachable, reached, named } = globalThis.walkForTests;
    delete globalThis.walkForTests;
    return reachable.filter((each) => !reached.has(each)).map(named);
  });
  return [
    ...missed.map((element) => `Tab does not reach ${element}`),
    ...[...unseen].map((element) => `the focus is not seen, or is not kept, on ${element}`),
  ];
}

/** Goes to a control by Tab, from wherever the focus is. */
export async function tabTo(page, control) {
  const target = await control.elementHandle();
  for (let presses = 0; presses < 300; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not reach ${await target.evaluate((element) => element.outerHTML)}`);
}

/** Sets a control by keys alone. */
export async function type(page, control, value) {
  const one = control.first();
  const kind = await one.evaluate((element) => element.getAttribute('type') ?? element.localName);
  if (kind === 'checkbox' && Array.isArray(value)) {
    for (const each of value) {
      const tick = control.and(page.locator(`[value="${each}"]`));
      await tabTo(page, tick);
      if (!(await tick.isChecked())) await page.keyboard.press('Space');
    }
    return;
  }
  if (kind === 'file') {
    await one.setInputFiles(value); // the system's own dialog is behind it
    return;
  }
  await tabTo(page, one);
  if (kind === 'checkbox') {
    if ((await one.isChecked()) !== value) await page.keyboard.press('Space');
  } else if (kind === 'select') await choose(page, one, value);
  else if (kind === 'date' || kind === 'datetime-local') {
    // What its parts take, and in which order, is the browser's by language.
    await one.fill(String(value));
  } else {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(String(value));
  }
  const shown = kind === 'checkbox' ? await one.isChecked() : await one.inputValue();
  assert.equal(String(shown), String(value));
}

async function choose(page, select, value) {
  const { from, to } = await select.evaluate(
    (element, wanted) => ({
      from: element.selectedIndex,
      to: [...element.options].findIndex((option) => option.value === wanted),
    }),
    String(value),
  );
  assert.notEqual(to, -1, `no choice ${value}`);
  const key = to > from ? 'ArrowDown' : 'ArrowUp';
  for (let left = Math.abs(to - from); left > 0; left--) await page.keyboard.press(key);
}
