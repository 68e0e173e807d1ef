// Says that the jaws are being compared, and lets people go on without it where it takes too long.

import type { JSX } from 'preact';
import { say } from '../../core/words';
import type { Comparing } from './useComparing';
import { words } from './words';

/** The note; nothing where the jaws were compared. */
export function ComparingNote({ comparing }: { comparing: Comparing }): JSX.Element {
  const { open, long, without, goOn } = comparing;
  return (
    <>
      <p aria-live="polite">{open && say(long ? words.comparingLong : words.comparing)}</p>
      {long && (
        <label>
          <input
            type="checkbox"
            data-go-on
            checked={without}
            onChange={(event) => goOn(event.currentTarget.checked)}
          />
          {say(words.goOn)}
        </label>
      )}
    </>
  );
}
