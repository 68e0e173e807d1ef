// What was ordered, line by line, in words; on the tooth chart where somebody wants to see it.

import type { OrderItem } from '@scanner/client';
import type { JSX } from 'preact';
import { rupees } from '../../core/format';
import { nameOf } from '../../core/names';
import { say } from '../../core/words';
import { type Finding, marksOf } from '../../odontogram/findings';
import { placesOf } from '../../odontogram/items';
import { Odontogram } from '../../odontogram/Odontogram';
import { Later } from '../../ui/Later';
import { workOf } from './looks';
import css from './orders.module.css';
import { words } from './words';

/** The lines of an order. */
export function ItemLines(props: {
  readonly items: readonly OrderItem[];
  /** What was found in the scans; shown at the teeth. */
  readonly findings: readonly Finding[];
  /** Whether the reader sees what it costs. */
  readonly prices?: boolean;
}): JSX.Element {
  return (
    <ol class="cards">
      {props.items.map((item, index) => (
        <li key={index} data-row={`item-${index}`}>
          <p>
            <strong>{workOf(item)}</strong>
          </p>
          <p>
            {[item.name, nameOf('Material', item.material), item.shade].filter(Boolean).join(' · ')}
          </p>
          {item.notes && <p class={css.lines}>{item.notes}</p>}
          {props.prices && (
            <p>
              {say(words.price, {
                count: item.quantity,
                unit: rupees(item.unit_price),
                sum: rupees(item.price),
              })}
            </p>
          )}
          <Later title={words.onChart} of={`chart-${index}`}>
            <Odontogram
              work={item.work}
              per={item.per}
              value={placesOf(item)}
              marks={marksOf(props.findings)}
            />
          </Later>
        </li>
      ))}
    </ol>
  );
}
