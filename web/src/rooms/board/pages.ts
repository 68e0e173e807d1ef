// The pages of visits for admins.

import type { Page } from '../../core/pages';
import { words } from './words';

/** The board, one visit, and the operators. */
export const PAGES: readonly Page[] = [
  {
    path: '/board',
    roles: ['admin'],
    title: words.board,
    nav: { part: 'work', order: 10 },
    load: () => import('./Board'),
  },
  {
    path: '/visits/:visit_id',
    roles: ['admin'],
    title: words.visit,
    load: () => import('./VisitPage'),
  },
  {
    path: '/operators',
    roles: ['admin'],
    title: words.operators,
    nav: { part: 'people', order: 30 },
    load: () => import('./Operators'),
  },
];
