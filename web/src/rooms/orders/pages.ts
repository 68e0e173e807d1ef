// The pages of a clinic's orders; the receipt is its lab's as well.

import type { Page } from '../../core/pages';
import { titles } from './titles';

/** The pages of this room. */
export const PAGES: readonly Page[] = [
  {
    path: '/orders',
    roles: ['clinic'],
    title: titles.orders,
    nav: { part: 'work', order: 40 },
    load: () => import('./Orders'),
  },
  {
    path: '/orders/:order_id',
    roles: ['clinic'],
    title: titles.order,
    load: () => import('./OrderPage'),
  },
  {
    path: '/orders/:order_id/receipt',
    roles: ['clinic', 'lab'],
    title: titles.receipt,
    load: () => import('./receipt/Receipt'),
  },
  {
    path: '/cases/:case_id/order',
    roles: ['clinic'],
    title: titles.place,
    load: () => import('./place/PlaceOrder'),
  },
];
