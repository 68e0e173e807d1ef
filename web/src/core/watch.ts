// Listeners for components: a list or a document that stays as it is on the server while it is shown.

import { page } from '@scanner/client';
import {
  type DocumentReference,
  type FirestoreError,
  getDocFromServer,
  limit,
  onSnapshot,
  type Query,
  type QueryDocumentSnapshot,
  query,
} from 'firebase/firestore';
import { useEffect, useRef, useState } from 'preact/hooks';
import { countingReads, noteReads } from './reads';
import { auth, scanner } from './scanner';

/** Why a listener ended. */
export type Ended =
  /** The account is not active any more: the session shows it. */
  | 'account'
  /** This is not the reader's any more, and everything else still is. */
  | 'gone'
  /** The connection, or a fault. */
  | 'connection';

/** A document with its id. */
export type Row<T> = T & { readonly id: string };

/** A list on the screen. */
export interface Listed<T> {
  /** Undefined until the server has answered. */
  readonly rows: readonly Row<T>[] | undefined;
  readonly ended: Ended | null;
  /** Reads the next page; null where there is none. */
  readonly more: (() => Promise<void>) | null;
  /** Listens anew, after it ended. */
  readonly again?: () => void;
}

/** A document on the screen; `data` is null where there is none. */
export interface Watched<T> {
  readonly data: Row<T> | null | undefined;
  readonly ended: Ended | null;
  /** Listens anew, after it ended. */
  readonly again?: () => void;
}

/** How many rows a list shows at first, and with each "more". */
export const PAGE = 20;

const row = <T>(each: QueryDocumentSnapshot<T>): Row<T> =>
  ({ ...each.data({ serverTimestamps: 'estimate' }), id: each.id }) as Row<T>;

/**
 * Listens to the first page of a list, and reads further pages when asked.
 *
 * @param list makes the query; null while what it needs is not known.
 * @param of what the query depends on: ids and parameters.
 * @param size how many rows a page has.
 */
export function useList<T>(
  list: () => Query<T> | null,
  of: readonly unknown[],
  size: number = PAGE,
): Listed<T> {
  const [first, setFirst] = useState<readonly QueryDocumentSnapshot<T>[]>();
  const [rest, setRest] = useState<readonly QueryDocumentSnapshot<T>[]>([]);
  const [next, setNext] = useState<QueryDocumentSnapshot<T> | null>(null);
  const [ended, setEnded] = useState<Ended | null>(null);
  const further = useRef(false);
  const turn = useRef(0); // another list: the next page of the one before is not its
  const [tries, setTries] = useState(0);
  useEffect(() => {
    turn.current += 1;
    setFirst(undefined);
    setRest([]);
    setNext(null);
    setEnded(null);
    further.current = false;
    return listening((report) => {
      const asked = list();
      if (asked === null) return () => undefined;
      const limited = query(asked, limit(size + 1));
      const reads = countingReads(limited);
      let whole = reads.known; // otherwise memory may have some rows of it, from other lists
      return onSnapshot(
        limited,
        { includeMetadataChanges: true },
        (snapshot) => {
          const { docs, metadata } = snapshot;
          if (metadata.fromCache && (docs.length === 0 || !whole)) return;
          whole = true;
          const changed = snapshot.docChanges().filter(({ type }) => type !== 'removed').length;
          if (!metadata.fromCache) reads.count(docs.length, changed);
          setFirst(docs.slice(0, size));
          if (!further.current) setNext(docs.length > size ? (docs[size - 1] ?? null) : null);
        },
        report,
      );
    }, setEnded);
  }, [...of, tries]);
  const more = async () => {
    const asked = list();
    if (asked === null || next === null) return;
    further.current = true;
    const own = turn.current;
    const { documents, next: after } = await page(asked, size, next);
    noteReads(documents.length + (after ? 1 : 0));
    if (own !== turn.current) return;
    setRest((known) => [...known, ...documents]);
    setNext(after);
  };
  const shown = first && [
    ...first,
    ...rest.filter(({ id }) => !first.some((own) => own.id === id)),
  ];
  const again = () => setTries((known) => known + 1);
  return { rows: shown?.map(row), ended, more: next && more, again };
}

/** Listens to a document; `of` is what the reference depends on. */
export function useDocument<T>(
  reference: () => DocumentReference<T> | null,
  of: readonly unknown[],
): Watched<T> {
  const [data, setData] = useState<Row<T> | null>();
  const [ended, setEnded] = useState<Ended | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    setData(undefined);
    setEnded(null);
    return listening((report) => {
      const asked = reference();
      if (asked === null) return () => undefined;
      const reads = countingReads(asked);
      let before: string | undefined;
      return onSnapshot(
        asked,
        // That there is no such document may be known from before: the server's word comes as a
        // change of the metadata alone.
        { includeMetadataChanges: true },
        (snapshot) => {
          if (snapshot.metadata.fromCache && !snapshot.exists()) return;
          const known = JSON.stringify(snapshot.data() ?? null);
          if (!snapshot.metadata.fromCache) reads.count(1, Number(known !== before));
          before = known;
          setData(snapshot.exists() ? row(snapshot as QueryDocumentSnapshot<T>) : null);
        },
        report,
      );
    }, setEnded);
  }, [...of, tries]);
  return { data, ended, again: () => setTries((known) => known + 1) };
}

/** Listens through a change of the claims; tells once why it ended. */
function listening(
  open: (report: (error: FirestoreError) => void) => () => void,
  ended: (why: Ended) => void,
): () => void {
  let stop: () => void = () => undefined;
  let stopped = false;
  const begin = () => {
    stop = open(async (error) => {
      const why = await whyEnded(error);
      if (stopped) return;
      if (why === 'claims') begin();
      else ended(why);
    });
  };
  begin();
  return () => {
    stopped = true;
    stop();
  };
}

async function whyEnded(error: FirestoreError): Promise<Ended | 'claims'> {
  if (error.code !== 'permission-denied') return 'connection';
  const user = auth().currentUser;
  if (user === null) return 'account';
  try {
    const account = (await getDocFromServer(scanner().documents.user(user.uid))).data();
    noteReads(1);
    if (account?.status !== 'active') return 'account';
    const before = await scanner().me();
    await user.getIdToken(true);
    const now = await scanner().me();
    return before.role === now.role && before.org === now.org ? 'gone' : 'claims';
  } catch (cause) {
    return Object(cause).code === 'unavailable' ? 'connection' : 'account';
  }
}
