// One order of a lab: what is to be made from which scans, where it stands, and the next step.

import type { OrderForLab } from '@scanner/client';
import type { JSX } from 'preact';
import { day, moment, rupees } from '../../core/format';
import { nameOf } from '../../core/names';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { type Row, useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { Facts, Section } from '../../ui/Facts';
import { Later } from '../../ui/Later';
import { DocumentOf } from '../../ui/List';
import { History } from '../orders/History';
import { ItemLines } from '../orders/ItemLines';
import { DayOf } from '../orders/looks';
import { OrderHead } from '../orders/OrderHead';
import { OrderMessages } from '../orders/OrderMessages';
import css from '../orders/orders.module.css';
import { OrderFindings } from '../orders/Sent';
import own from './bench.module.css';
import { Files } from './Files';
import { OrderSteps } from './OrderSteps';
import { next, words } from './words';

/** The page. */
export default function OrderPage({ params }: PageProps): JSX.Element {
  const { order_id = '' } = params;
  const found = useDocument(() => scanner().documents.order(order_id), [order_id]);
  return <DocumentOf document={found}>{(order) => <Shown order={order} />}</DocumentOf>;
}

function Shown({ order }: { order: Row<OrderForLab> }) {
  return (
    <>
      <OrderHead order={order} comes={next[order.state]} guardian={words.guardian} />
      <OrderSteps order={order} />
      <section>
        <Facts
          rows={[
            [words.clinic, order.sender.name],
            [words.wanted, day(order.wanted_on)],
            [words.promised, order.due_on && <DayOf order={order} />],
            [words.name, order.patient.name],
          ]}
        />
      </section>
      <Section title={words.ordered}>
        <ItemLines items={order.items} findings={order.findings} prices />
        <OrderFindings findings={order.findings} />
      </Section>
      <Section title={words.files}>
        <Files order={order} />
      </Section>
      <Section title={words.delivery}>
        <OrderFacts order={order} />
        <p class={css.ways}>
          <a href={`/orders/${order.id}/receipt`} data-go="receipt">
            {say(words.receipt)}
          </a>
        </p>
      </Section>
      <Section title={words.messages}>
        <OrderMessages order={order} side="lab" />
        <p class={`muted ${own.after}`}>{say(words.help)}</p>
        <p class={css.ways}>
          <a href={`/support?about=orders/${order.id}`} data-go="support">
            {say(words.support)}
          </a>
        </p>
      </Section>
      <section>
        <Later title={words.history} of="history">
          <History order_id={order.id} side="lab" />
        </Later>
      </section>
    </>
  );
}

function OrderFacts({ order }: { order: Row<OrderForLab> }) {
  const { sender, due_on, promised_on } = order;
  const since = order.times[order.state];
  return (
    <Facts
      rows={[
        [words.address, say(words.addressOf, { ...sender })],
        [words.placedAt, moment(order.placed_at)],
        [words.firstPromised, promised_on && promised_on !== due_on && day(promised_on)],
        [words.turnaround, order.turnaround],
        [words.since, since && moment(since)],
        [words.carrier, order.shipment?.carrier],
        [words.tracking, order.shipment?.tracking],
        [words.remade, order.remakes || null],
        [words.amount, rupees(order.price)],
        [words.settlement, order.settlement && nameOf('Settlement', order.settlement)],
      ]}
    />
  );
}
