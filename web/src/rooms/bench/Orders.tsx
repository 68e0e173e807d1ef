// The orders that a lab received: those under way, by promised day, late, of one state, or all.

import type { OrderForLab, OrderState } from '@scanner/client';
import type { JSX } from 'preact';
import { dayOf, rupees } from '../../core/format';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useList } from '../../core/watch';
import { Heading } from '../../ui/Facts';
import { ListTable } from '../../ui/List';
import { DayOf, StateBadge, worksOf } from '../orders/looks';
import { ShowChoice, type Shown, useShown } from '../orders/ShowChoice';
import { words } from './words';

function query(shown: Shown, org: string, state: OrderState | undefined) {
  const { lists } = scanner();
  if (state) return lists.labOrdersByState({ org, state });
  if (shown === 'due') return lists.labOrdersByDueDate({ org });
  if (shown === 'late') return lists.labOrdersLate({ org, today: dayOf() });
  return shown === 'all' ? lists.labOrders({ org }) : lists.labOrdersOpen({ org });
}

/** The page. */
export default function Orders(): JSX.Element {
  const { org } = me.value ?? {};
  const { shown, state } = useShown();
  const list = useList(() => (org ? query(shown, org, state) : null), [org, shown, state]);
  return (
    <>
      <Heading title={words.orders} />
      <ShowChoice label={words.show} lists={words.lists} />
      <ListTable<OrderForLab>
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
          { label: words.clinic, cell: ({ sender }) => sender.name },
          { label: words.state, cell: ({ state }) => <StateBadge state={state} /> },
          { label: words.promised, cell: (order) => <DayOf order={order} /> },
          { label: words.amount, cell: ({ price }) => rupees(price), figures: true },
        ]}
      />
    </>
  );
}
