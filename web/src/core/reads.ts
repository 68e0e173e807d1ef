// What listeners and pages read, on the browser's own time line: each document is paid for.

import { type DocumentReference, type Query, queryEqual, refEqual } from 'firebase/firestore';

/** Notes that Firestore sent so many documents; an empty answer is billed as one. */
export function noteReads(documents: number): void {
  performance.mark('firestore-read', { detail: Math.max(1, documents) });
}

const HALF_AN_HOUR = 1_800_000;
/** What was listened to, and until when: what comes of it again is what has changed since. */
const heard: { query: Listened; at: number }[] = [];

type Listened = Query<unknown> | DocumentReference<unknown>;

const isSame = (a: Listened, b: Listened) =>
  a.type === 'document'
    ? b.type === 'document' && refEqual(a, b)
    : b.type !== 'document' && queryEqual(a, b);

/** How a listener counts what it is sent. */
export interface Reads {
  /** Whether all of it is in memory already, as it was when it was listened to before. */
  readonly known: boolean;
  /** Told of each answer of the server: how many documents there are, and how many changed. */
  readonly count: (all: number, changed: number) => void;
}

/**
 * Begins to count what a listener is sent: all of the first answer, then what changes. Where the
 * same was listened to within half an hour, Firestore goes on from there.
 */
export function countingReads(query: Listened): Reads {
  const before = heard.find((each) => isSame(each.query, query));
  const known = before !== undefined && before.at > performance.now() - HALF_AN_HOUR;
  const entry = before ?? { query, at: Number.NEGATIVE_INFINITY };
  if (before === undefined) heard.push(entry);
  let first = !known;
  const count = (all: number, changed: number) => {
    entry.at = performance.now();
    if (first) noteReads(all);
    else if (changed > 0) noteReads(changed);
    first = false;
  };
  return { known, count };
}
