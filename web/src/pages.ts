// All pages of the console, by room.

import type { Page } from './core/pages';
import { PAGES as ACCOUNTS } from './rooms/accounts/pages';
import { PAGES as CASES } from './rooms/cases/pages';
import { PAGES as HOME } from './rooms/home/pages';
import { PAGES as INBOX } from './rooms/inbox/pages';
import { PAGES as PATIENTS } from './rooms/patients/pages';
import { PAGES as UPLOADS } from './rooms/uploads/pages';
import { PAGES as VISITS } from './rooms/visits/pages';

/** Every page; who has it stands in it. */
export const PAGES: readonly Page[] = [
  ...ACCOUNTS,
  ...INBOX,
  ...PATIENTS,
  ...UPLOADS,
  ...HOME,
  ...CASES,
  ...VISITS,
];
