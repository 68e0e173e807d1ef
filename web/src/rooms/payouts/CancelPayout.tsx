// The step that a lab's owner may take with a payout: to take it back.

import type { JSX } from 'preact';
import { account } from '../../core/session';
import { Steps } from '../../ui/Steps';
import { About, type Payout } from './looks';
import { words } from './words';

/** The button, while the state allows it. */
export function CancelPayout(props: { payout: Payout; onDone: () => void }): JSX.Element | null {
  const { payout, onDone } = props;
  if (!account.value?.owner) return null;
  return (
    <Steps
      machine="payout"
      enumeration="PayoutAction"
      state={payout.state}
      parties={['lab']}
      forms={{
        cancel: {
          callable: 'wallet/cancel_payout',
          given: { payout_id: payout.payout_id },
          of: payout.payout_id,
          danger: true,
          about: <About payout={payout} text={words.cancelAbout} />,
          onDone,
        },
      }}
    />
  );
}
