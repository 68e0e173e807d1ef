// What each step of a lab has to say: a reason, how the work travels, or the day that is right now.

import type { FIELDS, OrderAction } from '@scanner/client';
import { reasonsOf } from '../orders/reasons';

/** A field of a step. */
export type Asked = keyof (typeof FIELDS)['labs/move_order'];

/** The fields that a step asks for in a state, all of them needed. */
export function asksOf(state: string, action: OrderAction): Asked[] {
  if (action === 'ship') return ['shipment'];
  if (action === 'amend') return [state === 'shipped' ? 'shipment' : 'due_on'];
  return reasonsOf(state, action).length > 0 ? ['reason'] : [];
}
