"""The z-buffer: draws triangles into an array, many at a time.

A pixel is one 64-bit number, the depth in the upper half and the surface's direction in the
lower, so that "the nearest wins" is a maximum over numbers and needs no order of drawing. Zero is
the background.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.stl.mesh import Floats32, Mesh

Array = NDArray[np.float64]
Buffer = NDArray[np.uint64]

_BUDGET: Final = 6
"""Times that all pixels of the picture may be tested, and then 2 million more. A scan needs one
to three. Triangles that would cover the picture a thousand times over are thinned out evenly
instead of drawn for minutes."""
_SLICE: Final = 131_072  # pixels tested at a time
_DEPTHS: Final = 2.0**32 - 2
_NORMALS: Final = 2.0**15 - 1


@dataclass(frozen=True)
class Frame:
    """An orthographic picture: `pixel = (rotation @ point - corner) * scale`, y upwards.

    `corner` is the lowest right/up/depth value shown, `depth` the range of depth in mm.
    """

    rotation: Array
    corner: Array
    scale: float
    depth: float
    side: int


def fit(mesh: Mesh, rotation: Array, side: int, margin: float) -> Frame:
    """The frame of `side` pixels that shows all of a mesh, `margin` a part of the side."""
    lowest, highest = np.full(3, np.inf), np.full(3, -np.inf)
    for chunk in mesh.chunks():
        for corner in range(3):
            turned = rotation @ chunk[3 * corner : 3 * corner + 3]
            lowest = np.minimum(lowest, turned.min(axis=1))
            highest = np.maximum(highest, turned.max(axis=1))
    size = highest - lowest
    scale = side * (1 - 2 * margin) / max(float(size[:2].max()), 1e-30)
    corner_at = (lowest + highest) / 2 - side / scale / 2
    corner_at[2] = lowest[2]
    return Frame(rotation, corner_at, scale, max(float(size[2]), 1e-30), side)


def draw(mesh: Mesh, frame: Frame) -> Buffer:
    """Draw all triangles; returns packed pixels, shape (side, side), row 0 at the bottom."""
    buffer = np.zeros(frame.side * frame.side, np.uint64)
    budget, left = _BUDGET * frame.side**2 + 2_000_000, len(mesh)
    for chunk in mesh.chunks():
        facets = _facets(chunk, frame)
        allowed = min(budget, 1 + 8 * budget * chunk.shape[1] // left)
        facets = facets.thinned(allowed)
        facets.draw(buffer, frame.side)
        budget -= facets.tests
        left -= chunk.shape[1]
    return buffer.reshape(frame.side, frame.side)


def unpack(pixels: Buffer, frame: Frame) -> tuple[Floats32, Floats32]:
    """Depth in pixels (larger is nearer), shape (m,), and unit normals (3, m) of packed pixels."""
    deepest = min(frame.depth * frame.scale, 1e6)  # a needle seen from its tip is all depth
    depth = (pixels >> np.uint64(32)).astype(np.float64) * (deepest / _DEPTHS)
    halves = np.stack((pixels >> np.uint64(16), pixels)).astype(np.uint16).astype(np.float32)
    x, y = halves / np.float32(_NORMALS) - 1
    z = np.float32(1) - np.abs(x) - np.abs(y)
    fold = np.maximum(-z, 0)
    x, y = x - np.copysign(fold, x), y - np.copysign(fold, y)
    length = np.sqrt(x * x + y * y + z * z)
    return depth.astype(np.float32), np.stack((x, y, z)) / length


@dataclass(frozen=True)
class _Facets:
    """Triangles of a chunk ready to be drawn; all arrays have their number as last axis.

    `left`, `bottom`: first pixel of the box around each; `width`, `height` of that box.
    `planes`: (3 functions, 3 coefficients, m), linear in the pixel within the box: two weights,
    which with the third are all positive inside, and the depth between 0 and 1.
    """

    left: NDArray[np.int64]
    bottom: NDArray[np.int64]
    width: NDArray[np.int64]
    height: NDArray[np.int64]
    planes: Floats32
    normals: NDArray[np.uint64]

    @property
    def tests(self) -> int:
        return int((self.width * self.height).sum())

    def take(self, which: NDArray[np.intp]) -> "_Facets":
        return _Facets(
            self.left[which],
            self.bottom[which],
            self.width[which],
            self.height[which],
            self.planes[:, :, which],
            self.normals[which],
        )

    def thinned(self, allowed: int) -> "_Facets":
        """Every n-th of them, so that no more than about `allowed` pixels are tested."""
        if (tests := self.tests) <= allowed:
            return self
        thin = self.take(np.arange(0, len(self.left), -(-tests // max(allowed, 1))))
        within = np.cumsum(thin.width * thin.height) <= allowed
        return thin.take(np.flatnonzero(within))

    def draw(self, buffer: Buffer, side: int) -> None:
        """Test the pixels of all boxes, a slice at a time, and keep the nearest."""
        ends = np.cumsum(self.width * self.height)
        for start in range(0, int(ends[-1]) if len(ends) else 0, _SLICE):
            tests = np.arange(start, min(start + _SLICE, int(ends[-1])))
            first, last = np.searchsorted(ends, (tests[0], tests[-1]), side="right")
            shares = np.diff(np.clip(ends[first : last + 1], start, tests[-1] + 1), prepend=start)
            self._test(buffer, side, np.repeat(np.arange(first, last + 1), shares), tests, ends)

    def _test(
        self,
        buffer: Buffer,
        side: int,
        which: NDArray[np.intp],
        tests: NDArray[np.int64],
        ends: NDArray[np.int64],
    ) -> None:
        width = self.width[which]
        inner = tests - ends[which] + width * self.height[which]
        row = inner // width
        column = inner - row * width
        x, y = column.astype(np.float32), row.astype(np.float32)
        a, b, depth = (
            plane[0, which] * x + plane[1, which] * y + plane[2, which] for plane in self.planes
        )
        inside = np.flatnonzero((a >= 0) & (b >= 0) & (a + b <= 1))
        which = which[inside]
        near = np.clip(depth[inside].astype(np.float64), 0, 1) * (_DEPTHS - 1) + 1
        packed = near.astype(np.uint64) << np.uint64(32) | self.normals[which]
        pixel = (self.bottom[which] + row[inside]) * side + self.left[which] + column[inside]
        np.maximum.at(buffer, pixel, packed)


def _facets(chunk: Floats32, frame: Frame) -> _Facets:
    """Turn a chunk (9, m) into the picture and keep the triangles that meet a pixel's centre."""
    turned = frame.rotation @ chunk.astype(np.float64).reshape(3, 3, -1)
    points = turned - frame.corner[:, None]
    points *= np.array([frame.scale, frame.scale, 1 / frame.depth])[:, None]
    low = np.ceil(points[:, :2].min(axis=0) - 0.5)
    high = np.floor(points[:, :2].max(axis=0) - 0.5)
    (ux, vx), (uy, vy), (uz, vz) = (points[1:] - points[0]).transpose(1, 0, 2)
    doubled = ux * vy - vx * uy
    kept = np.flatnonzero((high >= low).all(axis=0) & (np.abs(doubled) > 1e-12))
    left, bottom = low[:, kept]
    width, height = (high - low + 1)[:, kept].astype(np.int64)
    ux, vx, uy, vy, uz, vz, doubled = (v[kept] for v in (ux, vx, uy, vy, uz, vz, doubled))
    x, y = left + 0.5 - points[0, 0, kept], bottom + 0.5 - points[0, 1, kept]
    first = np.stack((vy, -vx, vy * x - vx * y)) / doubled
    second = np.stack((-uy, ux, ux * y - uy * x)) / doubled
    depth = first * uz + second * vz
    depth[2] += points[0, 2, kept]
    normals = _packed_normals(ux, uy, uz, vx, vy, vz, frame)
    planes = np.stack((first, second, depth)).astype(np.float32)
    return _Facets(left.astype(np.int64), bottom.astype(np.int64), width, height, planes, normals)


def _packed_normals(
    ux: Array, uy: Array, uz: Array, vx: Array, vy: Array, vz: Array, frame: Frame
) -> NDArray[np.uint64]:
    """Directions of the surfaces in 32 bits: folded onto an octahedron, 16 bits a coordinate."""
    deep = frame.scale * frame.depth  # depths were scaled differently from x and y
    x, y = (uy * vz - uz * vy) * deep, (uz * vx - ux * vz) * deep
    z = ux * vy - uy * vx
    total = np.abs(x) + np.abs(y) + np.abs(z)
    x, y, z = x / total, y / total, z / total
    fold_x, fold_y = (1 - np.abs(y)) * np.copysign(1, x), (1 - np.abs(x)) * np.copysign(1, y)
    x, y = np.where(z < 0, fold_x, x), np.where(z < 0, fold_y, y)
    packed = np.rint((np.stack((x, y)) + 1) * _NORMALS).astype(np.uint64)
    joined: NDArray[np.uint64] = packed[0] << np.uint64(16) | packed[1]
    return joined
