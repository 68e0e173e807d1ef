// Having the invoices of a month made out, page by page of the wallets.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { dayOf, monthName, whole } from '../../core/format';
import { say } from '../../core/words';
import { ActionForm } from '../../ui/form/ActionForm';
import { words } from './book-words';

interface Begun {
  readonly month: string;
  readonly enqueued: number;
  readonly cursor: string | null;
}

/** The month before, which is the one to bill. */
function lastMonth(): string {
  const [year = 0, month = 0] = dayOf().split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** The form; it goes on while wallets are left. */
export function Billing(): JSX.Element {
  const [begun, setBegun] = useState<Begun | null>(null);
  const going = begun?.cursor ? begun : null;
  return (
    <>
      <p>{say(words.billingAbout)}</p>
      <ActionForm
        key={going?.cursor}
        callable="wallet/start_billing"
        given={going ? { month: going.month, cursor: going.cursor } : {}}
        ask={going ? [] : ['month']}
        start={{ month: lastMonth() }}
        label={going ? words.goOnBilling : words.bill}
        onDone={({ cursor, enqueued }, { month }) =>
          setBegun({ month, cursor, enqueued: enqueued + (going?.enqueued ?? 0) })
        }
      />
      <p role="status">
        {begun &&
          say(begun.cursor ? words.billedSoFar : words.billed, {
            month: monthName(begun.month),
            count: whole(begun.enqueued),
          })}
      </p>
    </>
  );
}
