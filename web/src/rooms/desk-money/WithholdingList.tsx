// The taxes withheld from all labs in a period, as the returns need them.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { rupees } from '../../core/format';
import { say } from '../../core/words';
import { type Column, PagesOf, Table } from '../../ui/List';
import { usePages } from '../../ui/useCall';
import { PeriodSelect } from '../payouts/PeriodSelect';
import { periods } from '../payouts/periods';
import { type Withheld, WithheldSums } from '../payouts/WithheldSums';
import { words as taxes } from '../payouts/words';
import { words } from './book-words';

type Row = CallableResponses['wallet/list_withholding']['labs'][number];

/** The choice of the period, and the list once it was asked for. */
export function WithholdingList(): JSX.Element {
  const [period, setPeriod] = useState(() => periods()[0] ?? '');
  const [asked, setAsked] = useState<string | null>(null);
  const pages = usePages(
    'wallet/list_withholding',
    asked === null ? null : { period: asked, limit: 50 },
    ({ labs }) => labs,
  );
  return (
    <>
      <PeriodSelect value={period} onChange={setPeriod} />
      <div class="actions">
        <button
          type="button"
          class="secondary"
          data-show="withholding"
          onClick={() => setAsked(period)}
        >
          {say(words.show)}
        </button>
      </div>
      {asked && (
        <PagesOf pages={pages} empty={words.nothingWithheld}>
          {(rows) => (
            <>
              <Table
                caption={words.withholding}
                rows={rows}
                columns={COLUMNS}
                keyOf={({ wallet_id }) => wallet_id}
              />
              <h3>{say(pages.more ? words.sumsSoFar : words.sums)}</h3>
              <WithheldSums withheld={sumOf(rows)} />
            </>
          )}
        </PagesOf>
      )}
    </>
  );
}

const NAMES = ['sold', 'returned', 'net', 'tds', 'tcs_cgst', 'tcs_sgst', 'tcs_igst'] as const;

function sumOf(rows: readonly Row[]): Withheld {
  const sums = NAMES.map((name) => [
    name,
    rows.reduce((sum, { withheld }) => sum + withheld[name], 0),
  ]);
  return Object.fromEntries(sums) as Withheld;
}

const amount = (label: Column<Row>['label'], of: (withheld: Withheld) => number): Column<Row> => ({
  label,
  cell: ({ withheld }) => rupees(of(withheld)),
  figures: true,
});

const COLUMNS: readonly Column<Row>[] = [
  {
    label: words.lab,
    cell: ({ wallet_id, legal_name, gstin, pan }) => (
      <div>
        <a href={`/wallets/${wallet_id}`} data-go="wallet">
          {legal_name ?? say(words.nameless)}
        </a>
        <div>{gstin ?? pan ?? say(words.noPan)}</div>
      </div>
    ),
  },
  amount(taxes.net, ({ net }) => net),
  amount(words.tds, ({ tds }) => tds),
  amount(words.cgst, ({ tcs_cgst }) => tcs_cgst),
  amount(words.sgst, ({ tcs_sgst }) => tcs_sgst),
  amount(words.igst, ({ tcs_igst }) => tcs_igst),
];
