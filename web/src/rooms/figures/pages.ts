// The pages of figures: everybody's own, and for admins those of all.

import type { Page } from '../../core/pages';
import { titles } from './titles';

/** One path; who reads decides what it shows. */
export const PAGES: readonly Page[] = [
  {
    path: '/figures',
    roles: ['clinic', 'operator', 'lab'],
    title: titles.figures,
    nav: { part: 'own', order: 60 },
    load: () => import('./Own'),
  },
  {
    path: '/figures',
    roles: ['admin'],
    title: titles.figures,
    nav: { part: 'system', order: 20 },
    load: () => import('./Desk'),
  },
];
