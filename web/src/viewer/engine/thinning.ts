// A surface of fewer triangles for while it is turned: vertices in one cell of a grid become one.
//
// It is drawn from the vertices of the whole surface, so that it costs an index and no more. What a
// simplifier by errors would keep better is not seen in the tenth of a second that a frame stands.

import type { Mesh } from './stl';

/** The vertices of a surface by the cells of a grid. */
export interface Cells {
  /** The cell of each vertex. */
  readonly of: Int32Array;
  /** Means over the vertices of each cell, three numbers to a cell; normals have length 1. */
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Triangles between three different cells, by cells, and by a vertex of each. */
  readonly index: Uint32Array;
  readonly thin: Uint32Array;
}

/** Puts vertices into cells of a size that leaves about so many triangles. */
export function cellsOf(mesh: Mesh, normals: Float32Array, triangles: number): Cells {
  const { positions, index } = mesh;
  const of = numbered(positions, sizeOf(mesh, triangles));
  const count = of.reduce((most, cell) => Math.max(most, cell), -1) + 1;
  const means = meansOf(positions, of, count);
  const faces = directions(meansOf(normals, of, count));
  const between = triangled(index, of);
  const nearest = nearestOf(positions, of, means);
  return {
    of,
    positions: means,
    normals: faces,
    index: between,
    thin: turned(between, means, faces).map((cell) => nearest[cell] as number),
  };
}

const OBLIQUE = 1.4; // cells that a surface goes through, by those that it would if it lay in the grid

/** The side of a cell: each leaves about two triangles. */
function sizeOf({ positions, index }: Mesh, triangles: number): number {
  let area = 0;
  const step = 3 * Math.max(1, Math.floor(index.length / 3 / 20_000)); // a sample is enough
  let looked = 0;
  for (let at = 0; at < index.length; at += step) {
    const [a, b, c] = [index[at], index[at + 1], index[at + 2]].map((vertex) =>
      positions.subarray((vertex as number) * 3, (vertex as number) * 3 + 3),
    ) as [Float32Array, Float32Array, Float32Array];
    const u = [0, 1, 2].map((axis) => (b[axis] as number) - (a[axis] as number));
    const v = [0, 1, 2].map((axis) => (c[axis] as number) - (a[axis] as number));
    const [ux, uy, uz] = u as [number, number, number];
    const [vx, vy, vz] = v as [number, number, number];
    area += Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2;
    looked++;
  }
  const whole = (area / Math.max(looked, 1)) * (index.length / 3);
  return Math.max(Math.sqrt((2 * OBLIQUE * whole) / triangles), 1e-3);
}

/** Numbers the cells that have vertices, and returns that of each vertex. */
function numbered(positions: Float32Array, size: number): Int32Array {
  const cells = new Map<number, number>();
  const of = new Int32Array(positions.length / 3);
  for (let vertex = 0; vertex < of.length; vertex++) {
    const [x, y, z] = [0, 1, 2].map(
      (axis) => Math.floor((positions[vertex * 3 + axis] as number) / size) + 65536,
    ) as [number, number, number];
    const key = (x * 131072 + y) * 131072 + z; // below 2^53: exact
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = cells.size;
      cells.set(key, cell);
    }
    of[vertex] = cell;
  }
  return of;
}

function meansOf(values: Float32Array, of: Int32Array, count: number): Float32Array {
  const means = new Float32Array(count * 3);
  const counts = new Float32Array(count);
  for (let vertex = 0; vertex < of.length; vertex++) {
    const cell = of[vertex] as number;
    (counts[cell] as number) += 1;
    for (let axis = 0; axis < 3; axis++) {
      (means[cell * 3 + axis] as number) += values[vertex * 3 + axis] as number;
    }
  }
  for (let at = 0; at < means.length; at++) {
    means[at] = (means[at] as number) / (counts[(at / 3) | 0] as number);
  }
  return means;
}

function directions(vectors: Float32Array): Float32Array {
  for (let at = 0; at < vectors.length; at += 3) {
    const [x, y, z] = vectors.subarray(at, at + 3) as unknown as [number, number, number];
    const length = Math.hypot(x, y, z) || 1;
    for (let axis = at; axis < at + 3; axis++) vectors[axis] = (vectors[axis] as number) / length;
  }
  return vectors;
}

function triangled(index: Uint32Array, of: Int32Array): Uint32Array {
  const kept = new Uint32Array(index.length);
  let length = 0;
  for (let at = 0; at < index.length; at += 3) {
    const a = of[index[at] as number] as number;
    const b = of[index[at + 1] as number] as number;
    const c = of[index[at + 2] as number] as number;
    if (a === b || b === c || c === a) continue;
    kept[length++] = a;
    kept[length++] = b;
    kept[length++] = c;
  }
  return kept.slice(0, length);
}

/** Triangles that face as their cells do: where vertices became one, some were turned over. */
function turned(index: Uint32Array, means: Float32Array, faces: Float32Array): Uint32Array {
  const facing = index.slice();
  const side = (from: number, to: number, axis: number) =>
    (means[to * 3 + axis] as number) - (means[from * 3 + axis] as number);
  for (let at = 0; at < index.length; at += 3) {
    const a = index[at] as number;
    const b = index[at + 1] as number;
    const c = index[at + 2] as number;
    let along = 0;
    for (let axis = 0; axis < 3; axis++) {
      const [y, z] = [(axis + 1) % 3, (axis + 2) % 3] as const;
      const normal = side(a, b, y) * side(a, c, z) - side(a, b, z) * side(a, c, y);
      for (const cell of [a, b, c]) along += normal * (faces[cell * 3 + axis] as number);
    }
    if (along >= 0) continue;
    facing[at + 1] = c;
    facing[at + 2] = b;
  }
  return facing;
}

/** The vertex of each cell that is nearest to its mean. */
function nearestOf(positions: Float32Array, of: Int32Array, means: Float32Array): Uint32Array {
  const nearest = new Uint32Array(means.length / 3);
  const away = new Float32Array(nearest.length).fill(Infinity);
  for (let vertex = 0; vertex < of.length; vertex++) {
    const cell = of[vertex] as number;
    let square = 0;
    for (let axis = 0; axis < 3; axis++) {
      square +=
        ((positions[vertex * 3 + axis] as number) - (means[cell * 3 + axis] as number)) ** 2;
    }
    if (square >= (away[cell] as number)) continue;
    away[cell] = square;
    nearest[cell] = vertex;
  }
  return nearest;
}
