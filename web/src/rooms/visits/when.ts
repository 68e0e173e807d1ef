// When a visit is, or when it could be, in words.

import type { Visit } from '@scanner/client';
import { stretch } from '../../core/format';
import { say } from '../../core/words';
import { words } from './words';

/** The time that stands; the first that was offered while none does. */
export function whenOf({ slot, slots }: Pick<Visit, 'slot' | 'slots'>): string {
  if (slot) return stretch(slot.starts_at, slot.ends_at);
  const [first] = slots;
  if (first === undefined) return say(words.noTime);
  const time = stretch(first.starts_at, first.ends_at);
  return say(slots.length > 1 ? words.offeredOf : words.offered, { time, more: slots.length - 1 });
}
