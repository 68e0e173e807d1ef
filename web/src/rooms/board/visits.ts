// The visits as admins list them: state by state, since no admin reads a visit's own document.

import { type CallableResponses, callableOf, type VisitState } from '@scanner/client';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { scanner } from '../../core/scanner';
import type { Answer } from '../../ui/useCall';

/** A visit as `scans/list_visits` tells it. */
export type Visit = CallableResponses['scans/list_visits']['visits'][number];

/** Reads all visits of some states, each list page by page; what was shown goes on record. */
export async function visitsOf(wanted: readonly VisitState[]): Promise<readonly Visit[]> {
  const lists = await Promise.all(wanted.map(ofState));
  return lists.flat();
}

async function ofState(state: VisitState): Promise<readonly Visit[]> {
  const list = callableOf(scanner(), 'scans/list_visits');
  const visits: Visit[] = [];
  let cursor: string | null = null;
  do {
    const page: CallableResponses['scans/list_visits'] = await list({ state, limit: 100, cursor });
    visits.push(...page.visits);
    cursor = page.cursor;
  } while (cursor !== null);
  return visits;
}

/** What `read` answers, as a callable's answer; read again when `of` changes or when asked. */
export function useRead<T>(read: () => Promise<T>, of: readonly unknown[]): Answer<T> {
  const [data, setData] = useState<T>();
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(true);
  const turn = useRef(0);
  const again = useCallback(() => {
    const own = ++turn.current;
    const latest = () => own === turn.current;
    setBusy(true);
    setFault(null);
    read()
      .then(
        (found) => latest() && setData(() => found),
        (cause: unknown) => latest() && setFault(cause),
      )
      .finally(() => latest() && setBusy(false));
  }, of);
  useEffect(() => {
    setData(undefined);
    again();
    return () => {
      turn.current += 1;
    };
  }, [again]);
  return { data, fault, busy, again };
}
