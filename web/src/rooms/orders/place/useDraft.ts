// The draft of an order, kept while the console is open: whoever looks at another page finds it again.

import { useState } from 'preact/hooks';
import { me } from '../../../core/session';
import { NOTHING, type OrderDraft } from './draft';

/** In memory alone, by who writes and for which case: a reload or another person finds none. */
const kept = new Map<string, OrderDraft>();

/** A draft, and what changes it. */
export interface Draft {
  readonly draft: OrderDraft;
  readonly change: (to: (draft: OrderDraft) => OrderDraft) => void;
  /** Forgets it: the order was placed. */
  readonly forget: () => void;
}

/** The draft of an order for a case. */
export function useDraft(case_id: string): Draft {
  const key = `${me.value?.uid} ${case_id}`;
  const [draft, setDraft] = useState(kept.get(key) ?? NOTHING);
  return {
    draft,
    change: (to) =>
      setDraft((known) => {
        const next = to(known);
        kept.set(key, next);
        return next;
      }),
    forget: () => {
      kept.delete(key);
      setDraft(NOTHING);
    },
  };
}
