// The pages of a clinic's patients.

import type { Page } from '../../core/pages';
import { words } from './words';

export const PAGES: readonly Page[] = [
  {
    path: '/patients',
    roles: ['clinic'],
    title: words.patients,
    nav: { part: 'work', order: 10 },
    load: () => import('./Patients'),
  },
  {
    path: '/patients/:patient_id',
    roles: ['clinic'],
    title: words.patient,
    load: () => import('./Patient'),
  },
];
