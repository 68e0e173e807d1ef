// Paying money into the wallet, and waiting for it after the way back from the gateway.

import type { WalletEntry } from '@scanner/client';
import type { JSX } from 'preact';
import { rupees } from '../../core/format';
import type { Listed } from '../../core/watch';
import { say } from '../../core/words';
import { ActionButton } from '../../ui/form/ActionButton';
import { openCheckout, paysHere } from './checkout';
import css from './wallet.module.css';
import { words } from './words';

/** The button with its form; where nothing can be paid from here, how else it is done. */
export function TopUp(): JSX.Element {
  if (!paysHere()) {
    return (
      <p>
        {say(words.payElsewhere)} <a href="/support">{say(words.askSupport)}</a>
      </p>
    );
  }
  return (
    <ActionButton
      callable="payments/start_top_up"
      label={words.topUp}
      look="primary"
      about={<p>{say(words.topUpAbout)}</p>}
      onDone={openCheckout}
    />
  );
}

/** Tells whether the payment of the way back has arrived; the entries are listened to. */
export function Arrival(props: {
  readonly paymentId: string;
  readonly entries: Listed<WalletEntry>;
}): JSX.Element {
  const { rows } = props.entries;
  const path = `payments/${props.paymentId}`;
  const arrived = rows?.find(({ kind, reference }) => kind === 'top_up' && reference === path);
  return (
    <div role="status" class={css.told} data-payment={arrived ? 'arrived' : 'waiting'}>
      <p>
        {arrived
          ? say(words.arrived, { amount: rupees(arrived.available_change) })
          : say(words.awaited)}
      </p>
    </div>
  );
}
