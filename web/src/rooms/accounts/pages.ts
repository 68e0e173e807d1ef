// The pages of accounts.

import type { Page } from '../../core/pages';
import { words } from './words';

/** Pages about one's own account, and for admins about everybody's. */
export const PAGES: readonly Page[] = [
  {
    path: '/policy',
    roles: ['clinic', 'lab', 'operator', 'admin'],
    title: words.policy,
    nav: { part: 'own', order: 90 },
    load: () => import('./Policy'),
  },
];
