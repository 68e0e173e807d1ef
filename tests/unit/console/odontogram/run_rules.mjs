// Asks the console's rules: the lines and orders come as JSON on standard input, the answers go out.

import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

import { buildRules } from './build.mjs';

globalThis.navigator ??= { language: 'en-IN' }; // a browser's, which Node has from 21
const { folder, ...asked } = JSON.parse(await text(process.stdin));
const { answers } = await import(pathToFileURL(await buildRules(folder)));
process.stdout.write(JSON.stringify(answers(asked)));
