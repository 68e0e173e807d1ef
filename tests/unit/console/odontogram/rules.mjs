// What the console says of lines of orders and of teeth, without a page.

import { language } from '../../../../web/src/core/words';
import { draftOf, quantityOf, wireOf } from '../../../../web/src/odontogram/items';
import { clashes, lineProblems } from '../../../../web/src/odontogram/problems';
import { rows, teethOf } from '../../../../web/src/odontogram/teeth';
import { toothName } from '../../../../web/src/odontogram/words';

/** What is said of each line, of each order, and of all teeth. */
export function answers({ lines, orders }) {
  return {
    lines: lines.map(({ line, service }) => ({
      problems: lineProblems(line, service),
      wire: wireOf(draftOf(line), service),
      quantity: quantityOf(line, service.work, service.per),
    })),
    orders: orders.map(clashes),
    rows: rows(true).map(teethOf),
    names: Object.fromEntries(
      ['en', 'hi'].map((each) => {
        language.value = each;
        const teeth = rows(true).flatMap(teethOf);
        return [each, Object.fromEntries(teeth.map((tooth) => [tooth, toothName(tooth)]))];
      }),
    ),
  };
}
