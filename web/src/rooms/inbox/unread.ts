// How many notices were not read: counted on the server now and then, instead of listened to.

import { signal } from '@preact/signals';
import { count } from '@scanner/client';
import { now } from '../../core/clock';
import { noteReads } from '../../core/reads';
import { scanner } from '../../core/scanner';

/** The number to show; null until it is known. */
export const unread = signal<number | null>(null);

/** What is counted costs a read: at most once in so many milliseconds. */
const OFTEN = 60_000;
let counted = 0;

/** Counts, unless it was counted a moment ago; without a connection the number stays as it was. */
export async function countUnread(uid: string, anew = false): Promise<void> {
  const at = now().getTime();
  if (!anew && at - counted < OFTEN) return;
  counted = at;
  try {
    unread.value = await count(scanner().lists.ownInboxUnread({ uid }));
    noteReads(1);
  } catch {
    counted = 0;
  }
}

/** Takes off what was read on this page. */
export function wasRead(notices: number): void {
  if (unread.value !== null) unread.value = Math.max(0, unread.value - notices);
}

/** Forgets the number of who was signed in before. */
export function forgetUnread(): void {
  unread.value = null;
  counted = 0;
}
