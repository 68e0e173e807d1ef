// Acts on record, the last one first, as a table.

import type { AuditEntryForAdmin } from '@scanner/client';
import type { Query } from 'firebase/firestore';
import type { JSX } from 'preact';
import { moment } from '../../core/format';
import { type Row, useList } from '../../core/watch';
import type { Text } from '../../core/words';
import { type Column, ListTable } from '../../ui/List';
import css from './audit.module.css';
import { Person } from './Person';
import { Subject } from './Subject';
import { words } from './words';

type Entry = Row<AuditEntryForAdmin>;

const WHEN: Column<Entry> = { label: words.when, cell: ({ at }) => moment(at) };
const WHO: Column<Entry> = { label: words.who, cell: ({ actor }) => <Person uid={actor} /> };
const ACT: Column<Entry> = {
  label: words.act,
  cell: ({ action }) => <code class={css.act}>{action}</code>,
};
const WHAT: Column<Entry> = {
  label: words.what,
  cell: ({ subject }) => <Subject path={subject} />,
};
const REFS: Column<Entry> = {
  label: words.refs,
  cell: ({ refs }) => (
    <ul class={css.refs}>
      {Object.entries(refs).map(([name, value]) => (
        <li key={name}>{`${name}: ${value}`}</li>
      ))}
    </ul>
  ),
};

/** Shows a list of the audit; `of` is what it depends on, `without` a column that says the same in each row. */
export function Trail(props: {
  readonly list: () => Query<AuditEntryForAdmin>;
  readonly of: readonly unknown[];
  readonly without?: 'who' | 'what';
  readonly empty?: Text;
}): JSX.Element {
  const list = useList(props.list, props.of);
  const who = props.without === 'who' ? [] : [WHO];
  const what = props.without === 'what' ? [] : [WHAT];
  return (
    <ListTable
      caption={words.audit}
      list={list}
      columns={[WHEN, ...who, ACT, ...what, REFS]}
      empty={props.empty ?? words.empty}
    />
  );
}
