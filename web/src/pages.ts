// All pages of the console, by room.

import type { Page } from './core/pages';
import { PAGES as ACCOUNTS } from './rooms/accounts/pages';
import { PAGES as ACCOUNTS_DESK } from './rooms/accounts-desk/pages';
import { PAGES as AUDIT } from './rooms/audit/pages';
import { PAGES as BOARD } from './rooms/board/pages';
import { PAGES as DESK } from './rooms/desk/pages';
import { PAGES as FIGURES } from './rooms/figures/pages';
import { PAGES as INBOX } from './rooms/inbox/pages';
import { PAGES as JOBS } from './rooms/jobs/pages';
import { PAGES as ORDERS } from './rooms/orders/pages';
import { PAGES as ORDERS_DESK } from './rooms/orders-desk/pages';
import { PAGES as PATIENTS } from './rooms/patients/pages';

/** Every page; who has it stands in it. */
export const PAGES: readonly Page[] = [
  ...ACCOUNTS_DESK,
  ...ACCOUNTS,
  ...AUDIT,
  ...BOARD,
  ...DESK,
  ...FIGURES,
  ...INBOX,
  ...JOBS,
  ...ORDERS_DESK,
  ...ORDERS,
  ...PATIENTS,
];
