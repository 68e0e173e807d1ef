// What is set aside in a wallet now, and for what.

import type { JSX } from 'preact';
import { day, rupees } from '../../core/format';
import { me } from '../../core/session';
import { useList } from '../../core/watch';
import { ListTable } from '../../ui/List';
import { holdsOf } from './lists';
import { Reference } from './Reference';
import { words } from './words';

/** The open holds, the last first. */
export function Holds(): JSX.Element {
  const own = me.value;
  const list = useList(() => own && holdsOf(own), [own?.org]);
  return (
    <ListTable
      caption={words.holds}
      list={list}
      empty={words.noHolds}
      columns={[
        {
          label: words.what,
          cell: ({ reference, subject }) => <Reference path={reference} about={subject} />,
        },
        { label: words.heldOn, cell: ({ made_at }) => day(made_at) },
        { label: words.amount, cell: ({ amount }) => rupees(amount), figures: true },
      ]}
    />
  );
}
