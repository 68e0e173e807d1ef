// The page of one's notices.

import type { Page } from '../../core/pages';
import { words } from './words';

export const PAGES: readonly Page[] = [
  {
    path: '/notices',
    roles: ['clinic', 'lab', 'operator', 'admin'],
    title: words.inbox,
    nav: { part: 'own', order: 10 },
    load: () => import('./Inbox'),
  },
];
