// The invoices of one wallet, and having those made out that are due.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { day, rupees } from '../../core/format';
import { nameOf } from '../../core/names';
import { say } from '../../core/words';
import { ActionButton } from '../../ui/form/ActionButton';
import { LinkButton } from '../../ui/LinkButton';
import { type Column, PagesOf, Table } from '../../ui/List';
import { usePages } from '../../ui/useCall';
import { words as invoices } from '../wallet/invoice-words';
import { words } from './words';

type Row = CallableResponses['wallet/list_invoices']['invoices'][number];

/** The list of a wallet's documents. */
export function Invoices({ org, name }: { org: string; name: string }): JSX.Element {
  const [numbers, setNumbers] = useState<readonly string[] | null>(null);
  const pages = usePages(
    'wallet/list_invoices',
    { wallet_id: org, limit: 20 },
    (answer) => answer.invoices,
  );
  return (
    <>
      <PagesOf pages={pages} empty={words.noInvoices}>
        {(rows) => (
          <Table
            caption={words.invoices}
            rows={rows}
            columns={COLUMNS}
            keyOf={({ invoice_id }) => invoice_id}
          />
        )}
      </PagesOf>
      <div class="actions">
        <ActionButton
          callable="wallet/issue_invoices"
          given={{ wallet_id: org }}
          ask={[]}
          label={invoices.issue}
          about={
            <p>
              <strong>{name}</strong>: {say(invoices.issueAbout)}
            </p>
          }
          onDone={(answer) => {
            setNumbers(answer.numbers);
            pages.again();
          }}
        />
      </div>
      <p role="status">
        {numbers &&
          (numbers.length > 0
            ? say(invoices.issued, { numbers: numbers.join(', ') })
            : say(invoices.nothingNew))}
      </p>
    </>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  { label: invoices.number, cell: ({ invoice_id }) => invoice_id },
  { label: invoices.kind, cell: ({ kind }) => nameOf('Paper', kind) },
  { label: invoices.date, cell: ({ issued_at }) => day(issued_at) },
  { label: invoices.net, cell: ({ totals }) => rupees(totals.net), figures: true },
  {
    label: invoices.tax,
    cell: ({ totals: { cgst, sgst, igst } }) => rupees(cgst + sgst + igst),
    figures: true,
  },
  { label: invoices.gross, cell: ({ totals }) => rupees(totals.gross), figures: true },
  {
    label: invoices.file,
    cell: ({ invoice_id }) => (
      <LinkButton
        callable="wallet/get_invoice_link"
        request={{ invoice_id }}
        links={(file) => [file]}
        label={invoices.pdf}
        of={invoice_id}
      />
    ),
  },
];
