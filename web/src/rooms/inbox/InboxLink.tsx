// The link to the notices in the frame.

import type { JSX } from 'preact';
import { say } from '../../core/words';
import { words } from './words';

/** Leads to the notices. */
export function InboxLink(): JSX.Element {
  return (
    <a href="/notices" class="quiet button">
      {say(words.inbox)}
    </a>
  );
}
