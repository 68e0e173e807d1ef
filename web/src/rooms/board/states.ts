// The states of visits as admins sort them, by the table that the functions decide by.

import { states, type VisitState } from '@scanner/client';

const OPEN = [...new Set(states.visit.table.flatMap(([from]) => from ?? []))];

/** Whether an admin may send an operator to a visit in this state. */
export const assignable = (state: string): boolean =>
  states.visit.steps(state, 'admin').includes('assign');

/** The states in which a visit waits for an operator: no operator has a step to take. */
export const UNASSIGNED: readonly VisitState[] = OPEN.filter(
  (state) => assignable(state) && states.visit.steps(state, 'operator').length === 0,
);

/** The states in which an operator is at it, or was. */
export const UNDER_WAY: readonly VisitState[] = OPEN.filter((state) => !UNASSIGNED.includes(state));
