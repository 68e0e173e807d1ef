// A real browser for tests, and the pages that it opens: drive a whole app as a person would.

import { existsSync, createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';

import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

/** Where systems install Chrome or Chromium; the first one that is there is taken. */
const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].filter((path) => path && existsSync(path));
/**
 * Arguments that the package has for functions in the cloud, and that tests must not have: with one
 * process the browser ends with its first closed page, and the others switch off what keeps origins
 * apart, CORS included.
 */
const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
];
const SDK = 'https://www.gstatic.com/firebasejs/'; // where pages without a bundler have the SDK from
const PATIENCE = 180_000; // ms; the first call of each function starts a Python process
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/**
 * Starts a browser without a window.
 *
 * `more` are arguments of Chromium beside those that it needs here.
 *
 * @throws `Error` none runs here; it says what to install.
 */
export async function launch(more = []) {
  const faults = [];
  for (const executablePath of INSTALLED) {
    try {
      return await playwright.launch({ executablePath, args: more });
    } catch (error) {
      faults.push(`${executablePath}: ${error.message.split('\n')[0]}`);
    }
  }
  try {
    const args = [...chromium.args.filter((each) => !UNWANTED.includes(each)), ...more];
    return await playwright.launch({ executablePath: await chromium.executablePath(), args });
  } catch (error) {
    faults.push(`@sparticuz/chromium: ${error.message}`);
    const todo = 'Install Google Chrome or Chromium, or name one in CHROME_PATH.';
    throw new Error([`No browser runs here. ${todo}`, ...faults].join('\n'));
  }
}

/**
 * Serves a folder on a free port of this machine.
 *
 * `made` are answers of the test's own, JSON by path, in the place of files.
 */
export async function serve(folder, made = {}) {
  const server = createServer(async ({ url }, answer) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (pathname in made) {
      answer.writeHead(200, { 'content-type': TYPES['.json'] }).end(JSON.stringify(made[pathname]));
      return;
    }
    const asked = join(folder, normalize(decodeURIComponent(pathname)));
    const path = pathname.endsWith('/') ? join(asked, 'index.html') : asked;
    if (!(await stat(path).catch(() => null))?.isFile()) {
      answer.writeHead(404).end();
      return;
    }
    answer.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(answer);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Opens a page for somebody of their own: nothing is shared with other pages.
 *
 * The Firebase SDK comes from the installed package, and nothing else from outside of this machine.
 * `faults` has what the page's script threw, and what it asked for in vain.
 */
export async function open(browser, url) {
  const context = await browser.newContext({ locale: 'en-IN', timezoneId: 'Asia/Kolkata' });
  context.setDefaultTimeout(PATIENCE);
  const sdk = dirname(createRequire(import.meta.url).resolve('firebase/package.json'));
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => {
      const asked = route.request().url();
      if (!asked.startsWith(SDK)) return route.abort();
      return route.fulfill({ path: join(sdk, asked.split('/').at(-1)) });
    },
  );
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => {
    if (request.failure().errorText !== 'net::ERR_ABORTED') faults.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url);
  return { page, faults, close: () => context.close() };
}
