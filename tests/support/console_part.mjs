// Asks what a part of the console answers, without a page: `node console_part.mjs <module> <folder>`.
//
// The module exports `answers`; it is built into the folder, as the console is. The questions come
// as JSON on standard input, the answers go out.

import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'vite';

const [module, folder] = process.argv.slice(2);
globalThis.navigator ??= { language: 'en-IN' }; // a browser's, which Node has from 21
await build({
  configFile: fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url)),
  root: dirname(module),
  publicDir: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: { outDir: folder, emptyOutDir: true, minify: false, ssr: module },
});
const built = join(folder, basename(module).replace(/\.mjs$/, '.js'));
const { answers } = await import(pathToFileURL(built));
process.stdout.write(JSON.stringify(answers(JSON.parse(await text(process.stdin)))));
