// The pages of the audit.

import type { Page } from '../../core/pages';
import { words } from './words';

const load: Page['load'] = () => import('./Audit');

/** For admins: what was done, by whom, to what. */
export const PAGES: readonly Page[] = [
  {
    path: '/audit',
    roles: ['admin'],
    title: words.audit,
    nav: { part: 'system', order: 30 },
    load,
  },
  { path: '/audit/by/:uid', roles: ['admin'], title: words.byPerson, load },
  { path: '/audit/of/:subject+', roles: ['admin'], title: words.onSubject, load },
];
