// The admins' pages of money.

import type { Page } from '../../core/pages';
import { titles } from './titles';

/** Wallets, payouts, prices, and the books of a time. */
export const PAGES: readonly Page[] = [
  {
    path: '/wallets',
    roles: ['admin'],
    title: titles.wallets,
    nav: { part: 'money', order: 10 },
    load: () => import('./Wallets'),
  },
  {
    path: '/wallets/:org',
    roles: ['admin'],
    title: titles.wallet,
    load: () => import('./WalletPage'),
  },
  {
    path: '/payouts',
    roles: ['admin'],
    title: titles.payouts,
    nav: { part: 'money', order: 20 },
    load: () => import('./Payouts'),
  },
  {
    path: '/payouts/:payout_id',
    roles: ['admin'],
    title: titles.payout,
    load: () => import('./PayoutPage'),
  },
  {
    path: '/prices',
    roles: ['admin'],
    title: titles.prices,
    nav: { part: 'money', order: 30 },
    load: () => import('./Prices'),
  },
  {
    path: '/books',
    roles: ['admin'],
    title: titles.books,
    nav: { part: 'money', order: 40 },
    load: () => import('./Books'),
  },
];
