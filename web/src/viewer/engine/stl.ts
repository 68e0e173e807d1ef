// Binary STL into a surface whose triangles share their corners.
//
// The gate stores nothing else: a text is rewritten in binary, and other formats are not let in
// (functions/scans/gate/stl/cleaning.py). So nothing else is read here.

/** A surface in mm, about its own middle. */
export interface Mesh {
  /** The middle of its box, in the coordinates of the file. */
  readonly origin: readonly [number, number, number];
  /** x, y, z of each vertex, from `origin`. */
  readonly positions: Float32Array;
  /** The three vertices of each triangle. */
  readonly index: Uint32Array;
}

const HEADER = 80;
const RECORD = 50; // bytes: a normal, three corners, and two bytes that mean nothing
const FIRST_CORNER = 12;

/** Says that bytes are no binary STL with a surface in it. */
export class NotAScan extends Error {}

/**
 * Reads a binary STL. Corners with the same coordinates become one vertex; triangles that have
 * less than three different corners are left out. Normals follow from the winding, as in the gate.
 *
 * @throws `NotAScan` the length is not that of the triangles that it declares, or there are none.
 */
export function parsed(bytes: ArrayBuffer): Mesh {
  const view = new DataView(bytes);
  const count = bytes.byteLength < HEADER + 4 ? 0 : view.getUint32(HEADER, true);
  if (count === 0 || bytes.byteLength !== HEADER + 4 + count * RECORD) {
    throw new NotAScan(`${bytes.byteLength} bytes of ${count} triangles`);
  }
  const corners = cornersOf(view, count);
  const origin = centred(corners);
  return { origin, ...welded(corners) };
}

function cornersOf(view: DataView, count: number): Float32Array {
  const corners = new Float32Array(count * 9);
  let to = 0;
  for (let triangle = 0; triangle < count; triangle++) {
    const from = HEADER + 4 + triangle * RECORD + FIRST_CORNER;
    for (let at = from; at < from + 36; at += 4) corners[to++] = view.getFloat32(at, true);
  }
  return corners;
}

/** Moves places to about the middle of their box, which is returned: far out, floats are coarse. */
function centred(places: Float32Array): [number, number, number] {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < places.length; at++) {
    const value = places[at] as number;
    const axis = at % 3;
    if (value < (low[axis] as number)) low[axis] = value;
    if (value > (high[axis] as number)) high[axis] = value;
  }
  const middle = low.map((value, axis) => (value + (high[axis] as number)) / 2);
  for (let at = 0; at < places.length; at++) {
    places[at] = (places[at] as number) - (middle[at % 3] as number) + 0; // + 0: no negative zero
  }
  return middle as [number, number, number];
}

/** Joins equal corners: a table with open addressing, by the bits of the coordinates. */
function welded(corners: Float32Array): { positions: Float32Array; index: Uint32Array } {
  const bits = new Uint32Array(corners.buffer);
  const count = corners.length / 3;
  const slots = 2 ** Math.ceil(Math.log2(count + 1));
  const table = new Int32Array(slots).fill(-1);
  const positions = new Float32Array(corners.length);
  const placed = new Uint32Array(positions.buffer);
  const index = new Uint32Array(count);
  let vertices = 0;
  for (let corner = 0; corner < count; corner++) {
    const x = bits[corner * 3] as number;
    const y = bits[corner * 3 + 1] as number;
    const z = bits[corner * 3 + 2] as number;
    let slot = mixed(x, y, z) & (slots - 1);
    let vertex = table[slot] as number;
    while (
      vertex >= 0 &&
      (placed[vertex * 3] !== x || placed[vertex * 3 + 1] !== y || placed[vertex * 3 + 2] !== z)
    ) {
      slot = (slot + 1) & (slots - 1);
      vertex = table[slot] as number;
    }
    if (vertex < 0) {
      vertex = vertices++;
      table[slot] = vertex;
      placed[vertex * 3] = x;
      placed[vertex * 3 + 1] = y;
      placed[vertex * 3 + 2] = z;
    }
    index[corner] = vertex;
  }
  return { positions: positions.slice(0, vertices * 3), index: whole(index) };
}

function mixed(x: number, y: number, z: number): number {
  let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77) ^ Math.imul(z, 0xc2b2ae3d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** The triangles whose three vertices differ. */
function whole(index: Uint32Array): Uint32Array {
  let kept = 0;
  for (let at = 0; at < index.length; at += 3) {
    const a = index[at] as number;
    const b = index[at + 1] as number;
    const c = index[at + 2] as number;
    if (a === b || b === c || c === a) continue;
    index[kept++] = a;
    index[kept++] = b;
    index[kept++] = c;
  }
  return index.slice(0, kept);
}
