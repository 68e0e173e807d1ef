// The viewer of scans in a real browser, on boxes of which everything is known.
//
// Its only argument is the folder to build its page in. What is expected follows from the
// boxes and from the picture's size, and from no function of the viewer.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { launch } from '../../../support/browser.mjs';
import { buildPage } from './build.mjs';
import { box, stl } from './scans.mjs';
import { seen } from './seen.mjs';
import { serve } from './server.mjs';

// A jaw of 20 x 10 x 6 mm, and at the patient's front and left a post, which is higher. Far from the
// origin, as scans may be.
const FAR = [1000, -600, 300];
const at = (place) => place.map((value, axis) => value + FAR[axis]);
const JAW = [...box(at([-10, -5, 0]), at([10, 5, 6])), ...box(at([10, -8, 0]), at([13, -5, 9]))];
const ABOVE = box(at([-10, -5, 10]), at([13, 5, 16]));
const HOLE = at([-5, -5, 3]); // on the face that looks to the front
const PATIENCE = 10_000; // ms
const WHOLE = [0, 0, 1, 1];
const WORDS = { upper: 'Upper jaw', lower: 'Lower jaw' };

const [x, y, z] = FAR;
const features = (jaw, holes = []) => ({
  arch: {
    occlusal: { x: 0, y: 0, z: jaw === 'upper' ? -1 : 1 },
    front: { x: 0, y: -1, z: 0 },
    middle: { x, y, z },
    right_mm: 10,
    left_mm: 10,
    within_mm: 2,
  },
  holes: holes.map(([hx, hy, hz]) => ({
    at: { x: hx, y: hy, z: hz },
    across_mm: 2.345,
    around_mm: 8,
    along_mm: 0,
  })),
});
const scan = (jaw, holes) => ({
  id: jaw,
  jaw,
  name: WORDS[jaw],
  features: features(jaw, holes),
});

const [, , folder] = process.argv;
await buildPage(folder);
const server = await serve(folder);
const { state } = server;
const browser = await launch();

/** Opens a page of somebody's own that shows scans; `before` runs in it before its scripts. */
async function page(shown, { files, refuse = () => null, before, ...options } = {}) {
  Object.assign(state, { shown, files: files ?? { lower: stl(JAW), upper: stl(ABOVE) }, refuse });
  state.links = {};
  const context = await browser.newContext({ viewport: { width: 640, height: 600 }, ...options });
  context.setDefaultTimeout(PATIENCE);
  const opened = await context.newPage();
  const faults = [];
  opened.on('pageerror', (error) => faults.push(String(error)));
  await opened.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      throw new Error(`the policy refuses ${blockedURI} by ${violatedDirective}`);
    });
  });
  if (before) await opened.addInitScript(before);
  await opened.goto(server.origin);
  const press = (name) => opened.click(`[data-viewer="${name}"]`);
  const done = async () => {
    assert.deepEqual(faults, []);
    await context.close();
  };
  return { page: opened, press, done };
}

/** Opens scans in 3D and waits until all are there. */
async function open(shown, options) {
  const one = await page(shown, options);
  await one.press('open');
  await one.page.waitForSelector('.viewer .troubles[aria-busy=false]', { state: 'attached' });
  await one.page.waitForSelector('[data-viewer=front]');
  return one;
}

async function slide(page, name, value) {
  await page.locator(`[data-viewer="${name}"]`).fill(String(value));
}

const said = (page) => page.textContent('[data-viewer=said]');
const near = (value, expected, within, what) =>
  assert.ok(Math.abs(value - expected) <= within, `${what}: ${value}, not ${expected}`);

