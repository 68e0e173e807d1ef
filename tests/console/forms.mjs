// Forms of the console, filled in and sent as people do: once, twice, offline, by keyboard, in vain.

import assert from 'node:assert/strict';

import { tabTo, type } from './keyboard.mjs';
import { settled } from './look.mjs';

/**
 * The form of a callable on the page, opened by its button where there is one.
 *
 * `of` and `action` tell apart several of one callable, as `data-of` and `data-action` do.
 */
export async function formOf(page, callable, { of, action } = {}) {
  const ofOne = of ? `[data-of="${of}"]` : '';
  const form = page.locator(`form[data-callable="${callable}"]${ofOne}:visible`).first();
  const which = `[data-opens="${callable}"]${ofOne}${action ? `[data-action="${action}"]` : ''}`;
  const opener = page.locator(`${which}:visible`).first();
  for (;;) {
    await form.or(opener).first().waitFor();
    if (await form.isVisible()) break;
    // Neither: the page was drawn anew between the two looks.
    if (!(await opener.isVisible())) continue;
    await opener.click();
    break;
  }
  await form.waitFor();
  return form;
}

/** The form's values by path: `{slots: [{starts_at}]}` is `slots.0.starts_at`. */
function* flattened(values, path = '') {
  for (const [name, value] of Object.entries(values)) {
    const at = path ? `${path}.${name}` : name;
    const plain = value === null || typeof value !== 'object' || 'buffer' in value;
    const ticks = Array.isArray(value) && value.every((each) => typeof each === 'string');
    if (plain || ticks) yield [at, value];
    else yield* flattened(value, at);
  }
}

/** The control of a path; a row is added to the list that it stands in where there is none yet. */
async function controlOf(form, path) {
  const control = form.locator(`[data-field="${path}"]`);
  const parts = path.split('.');
  for (const [index, part] of parts.entries()) {
    if ((await control.count()) > 0) break;
    if (!/^\d+$/.test(part)) continue;
    const add = form.locator(`[data-add="${parts.slice(0, index).join('.')}"]`);
    if (await add.isVisible()) await add.click();
  }
  await control.first().waitFor({ state: 'attached' });
  return control;
}

/**
 * Fills in the fields of a form.
 *
 * A value is a text, a number, a boolean, a list of texts (ticks, or paths of files), or a function
 * that gets the form and works its control by itself.
 */
export async function fillIn(form, values, put = set) {
  for (const [path, value] of flattened(values)) {
    if (typeof value === 'function') await value(form);
    else await put(form.page(), await controlOf(form, path), value);
  }
}

const kindOf = (control) =>
  control.first().evaluate((element) => element.getAttribute('type') ?? element.localName);

async function set(_page, control, value) {
  const kind = await kindOf(control);
  if (kind === 'file') await control.setInputFiles(value);
  else if (kind === 'select') await control.selectOption(String(value));
  else if (kind === 'radio') await control.and(valued(control, value)).check();
  else if (kind !== 'checkbox') await control.fill(String(value));
  else if (!Array.isArray(value)) await control.setChecked(value);
  else for (const each of value) await control.and(valued(control, each)).check();
}

const valued = (control, value) => control.page().locator(`[value="${value}"]`);

/** What stands in the form's controls now, by path. */
const shown = (form) =>
  form.evaluate((element) =>
    [...element.querySelectorAll('[data-field]')].map(({ dataset, type, checked, value }) => [
      dataset.field,
      ['checkbox', 'radio'].includes(type) ? [value, checked] : value,
    ]),
  );

/** Waits until the form (a handle of it) was done with, or says what it says instead. */
async function outcome(page, sent, patience) {
  const ended = await page.waitForFunction(
    (element) => {
      if (!element?.isConnected || element.dataset.done !== undefined) return { done: true };
      if (element.getAttribute('aria-busy') === 'true') return null;
      const alert = element.querySelector('[role="alert"]');
      if (alert) return { fault: alert.dataset.fault ?? 'unnamed', says: alert.textContent };
      const wrong = [...element.querySelectorAll('[aria-invalid="true"], .problem')];
      if (wrong.length === 0) return null;
      const says = wrong.map(({ dataset, textContent }) => dataset.field ?? textContent);
      return { fault: 'form', says: says.join('; ') };
    },
    sent,
    { timeout: patience },
  );
  return ended.jsonValue();
}

/** The presses of the button, by how the form is sent. */
const SENT = {
  once: (_page, submit) => submit.click(),
  keyboard: async (page, submit) => {
    await tabTo(page, submit);
    await page.keyboard.press('Enter');
  },
  // As quick as a finger that trembles, however slow the machine is: the page itself keeps the time.
  double: (_page, submit) =>
    submit.evaluate(async (button) => {
      button.click();
      await new Promise((done) => setTimeout(done, 60));
      if (button.isConnected) button.click();
    }),
};

/**
 * Fills in and sends the form of a callable, and holds it to one outcome.
 *
 * `how` is `once`; `double` (two quick presses); `keyboard` (nothing but keys); `offline` (without a
 * connection at first: the fault is said and what was typed stays); `lost` (the first answer never
 * arrives, though the work was done); or `reload` (neither, for the page is loaded anew, and the form
 * filled in again). All requests of it carry one idempotency key.
 *
 * @returns the callable's answer.
 */
