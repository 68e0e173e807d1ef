// The places that are marked on the scans, as a list; each is a way there.

import type { JSX } from 'preact';
import { say } from '../core/words';
import type { ScanView } from './engine/view';
import type { Mark } from './marks';
import { words } from './words';

/** A button for each mark, with the number that stands on the scan. */
export function MarkList(props: {
  readonly marks: readonly Mark[];
  readonly view: ScanView;
  readonly say: (said: string) => void;
  /** Makes sure that a scan is seen. */
  readonly reveal: (surface: string) => void;
}): JSX.Element | null {
  const { marks, view, say: tell, reveal } = props;
  if (marks.length === 0) return null;
  return (
    <fieldset>
      <legend>{say(words.marks)}</legend>
      <ol>
        {marks.map(({ surface, at, text }, place) => (
          <li key={place}>
            <button
              type="button"
              class="secondary outline"
              data-viewer={`mark-${place + 1}`}
              onClick={() => {
                reveal(surface);
                tell(say(words.looking, { number: place + 1, text }));
                view.lookAt(surface, at).catch(() => {}); // the viewer was closed
              }}
            >
              {text}
            </button>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
