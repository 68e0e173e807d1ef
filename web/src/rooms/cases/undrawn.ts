// What is said of a scan that has no pictures: they are being drawn, or late, or none will come.

import { useEffect, useState } from 'preact/hooks';
import { now } from '../../core/clock';
import { dateOf, type Instant } from '../../core/format';
import type { Text } from '../../core/words';
import { words } from './words';

const MINUTE = 60_000;
/** An attempt at drawing runs five minutes at most; after two of them it is late, in milliseconds. */
const LATE = 10 * MINUTE;
/** So long drawing is tried again after a failure, in milliseconds: events are delivered for a day. */
const TRIED = 24 * 60 * MINUTE;

/** What is known of the scan. */
export interface Undrawn {
  /** Since when it is ready. */
  readonly ready_at: Instant;
  /** Where its case stands. */
  readonly status: string;
}

/** When what is said of a scan changes by itself, in milliseconds since it was ready. */
const CHANGES: readonly number[] = [LATE, TRIED];

/** What is said of a scan without pictures, so many milliseconds after it was ready. */
export function undrawnNote(status: string, since: number): Text {
  if (status === 'frozen') return words.drawingStopped;
  if (since < LATE) return words.drawing;
  return since < TRIED ? words.drawingLate : words.notDrawn;
}

/** Says it, and says something else once it is time. */
export function useUndrawn({ ready_at, status }: Undrawn): Text {
  const [, again] = useState(0);
  const since = now().getTime() - dateOf(ready_at).getTime();
  const next = status === 'frozen' ? undefined : CHANGES.find((change) => since < change);
  useEffect(() => {
    if (next === undefined) return;
    const timer = setTimeout(() => again((count) => count + 1), next - since);
    return () => clearTimeout(timer);
  }, [next]);
  return undrawnNote(status, since);
}
