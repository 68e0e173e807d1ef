// The names of people by their uid, for admins: each account is read once, and only when it is shown.

import { signal } from '@preact/signals';
import { getDoc } from 'firebase/firestore';
import { useEffect } from 'preact/hooks';
import { noteReads } from './reads';
import { scanner } from './scanner';

/** What an admin is shown of somebody who did or has to do something. */
export interface Named {
  readonly name: string;
  readonly role: string | null;
}

const known = signal<ReadonlyMap<string, Named | null>>(new Map());
const asked = new Set<string>();

/** Whether this is the id of a person: what the system does by itself stands under a word. */
const isPerson = (uid: string) => /^[A-Za-z0-9_-]{20,128}$/.test(uid);

/**
 * The people of these ids, once each was read: undefined until then, null where there is none.
 *
 * What the page shows is asked, and nobody else; what could not be read is asked again later.
 */
export function usePeople(
  uids: readonly (string | null | undefined)[],
): (uid: string) => Named | null | undefined {
  const wanted = [...new Set(uids)].filter((uid) => uid && isPerson(uid)) as string[];
  useEffect(() => {
    for (const uid of wanted) void read(uid);
  }, [wanted.join(' ')]);
  const people = known.value;
  return (uid) => (isPerson(uid) ? people.get(uid) : null);
}

async function read(uid: string): Promise<void> {
  if (asked.has(uid)) return;
  asked.add(uid);
  try {
    const account = (await getDoc(scanner().documents.user(uid))).data();
    noteReads(1);
    const named = account ? { name: account.name, role: account.role } : null;
    known.value = new Map(known.value).set(uid, named);
  } catch {
    asked.delete(uid);
  }
}
