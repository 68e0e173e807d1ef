"""A scan made ready to be looked at: in the patient's directions, and which way it faces where."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl.camera import Axes, View, axes
from scans.gate.stl.mesh import CHUNK, Floats32, Mesh
from scans.gate.stl.smoothing import SMOOTHED, Smoothing
from scans.gate.stl.vectors import area_vectors, turned, unit

Array = NDArray[np.float64]

_SMALLEST: Final = 1e-30  # mm; stands for an extent of zero


class Extent(NamedTuple):
    """From where to where a scan reaches along a picture's right, its up, and to the viewer."""

    lowest: Array
    highest: Array

    @property
    def size(self) -> Array:
        """Width, height and depth, shape (3,)."""
        return self.highest - self.lowest


class Scene:
    """A mesh measured from its first corner, in units of its own `size`, which is in mm.

    So all numbers are about one, whatever the file's, and 32 bits are enough for them. Raises
    ValueError when there are no triangles or a coordinate is not finite.
    """

    def __init__(self, mesh: Mesh, directions: Axes | None = None) -> None:
        """Measure a mesh; the patient's `directions` are found from it where they are not known."""
        if not len(mesh):
            raise ValueError("there must be triangles")
        self._mesh = mesh
        self.axes = directions or axes(mesh)
        self._origin = mesh.corners[0, 0][:, None].copy()
        self._ends = self._reach()
        self.size = max(float(np.ptp(self._ends[:, :3], axis=0).max()), _SMALLEST)
        self._turn = (self.axes.rotation / self.size).astype(np.float32)
        self._smoothing = None
        if len(mesh) <= SMOOTHED:
            whole = np.concatenate(list(self._points()), axis=2)
            self._smoothing = Smoothing(whole)

    def __len__(self) -> int:
        return len(self._mesh)

    def chunks(self) -> Iterator[tuple[Floats32, Floats32 | None]]:
        """Corners (3 directions, 3 corners, m), and unit normals there where a mesh is smoothed.

        Directions are the patient's: left, up, front.
        """
        smooth = self._smoothing
        for start, points in zip(range(0, len(self), CHUNK), self._points(), strict=True):
            yield points, smooth.normals(start, unit(area_vectors(points))) if smooth else None

    def extent(self, view: View) -> Extent:
        """How far the scan reaches in a view, in units of `size`."""
        if view == "three-quarter":
            ends = self._ends[:, 3:]
        else:  # its directions are the patient's, or opposite to them
            ends = self._ends[:, :3] @ self.axes.towards(view).T
        return Extent(ends.min(axis=0) / self.size, ends.max(axis=0) / self.size)

    def origin(self, view: View) -> Array:
        """Where the first corner lies in a view, in mm: `extent` is measured from it."""
        place: Array = self.axes.towards(view) @ self.axes.rotation @ self._origin[:, 0]
        return place

    def _points(self) -> Iterator[Floats32]:
        for chunk in self._mesh.chunks():
            about = chunk.reshape(3, 3, -1) - self._origin
            yield turned(self._turn, about.transpose(1, 0, 2))

    def _reach(self) -> Array:
        """Lowest and highest values along the patient's and the three-quarter view's directions.

        In mm from the first corner, shape (2, 6).
        """
        looks = np.concatenate((np.eye(3), self.axes.towards("three-quarter")))
        looks = (looks @ self.axes.rotation).astype(np.float32)
        lowest, highest = np.full(6, np.inf), np.full(6, -np.inf)
        with np.errstate(over="ignore", invalid="ignore"):
            for chunk in self._mesh.chunks():
                for corner in range(3):
                    along = looks @ (chunk[3 * corner : 3 * corner + 3] - self._origin)
                    lowest = np.minimum(lowest, along.min(axis=1))
                    highest = np.maximum(highest, along.max(axis=1))
        ends = np.stack((lowest, highest))
        if not np.isfinite(ends).all():
            raise ValueError("coordinates must be finite")
        return ends
