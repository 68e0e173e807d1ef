// The steps of an order that its clinic may take now.

import type { OrderForClinic } from '@scanner/client';
import type { JSX } from 'preact';
import type { Row } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { type StepForm, Steps } from '../../ui/Steps';
import { worksOf } from './looks';
import { reasonsOf } from './reasons';
import { words } from './words';

/** A button for each; new scans have a form of their own, in `Rescan`. */
export function OrderSteps({ order }: { order: Row<OrderForClinic> }): JSX.Element {
  const concerns = (sentence: Text) => (
    <>
      <p>
        <strong>{order.patient.reference}</strong>: {worksOf(order)}, {order.lab_name}
      </p>
      <p>{say(sentence)}</p>
    </>
  );
  const plain = (action: 'deliver' | 'complete' | 'report_lost', sentence: Text): StepForm => ({
    callable: 'labs/move_order',
    given: { order_id: order.id, action },
    ask: [],
    about: concerns(sentence),
  });
  const reasoned = (action: 'cancel' | 'request_remake', sentence: Text): StepForm => ({
    callable: 'labs/move_order',
    given: { order_id: order.id, action },
    ask: ['reason'],
    needed: ['reason'],
    choices: { reason: reasonsOf(order.state, action) },
    about: concerns(sentence),
    danger: action === 'cancel',
  });
  return (
    <Steps
      machine="order"
      enumeration="OrderAction"
      state={order.state}
      parties={['clinic']}
      forms={{
        deliver: {
          ...plain('deliver', order.paid ? words.deliverAgainAbout : words.deliverAbout),
          look: 'primary',
        },
        complete: { ...plain('complete', words.completeAbout), look: 'primary' },
        request_remake: reasoned('request_remake', words.remakeAbout),
        report_lost: plain('report_lost', words.lostAbout),
        cancel: reasoned('cancel', words.cancelAbout),
      }}
    />
  );
}
