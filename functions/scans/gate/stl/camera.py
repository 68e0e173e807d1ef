"""Where to look from: finds the chewing side and the front teeth of a scan.

Nothing in an STL says which way up it is. What is used instead:

- A scan is open towards the jaw, so the area vectors of its triangles do not cancel: their sum
  points out of the opening, to the occlusal (chewing) side. A closed model has none; there the
  side facing away from its flat base is taken.
- Exported jaws normally have z along the occlusal direction (an upper jaw minus z); a direction
  found within 20 degrees of an axis is taken to be that axis.
- An arch mirrors onto itself left to right, not front to back, and is narrower in front.

Where these fail, as on a single tooth, the views are still at right angles to each other, and only
their names may be off.
"""

import math
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl.mesh import Mesh

Array = NDArray[np.float64]
View = Literal["three-quarter", "occlusal", "fitting", "front", "left", "right"]

_SAMPLED: Final = 7000  # triangles looked at; more do not change the answer visibly
_SNAP: Final = math.cos(math.radians(20))
_OPEN: Final = 0.1  # net area over area: a scan has 0.2 to 0.5, a closed model 0
_ELEVATION: Final = math.radians(48)
"""How far above the front teeth the three-quarter view stands: both jaws' cusps show, and the
front teeth still show their faces."""
_CELLS: Final = 24
_TINY: Final = 1e-300  # keeps sums of areas from being zero


class Axes(NamedTuple):
    """The patient's directions in a scan.

    `rotation`: shape (3, 3), its rows point to the patient's left, up, and to the front.
    `upper`: whether the chewing side is below, as in an upper jaw.
    """

    rotation: Array
    upper: bool

    def towards(self, view: View) -> Array:
        """Rotation from the patient's directions into a picture, shape (3, 3).

        Rows are the picture's right, its up, and to the viewer, each as parts of left, up and
        front. Left and right are the patient's, and the patient's left is at the right of the
        picture, as for someone who stands before the patient. From above or below, a lower
        jaw has its front teeth at the bottom and an upper one at the top, as on dental charts;
        `fitting` is that picture seen from behind.
        """
        left, up, front = np.eye(3)
        occlusal, ahead = (-up, front) if self.upper else (up, -front)
        sine, cosine = math.sin(_ELEVATION), math.cos(_ELEVATION)
        return np.stack({
            "front": (left, up, front),
            "left": (-front, up, left),
            "right": (front, up, -left),
            "occlusal": (left, ahead, occlusal),
            "fitting": (-left, ahead, -occlusal),
            "three-quarter": (
                left, up * cosine + ahead * sine, occlusal * sine + front * cosine
            ),
        }[view])  # fmt: skip


def axes(mesh: Mesh) -> Axes:
    """Find the patient's directions. Raises ValueError when a coordinate is not finite."""
    points, normals = _sample(mesh)
    occlusal = _occlusal(points, normals)
    front = front_of(points, np.linalg.norm(normals, axis=1), occlusal)
    upper = bool(occlusal[2] < -_SNAP)
    up = -occlusal if upper else occlusal
    return Axes(np.stack((np.cross(up, front), up, front)), upper)


def _sample(mesh: Mesh) -> tuple[Array, Array]:
    """Points on evenly picked triangles and area vectors that go with them, both (m, 3).

    The points are the middles of the sides, about their mean: sums over them are those over the
    surface itself, up to squares, however large the triangles are.
    """
    corners = mesh.corners[:: max(1, len(mesh) // _SAMPLED)].astype(np.float64)
    if not np.isfinite(corners).all():
        raise ValueError("coordinates must be finite")
    sides = corners[:, 1:] - corners[:, :1]
    normals = np.repeat(np.cross(sides[:, 0], sides[:, 1]), 3, axis=0)
    points = ((corners + corners[:, (1, 2, 0)]) / 2).reshape(-1, 3)
    area = np.linalg.norm(normals, axis=1) + _TINY
    return points - np.average(points, axis=0, weights=area), normals


def _occlusal(points: Array, normals: Array) -> Array:
    """Unit vector to the chewing side."""
    area = np.linalg.norm(normals, axis=1)
    if not area.any():
        return np.array([0.0, 0.0, 1.0])
    net = normals.sum(axis=0) / area.sum()
    _, spread = np.linalg.eigh((points * area[:, None]).T @ points)
    thin = snapped(spread[:, 0])  # an arch is wider and deeper than it is high
    if np.linalg.norm(net) > _OPEN:
        net /= np.linalg.norm(net)
        towards = thin * np.sign(thin @ net)
        return towards if towards @ net > _SNAP else snapped(net)
    facing = normals @ thin
    flat = np.abs(facing) > 0.99 * area
    return thin if facing[flat].sum() <= 0 else -thin


def snapped(direction: Array) -> Array:
    """The coordinate axis within 20 degrees of a direction, or else the direction."""
    axis = int(np.argmax(np.abs(direction)))
    if abs(direction[axis]) < _SNAP:
        return direction
    along: Array = np.eye(3)[axis] * np.sign(direction[axis])
    return along


def front_of(points: Array, area: Array, occlusal: Array) -> Array:
    """Unit vector to the front teeth, at right angles to `occlusal`.

    `points`: of an arch, about their mean, (m, 3); `area`: how much of it each stands for, (m,).
    """
    helper = np.eye(3)[int(np.argmin(np.abs(occlusal)))]
    first = np.cross(occlusal, helper)
    first /= np.linalg.norm(first)
    plane = np.stack((first, np.cross(occlusal, first)))
    flat = points @ plane.T
    _, axes = np.linalg.eigh((flat * area[:, None]).T @ flat)
    flat = flat @ axes
    across = int(_mirror_likeness(flat, area) < _mirror_likeness(flat[:, ::-1], area))
    along = 1 - across
    front: Array = plane.T @ axes[:, along]
    return front * (1.0 if _narrower_ahead(flat[:, along], flat[:, across], area) else -1.0)


def _mirror_likeness(flat: Array, area: Array) -> float:
    """How much of a surface falls onto itself when mirrored in its first axis, 0 to 1."""
    cells, _, _ = np.histogram2d(flat[:, 0], flat[:, 1], bins=_CELLS, weights=area)
    return float(np.minimum(cells, cells[::-1]).sum() / max(float(cells.sum()), _TINY))


def _narrower_ahead(along: Array, across: Array, area: Array) -> bool:
    low, high = np.quantile(along, (0.15, 0.85))

    def width(part: NDArray[np.bool_]) -> float:
        return float((np.abs(across[part]) * area[part]).sum() / max(area[part].sum(), _TINY))

    return width(along >= high) <= width(along <= low)
