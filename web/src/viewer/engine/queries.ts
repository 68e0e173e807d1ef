// Questions to a surface: where a ray meets it, what a plane cuts out of it, which way it faces.
//
// Each goes through all triangles: some milliseconds, in a worker, on a click. An acceleration
// structure would take longer to build than all that is asked of it.

import type { Mesh } from './stl';

/** A place or a direction, in mm. */
export type Vector = readonly [number, number, number];

/** A plane: what `normal · place > offset` is cut away. */
export interface Plane {
  readonly normal: Vector;
  readonly offset: number;
}

/** Where a ray meets a surface first; on what a plane leaves of it. */
export function met(
  { positions, index }: Mesh,
  from: Vector,
  towards: Vector,
  cut: Plane | null,
): { at: Vector; away: number } | null {
  const [fx, fy, fz] = from;
  const [dx, dy, dz] = towards;
  let nearest = Infinity;
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
    // Möller and Trumbore: the ray against the triangle's own coordinates.
    const px = dy * vz - dz * vy;
    const py = dz * vx - dx * vz;
    const pz = dx * vy - dy * vx;
    const determinant = ux * px + uy * py + uz * pz;
    if (determinant === 0) continue;
    const tx = fx - ax;
    const ty = fy - ay;
    const tz = fz - az;
    const u = (tx * px + ty * py + tz * pz) / determinant;
    if (u < 0 || u > 1) continue;
    const qx = ty * uz - tz * uy;
    const qy = tz * ux - tx * uz;
    const qz = tx * uy - ty * ux;
    const v = (dx * qx + dy * qy + dz * qz) / determinant;
    if (v < 0 || u + v > 1) continue;
    const away = (vx * qx + vy * qy + vz * qz) / determinant;
    if (away < 0 || away >= nearest) continue;
    if (cut !== null && beyond(cut, [fx + away * dx, fy + away * dy, fz + away * dz]) > 0) continue;
    nearest = away;
  }
  if (nearest === Infinity) return null;
  return { at: [fx + nearest * dx, fy + nearest * dy, fz + nearest * dz], away: nearest };
}

function beyond({ normal, offset }: Plane, [x, y, z]: Vector): number {
  return normal[0] * x + normal[1] * y + normal[2] * z - offset;
}

/** The lines in which a plane cuts a surface: six numbers to a piece, its two ends. */
export function section({ positions, index }: Mesh, plane: Plane): Float32Array {
  const [nx, ny, nz] = plane.normal;
  const heights = new Float32Array(positions.length / 3);
  for (let vertex = 0; vertex < heights.length; vertex++) {
    const at = vertex * 3;
    heights[vertex] =
      nx * (positions[at] as number) +
      ny * (positions[at + 1] as number) +
      nz * (positions[at + 2] as number) -
      plane.offset;
  }
  const ends: number[] = [];
  const cross = (one: number, other: number) => {
    const low = heights[one] as number;
    const part = low / (low - (heights[other] as number));
    for (let axis = 0; axis < 3; axis++) {
      const start = positions[one * 3 + axis] as number;
      ends.push(start + part * ((positions[other * 3 + axis] as number) - start));
    }
  };
  for (let at = 0; at < index.length; at += 3) {
    const corners = [index[at], index[at + 1], index[at + 2]] as [number, number, number];
    const above = corners.filter((vertex) => (heights[vertex] as number) > 0);
    if (above.length === 0 || above.length === 3) continue;
    const below = corners.filter((vertex) => (heights[vertex] as number) <= 0);
    const alone = (above.length === 1 ? above : below)[0] as number;
    for (const other of above.length === 1 ? below : above) cross(alone, other);
  }
  return Float32Array.from(ends);
}

/** Which way a surface faces around a place: a direction of length 1, or null where none is near. */
export function facing(
  { positions }: Mesh,
  normals: Float32Array,
  around: Vector,
  within: number,
): Vector | null {
  const sum: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < positions.length; at += 3) {
    const x = (positions[at] as number) - around[0];
    const y = (positions[at + 1] as number) - around[1];
    const z = (positions[at + 2] as number) - around[2];
    if (x * x + y * y + z * z > within * within) continue;
    sum[0] += normals[at] as number;
    sum[1] += normals[at + 1] as number;
    sum[2] += normals[at + 2] as number;
  }
  const length = Math.hypot(...sum);
  return length < 1e-6 ? null : [sum[0] / length, sum[1] / length, sum[2] / length];
}
