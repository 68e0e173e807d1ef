// Which groups of notices a role hears of, and can choose the channels of.

import type { Group, Role } from '@scanner/client';

/** By role; those of the account and of privacy always come by every channel. */
export const GROUPS: Readonly<Record<Role, readonly Group[]>> = {
  clinic: ['visits', 'reminders', 'uploads', 'orders', 'wallet', 'support'],
  lab: ['orders', 'wallet', 'support'],
  operator: ['visits', 'reminders', 'uploads', 'support'],
  admin: ['approvals', 'visits', 'uploads', 'orders', 'wallet', 'support'],
};
