// The orders of a clinic: those under way, by promised day, late, of one state, or all.

import type { OrderForClinic, OrderState } from '@scanner/client';
import { states } from '@scanner/client';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { dayOf, rupees } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ListTable } from '../../ui/List';
import { DayOf, StateBadge, worksOf } from './looks';
import css from './orders.module.css';
import { words } from './words';

type Shown = keyof typeof words.lists;
const SHOWN: readonly Shown[] = ['open', 'due', 'late', 'all'];
/** The states of the table, in the order in which an order goes through them. */
const STATES = [
  ...new Set(states.order.table.map(([, , to]) => to).filter((to) => to !== null)),
] as readonly OrderState[];

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
  const { query: asked, route } = useLocation();
  const id = useId();
  // What is shown stands in the address: going back from an order leads to the same list.
  const state = STATES.find((each) => each === asked['show']);
  const shown = state ? 'state' : (SHOWN.find((each) => each === asked['show']) ?? 'open');
  const list = useList(() => (org ? query(shown, org, state ?? '') : null), [org, shown, state]);
  return (
    <>
      <Heading title={words.orders}>
        <a href="/cases" data-go="cases">
          {say(words.toCases)}
        </a>
      </Heading>
      <div class={`field ${css.short}`}>
        <label for={id}>{say(words.show)}</label>
        <select
          id={id}
          data-show
          value={state ?? shown}
          onChange={(event) => route(`/orders?show=${event.currentTarget.value}`, true)}
        >
          {SHOWN.map((each) => (
            <option key={each} value={each}>
              {say(words.lists[each])}
            </option>
          ))}
          <optgroup label={say(words.lists.state)}>
            {STATES.map((each) => (
              <option key={each} value={each}>
                {nameOf('OrderState', each)}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
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
