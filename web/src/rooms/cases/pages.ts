// The pages of a clinic's cases.

import type { Page } from '../../core/pages';
import { words } from './words';

export const PAGES: readonly Page[] = [
  {
    path: '/cases',
    roles: ['clinic'],
    title: words.cases,
    nav: { part: 'work', order: 20 },
    load: () => import('./Cases'),
  },
  {
    path: '/cases/:case_id',
    roles: ['clinic'],
    title: words.case,
    load: () => import('./CasePage'),
  },
];
