// What an admin may do with an order in place of its two sides.

import { type OrderAction, type ReceiptGiven, states } from '@scanner/client';
import type { JSX } from 'preact';
import { say, type Text } from '../../core/words';
import { type StepForm, Steps } from '../../ui/Steps';
import { reasonsOf } from '../orders/reasons';
import { words } from './words';

/** What is said of steps that move money. */
const ABOUT: Partial<Record<OrderAction, Text>> = {
  deliver: words.deliverAbout,
  cancel: words.cancelAbout,
};

/** Draws a button for each step; `onDone` asks for the receipt anew. */
export function AdminSteps(props: {
  receipt: ReceiptGiven['receipt'];
  onDone: () => void;
}): JSX.Element {
  const { receipt, onDone } = props;
  const { order_id, state, clinic, lab, patient } = receipt;
  const actions = states.order.steps(state, 'admin');
  if (actions.length === 0) return <p>{say(words.noSteps)}</p>;
  const form = (action: OrderAction): StepForm => {
    const reasons = reasonsOf(state, action);
    const asked = reasons.length > 0;
    return {
      callable: 'labs/move_order',
      given: { order_id, action: action as 'cancel' },
      ask: asked ? ['reason'] : [],
      ...(asked && { needed: ['reason'], choices: { reason: reasons } }),
      danger: action === 'cancel',
      of: order_id,
      onDone,
      about: (
        <>
          <p>
            <strong>{patient.reference}</strong>
          </p>
          <p>{`${clinic.name} → ${lab}`}</p>
          <p>{say(ABOUT[action] ?? words.stepAbout)}</p>
        </>
      ),
    };
  };
  return (
    <Steps
      machine="order"
      enumeration="OrderAction"
      state={state}
      parties={['admin']}
      forms={Object.fromEntries(actions.map((action) => [action, form(action)]))}
    />
  );
}
