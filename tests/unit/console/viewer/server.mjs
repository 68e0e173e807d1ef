// What a viewer asks for: its page, with the console's policy, and scans by links with a number.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
/** Those parts of firebase.json's policy that a page without a backend needs. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; " +
  "connect-src 'self'; img-src 'self' blob: data:; font-src 'self'";

/**
 * Serves the page of `folder`, which shows `shown`, with `files` by the ids of scans.
 *
 * `links` counts those that were asked for. `refuse` may be set to a function of a scan's id and
 * the number of its link: it returns a status, or 'broken' to cut the connection off half way.
 */
export async function serve(folder) {
  const state = { shown: { scans: [] }, files: {}, links: {}, refuse: () => null };
  const server = createServer(async ({ url }, answer) => {
    const { pathname } = new URL(url, 'http://localhost');
    const [, kind, id, number] = pathname.split('/');
    const json = (value) =>
      answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (pathname === '/page.json') return json(state.shown);
    if (kind === 'link') {
      state.links[id] = (state.links[id] ?? 0) + 1;
      return json({ url: `/scan/${id}/${state.links[id]}` });
    }
    if (kind === 'scan') {
      const refused = state.refuse(id, Number(number));
      const body = state.files[id];
      if (typeof refused === 'number') return answer.writeHead(refused).end();
      answer.writeHead(200, { 'content-length': body.length });
      if (refused === 'broken') {
        answer.write(body.subarray(0, body.length / 2), () => answer.destroy());
        return;
      }
      return answer.end(body);
    }
    const path = join(folder, kind === '' ? 'index.html' : pathname);
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) return answer.writeHead(404).end();
    const headers = { 'content-type': TYPES[extname(path)], 'content-security-policy': POLICY };
    answer.writeHead(200, headers).end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { state, origin: `http://127.0.0.1:${server.address().port}`, close };
}
