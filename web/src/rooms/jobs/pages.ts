// The page of jobs.

import type { Page } from '../../core/pages';
import { words } from './words';

/** For admins. */
export const PAGES: readonly Page[] = [
  {
    path: '/jobs',
    roles: ['admin'],
    title: words.jobs,
    nav: { part: 'system', order: 10 },
    load: () => import('./Jobs'),
  },
];
