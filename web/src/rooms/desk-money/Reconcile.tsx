// Comparing the gateway's payments with the books, as it is done by itself every night.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { day, dayOf, rupees, whole } from '../../core/format';
import { nameOf } from '../../core/names';
import { say } from '../../core/words';
import { Facts } from '../../ui/Facts';
import { ActionForm } from '../../ui/form/ActionForm';
import { type Column, Table } from '../../ui/List';
import css from '../wallet/wallet.module.css';
import { words } from './book-words';

type Compared = CallableResponses['payments/reconcile_payments'];

/** The form; where the time was over it goes on from the day that is left. */
export function Reconcile(): JSX.Element {
  const [compared, setCompared] = useState<Compared | null>(null);
  const [last, setLast] = useState(dayOf());
  const next = compared?.next_day ?? null;
  return (
    <>
      <p>{say(words.reconcileAbout)}</p>
      <ActionForm
        key={next}
        callable="payments/reconcile_payments"
        label={words.compare}
        start={{ first_day: next ?? dayOf(), last_day: last }}
        onDone={(answer, request) => {
          setCompared(answer);
          setLast(request.last_day);
        }}
      />
      <div role="status">{compared && <Result compared={compared} />}</div>
    </>
  );
}

function Result({ compared }: { compared: Compared }) {
  const { next_day, booked, differences } = compared;
  const counted = (count: number, paise: number) =>
    say(words.counted, { count: whole(count), amount: rupees(paise) });
  return (
    <>
      {next_day && <p>{say(words.goOn, { day: day(next_day) })}</p>}
      <Facts
        rows={[
          [words.paid, counted(compared.payments, compared.paid)],
          [words.refunded, counted(compared.refunds, compared.refunded)],
          [words.disputes, whole(compared.disputes)],
          [words.settled, rupees(compared.settled)],
          [words.fees, rupees(compared.fees)],
          [words.booked, booked.length > 0 ? booked.join(', ') : say(words.nothing)],
        ]}
      />
      {differences.length === 0 ? (
        <p>{say(words.noDifferences)}</p>
      ) : (
        <Table
          caption={words.differences}
          rows={differences}
          columns={COLUMNS}
          keyOf={({ kind, subject }) => `${kind} ${subject}`}
        />
      )}
    </>
  );
}

const money = (paise: number | null) => (paise === null ? say(words.nothing) : rupees(paise));

const COLUMNS: readonly Column<Compared['differences'][number]>[] = [
  { label: words.differences, cell: ({ kind }) => nameOf('DifferenceKind', kind) },
  { label: words.subject, cell: ({ subject }) => <span class={css.id}>{subject}</span> },
  { label: words.there, cell: ({ there }) => money(there), figures: true },
  { label: words.here, cell: ({ here }) => money(here), figures: true },
];
