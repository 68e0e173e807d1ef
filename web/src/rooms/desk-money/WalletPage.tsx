// One wallet: what it has, what was booked, its invoices, and what an admin may do with it.

import { isScannerError } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PageProps } from '../../core/pages';
import { say } from '../../core/words';
import { Heading, Section } from '../../ui/Facts';
import { Later } from '../../ui/Later';
import { AnswerOf, Empty, EndedNote, Waiting } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { Balance } from '../wallet/Balance';
import { StatementFile } from '../wallet/StatementFile';
import { Invoices } from './Invoices';
import { LabMoney } from './LabMoney';
import { useOrganisation } from './organisation';
import { Statement } from './Statement';
import { titles } from './titles';
import { WalletSteps } from './WalletSteps';
import { words } from './words';

/** The page; opening it is on record. */
export default function WalletPage({ params }: PageProps): JSX.Element {
  const org = params['org'] ?? '';
  const { kind, document } = useOrganisation(org);
  const { data, ended, again } = document;
  return (
    <>
      <Heading title={data?.name ?? titles.wallet}>
        {data && <a href={`/organisations/${org}`}>{say(words.organisation)}</a>}
      </Heading>
      {ended !== null ? (
        <EndedNote why={ended} again={again} />
      ) : data === undefined ? (
        <Waiting />
      ) : data === null ? (
        <Empty text={words.noOrganisation} />
      ) : (
        <Money org={org} kind={kind} name={data.name} key={org} />
      )}
    </>
  );
}

interface MoneyProps {
  readonly org: string;
  readonly kind: 'clinic' | 'lab';
  readonly name: string;
}

/** What a wallet has before anything was booked: it is made with the first entry. */
const NOTHING = { available: 0, held: 0, credit_limit: 0 };

function Money({ org, kind, name }: MoneyProps) {
  const balance = useCall('wallet/get_balance', { wallet_id: org });
  const [turn, setTurn] = useState(0);
  const again = () => {
    balance.again();
    setTurn(turn + 1); // what was booked is read again, too
  };
  const { fault } = balance;
  if (isScannerError(fault) && fault.reason === 'wallet-not-found') {
    return (
      <>
        <Balance {...NOTHING} />
        <WalletSteps org={org} kind={kind} name={name} balance={NOTHING} onDone={again} />
        <Empty text={words.nothingBooked} />
      </>
    );
  }
  return (
    <>
      <AnswerOf answer={balance}>
        {(found) => (
          <>
            <Balance {...found} />
            <WalletSteps org={org} kind={kind} name={name} balance={found} onDone={again} />
          </>
        )}
      </AnswerOf>
      {balance.data && (
        <Section title={words.statement}>
          <Statement key={turn} org={org} name={name} refunds={kind === 'clinic'} onDone={again} />
          <Later title={words.statementFile} of="statement">
            <StatementFile walletId={org} />
          </Later>
          <Later title={words.invoices} of="invoices">
            <Invoices org={org} name={name} />
          </Later>
          {kind === 'lab' && <LabMoney org={org} />}
        </Section>
      )}
    </>
  );
}
