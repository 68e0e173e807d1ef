// Shows scans in Chromium and turns them; prints as JSON what that took.
//
// Arguments: the folder with upper.stl and lower.stl, the one to build the page in, rounds.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { launch } from '../tests/support/browser.mjs';
import { buildPage } from '../tests/unit/console/viewer/build.mjs';
import { serve } from '../tests/unit/console/viewer/server.mjs';

const TURNED_MS = 3000;
const [scans, folder, rounds] = process.argv.slice(2);

await buildPage(folder);
const server = await serve(folder);
const files = {};
for (const jaw of ['upper', 'lower']) files[jaw] = await readFile(join(scans, `${jaw}.stl`));
server.state.files = files;
const browser = await launch();
const system = await browser.newBrowserCDPSession();

/** Megabytes (of 2**20) of the pages' processes that are in memory; null where Linux does not tell. */
async function megabytes() {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  const status = await Promise.all(
    pages.map(({ id }) => readFile(`/proc/${id}/status`, 'utf8').catch(() => '')),
  );
  const sizes = status.map((text) => Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? Number.NaN) / 1024);
  const sum = sizes.reduce((one, other) => one + other, 0);
  return Number.isNaN(sum) ? null : sum;
}

/** Milliseconds from the press of the button until the scans stand there whole; runs in the page. */
async function shown(count) {
  const start = performance.now();
  document.querySelector('[data-viewer=open]').click();
  const there = () =>
    document.querySelectorAll('[data-viewer^=show-]').length === count &&
    document.querySelector('canvas[data-still=yes]') !== null;
  while (!there()) await new Promise((next) => setTimeout(next, 5));
  return performance.now() - start;
}

/** Pictures a second while a finger turns the scans; runs in the page. */
async function turned(milliseconds) {
  const canvas = document.querySelector('.viewer canvas');
  // Pointers of a script cannot be captured.
  canvas.setPointerCapture = () => {};
  canvas.releasePointerCapture = () => {};
  const { x, y } = canvas.getBoundingClientRect();
  const point = (type, moved) =>
    canvas.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        isPrimary: true,
        bubbles: true,
        button: 0,
        buttons: 1,
        clientX: x + 50 + moved,
        clientY: y + 50,
      }),
    );
  const gl = canvas.getContext('webgl2');
  const finished = () => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  point('pointerdown', 0);
  finished();
  const start = performance.now();
  let pictures = 0;
  while (performance.now() - start < milliseconds) {
    point('pointermove', 3 * ++pictures);
    await new Promise((next) => requestAnimationFrame(next));
  }
  finished();
  const rate = (1000 * pictures) / (performance.now() - start);
  point('pointerup', 3 * pictures);
  return rate;
}

async function measured(jaws) {
  const list = jaws.map((jaw) => ({ id: jaw, jaw, name: jaw }));
  server.state.shown = { scans: list };
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(server.origin);
  const before = await megabytes();
  const milliseconds = await page.evaluate(shown, jaws.length);
  const after = await megabytes();
  const rate = await page.evaluate(turned, TURNED_MS);
  await context.close();
  return { milliseconds, rate, megabytes: after === null ? null : after - before };
}

const told = {};
for (const jaws of [['upper'], ['upper', 'lower']]) {
  const runs = [];
  for (let round = 0; round < Number(rounds); round++) runs.push(await measured(jaws));
  const triangles = jaws.reduce((sum, jaw) => sum + files[jaw].readUInt32LE(80), 0);
  told[jaws.length] = { triangles, runs };
}
await browser.close();
server.close();
console.log(JSON.stringify(told));
