// The pages of orders for admins.

import type { Page } from '../../core/pages';
import { titles } from './titles';

/** The way to an order, and one order. */
export const PAGES: readonly Page[] = [
  {
    path: '/orders',
    roles: ['admin'],
    title: titles.orders,
    nav: { part: 'work', order: 40 },
    load: () => import('./Orders'),
  },
  {
    path: '/orders/:order_id',
    roles: ['admin'],
    title: titles.order,
    load: () => import('./OrderPage'),
  },
];