const tests = {
  async 'stands as dentists look at it'() {
    const { page, press, done } = await open({ scans: [scan('lower')] });
    // Where the post is, and where the corner of the box around both is empty.
    const corners = {
      front: { size: [23, 9], post: 'right-top', empty: 'left-top' },
      back: { size: [23, 9], post: 'left-top', empty: 'right-top' },
      left: { size: [13, 9], post: 'left-top', empty: 'right-top' },
      right: { size: [13, 9], post: 'right-top', empty: 'left-top' },
      lower: { size: [23, 13], post: 'right-bottom', empty: 'right-top' },
    };
    for (const [side, { size, post, empty }] of Object.entries(corners)) {
      await press(side);
      held(await seen(page), size, post, empty, side);
    }
    await done();
  },

  async 'shows an upper jaw from below, with the front teeth at the top'() {
    const { page, press, done } = await open(
      { scans: [scan('upper')] },
      { files: { upper: stl(JAW) } },
    );
    await press('upper');
    held(await seen(page), [23, 13], 'right-top', 'right-bottom', 'upper');
    await done();
  },

  async 'measures between two points that are touched'() {
    const { page, press, done } = await open({ scans: [scan('lower')] });
    await press('front');
    await press('measure');
    const picture = await seen(page);
    await touch(page, picture, -6, 3);
    assert.equal(await said(page), 'Now the second point.');
    await touch(page, picture, 11.5, 7); // on the post, whose face is 3 mm nearer
    const expected = Math.hypot(17.5, 4, 3).toFixed(1);
    await page.waitForSelector('[data-viewer=distance]');
    assert.equal(
      (await page.textContent('[data-viewer=distance]')).trim(),
      `Distance: ${expected} mm`,
    );
    assert.equal(await said(page), `Distance: ${expected} mm`);
    await touch(page, picture, -6, 8); // above the jaw, beside the post: nothing changes
    await page.waitForFunction(() =>
      document.querySelector('[data-viewer=said]').textContent.startsWith('There is no scan'),
    );
    assert.equal(
      (await page.textContent('[data-viewer=distance]')).trim(),
      `Distance: ${expected} mm`,
    );
    await done();
  },

  async 'turns, zooms and measures by keys'() {
    const { page, press, done } = await open({ scans: [scan('lower')] });
    await press('front');
    const start = await seen(page);
    await page.focus('.viewer .picture');
    for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowRight'); // of 7.5 degrees
    const turned = await seen(page);
    const shape = ({ box, width, height }) =>
      ((box.right - box.left) * width) / ((box.bottom - box.top) * height);
    near(shape(start), 23 / 9, 0.05, 'the front');
    near(shape(turned), 13 / 9, 0.05, 'the side');
    const high = ({ box }) => box.bottom - box.top;
    await page.keyboard.press('-');
    near(high(await seen(page)) / high(turned), 1 / 1.2, 0.02, 'farther by a step');
    await page.keyboard.press('+');
    near(high(await seen(page)) / high(turned), 1, 0.01, 'nearer by a step');
    await page.keyboard.press('r');
    await press('measure');
    await page.focus('.viewer .picture');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('[data-viewer=said]').textContent.startsWith('Now the second'),
    );
    await done();
  },

  async 'cuts one side away and nothing of the other'() {
    const { page, press, done } = await open({ scans: [scan('lower')] });
    await press('front');
    const whole = await seen(page);
    assert.ok(whole.share([0.52, 0.3, 0.9, 0.7]) > 0.3 && whole.red(WHOLE) === 0);
    await press('cut-x');
    const right = await seen(page);
    near(right.box.right, 0.5, 0.01, 'what is left ends in the middle');
    near(right.box.left, whole.box.left, 0.005, 'the other end stays');
    await press('cut-other');
    const left = await seen(page);
    near(left.box.left, 0.5, 0.01, 'what is left begins in the middle');
    near(left.box.right, whole.box.right, 0.005, 'the other end stays');
    await press('cut-other');
    await slide(page, 'cut-at', 90);
    near(
      (await seen(page)).box.right,
      whole.box.left + 0.9 * (whole.box.right - whole.box.left),
      0.01,
      'the slider',
    );
    await press('left'); // the cut face is seen: its edge is drawn
    await until(page, ({ red }) => red(WHOLE) > 0.001);
    await press('cut-none');
    await until(page, ({ red }) => red(WHOLE) === 0);
    await done();
  },

  async 'hides a jaw, and shows through it'() {
    const { page, press, done } = await open({ scans: [scan('upper'), scan('lower')] });
    await press('front');
    const both = await seen(page);
    const { top, bottom } = both.box; // 0 to 16 mm high
    const high = bottom - top;
    const upper = [0.3, top + 0.02, 0.6, top + (high * 5) / 16];
    const lower = [0.3, bottom - (high * 5) / 16, 0.45, bottom - 0.02];
    assert.equal(both.share(upper), 1);
    assert.equal(both.share(lower), 1);
    await slide(page, 'transparency-upper', 80);
    const through = await seen(page);
    near(through.contrast(upper) / both.contrast(upper), 0.2, 0.02, 'what is left of its colour');
    near(through.contrast(lower) / both.contrast(lower), 1, 0.01, 'the other one');
    await page.uncheck('[data-viewer=show-upper]');
    const one = await seen(page);
    assert.equal(one.share(upper), 0);
    assert.equal(one.share(lower), 1);
    await page.check('[data-viewer=show-upper]'); // as it was, seen through
    near((await seen(page)).contrast(upper), through.contrast(upper), 0.1, 'shown again');
    await press('lower'); // the other jaw would hide it
    assert.equal(await page.isChecked('[data-viewer=show-upper]'), false);
    held(await seen(page), [23, 13], 'right-bottom', 'right-top', 'the lower one alone');
    await press('front');
    assert.equal(await page.isChecked('[data-viewer=show-upper]'), true);
    await done();
  },

  async 'marks a hole where it is'() {
    const { page, press, done } = await open({ scans: [scan('upper'), scan('lower', [HOLE])] });
    await press('front');
    const front = await seen(page);
    const place = placed(front, [-10, 13], [0, 16], -5, 3);
    const [left, top] = [place.x / front.width, place.y / front.height];
    const around = [left - 0.05, top - 0.07, left + 0.05, top + 0.07];
    assert.ok(front.red(around) > 0.02);
    const inside = front.red(around) * 0.1 * 0.14;
    near(front.red(WHOLE), inside, inside * 0.02, 'red elsewhere');
    assert.match(await page.textContent('[data-viewer=mark-1]'), /Hole of 2\.3 mm/);
    await press('mark-1');
    const close = await seen(page);
    assert.ok(close.red([0.45, 0.42, 0.56, 0.56]) > 0.02);
    assert.match(await said(page), /Looking at: 1\. Hole of 2\.3 mm/);
    await done();
  },

  async 'asks for links when it is opened, and anew once'() {
    const refuse = (_, link) => (link === 1 ? 403 : null);
    const one = await page({ scans: [scan('lower')] }, { refuse });
    assert.deepEqual(state.links, {});
    await one.press('open');
    await one.page.waitForSelector('[data-viewer=front]');
    assert.deepEqual(state.links, { lower: 2 });
    assert.ok((await seen(one.page)).share(WHOLE) > 0.1);
    await one.done();
  },

  async 'says what is wrong with a scan, and goes on with it and with the others'() {
    const sentences = [
      [() => 400, 'Lower jaw cannot be shown. Its link is no longer valid.', 2],
      [() => 404, 'Lower jaw cannot be shown. The file is no longer there.', 1],
      [() => 503, 'Lower jaw cannot be shown. The connection was lost.', 1],
      [() => 'broken', 'Lower jaw cannot be shown. The connection was lost.', 1],
    ];
    for (const [refusal, sentence, asked] of sentences) {
      const refuse = (id) => (id === 'lower' ? refusal() : null);
      const one = await page({ scans: [scan('upper'), scan('lower')] }, { refuse });
      await one.press('open');
      const fault = one.page.locator('[data-viewer=fault-lower]');
      await fault.waitFor();
      assert.ok((await fault.textContent()).startsWith(sentence), await fault.textContent());
      assert.equal(state.links.lower, asked);
      await one.page.waitForSelector('[data-viewer=show-upper]'); // the other one is there
      state.refuse = () => null;
      await one.press('again-lower');
      await one.page.waitForSelector('[data-viewer=show-lower]');
      assert.equal(await fault.count(), 0);
      await one.done();
    }
  },

  async 'refuses what is no binary scan'() {
    const whole = stl(JAW);
    const files = [whole.subarray(0, -1), Buffer.from('solid a\nendsolid a\n'), stl([])];
    for (const lower of files) {
      const one = await page({ scans: [scan('lower')] }, { files: { lower } });
      await one.press('open');
      const fault = one.page.locator('[data-viewer=fault-lower]');
      await fault.waitFor();
      assert.match(await fault.textContent(), /cannot be read as a scan/);
      state.files.lower = whole;
      await one.press('again-lower');
      await one.page.waitForSelector('[data-viewer=front]');
      await one.done();
    }
  },

  async 'shows a picture where the browser has no 3D'() {
    const dot =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const files = { lower: stl(JAW), picture: Buffer.from(dot, 'base64') };
    const before = () => {
      HTMLCanvasElement.prototype.getContext = () => null;
    };
    const one = await page({ scans: [scan('lower')] }, { files, before });
    await one.press('open');
    await one.page.waitForSelector('.viewer img');
    assert.match(await one.page.textContent('.viewer [role=alert]'), /This browser shows no 3D/);
    assert.deepEqual(state.links, { picture: 1 });
    await one.done();
  },

  async 'draws again after the graphics were lost, and leaves nothing behind'() {
    const { page, press, done } = await open({ scans: [scan('lower')] });
    const before = await seen(page);
    await page.evaluate(() => {
      const canvas = document.querySelector('.viewer canvas');
      const lost = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
      canvas.addEventListener('webglcontextlost', () => setTimeout(() => lost.restoreContext()));
      return new Promise((restored) => {
        canvas.addEventListener('webglcontextrestored', restored);
        lost.loseContext();
      });
    });
    await until(page, ({ share }) => Math.abs(share(WHOLE) - before.share(WHOLE)) < 0.005);
    assert.equal(page.workers().length, 1);
    await press('close');
    await page.waitForSelector('[data-viewer=open]');
    for (let look = 0; look < 60 && page.workers().length > 0; look++) await frame(page);
    assert.equal(page.workers().length, 0);
    await press('open');
    await page.waitForSelector('[data-viewer=front]');
    await done();
  },

  async 'is in Hindi, on a phone, and for everybody'() {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
    const { page, press, done } = await open(
      { scans: [scan('lower', [HOLE])], hindi: true },
      phone,
    );
    await press('cut-x');
    await press('measure');
    assert.equal((await page.textContent('[data-viewer=front]')).trim(), 'सामने');
    const text = await page.evaluate(() => document.querySelector('.viewer').textContent);
    const english = text.replace(/Lower jaw|Shift|Enter/g, '').match(/[A-Za-z]{2,}/g);
    assert.equal(english, null);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(wide, 360);
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await page.evaluate(await readFile(axe, 'utf8'));
    const violations = await page.evaluate(async () => (await axe.run('.viewer')).violations);
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes[0].html]),
      [],
    );
    await done();
  },
};

