// The pages of a clinic's patients.

import type { Page } from '../../core/pages';
import { titles } from './titles';

export const PAGES: readonly Page[] = [
  {
    path: '/patients',
    roles: ['clinic'],
    title: titles.patients,
    nav: { part: 'work', order: 10 },
    load: () => import('./Patients'),
  },
  {
    path: '/patients/:patient_id',
    roles: ['clinic'],
    title: titles.patient,
    load: () => import('./Patient'),
  },
];
