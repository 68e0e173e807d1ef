// The pages of a clinic's or lab's money.

import type { Page } from '../../core/pages';
import { titles } from './titles';

/** The wallet, its invoices, and whom they are made out to. */
export const PAGES: readonly Page[] = [
  {
    path: '/wallet',
    roles: ['clinic', 'lab'],
    title: titles.wallet,
    nav: { part: 'money', order: 10 },
    load: () => import('./Wallet'),
  },
  {
    // Where the gateway leads back to; the wallet waits for the payment.
    path: '/wallet/payments/:payment_id',
    roles: ['clinic', 'lab'],
    title: titles.wallet,
    load: () => import('./Wallet'),
  },
  {
    path: '/invoices',
    roles: ['clinic', 'lab'],
    title: titles.invoices,
    nav: { part: 'money', order: 20 },
    load: () => import('./Invoices'),
  },
  {
    path: '/invoices/:invoice_id',
    roles: ['clinic', 'lab'],
    title: titles.invoice,
    load: () => import('./InvoicePage'),
  },
  {
    path: '/billing',
    roles: ['clinic', 'lab'],
    title: titles.billing,
    nav: { part: 'money', order: 50 },
    load: () => import('./BillingDetails'),
  },
];
