// The first page of a clinic: what needs somebody now, and the three ways on.

import type { CaseForClinic, OrderForClinic } from '@scanner/client';
import type { JSX } from 'preact';
import { clockTime, dayOf, rupees, startOf } from '../../core/format';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useDocument, useList } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { Badge, Heading, Section } from '../../ui/Facts';
import { ListOf } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { CaseLink, StatusBadge } from '../cases/Cases';
import css from '../cases/cases.module.css';
import { nextOf } from '../cases/next';
import { VisitBadge } from '../visits/VisitBadge';
import { VisitLink } from '../visits/Visits';
import own from './home.module.css';
import { words } from './words';

/** So many rows of each: the lists themselves are a link away, and rows are paid for. */
const FEW = 5;

const WAYS: readonly (readonly [string, Text, Text])[] = [
  ['/patients', words.patients, words.patientsText],
  ['/cases', words.casesWay, words.casesText],
  ['/orders', words.ordersWay, words.ordersText],
];

/** The page. */
export default function ClinicHome(): JSX.Element {
  return (
    <>
      <Heading title={words.home} />
      <LowBalance />
      <ul class={own.ways}>
        {WAYS.map(([href, title, text]) => (
          <li key={href}>
            <a href={href}>
              <strong>{say(title)}</strong>
              <span>{say(text)}</span>
            </a>
          </li>
        ))}
      </ul>
      <Visits />
      <Orders />
      <Cases />
    </>
  );
}

/** Says so where the wallet is low: the wallet is one document, its limit one call. */
function LowBalance() {
  const own = me.value;
  const wallet = useDocument(() => own && scanner().documents.wallet(own.org), [own?.org]);
  const prices = useCall('wallet/get_prices', own ? {} : null);
  const limit = prices.data?.low_balance;
  if (!wallet.data || limit === undefined || wallet.data.available >= limit) return null;
  return (
    <p class="note" data-low>
      {say(words.low, { available: rupees(wallet.data.available) })}{' '}
      <a href="/wallet" data-go="wallet">
        {say(words.topUp)}
      </a>
    </p>
  );
}

function Visits() {
  const own = me.value;
  const today = dayOf();
  const list = useList(
    () =>
      own &&
      scanner().lists.clinicVisitsBetween({
        org: own.org,
        since: startOf(today),
        until: startOf(today, 1),
      }),
    [own?.org, today],
    FEW,
  );
  return (
    <Section title={words.visitsToday} beside={<a href="/visits">{say(words.allVisits)}</a>}>
      <ListOf list={list} empty={words.noVisits}>
        {(rows) => (
          <ul class={css.lines}>
            {rows.map((visit) => (
              <li key={visit.id} data-row={visit.id}>
                {visit.slot && <time>{clockTime(visit.slot.starts_at)}</time>}
                <VisitLink visit={visit} />
                <VisitBadge state={visit.state} />
              </li>
            ))}
          </ul>
        )}
      </ListOf>
    </Section>
  );
}

function Cases() {
  const own = me.value;
  const list = useList(() => own && scanner().lists.clinicCasesOpen(own), [own?.org], FEW);
  return (
    <Section title={words.cases} beside={<a href="/cases">{say(words.allCases)}</a>}>
      <ListOf list={list} empty={words.noCases}>
        {(rows) => (
          <ul class={css.lines}>
            {[...rows].sort(byTurn).map((each) => (
              <li key={each.id} data-row={each.id}>
                <CaseLink of={each} />
                <StatusBadge status={each.status} />
                <small>{say(nextOf(each.status, false).text)}</small>
              </li>
            ))}
          </ul>
        )}
      </ListOf>
    </Section>
  );
}

/** What waits for the clinic before what waits for a visit. */
const byTurn = (a: CaseForClinic, b: CaseForClinic) =>
  Number(a.status === 'scheduled') - Number(b.status === 'scheduled');

const ASKS: Readonly<Record<string, Text>> = words.asks;

function Orders() {
  const own = me.value;
  const { rows, ended, more } = useList(
    () => own && scanner().lists.clinicOrdersOpen(own),
    [own?.org],
    2 * FEW,
  );
  const asking = rows?.filter(({ state }) => state in ASKS);
  return (
    <Section title={words.orders} beside={<a href="/orders">{say(words.allOrders)}</a>}>
      <ListOf list={{ rows: asking, ended, more }} empty={words.noOrders}>
        {(shown) => (
          <ul class={css.lines}>
            {shown.map((order) => (
              <Asking key={order.id} order={order} />
            ))}
          </ul>
        )}
      </ListOf>
    </Section>
  );
}

function Asking({ order }: { order: Row<OrderForClinic> }) {
  const text = ASKS[order.state];
  return (
    <li data-row={order.id}>
      <a href={`/orders/${order.id}`} data-go="order">
        {`${order.patient.reference} · ${order.lab_name}`}
      </a>
      <Badge enumeration="OrderState" value={order.state} />
      <small>{text && say(text)}</small>
    </li>
  );
}
