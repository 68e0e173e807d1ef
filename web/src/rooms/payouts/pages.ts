// The pages of what labs are paid.

import type { Page } from '../../core/pages';
import { titles } from './titles';

/** A lab's payouts, and the taxes withheld from its sales. */
export const PAGES: readonly Page[] = [
  {
    path: '/payouts',
    roles: ['lab'],
    title: titles.payouts,
    nav: { part: 'money', order: 30 },
    load: () => import('./Payouts'),
  },
  {
    path: '/payouts/:payout_id',
    roles: ['lab'],
    title: titles.payout,
    load: () => import('./PayoutPage'),
  },
  {
    path: '/withholding',
    roles: ['lab'],
    title: titles.withholding,
    nav: { part: 'money', order: 40 },
    load: () => import('./Withholding'),
  },
];
