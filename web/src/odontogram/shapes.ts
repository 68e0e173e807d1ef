// How teeth are drawn: simple outlines by what a tooth is, seen from the cheek, of an upper tooth.
// A drawing is 40 wide and 72 high; lower teeth are turned over.

import type { Arch, ToothKind } from '@scanner/client';

/** The outline of a tooth, as paths of SVG. */
export interface Shape {
  readonly roots: readonly string[];
  readonly crown: string;
  /** How wide it is beside the widest of its class. */
  readonly width: number;
}

const ONE_ROOT = ['M12 35C13 23 16 11 20 5C24 11 27 23 28 35Z'];
const LONG_ROOT = ['M11 36C12 22 16 8 20 2C24 8 28 22 29 36Z'];
const TWO_ROOTS = [
  'M7 37C5 25 5 14 8 8C13 13 17 24 19 33L18 38Z',
  'M33 37C35 25 35 14 32 8C27 13 23 24 21 33L22 38Z',
];
const THREE_ROOTS = ['M15 36C15 26 17 16 20 9C23 16 25 26 25 36Z', ...TWO_ROOTS];

const INCISOR =
  'M11 35C10 44 8 55 8 62Q8 66 12 66.5Q20 68 28 66.5Q32 66 32 62C32 55 30 44 29 35Q20 30 11 35Z';
const CANINE =
  'M11 36C8 44 8 52 10 56L18 66.5Q20 68.5 22 66.5L30 56C32 52 32 44 29 36Q20 30 11 36Z';
const PREMOLAR =
  'M10 36C8 44 7 52 9 58Q13 60 18 65Q20 67 22 65Q27 60 31 58C33 52 32 44 30 36Q20 31 10 36Z';
const MOLAR =
  'M6 37C3 44 2 53 4 60Q7 67 12 66Q17 64 20 61Q23 64 28 66Q33 67 36 60C38 53 37 44 34 37Q27 33 20 36Q13 33 6 37Z';

const SHAPES: Record<ToothKind, Shape> = {
  central_incisor: { roots: ONE_ROOT, crown: INCISOR, width: 0.95 },
  lateral_incisor: { roots: ONE_ROOT, crown: INCISOR, width: 0.78 },
  canine: { roots: LONG_ROOT, crown: CANINE, width: 0.9 },
  first_premolar: { roots: ONE_ROOT, crown: PREMOLAR, width: 0.88 },
  second_premolar: { roots: ONE_ROOT, crown: PREMOLAR, width: 0.88 },
  first_molar: { roots: TWO_ROOTS, crown: MOLAR, width: 1 },
  second_molar: { roots: TWO_ROOTS, crown: MOLAR, width: 0.95 },
  third_molar: { roots: TWO_ROOTS, crown: MOLAR, width: 0.86 },
};

/** An implant in the place of roots: the screw, and its threads. */
export const IMPLANT = 'M15 34L16 14Q20 8 24 14L25 34ZM13 18H27M13 23H27M13 28H27M14 33H26';

/** The outline of a tooth. Upper molars have three roots; the lower central incisors are smallest. */
export function shapeOf(kind: ToothKind, arch: Arch): Shape {
  const shape = SHAPES[kind];
  if (arch === 'upper')
    return kind.endsWith('molar') && !kind.endsWith('premolar')
      ? { ...shape, roots: THREE_ROOTS }
      : shape;
  return kind === 'central_incisor' ? { ...shape, width: 0.7 } : shape;
}
