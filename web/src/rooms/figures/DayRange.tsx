// The days that figures are of: a first and a last one, shown when asked for.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { dayOf } from '../../core/format';
import { say, type Text } from '../../core/words';
import { countable, type Days } from './days';
import css from './figures.module.css';
import { words } from './words';

/** Two days and a button. */
export function DayRange(props: { days: Days; onDays: (days: Days) => void }): JSX.Element {
  const id = useId();
  const [typed, setTyped] = useState(props.days);
  const [wrong, setWrong] = useState(false);
  const send = (event: Event) => {
    event.preventDefault();
    const fine = countable(typed);
    setWrong(!fine);
    if (fine) props.onDays(typed);
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
