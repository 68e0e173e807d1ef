// The choice of a month or a quarter of the financial year.

import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { say } from '../../core/words';
import css from '../wallet/wallet.module.css';
import { words } from './looks-words';
import { periodName, periods } from './periods';

/** The control. */
export function PeriodSelect(props: {
  readonly value: string;
  readonly onChange: (period: string) => void;
}): JSX.Element {
  const id = useId();
  return (
    <div class={css.narrow}>
      <label for={id}>{say(words.period)}</label>
      <select
        id={id}
        data-choice="period"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {periods().map((period) => (
          <option key={period} value={period}>
            {periodName(period)}
          </option>
        ))}
      </select>
    </div>
  );
}
