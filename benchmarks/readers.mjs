// What readers in JavaScript get of an object: the Firebase SDK, fetch, and a browser's download.
//
// Reads what to ask for as JSON from standard input, prints what each reader got as JSON.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

import { initializeApp } from 'firebase/app';
import { connectStorageEmulator, getBytes, getStorage, ref } from 'firebase/storage';

import { launch } from '../tests/support/browser.mjs';

const { bucket, port, name, url, range, half } = JSON.parse(await text(process.stdin));
const got = {};

/** Notes what a reader got: how many bytes, and their digest; or what it said instead. */
async function note(reader, read) {
  try {
    const bytes = Buffer.from(await read());
    got[reader] = { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    got[reader] = { fault: String(error.message ?? error).split('\n')[0] };
  }
}

const fetched = async (headers) => (await fetch(url, { headers })).arrayBuffer();
await note('fetch in Node', () => fetched({}));
await note('fetch in Node, a range', () => fetched({ range }));

const app = initializeApp({ projectId: 'demo', storageBucket: bucket });
const storage = getStorage(app);
connectStorageEmulator(storage, '127.0.0.1', port, { mockUserToken: 'owner' });
await note('SDK in Node, getBytes', () => getBytes(ref(storage, name)));
await note('SDK in Node, getBytes of the first half', () => getBytes(ref(storage, name), half));

const sdk = dirname(createRequire(import.meta.url).resolve('firebase/package.json'));
const SDK = '/sdk/';
const server = createServer(async (request, answer) => {
  if (!request.url.startsWith(SDK)) return answer.setHeader('content-type', 'text/html').end('<p>');
  const file = await readFile(join(sdk, request.url.slice(SDK.length)), 'utf8');
  // The files for pages without a bundler name each other by an address of the net.
  const near = file.replaceAll(/https:\/\/www\.gstatic\.com\/firebasejs\/[\d.]+\//g, SDK);
  answer.setHeader('content-type', 'text/javascript').end(near);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const browser = await launch();
const context = await browser.newContext({ acceptDownloads: true });
const page = await context.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);

/** Runs in the page: base64, for bytes do not come out of it. */
async function read({ way, url, range, half, bucket, port, name }) {
  const base64 = async (blob) => {
    const reader = new FileReader();
    await new Promise((done) => {
      reader.onload = done;
      reader.readAsDataURL(blob);
    });
    return reader.result.split(',')[1] ?? '';
  };
  if (way === 'fetch') return base64(await (await fetch(url)).blob());
  if (way === 'range') return base64(await (await fetch(url, { headers: { range } })).blob());
  const { initializeApp, getApps } = await import('/sdk/firebase-app.js');
  const { getStorage, connectStorageEmulator, ref, getBlob, getBytes } = await import(
    '/sdk/firebase-storage.js'
  );
  const begun = getApps().length > 0;
  const app = begun ? getApps()[0] : initializeApp({ projectId: 'demo', storageBucket: bucket });
  const storage = getStorage(app);
  if (!begun) connectStorageEmulator(storage, '127.0.0.1', port, { mockUserToken: 'owner' });
  const object = ref(storage, name);
  if (way === 'getBlob') return base64(await getBlob(object));
  return base64(new Blob([await getBytes(object, way === 'half' ? half : undefined)]));
}

const WAYS = {
  fetch: 'fetch in Chromium',
  range: 'fetch in Chromium, a range',
  getBlob: 'SDK in Chromium, getBlob',
  getBytes: 'SDK in Chromium, getBytes',
  half: 'SDK in Chromium, getBytes of the first half',
};
for (const [way, reader] of Object.entries(WAYS)) {
  const asked = { way, url, range, half, bucket, port, name };
  await note(reader, async () => Buffer.from(await page.evaluate(read, asked), 'base64'));
}
await note('download in Chromium', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      link.download = 'scan.stl';
      document.body.append(link);
      link.click();
    }, url),
  ]);
  return readFile(await download.path());
});
await browser.close();
server.close();
console.log(JSON.stringify(got));
process.exit(0);
