// Where teeth stand: rows as a dentist sees them who faces the patient, and neighbours in a row.
// The numbers of ISO 3950 come from the backend's table, by quadrant.

import { type Arch, QUADRANTS, type Quadrant, type ToothKind } from '@scanner/client';

/** The teeth of one jaw and one dentition, from the patient's right to the left. */
export interface Row {
  readonly arch: Arch;
  readonly deciduous: boolean;
  readonly halves: readonly Half[];
}

/** The teeth of a quadrant as they are drawn from left to right: the patient's right comes first. */
export interface Half {
  readonly arch: Arch;
  readonly side: 'right' | 'left';
  readonly deciduous: boolean;
  readonly teeth: readonly number[];
}

const HALVES: readonly Half[] = Object.entries(QUADRANTS).map(([digit, quadrant]) => {
  const outward = quadrant.kinds.map((_, index) => 10 * Number(digit) + index + 1);
  const { arch, side, deciduous } = quadrant;
  return { arch, side, deciduous, teeth: side === 'right' ? outward.toReversed() : outward };
});

const row = (arch: Arch, deciduous: boolean): Row => {
  const halves = HALVES.filter((each) => each.arch === arch && each.deciduous === deciduous);
  return { arch, deciduous, halves: halves.toSorted((one) => (one.side === 'right' ? -1 : 1)) };
};

const UPPER = row('upper', false);
const LOWER = row('lower', false);
const MILK = [row('upper', true), row('lower', true)];

/** The rows of a chart from above: milk teeth stand between the permanent ones. */
export function rows(milk: boolean): readonly Row[] {
  return milk ? [UPPER, ...MILK, LOWER] : [UPPER, LOWER];
}

/** The teeth of a row, from the patient's right to the left. */
export function teethOf(one: Row): number[] {
  return one.halves.flatMap(({ teeth }) => teeth);
}

function quadrantOf(tooth: number): Quadrant | undefined {
  return QUADRANTS[Math.floor(tooth / 10)];
}

/** What is at the number: undefined where there is no such tooth. */
export function toothAt(
  tooth: number,
): (Omit<Quadrant, 'kinds'> & { readonly kind: ToothKind }) | undefined {
  const quadrant = quadrantOf(tooth);
  const kind = quadrant?.kinds[(tooth % 10) - 1];
  return quadrant && kind && { ...quadrant, kind };
}

/**
 * Where a tooth stands in its row: neighbours differ by one, also over the midline.
 *
 * From the patient's right, below zero, to the left; the central incisors are at -1 and 0.
 */
export function placeOf(tooth: number): number {
  const place = tooth % 10;
  return quadrantOf(tooth)?.side === 'right' ? -place : place - 1;
}

function rowOf(tooth: number): Row | undefined {
  return rows(true).find((each) => teethOf(each).includes(tooth));
}

/** Teeth as they stand: the upper jaw, then the lower, each from right to left. */
export function along<T>(items: readonly T[], toothIn: (item: T) => number): T[] {
  const jaw = (item: T) => Number(quadrantOf(toothIn(item))?.arch === 'lower');
  const place = (item: T) => placeOf(toothIn(item));
  return items.toSorted((one, other) => jaw(one) - jaw(other) || place(one) - place(other));
}

/** The teeth that are missing between some of one row. */
export function between(teeth: readonly number[]): number[] {
  const [first = 0] = teeth;
  const whole = rowOf(first);
  if (whole === undefined) return [];
  const places = teeth.map(placeOf);
  const inside = (tooth: number) =>
    placeOf(tooth) > Math.min(...places) && placeOf(tooth) < Math.max(...places);
  return teethOf(whole).filter((tooth) => inside(tooth) && !teeth.includes(tooth));
}

/** The tooth to the right or left of the patient in the same row: undefined at its end. */
export function neighbour(tooth: number, step: -1 | 1): number | undefined {
  const whole = rowOf(tooth);
  return whole && teethOf(whole).find((each) => placeOf(each) === placeOf(tooth) + step);
}

/** The tooth that stands above or below in a chart; the nearest where its row is shorter. */
export function opposite(tooth: number, step: -1 | 1, milk: boolean): number | undefined {
  const shown = rows(milk);
  const at = shown.findIndex((each) => teethOf(each).includes(tooth));
  const next = at < 0 ? undefined : shown[at + step];
  const distance = (each: number) => Math.abs(placeOf(each) - placeOf(tooth));
  return next && teethOf(next).toSorted((one, other) => distance(one) - distance(other))[0];
}

/** The permanent tooth that stands where a tooth does: itself, or what follows a milk tooth. */
export function successorOf(tooth: number): number {
  const own = toothAt(tooth);
  if (!own?.deciduous) return tooth;
  const row = own.arch === 'upper' ? UPPER : LOWER;
  return teethOf(row).find((each) => placeOf(each) === placeOf(tooth)) ?? tooth;
}
