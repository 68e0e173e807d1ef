// What is still missing before an order can be placed: one thing at a time, in the page's order.

import { FIELDS, type OrderChecked } from '@scanner/client';
import type { Text } from '../../../core/words';
import { words as orderWords } from '../words';
import { words } from './words';

/** How far an order is. */
export interface Progress {
  readonly lab: boolean;
  /** Lines, and those of them that have a service and a material. */
  readonly lines: number;
  readonly sendable: number;
  readonly files: number;
  /** The last answer of the check. */
  readonly checked: OrderChecked | undefined;
  /** All warnings are signed off; true where there are none. */
  readonly signed: boolean;
  /** The jaws are being compared, and the person did not choose to go on without that. */
  readonly waiting: boolean;
}

/** As many files as an order takes; the text says the number. */
const MOST_FILES = FIELDS['labs/place_order'].file_ids.most ?? 20;

/** Problems that a sign-off answers. */
const ANSWERED: readonly string[] = ['case-has-findings', 'file-has-warnings'];

/** True where it can be placed; else what to do first. */
export function readyOf(at: Progress): true | Text {
  if (!at.lab) return words.labFirst;
  if (at.lines === 0 || at.sendable < at.lines) return words.linesFirst;
  if (at.files === 0) return words.filesFirst;
  if (at.files > MOST_FILES) return words.tooManyFiles;
  if (at.checked === undefined) return words.checkFirst;
  if (at.waiting) return orderWords.compareFirst;
  if (!at.signed) return words.signFirst;
  const standing = at.checked.problems.filter(({ reason }) => !ANSWERED.includes(reason));
  return standing.length === 0 ? true : words.mendFirst;
}
