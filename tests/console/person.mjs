// Somebody at a device of their own: a page that is signed in, and everything that went wrong on it.

import { settled } from './look.mjs';
import { settings } from './settings.mjs';

const PATIENCE = 60_000; // ms; the first call of each function starts a Python process

/** The devices: a small phone, held upright, and a common laptop. */
const SIZES = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};
const LOCALES = { en: 'en-IN', hi: 'hi-IN' };
/** Everybody of this story, those who have left too. */
export const people = [];
/** What Chromium says of requests that it does not send, for the device is offline. */
const DISCONNECTED = 'net::ERR_INTERNET_DISCONNECTED';
/** What a software renderer says of itself when a picture is taken of what it drew. */
const SLOW_READING = /GL Driver Message \(OpenGL, Performance/;
/** What is said of a lost connection by those who keep trying. */
const KEEPS_TRYING =
  /Could not reach Cloud Firestore backend|WebChannelConnection.*transport errored/;
/**
 * What Firestore's channel asks for after it has failed, to tell a lost connection from a lost
 * server. It only counts the answer, so the policy does not let it.
 */
const PROBE = 'https://www.google.com/images/cleardot.gif';

/**
 * Opens the console for somebody, and signs in with the form that it shows.
 *
 * Without an e-mail address nobody signs in; `seen` is told of every answer of a server. The page has `person`: its name, size and language,
 * `faults` (whatever must not happen on any page), `answers` (every answer of a callable) and
 * `reads`. A callable that refuses is a fault, unless `refused` of forms.mjs has asked for it.
 *
 * @returns the page.
 */
export async function person(browser, who = {}) {
  const { email, password, size = 'desktop', language = 'en', path = '/' } = who;
  const context = await browser.newContext({
    ...SIZES[size],
    locale: LOCALES[language],
    timezoneId: 'Asia/Kolkata',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.person = {
    name: `${who.name ?? email ?? 'nobody'} (${size}, ${language})`,
    size,
    language,
    faults: [],
    answers: [],
    dialogs: [],
    reads: 0,
  };
  people.push(page.person);
  if (who.seen) page.on('response', who.seen);
  await watch(context, page);
  await page.goto(new URL(path, settings.console).href);
  if (email) await signIn(page, { email, password });
  return page;
}

/** Signs in with the form of the console, and waits until it shows what is the person's own. */
export async function signIn(page, { email, password }) {
  const form = page.locator('form[data-form="sign-in"]');
  await form.locator('[data-field="email"]').fill(email);
  await form.locator('[data-field="password"]').fill(password);
  await form.locator('[type="submit"]').click();
  await form.waitFor({ state: 'detached' });
  await page.locator('[data-sign-out]').first().waitFor({ state: 'attached' });
  await settled(page);
}

/** Follows everything that goes wrong on the page, and what it asks for. */
async function watch(context, page) {
  const { person } = page;
  const fault = (text) => text.includes(PROBE) || person.faults.push(text);
  await context.exposeBinding('noteForTests', (_source, kind, detail) => {
    if (kind === 'reads') person.reads += detail;
    else fault(detail);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
      const at = `${sourceFile}:${lineNumber}`;
      globalThis.noteForTests('fault', `policy: ${effectiveDirective} ${blockedURI} at ${at}`);
    });
    new PerformanceObserver((list) => {
      for (const { name, detail } of list.getEntries()) {
        if (name === 'firestore-read') globalThis.noteForTests('reads', detail);
      }
    }).observe({ type: 'mark', buffered: true });
  });
  page.on('pageerror', (error) => fault(`thrown: ${error}`));
  page.on('console', (message) => {
    // What was not found or refused is told with its address below.
    if (message.text().startsWith('Failed to load resource')) return;
    if (KEEPS_TRYING.test(message.text()) || SLOW_READING.test(message.text())) return;
    if (['error', 'warning'].includes(message.type())) fault(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const { errorText } = request.failure();
    if (['net::ERR_ABORTED', DISCONNECTED, 'net::ERR_NETWORK_CHANGED'].includes(errorText)) return;
    if (request.droppedByTest) return;
    fault(`failed: ${errorText} ${withoutQuery(request.url())}`);
  });
  page.on('response', (response) => {
    const request = response.request();
    const told = { status: response.status(), request, response };
    if (isCall(request)) person.answers.push(told);
    if (response.status() >= 400) {
      told.fault = `${response.status()} ${withoutQuery(response.url())}`;
      fault(told.fault);
    }
  });
  page.on('dialog', (dialog) => {
    person.dialogs.push(dialog.type());
    return dialog.accept(); // somebody who leaves a form that is not sent, on purpose
  });
}

/**
 * Forgives what Storage answers to bytes that had landed with their answer lost: sent again, they
 * are refused by the rules, and the client takes them for landed.
 */
export function landedBefore({ person }) {
  const others = person.faults.filter((fault) => !/^403 .*\/landing%2F/.test(fault));
  person.faults.splice(0, person.faults.length, ...others);
}

/** Whether a request calls a callable; not what the browser asks beforehand. */
const isCall = (request) =>
  request.method() === 'POST' && new URL(request.url()).port === String(settings.ports?.functions);

/** An address as it may be printed: signed links have their signature in the query. */
const withoutQuery = (url) => url.split('?')[0];
