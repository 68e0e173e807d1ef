// What light needs to know of each vertex: its normal, and how deep it lies in a hollow.
//
// Fissures, margins and the gaps between teeth are what a dentist looks for, and direct light alone
// does not show them. They are darkened by how far a vertex lies below its surroundings, worked out
// once, so that turning costs nothing for it; the gate's pictures do the same on pixels
// (functions/scans/gate/stl/shading.py).

import type { Vector } from './queries';
import type { Mesh } from './stl';
import { type Cells, cellsOf } from './thinning';

const LIMIT = 32767; // the largest of a normalised 16-bit number
const FINE_MM = 0.06; // a vertex this far below its near surroundings is as dark as it gets
const WIDE_MM = 0.35; // likewise below its wider ones
const FINE_ROUNDS = 3;
const WIDE_ROUNDS = 8;
const FINE_SHARE = 0.4;

/** Normal (x, y, z) and hollow of each vertex as normalised 16-bit numbers, and the thin surface. */
export interface Shaded {
  /** Four to a vertex. The hollow is from -1, a ridge, over 0 to 1, a fissure. */
  readonly shading: Int16Array;
  /** Triangles of a thinned surface on the same vertices, for while it is turned. */
  readonly thin: Uint32Array;
  /** The mean of the normals. */
  readonly faces: Vector;
}

/** Works out what light needs to know of a surface, and a thin one of about so many triangles. */
export function shaded(mesh: Mesh, thinTriangles: number): Shaded {
  const normals = normalsOf(mesh);
  const cells = cellsOf(mesh, normals, thinTriangles);
  const fine = below(mesh.positions, normals, mesh.index, FINE_ROUNDS, FINE_MM);
  const wide = spread(
    below(cells.positions, cells.normals, cells.index, WIDE_ROUNDS, WIDE_MM),
    cells,
  );
  smooth(wide, 1, mesh.index, 2);
  const vertices = mesh.positions.length / 3;
  const shading = new Int16Array(vertices * 4);
  for (let vertex = 0; vertex < vertices; vertex++) {
    for (let axis = 0; axis < 3; axis++) {
      shading[vertex * 4 + axis] = Math.round((normals[vertex * 3 + axis] as number) * LIMIT);
    }
    const deep =
      FINE_SHARE * (fine[vertex] as number) + (1 - FINE_SHARE) * (wide[vertex] as number);
    shading[vertex * 4 + 3] = Math.round(deep * LIMIT);
  }
  return { shading, thin: cells.thin, faces: mean(normals) };
}

function mean(vectors: Float32Array): Vector {
  const sum: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < vectors.length; at++) sum[(at % 3) as 0 | 1 | 2] += vectors[at] as number;
  const count = Math.max(vectors.length / 3, 1);
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

/** Unit normals of vertices, by the areas of the triangles around them. */
export function normalsOf({ positions, index }: Mesh): Float32Array {
  const normals = new Float32Array(positions.length);
  for (let at = 0; at < index.length; at += 3) {
    const a = (index[at] as number) * 3;
    const b = (index[at + 1] as number) * 3;
    const c = (index[at + 2] as number) * 3;
    const ax = positions[a] as number;
    const ay = positions[a + 1] as number;
    const az = positions[a + 2] as number;
    const ux = (positions[b] as number) - ax;
    const uy = (positions[b + 1] as number) - ay;
    const uz = (positions[b + 2] as number) - az;
    const vx = (positions[c] as number) - ax;
    const vy = (positions[c + 1] as number) - ay;
    const vz = (positions[c + 2] as number) - az;
    const x = uy * vz - uz * vy;
    const y = uz * vx - ux * vz;
    const z = ux * vy - uy * vx;
    for (const vertex of [a, b, c]) {
      (normals[vertex] as number) += x;
      (normals[vertex + 1] as number) += y;
      (normals[vertex + 2] as number) += z;
    }
  }
  for (let at = 0; at < normals.length; at += 3) {
    const x = normals[at] as number;
    const y = normals[at + 1] as number;
    const z = normals[at + 2] as number;
    const length = Math.sqrt(x * x + y * y + z * z) || 1;
    normals[at] = x / length;
    normals[at + 1] = y / length;
    normals[at + 2] = z / length;
  }
  return normals;
}

/** How far places lie below their surroundings, as parts of `most` and between -1 and 1. */
function below(
  positions: Float32Array,
  normals: Float32Array,
  index: Uint32Array,
  rounds: number,
  most: number,
): Float32Array {
  const around = positions.slice();
  smooth(around, 3, index, rounds);
  const deep = new Float32Array(positions.length / 3);
  for (let at = 0; at < deep.length; at++) {
    let height = 0;
    for (let axis = at * 3; axis < at * 3 + 3; axis++) {
      height +=
        ((around[axis] as number) - (positions[axis] as number)) * (normals[axis] as number);
    }
    deep[at] = Math.max(-1, Math.min(1, height / most));
  }
  return deep;
}

/** Replaces values of vertices, in place, by the mean over their neighbours and themselves. */
function smooth(values: Float32Array, width: number, index: Uint32Array, rounds: number): void {
  const weights = new Float32Array(values.length / width).fill(1);
  for (const vertex of index) (weights[vertex] as number) += 2;
  const sums = new Float32Array(values.length);
  for (let round = 0; round < rounds; round++) {
    sums.set(values);
    for (let at = 0; at < index.length; at += 3) {
      const a = (index[at] as number) * width;
      const b = (index[at + 1] as number) * width;
      const c = (index[at + 2] as number) * width;
      for (let axis = 0; axis < width; axis++) {
        const one = values[a + axis] as number;
        const two = values[b + axis] as number;
        const three = values[c + axis] as number;
        (sums[a + axis] as number) += two + three;
        (sums[b + axis] as number) += three + one;
        (sums[c + axis] as number) += one + two;
      }
    }
    for (let at = 0; at < values.length; at++) {
      values[at] = (sums[at] as number) / (weights[(at / width) | 0] as number);
    }
  }
}

/** The value of its cell for each vertex. */
function spread(ofCells: Float32Array, cells: Cells): Float32Array {
  return Float32Array.from(cells.of, (cell) => ofCells[cell] as number);
}
