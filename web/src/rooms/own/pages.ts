// The page of one's own account.

import type { Page } from '../../core/pages';
import { words } from './words';

export const PAGES: readonly Page[] = [
  {
    path: '/account',
    roles: ['clinic', 'lab', 'operator', 'admin'],
    title: words.account,
    nav: { part: 'own', order: 20 },
    load: () => import('./Account'),
  },
];
