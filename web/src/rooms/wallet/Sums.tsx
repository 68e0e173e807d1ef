// Amounts under each other with what they are, and the sum at the end.

import type { JSX } from 'preact';
import { rupees } from '../../core/format';
import { say, type Text } from '../../core/words';
import css from './wallet.module.css';

/** What an amount is, the amount in paise, and whether it is the sum of those above. */
export type Sum = readonly [Text, number, 'total'?];

/** Draws the amounts; what comes to nothing is left out, unless it is a sum. */
export function Sums({ caption, rows }: { caption: Text; rows: readonly Sum[] }): JSX.Element {
  return (
    <table class={css.sums}>
      <caption class="hidden">{say(caption)}</caption>
      <tbody>
        {rows
          .filter(([, paise, total]) => paise !== 0 || total)
          .map(([name, paise, total]) => (
            <tr key={name.en} class={total ? css.total : undefined}>
              <th scope="row">{say(name)}</th>
              <td>{rupees(paise)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
