// The kinds of entries that somebody may look for, those that come often first.

import type { TransactionKind } from '@scanner/client';

const SHARED: readonly TransactionKind[] = [
  'top_up',
  'hold',
  'capture',
  'release',
  'transfer',
  'refund',
  'adjustment',
  'payment_refund',
  'refund_reversal',
  'dispute_hold',
  'dispute_loss',
  'dispute_release',
];

/** The kinds that wallets of a role have. */
export const kindsFor = (role: string | null | undefined): readonly TransactionKind[] =>
  role === 'lab'
    ? ['transfer', 'payout', 'payout_return', ...SHARED.filter((k) => k !== 'transfer')]
    : SHARED;
