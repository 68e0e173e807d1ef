// What a search by reference shows of the list that begins with it.

import type { Listed } from '../../core/watch';

/** The patients whose reference begins so; the list itself goes on behind them. */
export function beginning<T extends { reference: string }>(
  list: Listed<T>,
  reference: string,
): Listed<T> {
  if (list.rows === undefined || reference === '') return list;
  const rows = list.rows.filter((row) => row.reference.startsWith(reference));
  return { ...list, rows, more: rows.length === list.rows.length ? list.more : null };
}
