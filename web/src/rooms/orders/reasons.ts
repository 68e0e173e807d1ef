// The reasons that a step of an order may give, in the state that it is in.

import { ORDER_REASONS, type OrderAction, REASONS_OF_LOST } from '@scanner/client';

const ENDING: readonly OrderAction[] = ['cancel', 'give_back'];

/** The reasons to choose from for a step; none where it takes no reason. */
export function reasonsOf(state: string, action: OrderAction): readonly string[] {
  const own = ORDER_REASONS[action] ?? [];
  return state === 'lost' && ENDING.includes(action) ? [...REASONS_OF_LOST, ...own] : own;
}
