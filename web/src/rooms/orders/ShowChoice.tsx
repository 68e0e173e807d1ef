// Which orders a list shows, chosen at its top and kept in the address; for clinics and labs.

import { type OrderState, states } from '@scanner/client';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { nameOf } from '../../core/names';
import { say, type Text } from '../../core/words';
import css from './orders.module.css';

const SHOWN = ['open', 'due', 'late', 'all'] as const;
/** Which orders are shown. */
export type Shown = (typeof SHOWN)[number] | 'state';
/** The states of the table, in the order in which an order goes through them. */
const STATES = [
  ...new Set(states.order.table.map(([, , to]) => to).filter((to) => to !== null)),
] as readonly OrderState[];

/** What stands in the address: going back from an order leads to the same list. */
export function useShown(): { readonly shown: Shown; readonly state: OrderState | undefined } {
  const asked = useLocation().query['show'];
  const state = STATES.find((each) => each === asked);
  return { state, shown: state ? 'state' : (SHOWN.find((each) => each === asked) ?? 'open') };
}

/** The choice. */
export function ShowChoice(props: {
  readonly label: Text;
  readonly lists: Readonly<Record<Shown, Text>>;
}): JSX.Element {
  const id = useId();
  const { route } = useLocation();
  const { shown, state } = useShown();
  return (
    <div class={`field ${css.short}`}>
      <label for={id}>{say(props.label)}</label>
      <select
        id={id}
        data-show
        value={state ?? shown}
        onChange={(event) => route(`/orders?show=${event.currentTarget.value}`, true)}
      >
        {SHOWN.map((each) => (
          <option key={each} value={each}>
            {say(props.lists[each])}
          </option>
        ))}
        <optgroup label={say(props.lists.state)}>
          {STATES.map((each) => (
            <option key={each} value={each}>
              {nameOf('OrderState', each)}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}
