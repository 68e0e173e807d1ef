// Scans of which everything is known: boxes, as binary STL.

const HEADER = 84;
const RECORD = 50;
/** The corners of two triangles for each of a box's six faces, wound so that they look outwards. */
const FACES = [
  [0, 4, 6, 2],
  [1, 3, 7, 5],
  [0, 1, 5, 4],
  [2, 6, 7, 3],
  [0, 2, 3, 1],
  [4, 5, 7, 6],
];

/** The triangles of a box between two corners: bit 0 of a corner's number is x, 1 is y, 2 is z. */
export function box([x0, y0, z0], [x1, y1, z1]) {
  const corner = (number) => [number & 1 ? x1 : x0, number & 2 ? y1 : y0, number & 4 ? z1 : z0];
  return FACES.flatMap(([a, b, c, d]) => [
    [corner(a), corner(b), corner(c)],
    [corner(a), corner(c), corner(d)],
  ]);
}

/** Triangles as the gate stores them: a header of zeros, and normals that say nothing. */
export function stl(triangles) {
  const bytes = Buffer.alloc(HEADER + RECORD * triangles.length);
  bytes.writeUInt32LE(triangles.length, 80);
  for (const [number, corners] of triangles.entries()) {
    for (const [place, value] of corners.flat().entries()) {
      bytes.writeFloatLE(value, HEADER + number * RECORD + 12 + place * 4);
    }
  }
  return bytes;
}
