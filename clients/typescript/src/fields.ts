// What the requests are made of, as data, and the callables by their names: for forms.

import type { CallableEntry } from './calls.js';
import { CALLABLES, type Callables, type CallableRequests, type CallableResponses } from './generated/callables.js';
import type { Records } from './generated/fields.js';
import type { Enumeration } from './names.js';

/** What kind of value a field takes, and so which control it is filled in with. */
export type FieldKind =
  | 'text'
  /** A whole number. */
  | 'whole'
  | 'number'
  | 'yes_no'
  /** One of `values`. */
  | 'choice'
  /** A day, `2026-05-04`. */
  | 'day'
  /** A month, `2026-05`. */
  | 'month'
  /** A time of the day, `21:30`. */
  | 'time'
  /** A moment, ISO 8601 with its offset from UTC. */
  | 'moment'
  /** The fields of `RECORDS[record]`. */
  | 'record'
  /** Several of `of`. */
  | 'list'
  /** Values of `of`, each by one of `keys`. */
  | 'map';

/** What a number counts. */
export type Unit = 'paise' | 'bytes' | 'basis_points' | 'hours' | 'working_days';

/** What holds for fields of every kind; what a kind does not have is undefined. */
interface Facts {
  readonly kind: FieldKind;
  /** Whether it has to be given. */
  readonly required: boolean;
  /** Null may be given, which says that there is none. */
  readonly nullable?: true;
  /** The least length of a text or list, or value of a number. */
  readonly least?: number;
  /** The greatest length of a text or list, or value of a number. */
  readonly most?: number;
  /** What a text matches: `new RegExp(pattern, 'u')`. An HTML `pattern` is read otherwise. */
  readonly pattern?: string;
  /** A text of several lines. */
  readonly lines?: true;
  readonly format?: 'email';
  /** What names the values of a choice, for `nameOf`. */
  readonly enumeration?: Enumeration;
  readonly values?: readonly string[];
  readonly record?: keyof Records;
  readonly keys?: Field;
  readonly of?: Field;
  /** What it is when left out, where that is something. */
  readonly default?: unknown;
  readonly unit?: Unit;
}

interface Choice extends Facts {
  readonly kind: 'choice';
  readonly enumeration: Enumeration;
  readonly values: readonly string[];
}

interface Nested extends Facts {
  readonly kind: 'record';
  readonly record: keyof Records;
}

interface List extends Facts {
  readonly kind: 'list';
  readonly of: Field;
}

interface Mapped extends Facts {
  readonly kind: 'map';
  readonly keys: Field;
  readonly of: Field;
}

interface Plain extends Facts {
  readonly kind: Exclude<FieldKind, 'choice' | 'record' | 'list' | 'map'>;
}

/** One field of a request: what it takes. */
export type Field = Plain | Choice | Nested | List | Mapped;

/** The fields of a request, by their names; its idempotency key is none. */
export type FieldsOf<Q> = { readonly [F in keyof Q as Exclude<F, 'idempotency_key'>]-?: Field };

/** How each callable is called, by its name on the wire. */
const ENTRIES: ReadonlyMap<string, readonly [group: string, method: string, CallableEntry]> =
  /* @__PURE__ */ new Map(
    Object.entries(CALLABLES).flatMap(([group, entries]) =>
      Object.entries<CallableEntry>(entries).map(([method, entry]) => [
        entry.name,
        [group, method, entry] as const,
      ]),
    ),
  );

/**
 * A callable by its name on the wire, such as `scans/open_case`: of a `Scanner`, or of an
 * `Operation`, under whose key it is called.
 */
export function callableOf<N extends keyof CallableRequests>(
  callables: Callables,
  name: N,
): (request: CallableRequests[N]) => Promise<CallableResponses[N]> {
  const [group, method] = known(name);
  const all = callables as unknown as Record<string, Record<string, unknown>>;
  return all[group]?.[method] as (request: CallableRequests[N]) => Promise<CallableResponses[N]>;
}

/** Whether a callable takes an idempotency key, and whether it only reads. */
export function entryOf(name: keyof CallableRequests): CallableEntry {
  return known(name)[2];
}

function known(name: string) {
  const found = ENTRIES.get(name);
  if (found === undefined) throw new TypeError(`there is no callable ${name}`);
  return found;
}
