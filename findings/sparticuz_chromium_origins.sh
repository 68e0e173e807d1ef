#!/usr/bin/env bash
# @sparticuz/chromium 153.0.0: a browser started with its `args`, as its README does, has no CORS, so a test
# of a web app passes where every real browser refuses; and it ends with the first context that is closed.
#
# `args` are for functions in the cloud and hold --disable-web-security, --allow-running-insecure-content and
# --single-process. With the first, a page reads the answer of another origin that sends no header of CORS.
# (Content Security Policies are still kept.) Without these the same binary runs as well, WebGL 2 by
# SwiftShader included.
#
# Seen, with playwright-core 1.65.1 on Node 20: with `args` the answer of another origin is read, without the
# three it is refused, and contexts can be closed. Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit @sparticuz/chromium@153.0.0 playwright-core@1.65.1
cat > read.mjs <<'NODE'
import { createServer } from 'node:http';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

const serve = (text) =>
  new Promise((ready) => {
    const server = createServer((_request, answer) => answer.end(text));
    server.listen(0, '127.0.0.1', () => ready(server));
  });
const servers = [await serve('<p>'), await serve('of another origin')];
const [page, other] = servers.map((server) => `http://127.0.0.1:${server.address().port}/`);
const unwanted = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];

async function seen(args) {
  const executablePath = await chromium.executablePath();
  const browser = await playwright.launch({ executablePath, args });
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(page);
  const read = await tab.evaluate(
    (url) => fetch(url).then((answer) => answer.text(), () => 'refused'),
    other,
  );
  await context.close();
  const another = async () => (await browser.newContext()).newPage();
  const lives = await another().then(() => true, () => false);
  await browser.close().catch(() => undefined);
  return `${read}, ${lives ? 'lives' : 'has ended'}`;
}

const read = await seen(chromium.args);
const refused = await seen(chromium.args.filter((each) => !unwanted.includes(each)));
console.log({ 'with args': read, 'without the three': refused });
for (const server of servers) server.close();
const asSeen = read === 'of another origin, has ended' && refused === 'refused, lives';
process.exitCode = asSeen ? 0 : 1;
NODE
node read.mjs
