// The first page of admins; the notices of what waits open it as the queue.

import type { Page } from '../../core/pages';
import { titles } from './titles';

const load: Page['load'] = () => import('./Desk');

/** What waits. */
export const PAGES: readonly Page[] = [
  { path: '/', roles: ['admin'], title: titles.desk, nav: { part: 'work', order: 0 }, load },
  { path: '/queue', roles: ['admin'], title: titles.desk, load },
];
