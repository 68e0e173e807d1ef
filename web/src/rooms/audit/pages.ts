// The pages of the audit.

import type { Page } from '../../core/pages';
import { titles } from './titles';

const load: Page['load'] = () => import('./Audit');

/** For admins: what was done, by whom, to what. */
export const PAGES: readonly Page[] = [
  {
    path: '/audit',
    roles: ['admin'],
    title: titles.audit,
    nav: { part: 'system', order: 30 },
    load,
  },
  { path: '/audit/by/:uid', roles: ['admin'], title: titles.byPerson, load },
  { path: '/audit/of/:subject+', roles: ['admin'], title: titles.onSubject, load },
];
