// What a page reads through a callable: asked when it opens, and again by a button.

import {
  type CallableName,
  type CallableRequests,
  type CallableResponses,
  callableOf,
} from '@scanner/client';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { scanner } from '../core/scanner';

/** An answer of a callable on the screen. */
export interface Answer<T> {
  /** Undefined until it is there. */
  readonly data: T | undefined;
  readonly fault: unknown;
  readonly busy: boolean;
  /** Asks again; the last question's answer is the one that counts. */
  readonly again: () => void;
}

/**
 * Asks a callable that only reads. What admins and others read so is on record with each call:
 * so nothing is asked before it is wanted, and nothing by a timer.
 *
 * @param request null while it is not wanted.
 */
export function useCall<N extends CallableName>(
  callable: N,
  request: CallableRequests[N] | null,
): Answer<CallableResponses[N]> {
  const [data, setData] = useState<CallableResponses[N]>();
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(request !== null);
  const turn = useRef(0);
  const asked = request === null ? null : JSON.stringify(request);
  const ask = useCallback(() => {
    const own = ++turn.current;
    setFault(null);
    if (asked === null) return setBusy(false);
    const latest = () => own === turn.current;
    setBusy(true);
    callableOf(
      scanner(),
      callable,
    )(JSON.parse(asked))
      .then(
        (response) => latest() && setData(response),
        (cause: unknown) => latest() && setFault(cause),
      )
      .finally(() => latest() && setBusy(false));
  }, [callable, asked]);
  useEffect(() => {
    setData(undefined);
    ask();
    return () => {
      turn.current += 1;
    };
  }, [ask]);
  return { data, fault, busy, again: ask };
}

/** A list that a callable answers page by page. */
export interface Pages<T> {
  /** Undefined until the first page is there. */
  readonly rows: readonly T[] | undefined;
  readonly fault: unknown;
  readonly busy: boolean;
  /** Reads the next page; null where there is none. */
  readonly more: (() => Promise<void>) | null;
  /** Begins again with the first page. */
  readonly again: () => void;
}

type Paged<N extends CallableName> = CallableResponses[N] & { readonly cursor?: string | null };

/**
 * Asks a callable that answers page by page.
 *
 * @param rows takes the rows out of an answer.
 */
export function usePages<N extends CallableName, T>(
  callable: N,
  request: CallableRequests[N] | null,
  rows: (response: CallableResponses[N]) => readonly T[],
): Pages<T> {
  const { data, fault, busy, again } = useCall(callable, request);
  const [further, setFurther] = useState<readonly CallableResponses[N][]>([]);
  const latest = useRef(data);
  latest.current = data; // of what was begun anew, no page of before is a part
  useEffect(() => setFurther([]), [data]);
  const answers = data === undefined ? [] : [data, ...further];
  const cursor = (answers.at(-1) as Paged<N> | undefined)?.cursor ?? null;
  const more = async () => {
    const response = await callableOf(
      scanner(),
      callable,
    )({ ...request, cursor } as CallableRequests[N]);
    if (latest.current === data) setFurther((known) => [...known, response]);
  };
  return {
    rows: data && answers.flatMap(rows),
    fault,
    busy,
    more: cursor === null ? null : more,
    again,
  };
}
