// The lists that Scanner supports, as queries of Firestore; page by page, and counted.

import {
  type Firestore,
  type OrderByDirection,
  type Query,
  type QueryDocumentSnapshot,
  type WhereFilterOp,
  collection,
  getCountFromServer,
  getDocs,
  limit,
  orderBy,
  query,
  startAfter,
  where,
} from 'firebase/firestore';

import type { ListQuery, ListValue } from './basics.js';
import { converterOf, filled } from './documents.js';
import { LISTS, type Lists } from './generated/lists.js';

/** One page of a list. */
export interface Page<T> {
  /** The documents of the page, in the order of the list. */
  readonly documents: readonly QueryDocumentSnapshot<T>[];
  /** After which document the next page begins; null where this page is the last one. */
  readonly next: QueryDocumentSnapshot<T> | null;
}

/** Reads a page of a list, after the `next` of the page before; of `size` documents at most. */
export async function page<T>(
  list: Query<T>,
  size: number,
  after: QueryDocumentSnapshot<T> | null = null,
): Promise<Page<T>> {
  // One document more tells whether there is another page.
  const bounds = [...(after ? [startAfter(after)] : []), limit(size + 1)];
  const { docs } = await getDocs(query(list, ...bounds));
  const documents = docs.slice(0, size);
  return { documents, next: docs.length > size ? (documents.at(-1) ?? null) : null };
}

/** Counts a list on the server; costs a read for each 1,000 documents. */
export async function count(list: Query<unknown>): Promise<number> {
  return (await getCountFromServer(list)).data().count;
}

/** Makes the queries of all lists. */
export function listsOf(firestore: Firestore): Lists {
  const entries = Object.entries(LISTS).map(([name, list]) => {
    return [name, (given: Given = {}) => asked(firestore, list, given)];
  });
  return Object.fromEntries(entries) as Lists;
}

type Given = Readonly<Record<string, unknown>>;

function asked(firestore: Firestore, list: ListQuery, given: Given): Query {
  const ids = list.parents.map((each) => String(value(each, given)));
  const found = collection(firestore, filled(list.path, ids));
  return query(
    found.withConverter(converterOf(list.record)),
    ...list.where.map(([field, op, each]) => {
      return where(field, op as WhereFilterOp, value(each, given));
    }),
    ...list.order.map(([field, direction]) => orderBy(field, direction as OrderByDirection)),
  );
}

/** What is not given would find what nobody asked for, or nothing: a path with `undefined` in it. */
function value(said: ListValue, given: Given): unknown {
  if ('constant' in said) return said.constant;
  const name = 'own' in said ? said.own : said.parameter;
  const found = given[name];
  if (found === undefined) throw new TypeError(`The list needs \`${name}\`.`);
  return found;
}
