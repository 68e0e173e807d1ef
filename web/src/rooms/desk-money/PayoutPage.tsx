// One payout, for admins: what is known of it, the steps, and who did what.

import { type CallableResponses, callableOf, FIELDS, type PayoutState } from '@scanner/client';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { FaultNote } from '../../ui/Fault';
import { Later } from '../../ui/Later';
import { Empty, Waiting } from '../../ui/List';
import { Trail } from '../audit/Trail';
import { type Payout, PayoutFacts } from '../payouts/looks';
import { BankFile } from './BankFile';
import { LabLink } from './LabLink';
import { PayoutSteps } from './PayoutSteps';
import { words } from './payout-words';
import { titles } from './titles';

const STATES = (FIELDS['wallet/list_payouts'].state.values ?? []) as readonly PayoutState[];

/** The page. */
export default function PayoutPage({ params }: PageProps): JSX.Element {
  const id = params['payout_id'] ?? '';
  const { payout, fault, again } = usePayout(id);
  return (
    <>
      <Heading title={titles.payout} />
      {fault !== null ? (
        <FaultNote fault={fault} again={again} />
      ) : payout === undefined ? (
        <Waiting />
      ) : payout === null ? (
        <Empty text={words.notFound} />
      ) : (
        <>
          <PayoutFacts
            payout={payout}
            more={[
              [words.lab, <LabLink key="lab" id={payout.lab_id} />],
              [words.approvals, payout.approvals > 0 ? payout.approvals : null],
            ]}
          />
          <PayoutSteps payout={payout} onDone={again} />
          {payout.batch_id && <BankFile batchId={payout.batch_id} />}
          <Later title={words.record} of="subject">
            <Trail
              list={() => scanner().lists.adminAuditOfSubject({ subject: `payouts/${id}` })}
              of={[id, payout.state, payout.approvals]}
              without="what"
            />
          </Later>
        </>
      )}
      <p>
        <a href="/payouts">{say(words.toList)}</a>
      </p>
    </>
  );
}

interface Found {
  /** Undefined until it was looked for, null where it was not found. */
  readonly payout: Payout | null | undefined;
  readonly fault: unknown;
  readonly again: () => void;
}

/**
 * Looks for a payout: where the lab is known, among its last hundred; else among those that wait,
 * then state by state, for the callable answers no single one.
 */
function usePayout(id: string): Found {
  const [payout, setPayout] = useState<Payout | null>();
  const [fault, setFault] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let latest = true;
    setFault(null);
    find(id, payout?.lab_id).then(
      (found) => latest && setPayout(found),
      (cause: unknown) => latest && setFault(cause),
    );
    return () => {
      latest = false;
    };
  }, [id, turn]);
  return { payout, fault, again: () => setTurn(turn + 1) };
}

async function find(id: string, lab: string | undefined): Promise<Payout | null> {
  const list = callableOf(scanner(), 'wallet/list_payouts');
  const asked = lab ? [{ lab_id: lab }] : [{}, ...ENDED.map((state) => ({ state }))];
  for (const given of asked) {
    const answer: CallableResponses['wallet/list_payouts'] = await list({ limit: 100, ...given });
    const found = answer.payouts.find(({ payout_id }) => payout_id === id);
    if (found) return found;
  }
  return null;
}

const ENDED = STATES.filter((state) => state !== 'requested' && state !== 'endorsed');
