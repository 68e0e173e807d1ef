// The pages of requests about data, for those whose data it is; admins have a desk of their own.

import type { Page } from '../../core/pages';
import { titles } from './titles';

export const PAGES: readonly Page[] = [
  {
    path: '/privacy',
    roles: ['clinic'],
    title: titles.requests,
    nav: { part: 'privacy', order: 10 },
    load: () => import('./Requests'),
  },
  {
    path: '/privacy/:request_id',
    roles: ['clinic', 'lab', 'operator'],
    title: titles.request,
    load: () => import('./Request'),
  },
];
