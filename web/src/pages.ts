// All pages of the console, by room.

import type { Page } from './core/pages';
import { PAGES as ACCOUNTS } from './rooms/accounts/pages';
import { PAGES as CASES } from './rooms/cases/pages';
import { PAGES as HOME } from './rooms/home/pages';
import { PAGES as CONSENTS } from './rooms/consents/pages';
import { PAGES as INBOX } from './rooms/inbox/pages';
import { PAGES as MEMBERS } from './rooms/members/pages';
import { PAGES as OWN } from './rooms/own/pages';
import { PAGES as PATIENTS } from './rooms/patients/pages';
import { PAGES as UPLOADS } from './rooms/uploads/pages';
import { PAGES as VISITS } from './rooms/visits/pages';
import { PAGES as REQUESTS } from './rooms/requests/pages';

/** Every page; who has it stands in it. */
export const PAGES: readonly Page[] = [
  ...ACCOUNTS,
  ...INBOX,
  ...PATIENTS,
  ...UPLOADS,
  ...HOME,
  ...CASES,
  ...VISITS,
  ...CONSENTS,
  ...INBOX,
  ...MEMBERS,
  ...OWN,
  ...PATIENTS,
  ...REQUESTS,
];
