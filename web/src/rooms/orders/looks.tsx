// How an order is shown in few words: its state, its work, its day.

import type { Order, OrderState } from '@scanner/client';
import type { JSX } from 'preact';
import { day, dayOf } from '../../core/format';
import { nameOf } from '../../core/names';
import { say } from '../../core/words';
import { placesOf } from '../../odontogram/items';
import { Badge, type Tone } from '../../ui/Facts';
import { words } from './words';

const TONES: Readonly<Record<string, Tone>> = {
  accepted: 'good',
  in_production: 'good',
  on_hold: 'warning',
  rescan_requested: 'warning',
  ready: 'good',
  shipped: 'good',
  lost: 'bad',
  delivered: 'good',
  remake_requested: 'warning',
  rejected: 'bad',
} satisfies Partial<Record<OrderState, Tone>>;

/** The state of an order as a badge. */
export const StateBadge = ({ state }: { state: string }): JSX.Element => (
  <Badge enumeration="OrderState" value={state} tone={TONES[state] ?? 'plain'} />
);

/** What an item is for: `26`, `35 retainer, 36 pontic`, or `Upper arch`. */
export function whereOf(item: Parameters<typeof placesOf>[0]): string {
  const { teeth, units, arches } = placesOf(item);
  return [
    ...teeth,
    ...units.map(({ tooth, part }) => say(words.unit, { tooth, part: nameOf('UnitPart', part) })),
    ...arches.map((arch) => nameOf('Arch', arch)),
  ].join(', ');
}

/** The works of an order in a line: `Crown: 26 · Night guard: Upper arch`. */
export function worksOf(order: Pick<Order, 'items'>): string {
  return order.items.map(workOf).join(' · ');
}

/** The work of a line and where it is: `Crown: 26`. */
export function workOf(item: Parameters<typeof whereOf>[0]): string {
  const work = nameOf('WorkType', item.work);
  const where = whereOf(item);
  return where === '' ? work : say(words.workAt, { work, where });
}

/** The states in which what was promised is still to be sent. */
const AT_WORK: readonly string[] = [
  'accepted',
  'in_production',
  'on_hold',
  'ready',
] satisfies OrderState[];

/** Whether the lab should have sent it before today. */
export const isLate = ({ state, due_on }: Pick<Order, 'state' | 'due_on'>): boolean =>
  due_on !== null && AT_WORK.includes(state) && due_on < dayOf();

/** The day that counts: the one promised, or the one wanted while none is. */
export function DayOf({ order }: { order: Pick<Order, 'state' | 'due_on' | 'wanted_on'> }) {
  if (order.due_on === null) return <>{say(words.wantedBy, { day: day(order.wanted_on) })}</>;
  return (
    <>
      {day(order.due_on)} {isLate(order) && <span class="badge bad">{say(words.late)}</span>}
    </>
  );
}
