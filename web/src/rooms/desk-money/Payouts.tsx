// The payouts of all labs by state: to approve them, to hand them to the bank, to record its results.

import { FIELDS, type PayoutState } from '@scanner/client';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { moment, rupees } from '../../core/format';
import { nameOf } from '../../core/names';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { Later } from '../../ui/Later';
import { type Column, PagesOf, Table } from '../../ui/List';
import { usePages } from '../../ui/useCall';
import { COLUMNS, type Payout } from '../payouts/looks';
import { words as looks } from '../payouts/looks-words';
import css from '../wallet/wallet.module.css';
import { BankResults } from './BankResults';
import { HandOver } from './HandOver';
import { LabLink } from './LabLink';
import { words } from './payout-words';
import { titles } from './titles';

const STATES = (FIELDS['wallet/list_payouts'].state.values ?? []) as readonly PayoutState[];
const WAITING: readonly string[] = ['requested', 'endorsed'];

/** The page; begins with those that wait for an approval. */
export default function Payouts(): JSX.Element {
  const id = useId();
  const [state, setState] = useState<PayoutState | ''>('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const pages = usePages(
    'wallet/list_payouts',
    { limit: 50, ...(state === '' ? {} : { state }) },
    ({ payouts }) => payouts,
  );
  const chosen = (pages.rows ?? []).filter(({ payout_id }) => !left.has(payout_id));
  const toggle = (payout: string) => {
    const changed = new Set(left);
    if (!changed.delete(payout)) changed.add(payout);
    setLeft(changed);
  };
  const choice: Column<Payout> = {
    label: words.choose,
    cell: ({ payout_id, paise, to }) => (
      <input
        type="checkbox"
        data-choose={payout_id}
        aria-label={`${rupees(paise)}, ${to}`}
        checked={!left.has(payout_id)}
        onChange={() => toggle(payout_id)}
      />
    ),
  };
  const waits = state === '' || WAITING.includes(state);
  // Nothing that waits has the bank's number yet.
  const columns = [
    ...(state === 'approved' ? [choice] : []),
    ...COLUMNS.slice(0, 1),
    LAB,
    ...(waits ? [...COLUMNS.slice(1, -1), WAITS, OWES] : COLUMNS.slice(1)),
  ];
  return (
    <>
      <Heading title={titles.payouts} />
      <div class={css.narrow}>
        <label for={id}>{say(words.show)}</label>
        <select
          id={id}
          data-choice="state"
          value={state}
          onChange={(event) => setState(event.currentTarget.value as PayoutState | '')}
        >
          <option value="">{say(words.waiting)}</option>
          {STATES.map((each) => (
            <option key={each} value={each}>
              {nameOf('PayoutState', each)}
            </option>
          ))}
        </select>
      </div>
      <PagesOf pages={pages} empty={state === '' ? words.none : words.noneOf}>
        {(rows) => (
          <Table
            caption={titles.payouts}
            rows={rows}
            columns={columns}
            keyOf={({ payout_id }) => payout_id}
          />
        )}
      </PagesOf>
      {state === 'approved' && (
        <HandOver payouts={chosen} offered={pages.rows?.length ?? 0} onDone={pages.again} />
      )}
      <Later title={words.results} of="results">
        <BankResults onDone={pages.again} />
      </Later>
    </>
  );
}

const LAB: Column<Payout> = { label: words.lab, cell: ({ lab_id }) => <LabLink id={lab_id} /> };
const WAITS: Column<Payout> = {
  label: looks.waits,
  cell: ({ waits_until }) => moment(waits_until),
};
const OWES: Column<Payout> = {
  label: words.owes,
  cell: ({ owed_paise }) => (owed_paise > 0 ? rupees(owed_paise) : ''),
  figures: true,
};
