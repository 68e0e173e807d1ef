// Builds the page of the viewer as the console itself is built.

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the page; the folder is made or emptied. */
export async function buildPage(folder) {
  await build({
    configFile: here('../../../../web/vite.config.ts'),
    root: here('.'),
    publicDir: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
}
