// Having the invoices of a month made out, of all wallets.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { dayOf, monthName } from '../../core/format';
import { say } from '../../core/words';
import { ActionForm } from '../../ui/form/ActionForm';
import { words } from './book-words';

interface Begun {
  readonly month: string;
  readonly started: boolean;
}

/** The month before, which is the one to bill. */
function lastMonth(): string {
  const [year = 0, month = 0] = dayOf().split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** The form. */
export function Billing(): JSX.Element {
  const [begun, setBegun] = useState<Begun | null>(null);
  return (
    <>
      <p>{say(words.billingAbout)}</p>
      <ActionForm
        callable="wallet/start_billing"
        given={{}}
        ask={['month']}
        start={{ month: lastMonth() }}
        label={words.bill}
        onDone={({ started }, { month }) => setBegun({ month, started })}
      />
      <p role="status">
        {begun &&
          say(begun.started ? words.billed : words.billedAlready, {
            month: monthName(begun.month),
          })}
      </p>
    </>
  );
}
