// A lab's payouts: where it is paid, how to ask for one, and what became of those of before.

import type { JSX } from 'preact';
import { rupees } from '../../core/format';
import { scanner } from '../../core/scanner';
import { account, me } from '../../core/session';
import { useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { Heading, Section } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { PagesOf, Table } from '../../ui/List';
import { useCall, usePages } from '../../ui/useCall';
import { CancelPayout } from './CancelPayout';
import { COLUMNS } from './looks';
import { words as looks } from './looks-words';
import { PayoutMethod } from './PayoutMethod';
import { titles } from './titles';
import { words } from './words';

/** The page. */
export default function Payouts(): JSX.Element {
  const method = useCall('wallet/get_payout_method', {});
  const pages = usePages('wallet/list_payouts', { limit: 20 }, ({ payouts }) => payouts);
  const owner = account.value?.owner === true;
  const to = method.data?.to;
  return (
    <>
      <Heading title={titles.payouts}>
        {owner && to && <Request to={to} onDone={pages.again} />}
      </Heading>
      {!owner && <p class="muted">{say(words.ownersAct)}</p>}
      <Section title={words.list}>
        <PagesOf pages={pages} empty={words.none}>
          {(payouts) => (
            <Table
              caption={words.list}
              rows={payouts}
              keyOf={({ payout_id }) => payout_id}
              columns={[
                ...COLUMNS,
                {
                  label: looks.steps,
                  cell: (payout) => <CancelPayout payout={payout} onDone={pages.again} />,
                },
              ]}
            />
          )}
        </PagesOf>
      </Section>
      <Section title={words.method}>
        <PayoutMethod answer={method} owner={owner} />
      </Section>
    </>
  );
}

function Request({ to, onDone }: { to: string; onDone: () => void }) {
  const own = me.value;
  const { data } = useDocument(() => own && scanner().documents.wallet(own.org), [own?.org]);
  return (
    <ActionButton
      callable="wallet/request_payout"
      label={words.request}
      look="primary"
      about={
        <>
          <p>{say(words.requestAbout, { to })}</p>
          {data && <p>{say(words.available, { amount: rupees(data.available) })}</p>}
        </>
      }
      onDone={onDone}
    />
  );
}
