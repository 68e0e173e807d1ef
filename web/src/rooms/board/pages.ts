// The pages of visits for admins.

import type { Page } from '../../core/pages';
import { titles } from './titles';

/** The board, one visit, and the operators. */
export const PAGES: readonly Page[] = [
  {
    path: '/board',
    roles: ['admin'],
    title: titles.board,
    nav: { part: 'work', order: 10 },
    load: () => import('./Board'),
  },
  {
    path: '/visits/:visit_id',
    roles: ['admin'],
    title: titles.visit,
    load: () => import('./VisitPage'),
  },
  {
    path: '/operators',
    roles: ['admin'],
    title: titles.operators,
    nav: { part: 'people', order: 30 },
    load: () => import('./Operators'),
  },
];
