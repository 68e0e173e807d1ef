// What came into a wallet and what went: the last entries, those of a kind or of some days.

import type { TransactionKind, WalletEntry } from '@scanner/client';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { moment, rupees, signed } from '../../core/format';
import { nameOf } from '../../core/names';
import { me } from '../../core/session';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { type Column, ListTable } from '../../ui/List';
import { areDays, type Days, DaysField, thisMonth } from './Days';
import { kindsFor } from './kinds';
import { entriesOf } from './lists';
import { Reference } from './Reference';
import css from './wallet.module.css';
import { words } from './words';

/** How many entries the page begins with. */
const FIRST = 10;
const DAYS = 'days';

/** The entries with the choice of which. */
export function Entries(): JSX.Element {
  const own = me.value;
  const id = useId();
  const [show, setShow] = useState('');
  const [days, setDays] = useState<Days>(thisMonth);
  const by = show === '' ? null : show === DAYS ? days : (show as TransactionKind);
  const asked = typeof by !== 'object' || by === null || areDays(by);
  const list = useList(
    () => (own && asked ? entriesOf(own, by) : null),
    [own?.org, JSON.stringify(by)],
    FIRST,
  );
  return (
    <>
      <div class={css.row}>
        <div>
          <label for={id}>{say(words.show)}</label>
          <select
            id={id}
            data-choice="entries"
            value={show}
            onChange={(event) => setShow(event.currentTarget.value)}
          >
            <option value="">{say(words.latest)}</option>
            <option value={DAYS}>{say(words.ofDays)}</option>
            {kindsFor(own?.role).map((kind) => (
              <option key={kind} value={kind}>
                {nameOf('TransactionKind', kind)}
              </option>
            ))}
          </select>
        </div>
      </div>
      {show === DAYS && <DaysField of="entries" value={days} onChange={setDays} />}
      {asked && (
        <ListTable
          caption={words.entries}
          list={list}
          columns={COLUMNS}
          empty={show === '' ? words.noEntries : words.noneOfThese}
        />
      )}
    </>
  );
}

const COLUMNS: readonly Column<Row<WalletEntry>>[] = [
  { label: words.when, cell: ({ at }) => moment(at) },
  {
    label: words.what,
    cell: ({ kind, reference, subject }) => (
      <div>
        <div>{nameOf('TransactionKind', kind)}</div>
        <Reference path={reference} about={subject} />
      </div>
    ),
  },
  {
    label: words.change,
    cell: ({ available_change }) => (available_change === 0 ? '' : signed(available_change)),
    figures: true,
  },
  {
    label: words.heldChange,
    cell: ({ held_change }) => (held_change === 0 ? '' : signed(held_change)),
    figures: true,
  },
  { label: words.after, cell: ({ available }) => rupees(available), figures: true },
];
