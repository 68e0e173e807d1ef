// The pages of an operator, made for a phone in one hand.

import type { Page } from '../../core/pages';
import { titles } from './titles';

export const PAGES: readonly Page[] = [
  {
    path: '/',
    roles: ['operator'],
    title: titles.round,
    nav: { part: 'work', order: 0 },
    load: () => import('./Round'),
  },
  {
    path: '/round/:visit_id',
    roles: ['operator'],
    title: titles.visit,
    load: () => import('./RoundVisit'),
  },
  {
    path: '/visits/:visit_id', // where notices lead, for whoever reads them
    roles: ['operator'],
    title: titles.visit,
    load: () => import('./RoundVisit'),
  },
  {
    path: '/days',
    roles: ['operator'],
    title: titles.days,
    nav: { part: 'work', order: 10 },
    load: () => import('./Days'),
  },
  {
    path: '/area',
    roles: ['operator'],
    title: titles.area,
    nav: { part: 'work', order: 20 },
    load: () => import('./Area'),
  },
];
