// The lists of the reader's own wallet: a clinic's and a lab's have names of their own.

import type { Hold, Invoice, Me, Paper, TransactionKind, WalletEntry } from '@scanner/client';
import type { Query } from 'firebase/firestore';
import { startOf } from '../../core/format';
import { scanner } from '../../core/scanner';
import type { Days } from './Days';

const isClinic = ({ role }: Me) => role === 'clinic';

/** The first moment of days in India, and the one after their last. */
const momentsOf = ({ first, last }: Days) => ({ since: startOf(first), until: startOf(last, 1) });

/** The entries: the last first, of one kind, or of some days with the first first. */
export function entriesOf(own: Me, by: TransactionKind | Days | null): Query<WalletEntry> {
  const { lists } = scanner();
  if (by === null)
    return isClinic(own) ? lists.clinicWalletEntries(own) : lists.labWalletEntries(own);
  if (typeof by === 'string') {
    const given = { ...own, kind: by };
    return isClinic(own)
      ? lists.clinicWalletEntriesByKind(given)
      : lists.labWalletEntriesByKind(given);
  }
  const given = { ...own, ...momentsOf(by) };
  return isClinic(own)
    ? lists.clinicWalletEntriesBetween(given)
    : lists.labWalletEntriesBetween(given);
}

/** What is set aside now, the last first. */
export function holdsOf(own: Me): Query<Hold> {
  const { lists } = scanner();
  return isClinic(own) ? lists.clinicHoldsOpen(own) : lists.labHoldsOpen(own);
}

/** Invoices, credit notes and vouchers, the last first: all, of one kind or of some days. */
export function invoicesOf(own: Me, by: Paper | Days | null): Query<Invoice> {
  const { lists } = scanner();
  if (by === null) return isClinic(own) ? lists.clinicInvoices(own) : lists.labInvoices(own);
  if (typeof by === 'string') {
    const given = { ...own, kind: by };
    return isClinic(own) ? lists.clinicInvoicesByKind(given) : lists.labInvoicesByKind(given);
  }
  const given = { ...own, ...momentsOf(by) };
  return isClinic(own) ? lists.clinicInvoicesBetween(given) : lists.labInvoicesBetween(given);
}
