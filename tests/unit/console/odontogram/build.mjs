// Builds what the tests run, as the console itself is built: a page, or a module for Node.

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const common = (folder) => ({ outDir: folder, emptyOutDir: true, minify: false });
const settings = {
  configFile: here('../../../../web/vite.config.ts'),
  root: here('.'),
  publicDir: false,
  logLevel: 'error',
};

/** Builds the page; the folder is made or emptied. */
export async function buildPage(folder) {
  await build({ ...settings, build: common(folder) });
}

/** Builds `rules.mjs` with all that it imports; the folder is made or emptied. */
export async function buildRules(folder) {
  const ssr = here('./rules.mjs');
  await build({ ...settings, ssr: { noExternal: true }, build: { ...common(folder), ssr } });
  return `${folder}/rules.js`;
}
