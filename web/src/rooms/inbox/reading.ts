// Marking notices as read: the field of the inbox that people write themselves.

import { page } from '@scanner/client';
import { serverTimestamp, updateDoc, writeBatch } from 'firebase/firestore';
import { Offline, online } from '../../core/connection';
import { noteReads } from '../../core/reads';
import { scanner } from '../../core/scanner';
import { wasRead } from './unread';

/** How many notices are marked in one go. */
const MOST = 200;

/** Marks a notice as read; without a connection the SDK does it once there is one. */
export function markRead(uid: string, id: string): void {
  wasRead(1);
  // Read on another device meanwhile: the rules take it once, and it is read.
  updateDoc(scanner().documents.inboxItem(uid, id), { read_at: serverTimestamp() }).catch(
    () => undefined,
  );
}

/**
 * Marks all notices as read, however many; those that come meanwhile stay.
 *
 * @throws `Offline`, `FirebaseError`: some may be marked already; press it again.
 */
export async function markAllRead(uid: string): Promise<void> {
  if (!online.value) throw new Offline();
  const list = scanner().lists.ownInboxUnread({ uid });
  for (;;) {
    const { documents, next } = await page(list, MOST);
    noteReads(documents.length);
    if (documents.length > 0) {
      const batch = writeBatch(list.firestore);
      for (const { ref } of documents) batch.update(ref, { read_at: serverTimestamp() });
      await batch.commit();
      wasRead(documents.length);
    }
    if (next === null) return;
  }
}
