// A lab by its name, with the way to its wallet.

import type { JSX } from 'preact';
import { say } from '../../core/words';
import { useLabName } from './organisation';
import { words } from './payout-words';

/** Shows which lab it is. */
export function LabLink({ id }: { id: string }): JSX.Element {
  const name = useLabName(id);
  return (
    <a href={`/wallets/${id}`} data-go="wallet">
      {name === null ? say(words.lab) : (name ?? '…')}
    </a>
  );
}
