// The months and quarters of which taxes are told, as the callables name them.

import { dayOf, monthName } from '../../core/format';
import { say } from '../../core/words';
import { words } from './looks-words';

const pad = (month: number) => String(month).padStart(2, '0');

/** The last twelve months and the quarters in them, the last first: `2026-12`, `2026Q3`. */
export function periods(today: string = dayOf()): readonly string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const found: string[] = [];
  for (let back = 0; back < 12; back += 1) {
    const index = year * 12 + (month - 1) - back;
    const own = `${Math.floor(index / 12)}-${pad((index % 12) + 1)}`;
    found.push(own);
    const quarter = quarterOf(own);
    // A quarter stands before its months.
    if (!found.includes(quarter)) found.splice(found.length - 1, 0, quarter);
  }
  return found;
}

/** The quarter of the financial year, April to March, that a month lies in: `2026Q3`. */
export function quarterOf(month: string): string {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  return number < 4 ? `${year - 1}Q4` : `${year}Q${Math.floor((number - 1) / 3)}`;
}

/** The name of a period: a month, or a quarter with its first and last month. */
export function periodName(period: string): string {
  if (period[4] === '-') return monthName(period);
  const year = Number(period.slice(0, 4));
  const quarter = Number(period[5]);
  const from = quarter === 4 ? `${year + 1}-01` : `${year}-${pad(quarter * 3 + 1)}`;
  const to = quarter === 4 ? `${year + 1}-03` : `${year}-${pad(quarter * 3 + 3)}`;
  return say(words.quarter, {
    quarter,
    year: to.slice(0, 4),
    first: monthName(from, true),
    last: monthName(to, true),
  });
}
