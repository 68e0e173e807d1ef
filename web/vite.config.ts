// How the console is built: one entry, a chunk for each room that is opened, nothing inline.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  cacheDir: here('../.scanner/vite'),
  resolve: {
    // The client of this repository as source: what is not used of it is left out of the bundle.
    alias: { '@scanner/client': here('../clients/typescript/src/index.ts') },
  },
  build: {
    target: 'es2022',
    outDir: here('dist'),
    emptyOutDir: true,
    // The Content Security Policy allows scripts and styles from files alone, and no `data:` fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
  },
});
