// Which steps somebody may take now, by the tables that the functions decide by.

import { MACHINES, type Machines, type Party } from './generated/states.js';

/** Steps of a state machine: from, action, to, who may. */
export type Table<S extends string, A extends string> = readonly (readonly [
  /** Null: the thing is yet to be made. */
  from: S | null,
  action: A,
  /** Null: where it leads depends on other facts. */
  to: S | null,
  who: readonly Party[],
])[];

/** The actions of a table. */
type Action<T> = T extends Table<string, infer A> ? A : never;

/** The life cycle of a kind of thing. */
export interface StateMachine<T> {
  /** Its whole table. */
  readonly table: T;
  /**
   * The actions that somebody may take in a state; none in a state of a newer release.
   *
   * Members of a clinic or lab are its party. Whoever a thing is about is the `person`, an owner is
   * an `owner` besides.
   */
  steps(state: string | null, ...parties: Party[]): Action<T>[];
  /** The state that an action leads to; null where it depends, undefined where it is no step. */
  end(state: string | null, action: Action<T>): string | null | undefined;
}

/** The life cycles of all kinds of things. */
export const states = Object.fromEntries(
  Object.entries(MACHINES).map(([name, table]) => [name, machineOf(table)]),
) as { readonly [N in keyof Machines]: StateMachine<Machines[N]> };

function machineOf(table: Table<string, string>): StateMachine<Table<string, string>> {
  return {
    table,
    steps: (state, ...parties) => {
      const open = table.filter(([from, , , who]) => {
        return from === state && who.some((party) => parties.includes(party));
      });
      return [...new Set(open.map(([, action]) => action))];
    },
    end: (state, action) => table.find(([from, each]) => from === state && each === action)?.[2],
  };
}
