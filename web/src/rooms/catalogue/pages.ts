// The pages of what a lab offers: its services, and what clinics see of the lab.

import type { Page } from '../../core/pages';
import { titles } from './titles';

/** Any member reads them; its owners change them. */
export const PAGES: readonly Page[] = [
  {
    path: '/catalogue',
    roles: ['lab'],
    title: titles.catalogue,
    nav: { part: 'work', order: 50 },
    load: () => import('./Catalogue'),
  },
  {
    path: '/profile',
    roles: ['lab'],
    title: titles.profile,
    nav: { part: 'work', order: 60 },
    load: () => import('./Profile'),
  },
];