export async function act(page, callable, values = {}, options = {}) {
  const { how = 'once', patience = 60_000 } = options;
  const { person } = page;
  const before = person.answers.length;
  const sent = [];
  const note = (request) => isOf(request, callable) && sent.push(request);
  page.on('request', note);
  try {
    if (how === 'reload') await reloaded(page, callable, values, options);
    const form = await formOf(page, callable, options);
    await fillIn(form, values, how === 'keyboard' ? type : set);
    const handle = await form.elementHandle();
    if (how === 'offline') await offlineFirst(page, form, handle, callable);
    const again = how !== 'lost' || (await lostFirst(page, form, handle, callable));
    const press = SENT[how] ?? SENT.once;
    if (again) await press(page, form.locator('[type="submit"]'));
    const { done, fault, says } = await outcome(page, handle, patience);
    assert.ok(done, `${callable} was not done (${fault}): ${says}`);
  } finally {
    page.off('request', note);
  }
  await settled(page);
  const keys = new Set(sent.map((request) => request.postDataJSON().data.idempotency_key));
  assert.equal(keys.size, 1, `${callable} was sent under ${keys.size} keys`);
  if (!['lost', 'reload'].includes(how))
    assert.equal(sent.length, 1, `${callable} was sent ${sent.length} times`);
  const answers = person.answers.slice(before).filter(({ request }) => isOf(request, callable));
  return (await answers.at(-1)?.response.json())?.result;
}

/**
 * Sends a form that is to be refused, by the server (its reason) or before it is sent (`form`).
 *
 * What was typed is still there, and the refusal is no fault of the page.
 */
export async function refused(page, callable, values, reason, options = {}) {
  const form = await formOf(page, callable, options);
  await fillIn(form, values);
  const typed = await shown(form);
  const before = page.person.answers.length;
  await form.locator('[type="submit"]').click();
  const { fault, says } = await outcome(
    page,
    await form.elementHandle(),
    options.patience ?? 60_000,
  );
  assert.equal(fault, reason, `${callable} says: ${says}`);
  assert.deepEqual(await shown(form), typed, `${callable} has lost what was typed`);
  for (const answer of page.person.answers.slice(before)) forgive(page, answer.fault);
  return says;
}

function forgive({ person }, fault) {
  const at = person.faults.indexOf(fault);
  if (at >= 0) person.faults.splice(at, 1);
}

const isOf = (request, callable) =>
  request.method() === 'POST' && new URL(request.url()).pathname.endsWith(`/${callable}`);

async function offlineFirst(page, form, handle, callable) {
  const typed = await shown(form);
  await page.context().setOffline(true);
  await form.locator('[type="submit"]').click();
  const { fault, says } = await outcome(page, handle, 30_000);
  assert.ok(fault && says?.trim(), `${callable} says nothing of a lost connection`);
  assert.deepEqual(await shown(form), typed, `${callable} has lost what was typed offline`);
  await page.context().setOffline(false);
}

/** Drops the first answer; whether it is left to the person to send the form again. */
async function lostFirst(page, form, handle, callable) {
  const typed = await shown(form);
  const dropped = answered(page, callable, (route) => {
    route.request().droppedByTest = true;
    return route.abort('connectionreset');
  });
  await form.locator('[type="submit"]').click();
  await sentAndDone(page, handle, callable, dropped);
  const { done } = await outcome(page, handle, 60_000); // done: the client has asked again by itself
  if (done) return false;
  assert.deepEqual(await shown(handle), typed, `${callable} has lost what was typed`);
  // Where the page listens to what was changed, it may take the form away by itself.
  return handle.evaluate((element) => element.isConnected);
}

/** Sends the form and loads the page anew when the work is done and the answer is not there yet. */
export async function reloaded(page, callable, values, options) {
  const form = await formOf(page, callable, options);
  await fillIn(form, values);
  const done = answered(page, callable, () => undefined);
  const handle = await form.elementHandle();
  await form.locator('[type="submit"]').click();
  await sentAndDone(page, handle, callable, done);
  await page.reload();
  await settled(page);
}

/** Waits until the server has done what was sent, or fails where the form was not sent at all. */
async function sentAndDone(page, handle, callable, done) {
  const held = outcome(page, handle, 60_000).then(({ fault, says }) => {
    if (fault) throw new Error(`${callable} was not sent (${fault}): ${says}`);
    return done;
  });
  held.catch(() => undefined); // the page may be another one by then
  await Promise.race([done, held]);
}

/** Has the server do what the next request asks for, and something else come of its answer. */
const answered = (page, callable, then) =>
  new Promise((resolve, reject) => {
    const once = async (route) => {
      try {
        await route.fetch();
        await then(route);
        resolve();
      } catch (error) {
        reject(error);
      }
    };
    page.route((url) => url.pathname.endsWith(`/${callable}`), once, { times: 1 }).catch(reject);
  });
