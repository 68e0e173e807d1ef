// Dates, moments and amounts as India writes them, on the clock of India wherever the device is.

import { now } from './clock';
import { language } from './words';

/** The time zone of all hours on the screen and in forms; India has no daylight saving time. */
export const ZONE = 'Asia/Kolkata';
const OFFSET = '+05:30';

/** What Firestore's timestamps and the wire's strings have in common. */
export type Instant = Date | string | { toDate(): Date };

/** A moment as a date. */
export function dateOf(instant: Instant): Date {
  if (instant instanceof Date) return instant;
  return typeof instant === 'string' ? new Date(instant) : instant.toDate();
}

const locale = () => (language.value === 'hi' ? 'hi-IN' : 'en-IN');

function formatted(instant: Instant, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locale(), {
    timeZone: ZONE,
    numberingSystem: 'latn',
    ...options,
  });
  return format.format(dateOf(instant));
}

/** A moment such as `1 Dec 2026, 4:30 pm`. */
export function moment(instant: Instant): string {
  return formatted(instant, { dateStyle: 'medium', timeStyle: 'short' });
}

/** The time of day of a moment, such as `4:30 pm`. */
export function clockTime(instant: Instant): string {
  return formatted(instant, { timeStyle: 'short' });
}

/** A day such as `1 Dec 2026`: of a moment, or a day of the wire (`2026-12-01`). */
export function day(value: Instant): string {
  const plain = typeof value === 'string' && value.length === 10;
  return formatted(plain ? `${value}T12:00:00${OFFSET}` : value, { dateStyle: 'medium' });
}

/** A month of the wire (`2026-12`), such as `December 2026`; short, such as `Dec`. */
export function monthName(month: string, short = false): string {
  const options = short ? ({ month: 'short' } as const) : MONTH;
  return formatted(`${month}-01T12:00:00${OFFSET}`, options);
}

const MONTH = { month: 'long', year: 'numeric' } as const;

/** A stretch of time, such as `1 Dec 2026, 4:30 pm – 5:30 pm`. */
export function stretch(starts: Instant, ends: Instant): string {
  return `${moment(starts)} – ${day(starts) === day(ends) ? clockTime(ends) : moment(ends)}`;
}

/** An amount of paise in rupees, such as `₹1,50,000.00`. */
export function rupees(paise: number): string {
  const format = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });
  return format.format(paise / 100);
}

/** A change by so many paise: `+₹1,500.00`, `−₹1,500.00`. The sign stands there without a colour. */
export function signed(paise: number): string {
  return `${paise > 0 ? '+' : paise < 0 ? '−' : ''}${rupees(Math.abs(paise))}`;
}

/** A whole number in India's groups, such as `1,50,000`. */
export const whole = (value: number): string => value.toLocaleString('en-IN');

/** A size such as `12.5 MB`, or `40 kB` of what is small. */
export function megabytes(bytes: number): string {
  if (bytes < 2 ** 20 / 10) return `${Math.ceil(bytes / 1024)} kB`;
  return `${(bytes / 2 ** 20).toLocaleString('en-IN', { maximumFractionDigits: 1 })} MB`;
}

/** The day of the wire (`2026-12-01`) that a moment lies on in India. */
export function dayOf(instant: Instant = now()): string {
  return dateOf(instant).toLocaleDateString('en-CA', { timeZone: ZONE });
}

/** A moment as `<input type="datetime-local">` has it, in India: `2026-12-01T16:30`. */
export function localOf(instant: Instant): string {
  const time = dateOf(instant).toLocaleTimeString('en-GB', { timeZone: ZONE });
  return `${dayOf(instant)}T${time.slice(0, 5)}`;
}

/** The moment of the wire that `<input type="datetime-local">` says, in India. */
export const instantOf = (local: string): string => `${local}:00${OFFSET}`;

/** Midnight in India at which a day of the wire begins; `after` days later. */
export function startOf(on: string, after = 0): Date {
  const start = new Date(`${on}T00:00:00${OFFSET}`);
  return new Date(start.getTime() + after * 86_400_000);
}
