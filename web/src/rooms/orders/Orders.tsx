// The orders of a clinic: those under way, by promised day, late, of one state, or all.

import type { OrderForClinic, OrderState } from '@scanner/client';
import type { JSX } from 'preact';
import { dayOf, rupees } from '../../core/format';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ListTable } from '../../ui/List';
import { DayOf, StateBadge, worksOf } from './looks';
import { ShowChoice, type Shown, useShown } from './ShowChoice';
import { words } from './words';

const query = (shown: Shown, org: string, state: string) => {
  const { lists } = scanner();
  switch (shown) {
    case 'open':
      return lists.clinicOrdersOpen({ org });
    case 'due':
      return lists.clinicOrdersByDueDate({ org });
    case 'late':
      return lists.clinicOrdersLate({ org, today: dayOf() });
    case 'all':
      return lists.clinicOrders({ org });
    case 'state':
      return lists.clinicOrdersByState({ org, state: state as OrderState });
  }
};

/** The page. */
export default function Orders(): JSX.Element {
  const { org } = me.value ?? {};
  const { shown, state } = useShown();
  const list = useList(() => (org ? query(shown, org, state ?? '') : null), [org, shown, state]);
  return (
    <>
      <Heading title={words.orders}>
        <a href="/cases" data-go="cases">
          {say(words.toCases)}
        </a>
      </Heading>
      <ShowChoice label={words.show} lists={words.lists} />
      <ListTable<OrderForClinic>
        caption={words.lists[shown]}
        list={list}
        empty={words.empty[shown]}
        columns={[
          {
            label: words.patient,
            cell: (order) => (
              <a href={`/orders/${order.id}`} data-go="order">
                {order.patient.reference}
              </a>
            ),
          },
          { label: words.work, cell: worksOf },
          { label: words.lab, cell: (order) => order.lab_name },
          { label: words.state, cell: (order) => <StateBadge state={order.state} /> },
          { label: words.due, cell: (order) => <DayOf order={order} /> },
          { label: words.amount, cell: (order) => rupees(order.price), figures: true },
        ]}
      />
    </>
  );
}
