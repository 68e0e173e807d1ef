// A clinic's or lab's invoices, credit notes and vouchers.

import type { Invoice, Paper } from '@scanner/client';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { day, rupees } from '../../core/format';
import { nameOf } from '../../core/names';
import { account, me } from '../../core/session';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { LinkButton } from '../../ui/LinkButton';
import { type Column, ListTable } from '../../ui/List';
import { areDays, type Days, DaysField, thisMonth } from './Days';
import { words } from './invoice-words';
import { invoicesOf } from './lists';
import { titles } from './titles';
import css from './wallet.module.css';

const DAYS = 'days';
const PAPERS: readonly Paper[] = [
  'invoice',
  'credit_note',
  'financial_credit_note',
  'receipt_voucher',
  'refund_voucher',
];

/** The page. */
export default function Invoices(): JSX.Element {
  const own = me.value;
  const id = useId();
  const [show, setShow] = useState('');
  const [days, setDays] = useState<Days>(thisMonth);
  const [numbers, setNumbers] = useState<readonly string[] | null>(null);
  const by = show === '' ? null : show === DAYS ? days : (show as Paper);
  const asked = show !== DAYS || areDays(days);
  const list = useList(
    () => (own && asked ? invoicesOf(own, by) : null),
    [own?.org, JSON.stringify(by)],
    10,
  );
  return (
    <>
      <Heading title={titles.invoices}>
        {account.value?.owner && (
          <ActionButton
            callable="wallet/issue_invoices"
            ask={[]}
            label={words.issue}
            about={<p>{say(words.issueAbout)}</p>}
            onDone={(answer) => setNumbers(answer.numbers)}
          />
        )}
      </Heading>
      <p role="status">
        {numbers &&
          (numbers.length > 0
            ? say(words.issued, { numbers: numbers.join(', ') })
            : say(words.nothingNew))}
      </p>
      <p>
        {say(words.about)} <a href="/billing">{say(titles.billing)}</a>
      </p>
      <div class={css.row}>
        <div>
          <label for={id}>{say(words.show)}</label>
          <select
            id={id}
            data-choice="invoices"
            value={show}
            onChange={(event) => setShow(event.currentTarget.value)}
          >
            <option value="">{say(words.latest)}</option>
            <option value={DAYS}>{say(words.ofDays)}</option>
            {PAPERS.map((paper) => (
              <option key={paper} value={paper}>
                {nameOf('Paper', paper)}
              </option>
            ))}
          </select>
        </div>
      </div>
      {show === DAYS && <DaysField of="invoices" value={days} onChange={setDays} />}
      {asked && (
        <ListTable
          caption={titles.invoices}
          list={list}
          columns={COLUMNS}
          empty={show === '' ? words.none : words.noneOfThese}
        />
      )}
    </>
  );
}

const COLUMNS: readonly Column<Row<Invoice>>[] = [
  {
    label: words.number,
    cell: ({ id }) => (
      <a href={`/invoices/${id}`} data-go="invoice">
        {id}
      </a>
    ),
  },
  { label: words.kind, cell: ({ kind }) => nameOf('Paper', kind) },
  { label: words.date, cell: ({ issued_at }) => day(issued_at) },
  { label: words.net, cell: ({ totals }) => rupees(totals.net), figures: true },
  {
    label: words.tax,
    cell: ({ totals: { cgst, sgst, igst } }) => rupees(cgst + sgst + igst),
    figures: true,
  },
  { label: words.gross, cell: ({ totals }) => rupees(totals.gross), figures: true },
  { label: words.file, cell: ({ id }) => <InvoiceFile id={id} /> },
];

/** The PDF of a document by its number. */
export function InvoiceFile({ id }: { id: string }): JSX.Element {
  return (
    <LinkButton
      callable="wallet/get_invoice_link"
      request={{ invoice_id: id }}
      links={(file) => [file]}
      label={words.pdf}
      of={id}
    />
  );
}
