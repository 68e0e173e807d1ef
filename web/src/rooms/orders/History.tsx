// The history of an order: who did what when, and why; for its clinic and its lab.

import type { OrderEvent } from '@scanner/client';
import type { JSX } from 'preact';
import { day, moment } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { ListOf } from '../../ui/List';
import { done, partyName } from './steps-words';
import { words } from './words';

/** The steps, the last one first. */
export function History(props: {
  readonly order_id: string;
  readonly side: 'clinic' | 'lab';
}): JSX.Element {
  const { order_id, side } = props;
  const org = me.value?.org;
  const list = useList<OrderEvent>(() => {
    if (!org) return null;
    const { lists } = scanner();
    const of = { org, order_id };
    return side === 'clinic' ? lists.clinicEventsOfOrder(of) : lists.labEventsOfOrder(of);
  }, [org, order_id, side]);
  return (
    <ListOf list={list} empty={words.noHistory}>
      {(events) => (
        <ol class="cards">
          {events.map((event) => (
            <Line key={event.id} event={event} />
          ))}
        </ol>
      )}
    </ListOf>
  );
}

function Line({ event }: { event: Row<OrderEvent> }) {
  const { action, party, reason, due_on, shipment } = event;
  const facts = [
    reason && nameOf('Reason', reason),
    due_on && say(words.promisedDay, { day: day(due_on) }),
    shipment && [shipment.carrier, shipment.tracking].filter(Boolean).join(' '),
  ].filter(Boolean);
  const text = done[action];
  return (
    <li data-action={action}>
      <strong>
        {text ? say(text, { party: partyName(party) }) : nameOf('OrderAction', action)}
      </strong>
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
      <p>
        <small>{moment(event.at)}</small>
      </p>
    </li>
  );
}
