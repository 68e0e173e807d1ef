// The pages of the orders that a lab received.

import type { Page } from '../../core/pages';
import { titles } from './titles';

/** A lab's first page, all of its orders, and one; the paths are those that its e-mails name. */
export const PAGES: readonly Page[] = [
  {
    path: '/',
    roles: ['lab'],
    title: titles.bench,
    nav: { part: 'work', order: 0 },
    load: () => import('./Bench'),
  },
  {
    path: '/orders',
    roles: ['lab'],
    title: titles.orders,
    nav: { part: 'work', order: 40 },
    load: () => import('./Orders'),
  },
  {
    path: '/orders/:order_id',
    roles: ['lab'],
    title: titles.order,
    load: () => import('./OrderPage'),
  },
];
