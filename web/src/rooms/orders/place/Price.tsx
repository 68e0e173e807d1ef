// What the order costs, beside what is in the wallet.

import { type OrderProblem, problemOf, type WalletForClinic } from '@scanner/client';
import type { JSX } from 'preact';
import { rupees } from '../../../core/format';
import { language, say } from '../../../core/words';
import { Facts } from '../../../ui/Facts';
import { words } from './words';

/** The price, the balance, and the way to top up where it does not suffice. */
export function Price(props: {
  /** In paise; undefined before the first check. */
  readonly price: number | undefined;
  readonly problems: readonly OrderProblem[];
  readonly wallet: WalletForClinic | undefined;
}): JSX.Element {
  const { price, problems, wallet } = props;
  const lacking = problems.find(({ reason }) => reason === 'insufficient-funds');
  const credit = wallet?.credit_limit ?? 0;
  // Lines that cannot be made yet cost nothing in the answer: no price is better than a wrong one.
  const whole = price !== undefined && price > 0 && !problems.some(({ at }) => /^items/.test(at));
  return (
    <>
      <Facts
        rows={[
          [words.price, whole ? <strong>{rupees(price)}</strong> : say(words.priceLater)],
          [words.available, wallet ? rupees(wallet.available) : null],
          [words.credit, credit > 0 ? rupees(credit) : null],
        ]}
      />
      <p class="muted">{say(words.heldHint)}</p>
      <div aria-live="polite">
        {lacking && (
          <p class="problem">
            {problemOf({ ...lacking.details, ...lacking }, language.value)}{' '}
            <a href="/wallet" target="_blank" rel="noopener" data-go="top-up">
              {say(words.topUp)}
            </a>
          </p>
        )}
      </div>
    </>
  );
}
