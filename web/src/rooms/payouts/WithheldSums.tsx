// What a lab sold in a period and what was withheld of it.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { Sums } from '../wallet/Sums';
import { titles } from './titles';
import { words } from './words';

/** The sums of a period, in paise. */
export type Withheld = CallableResponses['wallet/get_withholding']['withheld'];

/** All taxes that were withheld. */
export const inAll = ({ tds, tcs_cgst, tcs_sgst, tcs_igst }: Withheld): number =>
  tds + tcs_cgst + tcs_sgst + tcs_igst;

/** Draws the sums. */
export const WithheldSums = ({ withheld }: { withheld: Withheld }): JSX.Element => (
  <Sums
    caption={titles.withholding}
    rows={[
      [words.sold, withheld.sold],
      [words.returned, -withheld.returned],
      [words.net, withheld.net, 'total'],
      [words.tds, withheld.tds],
      [words.tcsCgst, withheld.tcs_cgst],
      [words.tcsSgst, withheld.tcs_sgst],
      [words.tcsIgst, withheld.tcs_igst],
      [words.withheldInAll, inAll(withheld), 'total'],
    ]}
  />
);
