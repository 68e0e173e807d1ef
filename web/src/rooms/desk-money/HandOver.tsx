// Handing approved payouts over: in a file for the bank, or to the gateway.

import type { CallableResponses } from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { rupees, whole } from '../../core/format';
import { nameOf } from '../../core/names';
import { say } from '../../core/words';
import { ActionButton } from '../../ui/form/ActionButton';
import { Table } from '../../ui/List';
import type { Payout } from '../payouts/looks';
import css from '../wallet/wallet.module.css';
import { BankFile } from './BankFile';
import { words } from './payout-words';

type Exported = CallableResponses['wallet/export_payouts'];
type Sent = CallableResponses['payments/send_payouts'];

interface HandOverProps {
  /** Those that were chosen. */
  readonly payouts: readonly Payout[];
  /** How many could be. */
  readonly offered: number;
  readonly onDone: () => void;
}

/** The two ways with the sum of what was chosen, and what came of it. */
export function HandOver({ payouts, offered, onDone }: HandOverProps): JSX.Element {
  const [exported, setExported] = useState<Exported | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The buttons go with the last payout: the focus follows what came of it.
    if (exported || sent) result.current?.focus();
  }, [exported, sent]);
  const ids = payouts.map(({ payout_id }) => payout_id);
  const sum = payouts.reduce((total, { paise }) => total + paise, 0);
  const chosen = say(words.chosen, { count: whole(ids.length), amount: rupees(sum) });
  const about = (text: ComponentChildren) => (
    <>
      <p>
        <strong>{chosen}</strong>
      </p>
      <p>{text}</p>
    </>
  );
  const ready = ids.length > 0 ? true : words.nobody;
  return (
    <>
      <p aria-live="polite">{offered > 0 && chosen}</p>
      <div class="actions" hidden={offered === 0}>
        <ActionButton
          callable="wallet/export_payouts"
          given={{ payout_ids: ids }}
          ask={[]}
          label={words.exportAll}
          look="primary"
          ready={ready}
          about={about(say(words.exportAbout))}
          onDone={(answer) => {
            setExported(answer);
            onDone();
          }}
        />
        <ActionButton
          callable="payments/send_payouts"
          given={{ payout_ids: ids }}
          ask={[]}
          label={words.sendAll}
          ready={ready}
          about={about(say(words.sendAbout))}
          onDone={(answer) => {
            setSent(answer);
            onDone();
          }}
        />
      </div>
      <div role="status" tabIndex={-1} ref={result}>
        {exported && <ExportedNote exported={exported} />}
        {sent && (
          <Outcomes
            rows={sent.payouts.map(({ payout_id, outcome }) => ({
              id: payout_id,
              text: nameOf('SendOutcome', outcome),
            }))}
          />
        )}
      </div>
    </>
  );
}

function ExportedNote({ exported }: { exported: Exported }) {
  const { batch_id, count, total_paise, left_out } = exported;
  return (
    <>
      <p>{say(words.file, { count: whole(count), amount: rupees(total_paise) })}</p>
      <BankFile batchId={batch_id} />
      {left_out.length > 0 && (
        <Outcomes
          rows={left_out.map(({ payout_id, reason }) => ({
            id: payout_id,
            text: nameOf('Unready', reason),
          }))}
        />
      )}
    </>
  );
}

/** What became of each payout. */
export function Outcomes(props: {
  readonly rows: readonly { readonly id: string; readonly text: string }[];
}): JSX.Element {
  return (
    <Table
      caption={words.outcome}
      rows={props.rows}
      keyOf={({ id }) => id}
      columns={[
        {
          label: words.payout,
          cell: ({ id }) => (
            <a class={css.id} href={`/payouts/${id}`}>
              {id}
            </a>
          ),
        },
        { label: words.outcome, cell: ({ text }) => text },
      ]}
    />
  );
}
