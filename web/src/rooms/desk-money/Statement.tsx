// What was booked on a wallet, with the way to give a fee back from its line.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { moment, rupees, signed } from '../../core/format';
import { nameOf } from '../../core/names';
import { ActionButton } from '../../ui/form/ActionButton';
import { type Column, PagesOf, Table } from '../../ui/List';
import { usePages } from '../../ui/useCall';
import { Reference } from '../wallet/Reference';
import { words as entries } from '../wallet/words';
import { words } from './words';

type Line = CallableResponses['wallet/get_statement']['lines'][number];

interface StatementProps {
  readonly org: string;
  readonly name: string;
  /** Whether fees can be given back: a clinic's. */
  readonly refunds: boolean;
  readonly onDone: () => void;
}

/** The lines, the last first. */
export function Statement(props: StatementProps): JSX.Element {
  const pages = usePages(
    'wallet/get_statement',
    { wallet_id: props.org, limit: 20 },
    ({ lines }) => lines,
  );
  return (
    <PagesOf pages={pages} empty={words.nothingBooked}>
      {(lines) => (
        <Table
          caption={words.statement}
          rows={lines}
          columns={props.refunds ? [...COLUMNS, refundColumn(props)] : COLUMNS}
          keyOf={({ number }) => String(number)}
        />
      )}
    </PagesOf>
  );
}

const change = (paise: number) => (paise === 0 ? '' : signed(paise));

const COLUMNS: readonly Column<Line>[] = [
  { label: words.number, cell: ({ number }) => number, figures: true },
  { label: entries.when, cell: ({ at }) => moment(at) },
  {
    label: entries.what,
    cell: ({ kind, reference }) => (
      <div>
        <div>{nameOf('TransactionKind', kind)}</div>
        <Reference path={reference} />
      </div>
    ),
  },
  {
    label: entries.change,
    cell: ({ available_change }) => change(available_change),
    figures: true,
  },
  { label: entries.heldChange, cell: ({ held_change }) => change(held_change), figures: true },
  { label: entries.after, cell: ({ available }) => rupees(available), figures: true },
];

function refundColumn({ org, name, onDone }: StatementProps): Column<Line> {
  return {
    label: words.step,
    cell: (line) =>
      line.kind === 'capture' &&
      line.reference.startsWith('visits/') && (
        <ActionButton
          callable="wallet/refund_transaction"
          given={{ wallet_id: org, transaction_id: line.transaction_id }}
          ask={['paise', 'reason']}
          of={line.transaction_id}
          label={words.refund}
          danger
          hints={{ paise: words.refundHint, reason: words.reasonHint }}
          about={
            <p>
              <strong>{name}</strong>: {nameOf('TransactionKind', line.kind)}, {moment(line.at)},{' '}
              {rupees(-line.held_change)}
            </p>
          }
          onDone={onDone}
        />
      ),
  };
}
