// The page that viewer.mjs opens, built as the console is.

import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import console from '../../../../web/vite.config.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default mergeConfig(console, { root: here('.'), publicDir: false });
