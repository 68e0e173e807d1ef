// Two controls for the first and the last day of a time, such as a month.

import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { dayOf } from '../../core/format';
import { say } from '../../core/words';
import { words } from './days-words';
import css from './wallet.module.css';

/** Days of the wire (`2026-12-01`); the last one counts. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** The days of this month in India, up to today. */
export function thisMonth(): Days {
  const today = dayOf();
  return { first: `${today.slice(0, 8)}01`, last: today };
}

/** A filled-in time with its beginning before its end. */
export const areDays = ({ first, last }: Days): boolean =>
  first !== '' && last !== '' && first <= last;

/** The controls; `of` tells the page's controls apart. */
export function DaysField(props: {
  readonly of: string;
  readonly value: Days;
  readonly onChange: (days: Days) => void;
}): JSX.Element {
  const { of, value, onChange } = props;
  const id = useId();
  const wrong = !areDays(value);
  const input = (name: keyof Days) => (
    <div>
      <label for={`${id}-${name}`}>{say(words[name])}</label>
      <input
        id={`${id}-${name}`}
        type="date"
        data-days={`${of}.${name}`}
        value={value[name]}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <div>
      <div class={css.row}>
        {input('first')}
        {input('last')}
      </div>
      <div aria-live="polite">
        {wrong && (
          <small id={`${id}-wrong`} class="problem">
            {say(words.wrong)}
          </small>
        )}
      </div>
    </div>
  );
}
