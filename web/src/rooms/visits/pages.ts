// The clinic's pages of visits.

import type { Page } from '../../core/pages';
import { words } from './words';

export const PAGES: readonly Page[] = [
  {
    path: '/visits',
    roles: ['clinic'],
    title: words.visits,
    nav: { part: 'work', order: 30 },
    load: () => import('./Visits'),
  },
  {
    path: '/visits/:visit_id',
    roles: ['clinic'],
    title: words.visit,
    load: () => import('./VisitPage'),
  },
  {
    path: '/patients/:patient_id/visit',
    roles: ['clinic'],
    title: words.request,
    load: () => import('./RequestForPatient'),
  },
  {
    path: '/cases/:case_id/visit',
    roles: ['clinic'],
    title: words.request,
    load: () => import('./RequestForCase'),
  },
];
