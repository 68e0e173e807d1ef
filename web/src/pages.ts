// All pages of the console, by room.

import type { Page } from './core/pages';
import { PAGES as ACCOUNTS } from './rooms/accounts/pages';
import { PAGES as INBOX } from './rooms/inbox/pages';
import { PAGES as ORDERS } from './rooms/orders/pages';
import { PAGES as PATIENTS } from './rooms/patients/pages';

/** Every page; who has it stands in it. */
export const PAGES: readonly Page[] = [...ACCOUNTS, ...INBOX, ...ORDERS, ...PATIENTS];
