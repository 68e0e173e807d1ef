// How a ticket is shown in few words: its state, and what it is about.

import type { TicketState } from '@scanner/client';
import type { JSX } from 'preact';
import { now } from '../../core/clock';
import { dateOf, type Instant } from '../../core/format';
import { say } from '../../core/words';
import { Badge, type Tone } from '../../ui/Facts';
import { words } from './words';

/** The state of a ticket as a badge; what it asks for depends on the side that reads. */
export function TicketBadge({ state, desk }: { state: string; desk?: boolean }): JSX.Element {
  const waits: TicketState = desk ? 'open' : 'answered';
  const tone: Tone = state !== waits ? 'plain' : desk ? 'warning' : 'good';
  return <Badge enumeration="TicketState" value={state} tone={tone} />;
}

/** What a ticket is about, as a link; nothing where it is about nothing. */
export function About({ path }: { path: string | null }): JSX.Element | null {
  if (path === null) return null;
  return (
    <a href={`/${path}`} data-go="about">
      {say(path.startsWith('orders/') ? words.order : words.case)}
    </a>
  );
}

/** So long a message takes a closed ticket up again, in milliseconds; the server decides. */
const REOPENING = 30 * 86_400_000;

/** Whether something may be written to a ticket now. */
export const isOpen = ({ state, since }: { state: string; since: Instant }): boolean =>
  state !== 'closed' || now().getTime() - dateOf(since).getTime() <= REOPENING;
