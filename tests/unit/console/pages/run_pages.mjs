// Asks what `pages.mjs` answers: the questions come as JSON on standard input, the answers go out.

import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

globalThis.navigator ??= { language: 'en-IN' }; // a browser's, which Node has from 21
const { folder, ...asked } = JSON.parse(await text(process.stdin));
await build({
  configFile: here('../../../../web/vite.config.ts'),
  root: here('.'),
  publicDir: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: { outDir: folder, emptyOutDir: true, minify: false, ssr: here('./pages.mjs') },
});
const { answers } = await import(pathToFileURL(`${folder}/pages.js`));
process.stdout.write(JSON.stringify(answers(asked)));
