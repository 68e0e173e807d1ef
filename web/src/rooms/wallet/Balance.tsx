// What a wallet has, and what of it can be spent.

import type { JSX } from 'preact';
import { rupees } from '../../core/format';
import { say } from '../../core/words';
import { Facts } from '../../ui/Facts';
import { words } from './balance-words';
import css from './wallet.module.css';

/** What a wallet has, in paise. */
export interface Balances {
  readonly available: number;
  readonly held: number;
  readonly credit_limit: number;
}

/** Draws the balance; what is owed is said in words. */
export function Balance({ available, held, credit_limit }: Balances): JSX.Element {
  const owed = available < 0;
  return (
    <div data-balance={available}>
      <p class={css.balance}>
        <small>{say(owed ? words.owed : words.available)}</small>
        {rupees(Math.abs(available))}
      </p>
      <Facts
        rows={[
          [words.held, rupees(held)],
          [words.credit, credit_limit > 0 ? rupees(credit_limit) : null],
          [
            words.spendable,
            credit_limit > 0 || owed ? rupees(Math.max(0, available + credit_limit)) : null,
          ],
        ]}
      />
    </div>
  );
}
