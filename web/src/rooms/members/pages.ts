// The page of a clinic or lab and of its members.

import type { Page } from '../../core/pages';
import { titles } from './titles';

export const PAGES: readonly Page[] = [
  {
    path: '/organisation',
    roles: ['clinic', 'lab'],
    title: titles.organisation,
    nav: { part: 'people', order: 10 },
    load: () => import('./Organisation'),
  },
];
