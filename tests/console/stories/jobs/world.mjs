// What the chapters of the story share: its people, how they send, and what came of it so far.

import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';

import { act, look, person, reloaded, settings, settled, step } from '../../harness.mjs';

/** Documents that the listeners of all four may read from the first sign-in to the receipt. */
const READS = 140;
/** Bytes of scripts that somebody loads, compressed, three.js aside. */
const SCRIPTS = 350_000;
/** Milliseconds from the address to the first page, on machines as those of CI. */
const FIRST_VIEW = 2000;

/** The story as it is told on one screen: everybody's page, and what has come about. */
export class World {
  #browser;
  #turn = 0;
  #pages = {};
  #scripts = {};
  #looked = new Set();

  constructor(browser) {
    this.#browser = browser;
    /** Ids of what was made, by what it is. */
    this.made = {};
    /** Documents that were read of labs and operators of other tests. */
    this.others = 0;
  }

  /** The page of somebody, who comes with a device of their own when first asked for. */
  async page(name, who = settings.people[name] ?? {}) {
    // Operators are on their way: theirs is always a phone.
    const screen = { ...settings.screen, ...(name === 'operator' && { size: 'phone' }) };
    if (!this.#pages[name]) {
      this.#scripts[name] = new Map();
      const seen = (response) => this.#note(name, response);
      this.#pages[name] = await person(this.#browser, { ...who, ...screen, name, seen });
    }
    return this.#pages[name];
  }

  /** Keeps a script that the console has loaded for somebody. */
  async #note(name, response) {
    const { pathname } = new URL(response.url());
    const scripts = this.#scripts[name];
    if (!pathname.endsWith('.js') || scripts.has(pathname)) return;
    scripts.set(pathname, '');
    scripts.set(pathname, await response.text().catch(() => ''));
  }

  /** Looks at a page of somebody, once. */
  async look(page, name, options) {
    if (this.#looked.has(name)) return;
    this.#looked.add(name);
    await look(page, `job-${name}`, options);
  }

  /** How the next form is sent: they take turns, so that all are seen in each story. */
  #how(without) {
    const how = settings.sends[this.#turn++ % settings.sends.length];
    return how === without ? this.#how(without) : how;
  }

  /**
   * Sends a form that is still there afterwards, such as one that adds something; in any way, but
   * `without` one.
   */
  async send(page, callable, values = {}, options = {}) {
    return act(page, callable, values, { how: this.#how(options.without), ...options });
  }

  /**
   * Takes a step, or sends a form that goes with what it does: loaded anew, the page does not
   * offer it any more.
   */
  async take(page, callable, values = {}, options = {}) {
    const how = this.#how();
    if (how !== 'reload') return act(page, callable, values, { how, ...options });
    await reloaded(page, callable, values, options);
    const { of, action } = options;
    const ofOne = of ? `[data-of="${of}"]` : '';
    const opener = `[data-opens="${callable}"]${ofOne}${action ? `[data-action="${action}"]` : ''}`;
    const form = `form[data-callable="${callable}"]${ofOne}`;
    await page
      .locator(`${opener}:visible`)
      .or(page.locator(`${form}:visible`))
      .first()
      .waitFor({ state: 'detached' });
    return null;
  }

  /** Tells how many documents each has read, and that it was not too much. */
  reads() {
    const read = Object.entries(this.#pages).map(([name, { person }]) => [name, person.reads]);
    const all = read.reduce((sum, [, count]) => sum + count, 0) - this.others;
    // Whoever loads a page anew reads it anew: that is for those who do not.
    const { sends } = settings;
    if (!sends.includes('reload')) assert.ok(all <= READS, `${all} documents: ${read.join(' ')}`);
    return `${all}: ${read.map(([name, count]) => `${name} ${count}`).join(', ')}`;
  }

  /** Tells how much of the console each has loaded, 3D aside, and that it was not too much. */
  loaded() {
    const loaded = Object.entries(this.#scripts).map(([name, scripts]) => {
      const flat = [...scripts.values()].filter((content) => !content.includes('WebGLRenderer'));
      return [name, flat.reduce((sum, content) => sum + gzipSync(content).length, 0)];
    });
    for (const [name, bytes] of loaded) {
      assert.ok(bytes <= SCRIPTS, `${name} has loaded ${bytes} bytes of scripts`);
    }
    return loaded.map(([name, bytes]) => `${name} ${Math.round(bytes / 1000)} kB`).join(', ');
  }
}

/** Takes a link or button of the page, by what it has for tests, and waits for what it leads to. */
export async function go(page, selector, path) {
  await page.locator(`${selector}:visible`).first().click();
  if (path) await page.waitForURL((url) => path.test(url.pathname));
  await settled(page);
}

/** The id at the end of the address. */
export const idOf = (page, at = -1) => new URL(page.url()).pathname.split('/').at(at);

export { FIRST_VIEW, step };
