// The steps of an order that its lab may take now.

import { type OrderAction, type OrderForLab, states } from '@scanner/client';
import type { JSX } from 'preact';
import type { Row } from '../../core/watch';
import { say } from '../../core/words';
import { type StepForm, Steps } from '../../ui/Steps';
import { worksOf } from '../orders/looks';
import { reasonsOf } from '../orders/reasons';
import { asksOf } from './asks';
import { about, amendments } from './words';

/** Steps that the lab is there for: the others stand beside them more quietly. */
const FORWARD: readonly OrderAction[] = ['accept', 'start', 'resume', 'finish', 'ship'];
/** Steps that end the order. */
const ENDING: readonly OrderAction[] = ['reject', 'give_back'];

/** A button for each. */
export function OrderSteps({ order }: { order: Row<OrderForLab> }): JSX.Element | null {
  const actions = states.order.steps(order.state, 'lab');
  if (actions.length === 0) return null;
  return (
    <Steps
      machine="order"
      enumeration="OrderAction"
      state={order.state}
      parties={['lab']}
      forms={Object.fromEntries(actions.map((action) => [action, formOf(order, action)]))}
    />
  );
}

function formOf(order: Row<OrderForLab>, action: OrderAction): StepForm {
  const { id, state, sender, patient } = order;
  const reasons = reasonsOf(state, action);
  const asks = asksOf(state, action);
  const sentence = about[action];
  return {
    callable: 'labs/move_order',
    given: { order_id: id, action: action as 'accept' },
    ask: asks,
    needed: asks,
    ...(reasons.length > 0 && { choices: { reason: reasons } }),
    ...(action === 'amend' && startOf(order)),
    look: FORWARD.includes(action) ? 'primary' : 'secondary',
    danger: ENDING.includes(action),
    about: (
      <>
        <p>
          <strong>{patient.reference}</strong>: {worksOf(order)}, {sender.name}
        </p>
        {sentence && <p>{say(sentence)}</p>}
      </>
    ),
  };
}

/** What is to be corrected stands in the form as it is. */
function startOf({ state, due_on, shipment }: Row<OrderForLab>) {
  if (state !== 'shipped') return { label: amendments.day, start: { due_on: due_on ?? '' } };
  const { carrier = '', tracking } = shipment ?? {};
  return {
    label: amendments.shipment,
    start: { shipment: { carrier, tracking: tracking ?? '' } },
  };
}
