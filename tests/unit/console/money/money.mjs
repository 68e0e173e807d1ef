// What the console makes of states, periods, amounts and a bank's file, without a page.

import { signed } from '../../../../web/src/core/format';
import { linesOf } from '../../../../web/src/rooms/desk-money/lines';
import { periods, quarterOf } from '../../../../web/src/rooms/payouts/periods';
import { STATES } from '../../../../web/src/rooms/wallet/states';
import { typedOf, wireOf } from '../../../../web/src/ui/form/values';

/** The answers to what is asked, by the same names. */
export function answers({ days, months, amounts, noAmounts, changes, files }) {
  return {
    states: STATES,
    days: days.map((day) => periods(day)),
    months: months.map(quarterOf),
    amounts: amounts.map(([unit, typed]) => {
      const sent = wireOf({ kind: 'whole', required: true, unit }, typed);
      return [sent, typedOf(sent)];
    }),
    noAmounts: noAmounts.map((typed) => {
      return wireOf({ kind: 'whole', required: true, unit: 'paise' }, typed);
    }),
    changes: changes.map(signed),
    files: files.map(linesOf),
  };
}
