// The first page of a clinic.

import type { Page } from '../../core/pages';
import { words } from './words';

export const PAGES: readonly Page[] = [
  {
    path: '/',
    roles: ['clinic'],
    title: words.home,
    nav: { part: 'work', order: 0 },
    load: () => import('./ClinicHome'),
  },
];
