// The clinic's pages of visits.

import type { Page } from '../../core/pages';
import { titles } from './titles';

export const PAGES: readonly Page[] = [
  {
    path: '/visits',
    roles: ['clinic'],
    title: titles.visits,
    nav: { part: 'work', order: 30 },
    load: () => import('./Visits'),
  },
  {
    path: '/visits/:visit_id',
    roles: ['clinic'],
    title: titles.visit,
    load: () => import('./VisitPage'),
  },
  {
    path: '/patients/:patient_id/visit',
    roles: ['clinic'],
    title: titles.request,
    load: () => import('./RequestForPatient'),
  },
  {
    path: '/cases/:case_id/visit',
    roles: ['clinic'],
    title: titles.request,
    load: () => import('./RequestForCase'),
  },
];
