// What stands above an order on its page, at the clinic and at the lab: where it is, and what comes next.

import type { OrderForClinic, OrderForLab } from '@scanner/client';
import type { JSX } from 'preact';
import { nameOf } from '../../core/names';
import type { Row } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { StateBadge } from './looks';
import { words } from './words';

/** The heading and the sentences; `comes` is what comes next, `guardian` what its missing means. */
export function OrderHead(props: {
  readonly order: Row<OrderForClinic | OrderForLab>;
  readonly comes: Text | undefined;
  readonly guardian: Text;
}): JSX.Element {
  const { order, comes, guardian } = props;
  return (
    <>
      <Heading title={say(words.titleOf, { reference: order.patient.reference })}>
        <StateBadge state={order.state} />
      </Heading>
      <div aria-live="polite">
        {comes && <p>{say(comes)}</p>}
        {order.reason && (
          <p data-reason={order.reason}>
            {say(words.reasonIs, { reason: nameOf('Reason', order.reason) })}
          </p>
        )}
        {order.awaiting_guardian && <p class="problem">{say(guardian)}</p>}
      </div>
    </>
  );
}
