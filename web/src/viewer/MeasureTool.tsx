// Measuring the straight distance between two points on the scans.

import type { JSX } from 'preact';
import { say } from '../core/words';
import { words } from './words';

/** A switch; while it is on, a touch on the picture or the button sets a point. */
export function MeasureTool(props: {
  readonly on: boolean;
  readonly distance: number | null;
  readonly turn: (on: boolean) => void;
  readonly point: (across: number, down: number) => Promise<void>;
  readonly clear: () => void;
}): JSX.Element {
  const { on, distance, turn, point, clear } = props;
  return (
    <fieldset>
      <legend>{say(words.measure)}</legend>
      <div class="buttons">
        <button
          type="button"
          class="secondary outline"
          aria-pressed={on}
          data-viewer="measure"
          onClick={() => {
            if (on) clear();
            turn(!on);
          }}
        >
          {say(words.measureOn)}
        </button>
        {on && (
          <>
            <button
              type="button"
              class="secondary outline"
              data-viewer="measure-cross"
              onClick={() => void point(0.5, 0.5)}
            >
              {say(words.measureAtCross)}
            </button>
            <button
              type="button"
              class="secondary outline"
              data-viewer="measure-clear"
              onClick={clear}
            >
              {say(words.measureClear)}
            </button>
          </>
        )}
      </div>
      {distance !== null && (
        <p>
          <strong data-viewer="distance">
            {say(words.distanceSaid, { mm: distance.toFixed(1) })}
          </strong>
        </p>
      )}
      {on && <small>{say(words.scale)}</small>}
    </fieldset>
  );
}
