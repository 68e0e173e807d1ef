// The pages of accounts for admins.

import type { Page } from '../../core/pages';
import { titles } from './titles';

/** Approvals, all accounts, one account, one clinic or lab. */
export const PAGES: readonly Page[] = [
  {
    path: '/approvals',
    roles: ['admin'],
    title: titles.approvals,
    nav: { part: 'people', order: 10 },
    load: () => import('./Approvals'),
  },
  {
    path: '/accounts',
    roles: ['admin'],
    title: titles.accounts,
    nav: { part: 'people', order: 20 },
    load: () => import('./Accounts'),
  },
  {
    path: '/accounts/:uid',
    roles: ['admin'],
    title: titles.account,
    load: () => import('./Account'),
  },
  {
    path: '/organisations/:org',
    roles: ['admin'],
    title: titles.organisation,
    load: () => import('./Organisation'),
  },
];
