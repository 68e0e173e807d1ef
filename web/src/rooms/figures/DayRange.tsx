// The days that figures are of: a first and a last one, shown when asked for.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { dayOf, startOf } from '../../core/format';
import { say, type Text } from '../../core/words';
import css from './figures.module.css';
import { words } from './words';

/** Days of the wire, the last one included. */
export interface Days {
  readonly first_day: string;
  readonly last_day: string;
}

/** The most that the functions count at once. */
const MOST = 366;
const DAY = 86_400_000;

/** The last thirty days. */
export function lately(): Days {
  const today = dayOf();
  return { first_day: dayOf(startOf(today, -29)), last_day: today };
}

/** How many days these are; below 1 where the last is before the first. */
export function lengthOf({ first_day, last_day }: Days): number {
  return Math.round((startOf(last_day).getTime() - startOf(first_day).getTime()) / DAY) + 1;
}

/** Two days and a button. */
export function DayRange(props: { days: Days; onDays: (days: Days) => void }): JSX.Element {
  const id = useId();
  const [typed, setTyped] = useState(props.days);
  const [wrong, setWrong] = useState(false);
  const send = (event: Event) => {
    event.preventDefault();
    const length = typed.first_day && typed.last_day ? lengthOf(typed) : 0;
    setWrong(length < 1 || length > MOST);
    if (length >= 1 && length <= MOST) props.onDays(typed);
  };
  const field = (name: keyof Days, label: Text) => (
    <div>
      <label for={`${id}-${name}`}>{say(label)}</label>
      <input
        id={`${id}-${name}`}
        type="date"
        data-field={name}
        min="2020-01-01"
        max={dayOf()}
        value={typed[name]}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-problem` : undefined}
        onInput={(event) => {
          setTyped({ ...typed, [name]: event.currentTarget.value });
          setWrong(false);
        }}
      />
    </div>
  );
  return (
    <form class={css.range} data-form="days" noValidate onSubmit={send}>
      {field('first_day', words.from)}
      {field('last_day', words.to)}
      <button type="submit" class="secondary">
        {say(words.show)}
      </button>
      <p id={`${id}-problem`} class="problem" aria-live="polite">
        {wrong && say(words.tooLong)}
      </p>
    </form>
  );
}
