// The times that a clinic offers for a visit: sensible ones at first, and whole ones all along.

import { dayOf, instantOf, localOf, startOf } from '../../core/format';
import type { Value, Values } from '../../ui/form/values';

const HOUR = 3_600_000;
/** Tomorrow from ten to noon: late enough for an operator to be found. */
const FROM = 10 * HOUR;
const LENGTH = 2 * HOUR;
const DAY = 24 * HOUR;

const slot = (starts: number, length = LENGTH): Values => ({
  starts_at: localOf(new Date(starts)),
  ends_at: localOf(new Date(starts + length)),
});

/** What a form of slots begins with. */
export const firstSlots = (): Values => ({
  slots: [slot(startOf(dayOf(), 1).getTime() + FROM)],
});

/**
 * The end of a slot moves with its beginning, and a slot that is added is a day after the last one.
 * For `follow` of a form that asks for `slots`.
 */
export function followSlots(changed: Values, before: Values): Values {
  if (changed['slots'] === before['slots']) return changed;
  const slots = rowsOf(changed['slots']);
  const known = rowsOf(before['slots']);
  const removed = slots.length < known.length;
  const followed = slots.map((row, at) => {
    if (row['starts_at'] === undefined) return added(slots[at - 1]);
    const old = removed ? undefined : known[at];
    return old && old['starts_at'] !== row['starts_at'] && old['ends_at'] === row['ends_at']
      ? moved(row, old)
      : row;
  });
  return { ...changed, slots: followed };
}

const rowsOf = (value: Value) => (value ?? []) as readonly Values[];

/** The moment that a control says; NaN while it says none. */
const millis = (value: Value) =>
  typeof value === 'string' && value !== '' ? Date.parse(instantOf(value)) : Number.NaN;

function added(last: Values | undefined): Values {
  const starts = millis(last?.['starts_at']);
  const length = millis(last?.['ends_at']) - starts;
  if (Number.isNaN(length)) return rowsOf(firstSlots()['slots'])[0] as Values;
  return slot(starts + DAY, length);
}

function moved(row: Values, old: Values): Values {
  const length = millis(old['ends_at']) - millis(old['starts_at']);
  const starts = millis(row['starts_at']);
  return Number.isNaN(length) || Number.isNaN(starts) || length <= 0 ? row : slot(starts, length);
}
