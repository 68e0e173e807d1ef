// The pages of support: everybody's own tickets, and for admins those of all.

import type { Page } from '../../core/pages';
import { titles } from './titles';

/** One path for both; who reads decides what it shows. */
export const PAGES: readonly Page[] = [
  {
    path: '/support',
    roles: ['clinic', 'operator', 'lab'],
    title: titles.support,
    nav: { part: 'own', order: 50 },
    load: () => import('./OwnTickets'),
  },
  {
    path: '/support/:ticket_id',
    roles: ['clinic', 'operator', 'lab'],
    title: titles.ticket,
    load: () => import('./OwnTicket'),
  },
  {
    path: '/support',
    roles: ['admin'],
    title: titles.tickets,
    nav: { part: 'work', order: 50 },
    load: () => import('./DeskTickets'),
  },
  {
    path: '/support/:ticket_id',
    roles: ['admin'],
    title: titles.ticket,
    load: () => import('./DeskTicket'),
  },
];
