// The visits of a case and what was ordered for it.

import type { OrderForClinic } from '@scanner/client';
import type { JSX } from 'preact';
import { day } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { type Listed, useList } from '../../core/watch';
import { Badge, Section } from '../../ui/Facts';
import { ListTable } from '../../ui/List';
import { VisitBadge } from '../visits/VisitBadge';
import { whenOf } from '../visits/when';
import type { OfCase } from './CasePage';
import { words } from './words';

/** The visits of a case, the last requested first. */
export function VisitsOf({ of }: { of: OfCase }): JSX.Element {
  const visits = useList(() => scanner().lists.clinicVisitsOfCase(of), [of.case_id]);
  return (
    <Section title={words.visits}>
      <ListTable
        caption={words.visits}
        list={visits}
        empty={words.noVisits}
        columns={[
          {
            label: words.when,
            cell: (visit) => (
              <a href={`/visits/${visit.id}`} data-go="visit">
                {whenOf(visit)}
              </a>
            ),
          },
          { label: words.status, cell: ({ state }) => <VisitBadge state={state} /> },
          { label: words.filesColumn, cell: ({ uploads }) => uploads, figures: true },
        ]}
      />
    </Section>
  );
}

/** The orders of a case, the last placed first. */
export function OrdersOf({ orders }: { orders: Listed<OrderForClinic> }): JSX.Element {
  return (
    <Section title={words.orders}>
      <ListTable
        caption={words.orders}
        list={orders}
        empty={words.noOrders}
        columns={[
          {
            label: words.work,
            cell: (order) => (
              <a href={`/orders/${order.id}`} data-go="order">
                {order.items.map(({ work }) => nameOf('WorkType', work)).join(', ')}
              </a>
            ),
          },
          { label: words.lab, cell: ({ lab_name }) => lab_name },
          {
            label: words.status,
            cell: ({ state }) => <Badge enumeration="OrderState" value={state} />,
          },
          { label: words.placed, cell: ({ placed_at }) => day(placed_at) },
        ]}
      />
    </Section>
  );
}
