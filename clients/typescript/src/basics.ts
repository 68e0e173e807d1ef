// What the generated types are made of.

import type { Timestamp } from 'firebase/firestore';

/** A moment in requests and responses: ISO 8601 with its offset from UTC; responses are in UTC. */
export type DateTime = string;

/** A day, such as `2026-05-04`. */
export type Day = string;

/** A moment that a list is asked with. */
export type Moment = Timestamp | Date;

declare const unlisted: unique symbol;

/** A value that only a newer release knows: show it as it is, or as "other". */
export type Unlisted = string & { readonly [unlisted]: true };

/**
 * A value of an enumeration that Scanner sent or stored, which may be one of a newer release.
 *
 * A `switch` over it needs a `default`. What requests carry is not open.
 */
export type Open<T extends string> = T | Unlisted;

/** What the converter knows of a record: the fields that it may lack, and the records in it. */
export interface Shape {
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly records: Readonly<Record<string, string>>;
}

/** A value that a list is asked with: of the reader, of the app, or always the same. */
export type ListValue =
  | { readonly own: string }
  | { readonly parameter: string }
  | { readonly constant: unknown };

/** The query of a list. */
export interface ListQuery {
  readonly path: string;
  readonly record: string;
  readonly parents: readonly ListValue[];
  readonly where: readonly (readonly [field: string, op: string, value: ListValue])[];
  readonly order: readonly (readonly [field: string, direction: string])[];
}
