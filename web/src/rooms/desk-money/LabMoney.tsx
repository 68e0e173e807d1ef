// What a lab's wallet has besides: its payouts and the taxes withheld.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Later } from '../../ui/Later';
import { PagesOf, Table } from '../../ui/List';
import { usePages } from '../../ui/useCall';
import { COLUMNS } from '../payouts/looks';
import { PeriodSelect } from '../payouts/PeriodSelect';
import { periods } from '../payouts/periods';
import { titles as payouts } from '../payouts/titles';
import { WithheldOf } from '../payouts/Withholding';
import { words } from './payout-words';

/** Both, read when they are opened. */
export const LabMoney = ({ org }: { org: string }): JSX.Element => (
  <>
    <Later title={payouts.payouts} of="payouts">
      <PayoutsOf org={org} />
    </Later>
    <Later title={payouts.withholding} of="withholding">
      <TaxesOf org={org} />
    </Later>
  </>
);

function PayoutsOf({ org }: { org: string }) {
  const pages = usePages(
    'wallet/list_payouts',
    { lab_id: org, limit: 20 },
    (answer) => answer.payouts,
  );
  return (
    <PagesOf pages={pages} empty={words.noneOfLab}>
      {(rows) => (
        <Table
          caption={payouts.payouts}
          rows={rows}
          columns={COLUMNS}
          keyOf={({ payout_id }) => payout_id}
        />
      )}
    </PagesOf>
  );
}

function TaxesOf({ org }: { org: string }) {
  const [period, setPeriod] = useState(() => periods()[0] ?? '');
  return (
    <>
      <PeriodSelect value={period} onChange={setPeriod} />
      <WithheldOf period={period} walletId={org} />
    </>
  );
}
