// One payout of a lab: what its notices lead to.

import type { JSX } from 'preact';
import type { PageProps } from '../../core/pages';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { AnswerOf, Empty } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { CancelPayout } from './CancelPayout';
import { PayoutFacts } from './looks';
import { titles } from './titles';
import { words } from './words';

/** The page; of a lab's last hundred payouts. */
export default function PayoutPage({ params }: PageProps): JSX.Element {
  const answer = useCall('wallet/list_payouts', { limit: 100 });
  return (
    <>
      <Heading title={titles.payout} />
      <AnswerOf answer={answer}>
        {({ payouts }) => {
          const payout = payouts.find(({ payout_id }) => payout_id === params['payout_id']);
          if (payout === undefined) return <Empty text={words.notFound} />;
          return (
            <>
              <PayoutFacts payout={payout} />
              <CancelPayout payout={payout} onDone={answer.again} />
            </>
          );
        }}
      </AnswerOf>
      <p>
        <a href="/payouts">{say(words.toList)}</a>
      </p>
    </>
  );
}
