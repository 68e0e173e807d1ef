// What the console says of scans that have no pictures, for the tests to ask.

import { undrawnNote } from '../../../../web/src/rooms/cases/undrawn';

export const answers = ({ undrawn }) => ({
  undrawn: undrawn.map(([status, minutes]) => undrawnNote(status, minutes * 60_000)),
});
