// The messages between the two sides of an order.

import { ATTACHING, type Order, type OrderMessage, type OrderState, states } from '@scanner/client';
import type { JSX } from 'preact';
import { now } from '../../core/clock';
import { dateOf } from '../../core/format';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useList } from '../../core/watch';
import { Thread } from '../messages/Thread';
import { words } from './words';

/** So long the sides still write after an order's end, in milliseconds. */
const TALKING = 30 * 86_400_000;

/** The messages, and the form as long as something may be written. */
export function OrderMessages(props: {
  readonly order: Row<Pick<Order, 'state' | 'times'>>;
  readonly side: 'clinic' | 'lab';
}): JSX.Element {
  const { order, side } = props;
  const org = me.value?.org;
  const list = useList<OrderMessage>(() => {
    if (!org) return null;
    const { lists } = scanner();
    const of = { org, order_id: order.id };
    return side === 'clinic' ? lists.clinicMessagesOfOrder(of) : lists.labMessagesOfOrder(of);
  }, [org, order.id, side]);
  return (
    <Thread
      talk={{ order_id: order.id }}
      messages={list}
      empty={words.noMessages}
      open={isOpen(order)}
      files={ATTACHING.includes(order.state as OrderState)}
      hint={words.messageHint}
    />
  );
}

/** Whether the sides may still write: until some weeks after the end; the server decides. */
function isOpen({ state, times }: Pick<Order, 'state' | 'times'>): boolean {
  const since = times[state];
  const ended = states.order.table.every(([from]) => from !== state);
  return !ended || !since || now().getTime() - dateOf(since).getTime() <= TALKING;
}
