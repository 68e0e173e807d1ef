// What was ordered, on the receipt: without prices, for both sides.

import type { ItemShown } from '@scanner/client';
import type { JSX } from 'preact';
import { nameOf } from '../../../core/names';
import { toothName } from '../../../odontogram/words';
import { workOf } from '../looks';
import css from '../orders.module.css';

/** The lines; each tooth by its number and name. */
export function ReceiptItems({ items }: { items: readonly ItemShown[] }): JSX.Element {
  return (
    <ol class="cards">
      {items.map((item, index) => (
        <li key={index}>
          <p>
            <strong>{workOf(placesOf(item))}</strong>
          </p>
          <p>
            {[item.name, nameOf('Material', item.material), item.shade, `× ${item.quantity}`]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {item.teeth.length > 0 && (
            <small>{item.teeth.map(({ number }) => toothName(number)).join(' · ')}</small>
          )}
          {item.notes && <p class={css.lines}>{item.notes}</p>}
        </li>
      ))}
    </ol>
  );
}

/** The places of a line as an order's document has them. */
const placesOf = ({ work, teeth, arches }: ItemShown) => ({
  work,
  teeth: teeth.map(({ number }) => number),
  units: teeth.flatMap(({ number, part }) => (part === null ? [] : [{ tooth: number, part }])),
  arches: arches.map(({ arch }) => arch),
});
