// What money was for: the visit, order, payout or payment, by its path.

import type { JSX } from 'preact';
import { day } from '../../core/format';
import { role } from '../../core/session';
import { say, type Text } from '../../core/words';
import { words } from './reference-words';

/** The visit or order that money is for, as entries and lines of invoices have it. */
export interface Concerned {
  readonly on: string | null;
  readonly clinic: string | null;
  readonly lab: string | null;
}

/** What a path is of, and who has a page of it. */
const KINDS: Readonly<Record<string, { text: Text; roles: readonly string[] }>> = {
  visits: { text: words.visit, roles: ['clinic', 'admin'] },
  orders: { text: words.order, roles: ['clinic', 'lab', 'admin'] },
  payouts: { text: words.payout, roles: ['lab', 'admin'] },
  payments: { text: words.payment, roles: [] },
};

/** Says what it was for, with its day and the other side where these are known. */
export function Reference(props: {
  readonly path: string;
  readonly about?: Concerned | null;
}): JSX.Element | null {
  const { path, about } = props;
  const [collection = '', id = '', ...below] = path.split('/');
  const kind = KINDS[collection];
  if (kind === undefined || below.length > 0) return null;
  const others = role.value === 'lab' ? [about?.clinic] : [about?.lab];
  if (role.value === 'admin') others.unshift(about?.clinic);
  const more = [about?.on && day(about.on), ...others].filter(Boolean).join(', ');
  const text = more ? say(words.with, { what: say(kind.text), more }) : say(kind.text);
  if (!kind.roles.includes(role.value ?? '')) return <span>{text}</span>;
  return (
    <a href={`/${collection}/${id}`} data-go={collection}>
      {text}
    </a>
  );
}
