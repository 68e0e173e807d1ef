// Somebody who did something or has to do something, by name, with the way to the account.

import type { JSX } from 'preact';
import { usePeople } from '../../core/people';
import { say } from '../../core/words';
import { words } from './words';

/** Shows who it is; for admins alone. */
export function Person({ uid }: { uid: string }): JSX.Element {
  const person = usePeople([uid])(uid);
  if (uid === 'system') return <span>{say(words.system)}</span>;
  if (person === null) return <span title={uid}>{say(words.nobody)}</span>;
  return (
    <a href={`/accounts/${uid}`} data-go="account">
      {person?.name ?? '…'}
    </a>
  );
}
