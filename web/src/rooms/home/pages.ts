// The first page of a clinic.

import type { Page } from '../../core/pages';
import { titles } from './titles';

export const PAGES: readonly Page[] = [
  {
    path: '/',
    roles: ['clinic'],
    title: titles.home,
    nav: { part: 'work', order: 0 },
    load: () => import('./ClinicHome'),
  },
];
