// The cut through all scans: along which direction, where, and what is taken away.

import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { say } from '../core/words';
import type { Axis, ScanView } from './engine/view';
import { words } from './words';

const AXES = { x: words.cutX, y: words.cutY, z: words.cutZ } as const;

/** Buttons for the direction, and a range for the place, in percent of the scans' extent. */
export function CutTool(props: {
  readonly view: ScanView;
  /** How many scans are loaded: the extent is that of all. */
  readonly scans: number;
  readonly say: (said: string) => void;
}): JSX.Element {
  const { view, scans, say: tell } = props;
  const [axis, setAxis] = useState<Axis | null>(null);
  const [percent, setPercent] = useState(50);
  const [before, setBefore] = useState(false);
  const at = useId();
  useEffect(() => {
    view.cut(axis === null ? null : { axis, part: percent / 100, before });
  }, [view, scans, axis, percent, before]);
  const told = (next: Axis, place: number) =>
    tell(say(words.cutSaid, { axis: say(AXES[next]), percent: place }));
  const choose = (next: Axis | null) => {
    setAxis(next);
    if (next !== null) told(next, percent);
  };
  return (
    <fieldset>
      <legend>{say(words.cut)}</legend>
      <div class="buttons">
        {([null, 'x', 'y', 'z'] as const).map((one) => (
          <button
            key={one}
            type="button"
            class="secondary outline"
            aria-pressed={axis === one}
            data-viewer={`cut-${one ?? 'none'}`}
            onClick={() => choose(one)}
          >
            {say(one === null ? words.cutNone : AXES[one])}
          </button>
        ))}
      </div>
      {axis !== null && (
        <>
          <label for={at}>{say(words.cutAt)}</label>
          <input
            id={at}
            type="range"
            min={0}
            max={100}
            value={percent}
            aria-valuetext={say(words.percent, { percent })}
            data-viewer="cut-at"
            onInput={(event) => setPercent(Number(event.currentTarget.value))}
            onChange={(event) => told(axis, Number(event.currentTarget.value))}
          />
          <button
            type="button"
            class="secondary outline"
            aria-pressed={before}
            data-viewer="cut-other"
            onClick={() => setBefore(!before)}
          >
            {say(words.cutOther)}
          </button>
        </>
      )}
    </fieldset>
  );
}
