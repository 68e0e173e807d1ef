// The page of a clinic or lab and of its members.

import type { Page } from '../../core/pages';
import { words } from './words';

export const PAGES: readonly Page[] = [
  {
    path: '/organisation',
    roles: ['clinic', 'lab'],
    title: words.organisation,
    nav: { part: 'people', order: 10 },
    load: () => import('./Organisation'),
  },
];
