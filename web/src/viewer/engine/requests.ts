// What the page and the worker of a surface say to each other.

import type { Plane, Vector } from './queries';

/** Why a scan cannot be shown; `Viewer` has a sentence for each. */
export type LoadFault =
  | 'expired' // the link is refused: it stood too long
  | 'gone' // there is no such file any more
  | 'lost' // no connection, or it broke
  | 'unreadable'; // what came is no scan

/** A surface as it is drawn. */
export interface DrawnMesh {
  /** The middle of its box in the file; all other places are from there. */
  readonly origin: Vector;
  readonly positions: Float32Array;
  readonly index: Uint32Array;
  readonly shading: Int16Array;
  readonly thin: Uint32Array;
  /** The mean of what it faces. A scan is open towards the jaw, so that this looks away from it. */
  readonly faces: Vector;
}

/** What is asked of the worker, by what is answered. Places are from the origin of the surface. */
export interface Questions {
  load: { ask: { url: string; thinTriangles: number }; answer: DrawnMesh | { fault: LoadFault } };
  met: {
    ask: { from: Vector; towards: Vector; cut: Plane | null };
    answer: { at: Vector; away: number } | null;
  };
  section: { ask: { plane: Plane }; answer: Float32Array };
  facing: { ask: { around: Vector; within: number }; answer: Vector | null };
}

/** One question with its number, by which the answer is found again. */
export type Question = {
  [Name in keyof Questions]: { id: number; name: Name; ask: Questions[Name]['ask'] };
}[keyof Questions];

/** How far loading has come, or the answer to a question. */
export type Reply =
  | { readonly progress: { readonly loaded: number; readonly size: number | null } }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: string };
