// The taxes withheld from a lab's sales, by month or quarter.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { AnswerOf } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { PeriodSelect } from './PeriodSelect';
import { periods } from './periods';
import { titles } from './titles';
import { WithheldSums } from './WithheldSums';
import { words } from './words';

/** The page. */
export default function Withholding(): JSX.Element {
  const [period, setPeriod] = useState(() => periods()[0] ?? '');
  return (
    <>
      <Heading title={titles.withholding} />
      <p>{say(words.withholdingAbout)}</p>
      <PeriodSelect value={period} onChange={setPeriod} />
      <WithheldOf period={period} />
    </>
  );
}

/** The sums of a period; `walletId` for admins alone. */
export function WithheldOf(props: { period: string; walletId?: string }): JSX.Element {
  const { period, walletId } = props;
  const answer = useCall('wallet/get_withholding', {
    period,
    ...(walletId ? { wallet_id: walletId } : {}),
  });
  return (
    <AnswerOf answer={answer}>{({ withheld }) => <WithheldSums withheld={withheld} />}</AnswerOf>
  );
}
