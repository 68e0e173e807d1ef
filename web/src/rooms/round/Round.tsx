// An operator's first page: the visit of now or the next one, then those of today and the next days.

import { states, type Visit } from '@scanner/client';
import type { JSX } from 'preact';
import { dayOf, startOf } from '../../core/format';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useList } from '../../core/watch';
import type { Text } from '../../core/words';
import { Heading, Section } from '../../ui/Facts';
import { ListOf } from '../../ui/List';
import { VisitBadge } from '../visits/VisitBadge';
import css from './round.module.css';
import { hoursOf, VisitCard } from './VisitCard';
import { words } from './words';

/** So many days are shown, today included. */
const DAYS = 7;
/** In these an operator is at work on a visit. */
const UNDER_WAY = ['en_route', 'arrived', 'scanning'];

/** The page. */
export default function Round(): JSX.Element {
  const uid = me.value?.uid;
  const today = dayOf();
  const list = useList(
    () =>
      uid === undefined
        ? null
        : scanner().lists.operatorVisitsBetween({
            uid,
            since: startOf(today),
            until: startOf(today, DAYS),
          }),
    [uid, today],
  );
  return (
    <>
      <Heading title={words.round} />
      <ListOf list={list} empty={words.none}>
        {(visits) => <Visits visits={visits} />}
      </ListOf>
    </>
  );
}

function Visits({ visits }: { visits: readonly Row<Visit>[] }) {
  const goesOn = visits.filter(({ state }) => states.visit.steps(state, 'operator').length > 0);
  const open = goesOn.filter(({ state }) => state !== 'uploaded');
  const current = open.find(({ state }) => UNDER_WAY.includes(state)) ?? open[0];
  const others = open.filter((visit) => visit !== current);
  const isToday = ({ slot }: Visit) => slot !== null && dayOf(slot.starts_at) === dayOf();
  return (
    <>
      {current && (
        <VisitCard
          visit={current}
          heading={UNDER_WAY.includes(current.state) ? words.now : words.next}
        />
      )}
      <Group title={words.today} visits={others.filter(isToday)} />
      <Group title={words.soon} visits={others.filter((visit) => !isToday(visit))} />
      <Group title={words.ended} visits={visits.filter((visit) => !open.includes(visit))} />
    </>
  );
}

function Group({ title, visits }: { title: Text; visits: readonly Row<Visit>[] }) {
  if (visits.length === 0) return null;
  return (
    <Section title={title}>
      <VisitLines visits={visits} />
    </Section>
  );
}

/** Visits in a line each, large enough for a thumb. */
export function VisitLines({ visits }: { visits: readonly Row<Visit>[] }): JSX.Element {
  return (
    <ul class={css.lines}>
      {visits.map((visit) => (
        <li key={visit.id} data-row={visit.id}>
          <a href={`/round/${visit.id}`} data-go="visit">
            <strong>{hoursOf(visit)}</strong>
            <span>{`${visit.clinic.name}, ${visit.clinic.city}`}</span>
          </a>
          <VisitBadge state={visit.state} />
        </li>
      ))}
    </ul>
  );
}
