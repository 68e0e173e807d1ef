// The scans of a viewer: each is shown or hidden, and can be seen through.

import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { say } from '../core/words';
import type { Surface } from './useScans';
import { words } from './words';

/** What was changed about scans, by their ids. */
export type Shown = Readonly<Record<string, { hidden?: boolean; transparency?: number }>>;

const MOST_PERCENT = 90;

interface ScanListProps {
  readonly scans: readonly Surface[];
  readonly shown: Shown;
  /** The scan that is looked at by itself. */
  readonly alone: string | null;
  readonly change: (shown: Shown) => void;
  readonly say: (said: string) => void;
}

/** A line for each scan. */
export function ScanList(props: ScanListProps): JSX.Element {
  const { scans, shown, alone, change, say: tell } = props;
  return (
    <fieldset>
      <legend>{say(words.scans)}</legend>
      {scans.map(({ id, name }) => {
        const { hidden = false, transparency = 0 } = shown[id] ?? {};
        const seen = alone === null ? !hidden : alone === id;
        return (
          <div class="scan" key={id}>
            <label>
              <input
                type="checkbox"
                checked={seen}
                data-viewer={`show-${id}`}
                onChange={() => {
                  // What was seen while one was looked at by itself is what stays.
                  const others = scans.map((other) => {
                    const was = shown[other.id];
                    return [
                      other.id,
                      { ...was, hidden: alone === null ? was?.hidden : alone !== other.id },
                    ];
                  });
                  const next = { ...shown[id], hidden: seen };
                  change({ ...shown, ...Object.fromEntries(others), [id]: next });
                  tell(say(seen ? words.hidden : words.shown, { name }));
                }}
              />
              {name}
            </label>
            <Transparency
              name={name}
              id={id}
              value={transparency}
              change={(percent) =>
                change({ ...shown, [id]: { ...shown[id], hidden: !seen, transparency: percent } })
              }
            />
          </div>
        );
      })}
    </fieldset>
  );
}

interface TransparencyProps {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly change: (percent: number) => void;
}

function Transparency({ id, name, value, change }: TransparencyProps) {
  const field = useId();
  return (
    <div>
      <label for={field}>{say(words.transparency, { name })}</label>
      <input
        id={field}
        type="range"
        min={0}
        max={MOST_PERCENT}
        step={5}
        value={value}
        aria-valuetext={say(words.percent, { percent: value })}
        data-viewer={`transparency-${id}`}
        onInput={(event) => change(Number(event.currentTarget.value))}
      />
    </div>
  );
}
