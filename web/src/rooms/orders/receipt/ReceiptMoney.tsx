// What the order costs, beside the receipt, which has no prices.

import type { JSX } from 'preact';
import { rupees } from '../../../core/format';
import { nameOf } from '../../../core/names';
import { scanner } from '../../../core/scanner';
import { useDocument } from '../../../core/watch';
import { say } from '../../../core/words';
import { Facts } from '../../../ui/Facts';
import { DocumentOf } from '../../../ui/List';
import { words } from './words';

/** The price, and where the money is: set aside, paid, or what became of it at the end. */
export function ReceiptMoney({ order_id }: { order_id: string }): JSX.Element {
  const found = useDocument(() => scanner().documents.order(order_id), [order_id]);
  return (
    <DocumentOf document={found}>
      {({ price, paid, settlement }) => (
        <Facts
          rows={[
            [words.price, rupees(price)],
            [
              words.standing,
              settlement ? nameOf('Settlement', settlement) : say(paid ? words.paid : words.held),
            ],
          ]}
        />
      )}
    </DocumentOf>
  );
}
