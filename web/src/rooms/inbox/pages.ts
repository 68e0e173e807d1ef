// The page of one's notices.

import type { Page } from '../../core/pages';
import { titles } from './titles';

export const PAGES: readonly Page[] = [
  {
    path: '/notices',
    roles: ['clinic', 'lab', 'operator', 'admin'],
    title: titles.inbox,
    nav: { part: 'own', order: 10 },
    load: () => import('./Inbox'),
  },
];
