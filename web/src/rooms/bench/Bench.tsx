// A lab's first page: what waits for its answer, and what is to be made, by the day promised.

import type { OrderForLab, OrderState } from '@scanner/client';
import type { JSX } from 'preact';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Listed, useDocument, useList } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { Heading, Section } from '../../ui/Facts';
import { ListOf } from '../../ui/List';
import { DayOf, StateBadge, worksOf } from '../orders/looks';
import css from './bench.module.css';
import { words } from './words';

/** The page. */
export default function Bench(): JSX.Element {
  const placed = useOrders('placed');
  const remakes = useOrders('remake_requested');
  const lost = useOrders('lost');
  const { org } = me.value ?? {};
  const due = useList(() => (org ? scanner().lists.labOrdersByDueDate({ org }) : null), [org]);
  return (
    <>
      <Heading title={words.bench} />
      <NotOpen />
      <Section title={words.answer} beside={<a href="/orders">{say(words.orders)}</a>}>
        <Lines list={placed} empty={words.noAnswer} />
      </Section>
      <Few title={words.remakes} list={remakes} />
      <Few title={words.lost} list={lost} />
      <Section title={words.due}>
        <Lines list={due} empty={words.noDue} />
      </Section>
    </>
  );
}

function useOrders(state: OrderState) {
  const { org } = me.value ?? {};
  return useList(
    () => (org ? scanner().lists.labOrdersByState({ org, state }) : null),
    [org, state],
  );
}

/** A lab that clinics do not find is told why. */
function NotOpen() {
  const { org } = me.value ?? {};
  const profile = useDocument(() => (org ? scanner().documents.labProfile(org) : null), [org]);
  if (profile.data === undefined || profile.data?.accepting) return null;
  return (
    <p class="note" data-not-open>
      {say(words.notOpen)}{' '}
      <a href="/profile" data-go="profile">
        {say(words.toProfile)}
      </a>
    </p>
  );
}

/** Orders of a kind that is rare: nothing stands there where there are none. */
function Few({ title, list }: { title: Text; list: Listed<OrderForLab> }) {
  if (list.rows === undefined || list.rows.length === 0) return null;
  return (
    <Section title={title}>
      <Lines list={list} empty={words.noAnswer} />
    </Section>
  );
}

function Lines({ list, empty }: { list: Listed<OrderForLab>; empty: Text }) {
  return (
    <ListOf list={list} empty={empty}>
      {(orders) => (
        <ul class={css.lines}>
          {orders.map((order) => (
            <li key={order.id} data-row={order.id}>
              <a href={`/orders/${order.id}`} data-go="order">
                {order.patient.reference}
              </a>
              <span>{worksOf(order)}</span>
              <span>{order.sender.name}</span>
              <span>
                <DayOf order={order} />
              </span>
              <StateBadge state={order.state} />
            </li>
          ))}
        </ul>
      )}
    </ListOf>
  );
}
