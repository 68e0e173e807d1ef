// The draft of an order, kept while the console is open: whoever looks at another page finds it again.

import { useState } from 'preact/hooks';
import { me } from '../../../core/session';
import { forgetTyped, keepTyped, typedIn } from '../../../core/typed';
import { NOTHING, type OrderDraft } from './draft';

/** A draft, and what changes it. */
export interface Draft {
  readonly draft: OrderDraft;
  readonly change: (to: (draft: OrderDraft) => OrderDraft) => void;
  /** Forgets it: the order was placed. */
  readonly forget: () => void;
}

/** The draft of an order for a case. */
export function useDraft(case_id: string): Draft {
  const key = `order ${me.value?.uid} ${case_id}`;
  const [draft, setDraft] = useState(() => typedIn<OrderDraft>(key) ?? NOTHING);
  return {
    draft,
    change: (to) =>
      setDraft((known) => {
        const next = to(known);
        keepTyped(key, next);
        return next;
      }),
    forget: () => {
      forgetTyped(key);
      setDraft(NOTHING);
    },
  };
}
