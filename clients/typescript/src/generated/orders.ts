// Generated from the models by `make docs`: do not edit.

import type {
  OrderAction,
  OrderState,
  Reason,
} from './enumerations.js';

/**
 * The reasons that each step of an order may give, one of which it has to; a step that is not here
 * takes none.
 */
export const ORDER_REASONS: Readonly<Partial<Record<OrderAction, readonly Reason[]>>> = {
  reject: ['material_missing', 'no_capacity', 'not_feasible'],
  put_on_hold: ['material_missing', 'no_capacity', 'question'],
  request_rescan: ['bite_wrong', 'margin_unclear', 'scan_distorted', 'scan_incomplete'],
  request_remake: ['broken', 'does_not_fit', 'not_as_ordered', 'wrong_shade'],
  cancel: ['not_needed', 'ordered_twice', 'patient_unavailable'],
  give_back: ['material_missing', 'no_capacity', 'not_feasible'],
};

/** The reason that there is beside where the order of a lost parcel ends. */
export const REASONS_OF_LOST: readonly Reason[] = ['parcel_lost'];

/** The states in which files may go along with the messages of an order. */
export const ATTACHING: readonly OrderState[] = ['accepted', 'completed', 'delivered', 'in_production', 'lost', 'on_hold', 'placed', 'ready', 'remake_requested', 'rescan_requested', 'shipped'];

/** The states in which the lab of an order may fetch its files. */
export const LINKING: readonly OrderState[] = ['accepted', 'in_production', 'lost', 'on_hold', 'placed', 'ready', 'remake_requested'];
