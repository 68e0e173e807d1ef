// The first page of admins; the notices of what waits open it as the queue.

import type { Page } from '../../core/pages';
import { words } from './words';

const load: Page['load'] = () => import('./Desk');

/** What waits. */
export const PAGES: readonly Page[] = [
  { path: '/', roles: ['admin'], title: words.desk, nav: { part: 'work', order: 0 }, load },
  { path: '/queue', roles: ['admin'], title: words.desk, load },
];
