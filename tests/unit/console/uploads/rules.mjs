// What the console says of names of files and of times offered, for the tests to ask.

import { jawOf } from '../../../../web/src/rooms/uploads/jaws';
import { kindOf, storedName } from '../../../../web/src/rooms/uploads/names';
import { followSlots } from '../../../../web/src/rooms/visits/slots';

export const answers = ({ paths, names, files, slots }) => ({
  jaws: paths.map(jawOf),
  names: names.map(storedName),
  kinds: files.map(kindOf),
  slots: slots.map(({ changed, before }) => followSlots(changed, before)),
});
