// The pages of accounts for admins.

import type { Page } from '../../core/pages';
import { words } from './words';

/** Approvals, all accounts, one account, one clinic or lab. */
export const PAGES: readonly Page[] = [
  {
    path: '/approvals',
    roles: ['admin'],
    title: words.approvals,
    nav: { part: 'people', order: 10 },
    load: () => import('./Approvals'),
  },
  {
    path: '/accounts',
    roles: ['admin'],
    title: words.accounts,
    nav: { part: 'people', order: 20 },
    load: () => import('./Accounts'),
  },
  {
    path: '/accounts/:uid',
    roles: ['admin'],
    title: words.account,
    load: () => import('./Account'),
  },
  {
    path: '/organisations/:org',
    roles: ['admin'],
    title: words.organisation,
    load: () => import('./Organisation'),
  },
];
