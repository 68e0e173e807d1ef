// The days of the week on which a lab does not work, as boxes.

import type { JSX } from 'preact';
import { say } from '../../core/words';
import type { ControlProps } from '../../ui/form/Control';
import css from './catalogue.module.css';
import { weekdays, words } from './words';

/** The control; a day is its number, 0 for Monday, as forms keep numbers: typed. */
export function Weekdays(props: ControlProps): JSX.Element {
  const { id, path, value, onChange, describedBy } = props;
  const closed = (value ?? []) as readonly string[];
  const toggled = (day: string) =>
    closed.includes(day)
      ? closed.filter((each) => each !== day)
      : [...closed, day].toSorted((a, b) => Number(a) - Number(b));
  return (
    <fieldset
      id={id}
      class={css.days}
      aria-label={say(words.closedWeekdays)}
      aria-describedby={describedBy}
    >
      {weekdays.map((name, index) => {
        const day = String(index);
        return (
          <label key={day}>
            <input
              type="checkbox"
              data-field={path}
              value={day}
              checked={closed.includes(day)}
              onChange={() => onChange(toggled(day))}
            />
            {say(name)}
          </label>
        );
      })}
    </fieldset>
  );
}
