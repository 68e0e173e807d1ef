"""Which pixels a triangle covers: row by row, from its one side to the other.

Everything is done for many triangles at a time, without a loop over them, over their rows or over
their pixels. A pixel belongs to a triangle when its centre does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl.mesh import Floats32

Indices = NDArray[np.intp]

HALF: Final = np.float32(0.5)
OVERLAP: Final = np.float32(1e-3)
"""Pixels by which rows reach over the sides of a triangle, so that rounding leaves no cracks."""
THIN: Final = np.float32(2e-3)
"""Square pixels; a triangle of less (seen from its edge) is covered by its neighbours."""
TINY: Final = np.float32(1e-30)  # keeps a level side's slope finite; it has no rows


@dataclass(frozen=True)
class Boxes:
    """Triangles that may cover the centre of a pixel; arrays of their number.

    `index`: which of those asked about. `left`, `bottom`, `columns`, `rows`: the pixels around
    each. `doubled`: twice the area in square pixels, negative where the corners run clockwise.
    """

    index: Indices
    left: Floats32
    bottom: Floats32
    columns: Indices
    rows: Indices
    doubled: Floats32

    @classmethod
    def around(cls, x: Floats32, y: Floats32) -> "Boxes":
        """Boxes around triangles with corners at x and y, (3, m), in pixels."""
        left, right = _first(x), _last(x)
        bottom, top = _first(y), _last(y)
        doubled = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0])
        seen = (left <= right) & (bottom <= top) & (np.abs(doubled) > THIN)
        index = np.flatnonzero(seen)
        left, right, bottom, top = (side.take(index) for side in (left, right, bottom, top))
        columns, rows = ((a - b).astype(np.intp) + 1 for a, b in ((right, left), (top, bottom)))
        return cls(index, left, bottom, columns, rows, doubled.take(index))

    @property
    def cost(self) -> Indices:
        """About how many pixels must be painted, or rows looked at.

        At most twice as many are: a row may be painted as far as the triangle is wide, however thin
        it is. Whole numbers, so that sums do not depend on their order.
        """
        return np.maximum(self.columns, self.rows) + (np.abs(self.doubled) * HALF).astype(np.intp)

    def take(self, which: Indices) -> "Boxes":
        """Some of them."""
        return Boxes(
            self.index.take(which),
            self.left.take(which),
            self.bottom.take(which),
            self.columns.take(which),
            self.rows.take(which),
            self.doubled.take(which),
        )

    def thinned(self, allowed: int) -> "Boxes":
        """Every n-th of them, so that they do not cost more than `allowed`."""
        if (cost := int(self.cost.sum())) <= allowed:
            return self
        thin = self.take(np.arange(0, len(self.index), cost // max(allowed, 1) + 1))
        return thin.take(np.flatnonzero(np.cumsum(thin.cost) <= allowed))


@dataclass(frozen=True)
class Spans:
    """Runs of pixels side by side; arrays of their number m.

    `first`: number of a run's first pixel in the picture; `count`: its pixels; `of`: its triangle.
    `start`, `slope`: (k, m), what to paint at the first pixel, and its change to the next.
    """

    first: Indices
    count: Indices
    of: Indices
    start: Floats32
    slope: Floats32

    def pixels(self, most: int) -> Iterator[tuple[Indices, Indices, Floats32]]:
        """Pixels, their triangles and what to paint (k, n), about `most` at a time."""
        for part in _slices(self.count, most):
            which, along = _spread(self.count[part])
            values = self.slope[:, part].take(which, axis=1)
            values *= along.astype(np.float32)
            values += self.start[:, part].take(which, axis=1)
            yield self.first[part].take(which) + along, self.of[part].take(which), values


class Facets(NamedTuple):
    """Triangles ready to be cut into rows; arrays of their number m.

    Measured from the centre of the first pixel of their boxes: `turn`, (3, m), x and y of the
    corner that is neither highest nor lowest, and x of the side opposite to it; `lean`, (3, m),
    how far x goes in a row on the side below that corner, the one above it, the one opposite;
    `planes`, (k, 3, m), what to paint there, its change with x, and with y.
    """

    boxes: Boxes
    turn: Floats32
    lean: Floats32
    planes: Floats32

    @classmethod
    def of(cls, boxes: Boxes, x: Floats32, y: Floats32, paint: Floats32) -> "Facets":
        """From the corners of the triangles in boxes, (3, m), and their paint, (k, 3, m)."""
        x, y = x - (boxes.left + HALF), y - (boxes.bottom + HALF)
        low, middle, high = _by_height(x, y)
        lean = np.stack((_lean(low, middle), _lean(middle, high), _lean(low, high)))
        turn = np.stack((*middle, low[0] + (middle[1] - low[1]) * lean[2]))
        return cls(boxes, turn, lean, _planes(x, y, paint, boxes.doubled))

    def spans(self, width: int, most: int) -> Iterator[Spans]:
        """Cut into rows of a picture of `width` pixels, about `most` rows at a time."""
        for part in _slices(self.boxes.rows, most):
            which, row = _spread(self.boxes.rows[part])
            which += part.start
            x, count = self._sides(which, row)
            full = np.flatnonzero(count > 0)
            which, row, x = which.take(full), row.take(full), x.take(full)
            at, by_x, by_y = self.planes.take(which, axis=2).transpose(1, 0, 2)
            start = at + by_x * x + by_y * row.astype(np.float32)
            left, bottom = self.boxes.left.take(which), self.boxes.bottom.take(which)
            first = (bottom.astype(np.intp) + row) * width + (left + x).astype(np.intp)
            yield Spans(first, count.take(full), which, start, by_x)

    def _sides(self, which: Indices, row: Indices) -> tuple[Floats32, Indices]:
        """First x of rows of triangles, and how many pixels they have, 0 or less for none."""
        x, y, across = self.turn.take(which, axis=1)
        below, above, opposite = self.lean.take(which, axis=1)
        up = row.astype(np.float32) - y
        near = x + np.minimum(up, 0) * below + np.maximum(up, 0) * above
        far = across + up * opposite
        first: Floats32 = np.ceil(np.minimum(near, far) - OVERLAP)
        last = np.floor(np.maximum(near, far) + OVERLAP)
        return first, (last - first).astype(np.intp) + 1


def _first(values: Floats32) -> Floats32:
    """First pixel whose centre is not below any of three values (3, m)."""
    low: Floats32 = np.ceil(np.minimum(np.minimum(values[0], values[1]), values[2]) - HALF)
    return low


def _last(values: Floats32) -> Floats32:
    high: Floats32 = np.floor(np.maximum(np.maximum(values[0], values[1]), values[2]) - HALF)
    return high


Points = tuple[Floats32, Floats32]


def _by_height(x: Floats32, y: Floats32) -> tuple[Points, Points, Points]:
    """Corners (3, m) sorted by y: lowest, middle, highest, each x and y."""
    low, middle = _in_order((x[0], y[0]), (x[1], y[1]))
    middle, high = _in_order(middle, (x[2], y[2]))
    low, middle = _in_order(low, middle)
    return low, middle, high


def _in_order(one: Points, other: Points) -> tuple[Points, Points]:
    swap = (other[0] - one[0]) * (one[1] > other[1])
    low = (one[0] + swap, np.minimum(one[1], other[1]))
    return low, (other[0] - swap, np.maximum(one[1], other[1]))


def _lean(low: Points, high: Points) -> Floats32:
    return (high[0] - low[0]) / (high[1] - low[1] + TINY)


def _planes(x: Floats32, y: Floats32, paint: Floats32, doubled: Floats32) -> Floats32:
    """Linear functions through `paint` (k, 3, m) at corners (3, m): (k, 3, m)."""
    ux, vx, uy, vy = x[1] - x[0], x[2] - x[0], y[1] - y[0], y[2] - y[0]
    u, v = paint[:, 1] - paint[:, 0], paint[:, 2] - paint[:, 0]
    by_x, by_y = (u * vy - v * uy) / doubled, (v * ux - u * vx) / doubled
    return np.stack((paint[:, 0] - by_x * x[0] - by_y * y[0], by_x, by_y), axis=1)


def _slices(counts: Indices, most: int) -> Iterator[slice]:
    """Cut things with `counts` parts each where about `most` parts come together."""
    if not len(counts):
        return
    ends = np.cumsum(counts)
    cuts = np.searchsorted(ends, np.arange(most, ends[-1] + most, most)) + 1
    start = 0
    for stop in np.unique(np.minimum(cuts, len(counts))):
        yield slice(start, int(stop))
        start = int(stop)


def _spread(counts: Indices) -> tuple[Indices, Indices]:
    """For each part of things with `counts` parts (1 or more): whose it is, and its number."""
    ends = np.cumsum(counts)
    first = np.zeros(int(ends[-1]), np.intp)
    first[ends[:-1]] = 1
    which = np.cumsum(first)
    return which, np.arange(len(which)) - (ends - counts).take(which)
