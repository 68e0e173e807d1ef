// The file of payouts that the bank is given.

import type { JSX } from 'preact';
import { LinkButton } from '../../ui/LinkButton';
import { words } from './payout-words';

/** The button that saves it. */
export function BankFile({ batchId }: { batchId: string }): JSX.Element {
  return (
    <LinkButton
      callable="wallet/get_payout_file"
      request={{ batch_id: batchId }}
      links={(file) => [file]}
      label={words.saveFile}
      of={batchId}
    />
  );
}
