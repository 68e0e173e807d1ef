// What the check says of an order while it is written: asked again after each change.

import { type CheckOrder, callableOf, type OrderChecked } from '@scanner/client';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { online } from '../../core/connection';
import { scanner } from '../../core/scanner';

/** So long nobody changes anything before it is asked, in milliseconds. */
const PAUSE = 400;

/** What the check says. */
export interface Check {
  /** The last answer, also while a newer one is asked for; undefined before the first. */
  readonly data: OrderChecked | undefined;
  /** The answer is to another question than that of now. */
  readonly busy: boolean;
  readonly fault: unknown;
  readonly again: () => void;
}

/**
 * Asks what speaks against an order. The answer to the last question is the one that counts.
 *
 * @param request null while there is nothing to ask about.
 * @param since what else the answer depends on, such as which scans were compared by now.
 */
export function useCheck(request: CheckOrder | null, since: string): Check {
  const [data, setData] = useState<OrderChecked>();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  const turn = useRef(0);
  const asked = request === null ? null : JSON.stringify(request);
  const connected = online.value;

  // `since`, `connected` and `tries` are why it is asked again, and nothing of the question.
  useEffect(() => {
    const own = ++turn.current;
    if (asked === null) {
      setData(undefined);
      setBusy(false);
      setFault(null);
      return;
    }
    if (!connected) return;
    const latest = () => own === turn.current;
    setBusy(true);
    const timer = setTimeout(() => {
      callableOf(
        scanner(),
        'labs/check_order',
      )(JSON.parse(asked))
        .then(
          (answer) => {
            if (!latest()) return;
            setData(answer);
            setFault(null);
          },
          (cause: unknown) => latest() && setFault(cause),
        )
        .finally(() => latest() && setBusy(false));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [asked, since, connected, tries]);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const again = useCallback(() => setTries((known) => known + 1), []);
  return { data, busy, fault, again };
}
