// What the test has told this story: JSON on standard input, from `play` in conftest.py.

import { text } from 'node:stream/consumers';

/** The console's address, the emulators' ports, people, and what is the story's own. */
export const settings = JSON.parse((await text(process.stdin)) || '{}');
