// One invoice, credit note or voucher: its lines, its sums, and the paper itself.

import type { Invoice, InvoiceLine, StoredBilling } from '@scanner/client';
import type { JSX } from 'preact';
import { day, rupees } from '../../core/format';
import { nameOf } from '../../core/names';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { useDocument } from '../../core/watch';
import { Facts, Heading, Section } from '../../ui/Facts';
import { type Column, DocumentOf, Table } from '../../ui/List';
import { InvoiceFile } from './Invoices';
import { words } from './invoice-words';
import { Reference } from './Reference';
import { Sums } from './Sums';
import { stateName } from './states';
import { titles } from './titles';

/** The page. */
export default function InvoicePage({ params }: PageProps): JSX.Element {
  const id = params['invoice_id'] ?? '';
  const document = useDocument(() => scanner().documents.invoice(id), [id]);
  const { data } = document;
  return (
    <>
      <Heading title={data ? `${nameOf('Paper', data.kind)} ${id}` : titles.invoice}>
        {data && <InvoiceFile id={id} />}
      </Heading>
      <DocumentOf document={document}>{(invoice) => <Paper invoice={invoice} />}</DocumentOf>
    </>
  );
}

function Paper({ invoice }: { invoice: Invoice }) {
  const { totals, follows } = invoice;
  return (
    <>
      <Facts
        rows={[
          [words.date, day(invoice.issued_at)],
          [words.from, <Party key="from" party={invoice.supplier} />],
          [words.to, <Party key="to" party={invoice.customer} />],
          [words.place, stateName(invoice.place)],
          [words.follows, follows && <a href={`/invoices/${follows}`}>{follows}</a>],
          [words.irn, invoice.irn],
        ]}
      />
      <Section title={words.lines}>
        <Table
          caption={words.lines}
          rows={invoice.lines}
          columns={COLUMNS}
          keyOf={({ transaction_id, entry }) => `${transaction_id}-${entry}`}
        />
      </Section>
      <Section title={words.totals}>
        <Sums
          caption={words.totals}
          rows={[
            [words.net, totals.net, 'total'],
            [words.cgst, totals.cgst],
            [words.sgst, totals.sgst],
            [words.igst, totals.igst],
            [words.gross, totals.gross, 'total'],
          ]}
        />
      </Section>
    </>
  );
}

function Party({ party }: { party: StoredBilling }) {
  return (
    <>
      {party.legal_name}
      <br />
      {party.gstin ?? stateName(party.state)}
    </>
  );
}

const COLUMNS: readonly Column<InvoiceLine>[] = [
  { label: words.date, cell: ({ at }) => day(at) },
  {
    label: words.kind,
    cell: ({ item, reference, subject }) => (
      <div>
        <div>{nameOf('SaleItem', item)}</div>
        <Reference path={reference} about={subject} />
      </div>
    ),
  },
  { label: words.net, cell: ({ net }) => rupees(net), figures: true },
  {
    label: words.tax,
    cell: ({ cgst, sgst, igst }) => rupees(cgst + sgst + igst),
    figures: true,
  },
  { label: words.gross, cell: ({ gross }) => rupees(gross), figures: true },
];
