// What a file's document says of places on its scan: where the teeth look, and where holes are.

import type { Position, ScanFeatures } from '@scanner/client';
import { say } from '../core/words';
import type { Directions } from './engine/frame';
import type { Vector } from './engine/queries';
import { words } from './words';

/** A place on a scan that is shown with a number, and in a list. */
export interface Mark {
  /** The scan that it is on, by its `id`. */
  readonly surface: string;
  /** Coordinates of its file, in mm. */
  readonly at: Vector;
  readonly text: string;
}

/** What was measured on a scan: a clinic's file has it typed, an order's file as it was copied. */
export type Features = ScanFeatures | Record<string, unknown> | null;

const vector = ({ x, y, z }: Position): Vector => [x, y, z];

/** Where the chewing surfaces and the front teeth of a scan look; nothing where no row was seen. */
export function directionsOf(features: Features): Directions | undefined {
  const arch = (features as ScanFeatures | null)?.arch;
  return arch ? { occlusal: vector(arch.occlusal), front: vector(arch.front) } : undefined;
}

/** The holes of a scan, the largest first, as the case check measured them. */
export function marksOf(surface: string, features: Features): Mark[] {
  return ((features as ScanFeatures | null)?.holes ?? []).map((hole) => ({
    surface,
    at: vector(hole.at),
    text: say(words.hole, { across: hole.across_mm.toFixed(1) }),
  }));
}
