// The days that figures are of.

import { dayOf, startOf } from '../../core/format';

/** Days of the wire, the last one included. */
export interface Days {
  readonly first_day: string;
  readonly last_day: string;
}

/** The most that the functions count at once. */
const MOST = 366;
const DAY = 86_400_000;

/** The last thirty days. */
export function lately(): Days {
  const today = dayOf();
  return { first_day: dayOf(startOf(today, -29)), last_day: today };
}

/** Whether the functions count them: both are there, in order, and not too many. */
export function countable({ first_day, last_day }: Days): boolean {
  if (!first_day || !last_day) return false;
  const between = startOf(last_day).getTime() - startOf(first_day).getTime();
  return between >= 0 && between < MOST * DAY;
}
