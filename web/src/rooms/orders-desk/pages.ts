// The pages of orders for admins.

import type { Page } from '../../core/pages';
import { words } from './words';

/** The way to an order, and one order. */
export const PAGES: readonly Page[] = [
  {
    path: '/orders',
    roles: ['admin'],
    title: words.orders,
    nav: { part: 'work', order: 40 },
    load: () => import('./Orders'),
  },
  {
    path: '/orders/:order_id',
    roles: ['admin'],
    title: words.order,
    load: () => import('./OrderPage'),
  },
];
