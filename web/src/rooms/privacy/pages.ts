// The desk of privacy for admins: requests, breaches, demands, holds, reviews, consent records.

import type { Page } from '../../core/pages';
import { titles } from './titles';

const review: Page['load'] = () => import('./reviews/Reviews');
const record: Page['load'] = () => import('./records/Records');

/** For admins; people's own requests are in `rooms/requests`. */
export const PAGES: readonly Page[] = [
  {
    path: '/privacy',
    roles: ['admin'],
    title: titles.privacy,
    nav: { part: 'privacy', order: 10 },
    load: () => import('./requests/Overview'),
  },
  {
    path: '/privacy/:request_id',
    roles: ['admin'],
    title: titles.request,
    load: () => import('./requests/Request'),
  },
  {
    path: '/breaches',
    roles: ['admin'],
    title: titles.breaches,
    nav: { part: 'privacy', order: 20 },
    load: () => import('./breaches/Breaches'),
  },
  {
    path: '/disclosures',
    roles: ['admin'],
    title: titles.disclosures,
    nav: { part: 'privacy', order: 30 },
    load: () => import('./disclosures/Disclosures'),
  },
  {
    path: '/holds',
    roles: ['admin'],
    title: titles.holds,
    nav: { part: 'privacy', order: 40 },
    load: () => import('./holds/Holds'),
  },
  {
    path: '/reviews',
    roles: ['admin'],
    title: titles.reviews,
    nav: { part: 'privacy', order: 50 },
    load: review,
  },
  { path: '/reviews/:month', roles: ['admin'], title: titles.reviews, load: review },
  {
    path: '/consent-records',
    roles: ['admin'],
    title: titles.records,
    nav: { part: 'privacy', order: 60 },
    load: record,
  },
  {
    path: '/consent-records/:clinic_id/:patient_id',
    roles: ['admin'],
    title: titles.records,
    load: record,
  },
];
