// The first day on which a lab could have work ready: working days of its own, from its calendar.

import type { LabProfileForAnyClinic } from '@scanner/client';

type Calendar = Pick<LabProfileForAnyClinic['calendar'], 'closed_weekdays' | 'closed_days'>;

const DAY = 86_400_000;
/** Sundays and holidays together never close a lab for so long. */
const MOST = 500;

/**
 * The day that so many working days end on; the day of receipt does not count. Work that takes none
 * is due on the first day from the receipt on that the lab works. The server has the last word.
 *
 * @param received the day of receipt, `2026-12-01`.
 */
export function readyOn(received: string, days: number, calendar: Calendar): string {
  let left = Math.max(days, 1);
  let at = Date.parse(received) + (days > 0 ? DAY : 0);
  for (let tried = 0; tried < MOST; tried += 1, at += DAY) {
    const day = new Date(at);
    const weekday = (day.getUTCDay() + 6) % 7; // 0 is Monday
    const written = day.toISOString().slice(0, 10);
    if (calendar.closed_weekdays.includes(weekday) || calendar.closed_days.includes(written)) {
      continue;
    }
    left -= 1;
    if (left === 0) return written;
  }
  return received;
}
