// The page of one's own account.

import type { Page } from '../../core/pages';
import { titles } from './titles';

export const PAGES: readonly Page[] = [
  {
    path: '/account',
    roles: ['clinic', 'lab', 'operator', 'admin'],
    title: titles.account,
    nav: { part: 'own', order: 20 },
    load: () => import('./Account'),
  },
];