/** Holds a picture to the size of what it shows, in mm, and to where the post is. */
function held(picture, [wide, high], post, empty, side) {
  const { box, width, height, share } = picture;
  const [across, down] = [box.right - box.left, box.bottom - box.top];
  near((across * width) / (down * height), wide / high, 0.04, `the shape from ${side}`);
  const corner = (name) => {
    const [one, other] = name.split('-');
    const left = one === 'left' ? box.left : box.right - across * 0.1;
    const top = other === 'top' ? box.top : box.bottom - down * 0.1;
    return share([left, top, left + across * 0.1, top + down * 0.1]);
  };
  assert.ok(corner(post) > 0.9, `the post is not at the ${post} from ${side}`);
  assert.ok(corner(empty) < 0.1, `the post is at the ${empty} from ${side}`);
}

/** Where a place of the front view is in a picture, in pixels: between what is known of the box. */
function placed({ box, width, height }, [low, high], [floor, top], across, up) {
  const left = box.left + ((across - low) / (high - low)) * (box.right - box.left);
  const down = box.bottom - ((up - floor) / (top - floor)) * (box.bottom - box.top);
  return { x: left * width, y: down * height };
}

/** Touches a place of the lower jaw in the front view, and waits until that was answered. */
async function touch(page, picture, across, up) {
  const before = await said(page);
  const position = placed(picture, [-10, 13], [0, 9], across, up);
  await page.locator('.viewer canvas').click({ position });
  await page.waitForFunction(
    (was) => document.querySelector('[data-viewer=said]').textContent !== was,
    before,
  );
}

/** Waits until the picture is so; the edge of a cut comes a moment after the cut. */
async function until(page, so) {
  for (let look = 0; look < 20; look++) {
    if (so(await seen(page))) return;
    await frame(page);
  }
  assert.fail(`the picture is not so: ${so}`);
}

const frame = (page) => page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));

const failed = [];
for (const [name, test] of Object.entries(tests)) {
  const start = performance.now();
  try {
    await test();
    console.log(`${name}: ${Math.round(performance.now() - start)} ms`);
  } catch (error) {
    failed.push(`${name}: ${error.stack}`);
  }
}
await browser.close();
server.close();
console.error(failed.join('\n\n'));
process.exitCode = failed.length > 0 ? 1 : 0;
