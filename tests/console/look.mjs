// A look at a page as it stands: what every page is held to, and its picture.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import axe from 'axe-core';

import { keyboardWalk } from './keyboard.mjs';
import { settings } from './settings.mjs';

const SERIOUS = ['serious', 'critical'];
/** The least side of what is tapped on the phone, in CSS pixels (WCAG 2.5.5). */
const TOUCH = 44;
/** The least width of a tooth in the chart, in CSS pixels: more than the 24 of WCAG 2.5.8. */
const TOOTH = 40;
/** How long a page may be without its heading, in milliseconds. */
const HEADING = 5000;
/** What the SDK keeps in the browser: the session, and which days it was used on. */
const KEPT = ['firebaseLocalStorageDb', 'firebase-heartbeat-database'];

/** Waits until nothing on the page is under way, and what came of it is drawn. */
export async function settled(page) {
  const still = () =>
    document.readyState === 'complete' && document.querySelector('[aria-busy="true"]') === null;
  await page.waitForFunction(still).catch(async (error) => {
    const busy = await page
      .locator('[aria-busy="true"]')
      .evaluateAll((found) => found.map(({ outerHTML }) => outerHTML.slice(0, 120)));
    throw new Error(`still under way: ${busy} ${page.person.faults.join('; ')}`, { cause: error });
  });
  // A chunk may be on its way, which nothing shows. A page without a heading is for `look` to tell.
  const heading = page.locator('h1').first();
  await heading.waitFor({ timeout: HEADING }).catch(() => undefined);
  await page.waitForFunction(still);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/**
 * Looks at the page once it has settled: axe has nothing serious, nothing scrolls sideways, there
 * is one heading of the first level, a title and a language, every text is whole, the address and
 * the browser's storage hold nothing of anybody, and Tab reaches all. What is not so is a fault of the
 * person's: the story goes on, and fails at its end with all of them. Keeps a picture of it in
 * `.scanner/screenshots/<size>-<language>/<name>.png`.
 *
 * Without `keyboard` Tab is left out: for a second look at the same page.
 */
export async function look(page, name, { keyboard = true } = {}) {
  await settled(page);
  const { size, language } = page.person;
  const folder = join(settings.screenshots, `${size}-${language}`);
  await mkdir(folder, { recursive: true });
  const fullPage = !(await page.locator('dialog:modal').count()); // which covers what is in view
  await page.evaluate(() => scrollTo(0, 0)); // the bar of the page stays above it
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
  const drawn = { touch: size === 'phone' ? TOUCH : 0, tooth: TOOTH, language };
  const faults = [
    ...(await page.evaluate(drawnFaults, drawn)),
    ...(await axeFaults(page)),
    ...addressFaults(page.url()),
    ...(await storageFaults(page)),
  ];
  if (keyboard)
    await keyboardWalk(page).catch((error) => faults.push(`keyboard: ${error.message}`));
  page.person.faults.push(...faults.map((fault) => `${name}: ${fault}`));
}

/** What is wrong with the page as it is drawn; runs in it. */
function drawnFaults({ touch, tooth, language }) {
  const faults = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const named = (element) => element.outerHTML.slice(0, 160);
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => shown(element) && element.getBoundingClientRect().right > root.clientWidth + 1,
    );
    faults.push(`scrolls sideways: ${wide.slice(-3).map(named).join(' ')}`);
  }
  const headings = [...document.querySelectorAll('h1')].filter(shown).length;
  if (headings !== 1) faults.push(`${headings} headings of the first level`);
  if (!document.title.trim()) faults.push('no title');
  if (root.lang !== language) faults.push(`lang is ${root.lang}`);
  const broken = /\{\w+\}|\bundefined\b|\bNaN\b|\[object |Invalid Date/;
  const texts = [document.title, document.body.textContent];
  for (const [found] of texts.map((text) => broken.exec(text)).filter(Boolean)) {
    faults.push(`a text is not whole: ${found}`);
  }
  for (const image of document.images) {
    if (shown(image) && image.complete && image.naturalWidth === 0) {
      faults.push(`no picture: ${image.alt}`);
    }
  }
  const scope = document.querySelector('dialog:modal') ?? document;
  const tapped =
    'button, select, summary, textarea, nav a, input:not([type="checkbox"], [type="radio"])';
  for (const element of touch ? scope.querySelectorAll(tapped) : []) {
    const { width, height } = element.getBoundingClientRect();
    // Eight teeth stand in a row as they do in the mouth: as wide as that allows, and higher.
    const least = 'tooth' in element.dataset ? tooth : touch;
    if (shown(element) && Math.min(width, height) < least - 0.5) {
      faults.push(`${Math.round(width)} x ${Math.round(height)} px to tap: ${named(element)}`);
    }
  }
  return faults;
}

async function axeFaults(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const options = { resultTypes: ['violations'], preload: false };
    const { violations } = await globalThis.axe.run(document, options);
    return violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact,
      help,
      at: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    }));
  });
  return violations
    .filter(({ impact }) => SERIOUS.includes(impact))
    .map(({ id, impact, help, at }) => `axe ${impact} ${id}: ${help}\n  ${at.join('\n  ')}`);
}

/** Addresses are logged by servers and kept by browsers: they hold ids alone. */
function addressFaults(url) {
  const { pathname, search, hash } = new URL(url);
  const odd = decodeURIComponent(pathname + search + hash).match(/[^\w\-/?=&.#:]/);
  return odd ? [`the address holds ${odd[0]}`] : [];
}

async function storageFaults(page) {
  const kept = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(document.cookie ? [document.cookie] : []),
    ...(await caches.keys()),
  ]);
  const odd = kept.filter((name) => !KEPT.includes(name));
  return odd.length > 0 ? [`the browser keeps ${odd.join(', ')}`] : [];
}
