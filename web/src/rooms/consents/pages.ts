// The pages of consents; a list of them stands on their patient's page.

import type { Page } from '../../core/pages';
import { titles } from './titles';

export const PAGES: readonly Page[] = [
  {
    path: '/patients/:patient_id/consent',
    roles: ['clinic'],
    title: titles.record,
    load: () => import('./Record'),
  },
  {
    path: '/consents/:consent_id',
    roles: ['clinic'],
    title: titles.consent,
    load: () => import('./Consent'),
  },
];
