// What else changes in the form of a service when its kind of work does.

import { WORKS, type WorkType } from '@scanner/client';
import type { Values } from '../../ui/form/values';

/** With another kind of work goes what it cannot be priced by; the only price there is comes. */
export function followed(changed: Values, before: Values): Values {
  if (changed['work'] === before['work']) return changed;
  const prices: readonly string[] = WORKS[changed['work'] as WorkType]?.prices ?? [];
  const only = prices.length === 1 ? prices[0] : undefined;
  const per = prices.includes(changed['per'] as string) ? changed['per'] : only;
  return { ...changed, per: per ?? '' };
}
