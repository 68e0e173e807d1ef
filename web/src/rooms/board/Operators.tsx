// The operators: where they set out from, whether they take visits, and when they are booked.

import type { OperatorForAdmin } from '@scanner/client';
import type { JSX } from 'preact';
import { now } from '../../core/clock';
import { dateOf, stretch, whole } from '../../core/format';
import { scanner } from '../../core/scanner';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ListTable } from '../../ui/List';
import { Person } from '../audit/Person';
import { words } from './words';

/** The page. */
export default function Operators(): JSX.Element {
  const list = useList(() => scanner().lists.adminOperators(), []);
  return (
    <>
      <Heading title={words.operators} />
      <p>{say(words.operatorsAbout)}</p>
      <ListTable
        caption={words.operators}
        list={list}
        empty={words.noOperators}
        columns={[
          { label: words.operator, cell: ({ id }) => <Person uid={id} /> },
          {
            label: words.area,
            cell: ({ area }) => (area ? `${area.city} ${area.pincode}` : say(words.noArea)),
          },
          { label: words.takes, cell: ({ available }) => <Takes available={available} /> },
          { label: words.next, cell: next },
          {
            label: words.bookings,
            cell: (operator) => whole(booked(operator).length),
            figures: true,
          },
        ]}
      />
    </>
  );
}

function Takes({ available }: { available: boolean }) {
  return (
    <span class={`badge ${available ? 'good' : 'warning'}`} data-value={available}>
      {say(available ? words.yes : words.no)}
    </span>
  );
}

/** The bookings that are not over, the first one first. */
function booked({ bookings }: Row<OperatorForAdmin>) {
  return bookings
    .filter(({ ends_at }) => dateOf(ends_at) > now())
    .toSorted((a, b) => dateOf(a.starts_at).getTime() - dateOf(b.starts_at).getTime());
}

function next(operator: Row<OperatorForAdmin>) {
  const [first] = booked(operator);
  if (first === undefined) return null;
  return <a href={`/visits/${first.visit_id}`}>{stretch(first.starts_at, first.ends_at)}</a>;
}
