// The visits of a clinic: those that go on, those of a week day by day, or all.

import { FIELDS, type VisitForClinic } from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { clockTime, day, dayOf, startOf } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Listed, type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ListOf, ListTable, Table } from '../../ui/List';
import css from '../cases/cases.module.css';
import { VisitBadge } from './VisitBadge';
import { whenOf } from './when';
import { words } from './words';

type Visits = Listed<VisitForClinic>;
type Shown = 'going-on' | 'by-day' | 'all';
const SHOWN = { 'going-on': words.openOnes, 'by-day': words.byDay, all: words.all } as const;
const WEEK = 7; // days

/** The page. */
export default function VisitsPage(): JSX.Element {
  const id = useId();
  const [shown, setShown] = useState<Shown>('going-on');
  return (
    <>
      <Heading title={words.visits} />
      <div class={`field ${css.shown}`}>
        <label for={id}>{say(words.show)}</label>
        <select
          id={id}
          data-filter="visits"
          value={shown}
          onChange={(event) => setShown(event.currentTarget.value as Shown)}
        >
          {Object.entries(SHOWN).map(([value, text]) => (
            <option key={value} value={value}>
              {say(text)}
            </option>
          ))}
        </select>
      </div>
      {shown === 'by-day' ? <ByDay /> : <Plain key={shown} all={shown === 'all'} />}
    </>
  );
}

type Cell = (visit: Row<VisitForClinic>) => ComponentChildren;

const columnsOf = (when: Cell) => [
  { label: words.patient, cell: (visit: Row<VisitForClinic>) => <VisitLink visit={visit} /> },
  { label: words.when, cell: when },
  { label: words.state, cell: ({ state }: VisitForClinic) => <VisitBadge state={state} /> },
  { label: words.scans, cell: scansOf },
];

function Plain({ all }: { all: boolean }) {
  const own = me.value;
  const list: Visits = useList(() => {
    if (own === null) return null;
    const { lists } = scanner();
    return all ? lists.clinicVisits(own) : lists.clinicVisitsOpen(own);
  }, [own?.org, all]);
  return (
    <ListTable caption={words.visits} list={list} empty={words.empty} columns={columnsOf(whenOf)} />
  );
}

function ByDay() {
  const own = me.value;
  const id = useId();
  const [from, setFrom] = useState(dayOf());
  const list: Visits = useList(() => {
    if (own === null) return null;
    const since = startOf(from);
    return scanner().lists.clinicVisitsBetween({ org: own.org, since, until: startOf(from, WEEK) });
  }, [own?.org, from]);
  const move = (days: number) => setFrom(dayOf(startOf(from, days)));
  return (
    <>
      <div class="actions">
        <button
          type="button"
          class="secondary outline"
          data-week="before"
          onClick={() => move(-WEEK)}
        >
          {say(words.earlier)}
        </button>
        <label for={id} class="hidden">
          {say(words.from)}
        </label>
        <input
          id={id}
          type="date"
          class={css.from}
          value={from}
          onChange={({ currentTarget: { value } }) => value && setFrom(value)}
        />
        <button
          type="button"
          class="secondary outline"
          data-week="after"
          onClick={() => move(WEEK)}
        >
          {say(words.later)}
        </button>
      </div>
      <ListOf list={list} empty={words.noneThen}>
        {(rows) =>
          [...daysOf(rows)].map(([on, visits]) => (
            <section key={on} data-day={on}>
              <h2>{day(on)}</h2>
              <Table
                caption={words.visits}
                rows={visits}
                columns={columnsOf(timeOf)}
                keyOf={(visit) => visit.id}
              />
            </section>
          ))
        }
      </ListOf>
    </>
  );
}

/** The time of day alone: the day stands above. */
const timeOf: Cell = ({ slot }) =>
  slot && `${clockTime(slot.starts_at)} – ${clockTime(slot.ends_at)}`;

/** Visits by the day in India on which they begin, in their order. */
function daysOf(visits: readonly Row<VisitForClinic>[]) {
  const days = new Map<string, Row<VisitForClinic>[]>();
  for (const visit of visits) {
    const on = visit.slot ? dayOf(visit.slot.starts_at) : '';
    days.set(on, [...(days.get(on) ?? []), visit]);
  }
  return days;
}

const KINDS: readonly string[] = FIELDS['scans/request_visit'].scans.of?.values ?? [];

/** What is scanned at a visit, in words, in the order in which it is asked for. */
export function scansOf({ scans }: Pick<VisitForClinic, 'scans'>): string {
  const sorted = [...scans].sort((a, b) => KINDS.indexOf(a) - KINDS.indexOf(b));
  return sorted.map((scan) => nameOf('ScanKind', scan)).join(', ');
}

/** A visit by its patient's reference, as a link. */
export function VisitLink({ visit }: { visit: Row<VisitForClinic> }): JSX.Element {
  return (
    <a href={`/visits/${visit.id}`} data-go="visit">
      {visit.patient.reference}
    </a>
  );
}
