// The orders that a case has already: whoever orders in two tabs, or after a colleague, sees them.

import type { JSX } from 'preact';
import { scanner } from '../../../core/scanner';
import { useList } from '../../../core/watch';
import { say } from '../../../core/words';
import { StateBadge, worksOf } from '../looks';
import { words } from './words';

const OVER: readonly string[] = ['cancelled', 'rejected'];

/** Tells of them; nothing where there are none. */
export function OrderedBefore({ org, case_id }: { org: string; case_id: string }): JSX.Element {
  const { rows = [] } = useList(
    () => scanner().lists.clinicOrdersOfCase({ org, case_id }),
    [org, case_id],
  );
  const standing = rows.filter(({ state }) => !OVER.includes(state));
  return (
    <div aria-live="polite">
      {standing.length > 0 && (
        <>
          <p>{say(words.orderedBefore)}</p>
          <ul>
            {standing.map((order) => (
              <li key={order.id}>
                <a href={`/orders/${order.id}`} target="_blank" rel="noopener">
                  {worksOf(order)}
                </a>{' '}
                <StateBadge state={order.state} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
