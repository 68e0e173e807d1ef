// The pages of a clinic's cases.

import type { Page } from '../../core/pages';
import { titles } from './titles';

export const PAGES: readonly Page[] = [
  {
    path: '/cases',
    roles: ['clinic'],
    title: titles.cases,
    nav: { part: 'work', order: 20 },
    load: () => import('./Cases'),
  },
  {
    path: '/cases/:case_id',
    roles: ['clinic'],
    title: titles.case,
    load: () => import('./CasePage'),
  },
];
