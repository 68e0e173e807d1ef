// Signed links of a callable: asked for when they are wanted, and forgotten when they end.

import {
  type CallableName,
  type CallableRequests,
  type CallableResponses,
  callableOf,
} from '@scanner/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { now } from '../core/clock';
import { Offline, online } from '../core/connection';
import { scanner } from '../core/scanner';

/** What a callable answers with: links, and when they stop working. */
export interface Links<T> {
  /** Undefined until asked for, and again once the links have ended. */
  readonly data: T | undefined;
  /** There were links, and they have ended. */
  readonly ended: boolean;
  readonly fault: unknown;
  readonly busy: boolean;
  /** Asks for links, unless they are being asked for; undefined where there was no answer. */
  readonly ask: () => Promise<T | undefined>;
}

/** So long before its end a link is not offered any more, in milliseconds. */
const EARLY = 10_000;

/**
 * Asks for links when told to. An answer to another request than the one of now is dropped.
 *
 * @param until takes out of an answer when its links stop working; null where it has none.
 */
export function useLinks<N extends CallableName>(
  callable: N,
  request: CallableRequests[N],
  until: (response: CallableResponses[N]) => string | null,
): Links<CallableResponses[N]> {
  const [data, setData] = useState<CallableResponses[N]>();
  const [ended, setEnded] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  const asking = useRef(false);
  const asked = JSON.stringify(request);

  useEffect(
    () => () => {
      turn.current += 1;
      asking.current = false;
      setData(undefined);
      setEnded(false);
      setFault(null);
      setBusy(false);
    },
    [callable, asked],
  );
  const end = data === undefined ? null : until(data);
  useEffect(() => {
    if (end === null) return;
    const timer = setTimeout(
      () => {
        setData(undefined);
        setEnded(true);
      },
      Math.max(0, Date.parse(end) - EARLY - now().getTime()),
    );
    return () => clearTimeout(timer);
  }, [end]);

  const ask = async () => {
    if (asking.current) return undefined;
    const own = ++turn.current;
    asking.current = true;
    setBusy(true);
    setFault(null);
    try {
      if (!online.value) throw new Offline();
      const response = await callableOf(scanner(), callable)(JSON.parse(asked));
      if (own !== turn.current) return undefined;
      setData(response);
      setEnded(false);
      return response;
    } catch (cause) {
      if (own === turn.current) setFault(cause);
      return undefined;
    } finally {
      if (own === turn.current) {
        asking.current = false;
        setBusy(false);
      }
    }
  };
  return { data, ended, fault, busy, ask };
}
