// The page of jobs.

import type { Page } from '../../core/pages';
import { titles } from './titles';

/** For admins. */
export const PAGES: readonly Page[] = [
  {
    path: '/jobs',
    roles: ['admin'],
    title: titles.jobs,
    nav: { part: 'system', order: 10 },
    load: () => import('./Jobs'),
  },
];
