// One order of a clinic: where it stands, what comes next, what was ordered and sent, and messages.

import type { OrderForClinic } from '@scanner/client';
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
import { Fetched } from './Fetched';
import { History } from './History';
import { ItemLines } from './ItemLines';
import { DayOf } from './looks';
import { OrderHead } from './OrderHead';
import { OrderMessages } from './OrderMessages';
import { OrderSteps } from './OrderSteps';
import css from './orders.module.css';
import { Rescan } from './Rescan';
import { Sent } from './Sent';
import { next, words } from './words';

/** The states after which the work may be ordered anew. */
const AGAIN: readonly string[] = ['rejected', 'cancelled'];

/** The page. */
export default function OrderPage({ params }: PageProps): JSX.Element {
  const { order_id = '' } = params;
  const found = useDocument(() => scanner().documents.order(order_id), [order_id]);
  return <DocumentOf document={found}>{(order) => <Shown order={order} />}</DocumentOf>;
}

function Shown({ order }: { order: Row<OrderForClinic> }) {
  const since = order.times[order.state];
  return (
    <>
      <OrderHead order={order} comes={next[order.state]} guardian={words.guardian} />
      <Rescan order={order} />
      <OrderSteps order={order} />
      <section>
        <Facts
          rows={[
            [words.lab, order.lab_name],
            [
              words.patient,
              <a key="case" href={`/cases/${order.case_id}`} data-go="case">
                {order.patient.reference}
              </a>,
            ],
            [words.name, order.patient.name],
            [words.placedAt, moment(order.placed_at)],
            [words.wanted, day(order.wanted_on)],
            [words.promised, order.due_on && <DayOf order={order} />],
            [words.since, since && moment(since)],
            [words.carrier, order.shipment?.carrier],
            [words.tracking, order.shipment?.tracking],
            [words.remakes, order.remakes || null],
            [words.amount, rupees(order.price)],
            [words.settlement, order.settlement && nameOf('Settlement', order.settlement)],
          ]}
        />
        <p class={css.ways}>
          <a href={`/orders/${order.id}/receipt`} data-go="receipt">
            {say(words.toReceipt)}
          </a>
          {AGAIN.includes(order.state) && (
            <a href={`/cases/${order.case_id}/order`} data-go="order-again">
              {say(words.orderAgain)}
            </a>
          )}
        </p>
      </section>
      <Section title={words.ordered}>
        <ItemLines items={order.items} findings={order.findings} prices />
      </Section>
      <Section title={words.sentFiles}>
        <Sent order={order} />
        <Later title={words.fetched} of="fetched">
          <Fetched order={order} />
        </Later>
      </Section>
      <Section title={words.messages}>
        <OrderMessages order={order} side="clinic" />
        <p class="muted">{say(words.help)}</p>
        <p class={css.ways}>
          <a href={`/support?about=orders/${order.id}`}>{say(words.support)}</a>
        </p>
      </Section>
      <section>
        <Later title={words.history} of="history">
          <History order_id={order.id} side="clinic" />
        </Later>
      </section>
    </>
  );
}
