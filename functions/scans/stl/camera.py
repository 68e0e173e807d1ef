"""Where to look from: finds the chewing side and the front teeth of a scan.

Nothing in an STL says which way up it is. What is used instead:

- A scan is open towards the jaw, so the area vectors of its triangles do not cancel: their sum
  points out of the opening, to the occlusal (chewing) side. A closed model has none; there the
  side facing away from its flat base is taken.
- Exported jaws normally have z along the occlusal direction (an upper jaw minus z); a direction
  found within 20 degrees of an axis is taken to be that axis.
- An arch mirrors onto itself left to right, not front to back, and is narrower in front.
"""

import math
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from scans.stl.mesh import Mesh

Array = NDArray[np.float64]
View = Literal["three-quarter", "occlusal"]

_SAMPLED: Final = 20_000  # triangles looked at; more do not change the answer visibly
_SNAP: Final = math.cos(math.radians(20))
_OPEN: Final = 0.1  # net area over area: a scan has 0.2 to 0.5, a closed model 0
_ELEVATION: Final = {"three-quarter": math.radians(48), "occlusal": math.radians(90)}
_CELLS: Final = 24


def orientation(mesh: Mesh, view: View) -> Array:
    """Rotation into the picture, shape (3, 3): rows are its right, its up, and to the viewer.

    A lower jaw is shown with its front teeth at the bottom, an upper one with them at the top, as
    on dental charts. Raises KeyError for another `view`.
    """
    elevation = _ELEVATION[view]
    centres, normals = _sample(mesh)
    occlusal = _occlusal(centres, normals)
    front = _front(centres, np.linalg.norm(normals, axis=1), occlusal)
    viewer = occlusal * math.sin(elevation) + front * math.cos(elevation)
    up = occlusal * math.cos(elevation) - front * math.sin(elevation)
    if occlusal[2] < -_SNAP:
        up = -up
    return np.stack((np.cross(up, viewer), up, viewer))


def _sample(mesh: Mesh) -> tuple[Array, Array]:
    """Centres and area vectors of evenly picked triangles, both (m, 3); centres around zero."""
    corners = mesh.corners[:: max(1, len(mesh) // _SAMPLED)].astype(np.float64)
    sides = corners[:, 1:] - corners[:, :1]
    normals = np.cross(sides[:, 0], sides[:, 1])
    centres = corners.mean(axis=1)
    return centres - centres.mean(axis=0), normals


def _occlusal(centres: Array, normals: Array) -> Array:
    """Unit vector to the chewing side."""
    area = np.linalg.norm(normals, axis=1)
    if not area.any():
        return np.array([0.0, 0.0, 1.0])
    net = normals.sum(axis=0) / area.sum()
    _, axes = np.linalg.eigh((centres * area[:, None]).T @ centres)
    thin = axes[:, 0]  # an arch is wider and deeper than it is high
    if np.linalg.norm(net) > _OPEN:
        net /= np.linalg.norm(net)
        towards = thin * np.sign(thin @ net)
        return _snapped(towards if towards @ net > _SNAP else net)
    facing = normals @ thin
    flat = np.abs(facing) > 0.99 * area
    return _snapped(thin if facing[flat].sum() <= 0 else -thin)


def _snapped(direction: Array) -> Array:
    """The coordinate axis within 20 degrees of a direction, or else the direction."""
    axis = int(np.argmax(np.abs(direction)))
    if abs(direction[axis]) < _SNAP:
        return direction
    snapped: Array = np.eye(3)[axis] * np.sign(direction[axis])
    return snapped


def _front(centres: Array, area: Array, occlusal: Array) -> Array:
    """Unit vector to the front teeth, at right angles to `occlusal`."""
    helper = np.eye(3)[int(np.argmin(np.abs(occlusal)))]
    first = np.cross(occlusal, helper)
    first /= np.linalg.norm(first)
    plane = np.stack((first, np.cross(occlusal, first)))
    flat = centres @ plane.T
    _, axes = np.linalg.eigh((flat * area[:, None]).T @ flat)
    flat = flat @ axes
    across = int(_mirror_likeness(flat, area) < _mirror_likeness(flat[:, ::-1], area))
    along = 1 - across
    front: Array = plane.T @ axes[:, along]
    return front * (1.0 if _narrower_ahead(flat[:, along], flat[:, across], area) else -1.0)


def _mirror_likeness(flat: Array, area: Array) -> float:
    """How much of a surface falls onto itself when mirrored in its first axis, 0 to 1."""
    cells, _, _ = np.histogram2d(flat[:, 0], flat[:, 1], bins=_CELLS, weights=area)
    return float(np.minimum(cells, cells[::-1]).sum() / max(float(cells.sum()), 1e-300))


def _narrower_ahead(along: Array, across: Array, area: Array) -> bool:
    low, high = np.quantile(along, (0.15, 0.85))

    def width(part: NDArray[np.bool_]) -> float:
        return float((np.abs(across[part]) * area[part]).sum() / max(area[part].sum(), 1e-300))

    return width(along >= high) <= width(along <= low)
