// All pages of the console, by room.

import type { Page } from './core/pages';
import { PAGES as ACCOUNTS } from './rooms/accounts/pages';
import { PAGES as CONSENTS } from './rooms/consents/pages';
import { PAGES as INBOX } from './rooms/inbox/pages';
import { PAGES as MEMBERS } from './rooms/members/pages';
import { PAGES as OWN } from './rooms/own/pages';
import { PAGES as PATIENTS } from './rooms/patients/pages';
import { PAGES as REQUESTS } from './rooms/requests/pages';

/** Every page; who has it stands in it. */
export const PAGES: readonly Page[] = [
  ...ACCOUNTS,
  ...CONSENTS,
  ...INBOX,
  ...MEMBERS,
  ...OWN,
  ...PATIENTS,
  ...REQUESTS,
];
