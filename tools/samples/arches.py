"""One dental arch as a scan: crowns set along an ellipse, the gum around them, a frayed border."""

from typing import Final

import numpy as np

from tools.samples.crowns import INCISOR, TEETH, Array, Jaw, bulge, crown, gum
from tools.samples.triangles import stl_file, strip_triangles

_DEEP: Final = 9.0  # mm from the chewing surface down to the border of the scan
_ELLIPSE: Final[dict[Jaw, tuple[float, float]]] = {"upper": (26.0, 43.5), "lower": (24.0, 41.5)}


def arch(jaw: Jaw = "lower", triangles: int = 40_000, seed: int = 1) -> bytes:
    """Binary STL of a dental arch in mm, about 60 wide and 50 deep, open towards the jaw.

    The occlusal direction is z for the lower jaw and -z for the upper, as in files exported in
    bite position; the front teeth point to -y. Roughly `triangles` triangles (1,000 or more).
    `seed` moves and turns the teeth a little and frays the border.
    """
    if triangles < 1000:
        raise ValueError("an arch needs at least 1,000 triangles")
    rows = int(np.sqrt(triangles / 2 * 2.3))  # the strip is longer than wide
    columns = max(8, triangles // (2 * rows))
    points = _surface(jaw, rows + 1, columns + 1, np.random.default_rng(seed))
    if jaw == "upper":
        points = points * np.array([-1.0, 1.0, -1.0])  # half a turn about y: no mirroring
    return stl_file(strip_triangles(points))


def _surface(jaw: Jaw, rows: int, columns: int, random: np.random.Generator) -> Array:
    """Points of the arch, (rows along the arch, columns from the cheek to the tongue, xyz)."""
    widths = np.array([width for _, width in TEETH[jaw]])
    length = 2 * widths.sum() + 3
    along = np.linspace(-length / 2, length / 2, rows)
    out = np.linspace(10.0, -10.0, 640)  # fine steps, evened out below
    height = _profile(jaw, along[:, None], out[None, :], random)
    pushed = bulge(height, out)
    rims = border(along, random)
    across, up = evened(out + pushed, height, rims, columns)
    curve, outward = _arch_curve(jaw, along)
    flat = curve[:, None, :] + across[:, :, None] * outward[:, None, :]
    # The curve of Spee: the chewing surfaces lie on a shallow bowl.
    up = up + 0.0011 * (flat[:, :, 1] - flat[:, :, 1].mean()) ** 2 * (1 if jaw == "lower" else -1)
    up += random.normal(0, 0.006, up.shape)  # what a scanner's noise looks like
    return np.concatenate((flat, up[:, :, None]), axis=2)


def _profile(jaw: Jaw, along: Array, out: Array, random: np.random.Generator) -> Array:
    """Height over the strip: the gum, and each tooth where it stands above it."""
    teeth = TEETH[jaw]
    rows = [gum(along, out, np.cumsum([0.0] + [width for _, width in teeth]))]
    for side in (-1, 1):
        start = 0.0
        for kind, width in teeth:
            middle = side * (start + width / 2)
            shift, turn, lift = random.normal(0, (0.25, 0.05, 0.18))
            a = (along - middle) / (width / 2 * 1.03)
            thick = kind.thick * (0.8 if jaw == "lower" and kind is INCISOR else 1.0)
            b = (out - shift - turn * (along - middle)) / (thick / 2)
            rows.append(crown(kind, a * side, b) + lift)
            start += width
    stacked = np.stack(np.broadcast_arrays(*rows))
    smooth = 5.0  # a soft maximum leaves a fillet where tooth meets gum or tooth
    top = stacked.max(axis=0)
    blended: Array = top + np.log(np.exp(smooth * (stacked - top)).sum(axis=0)) / smooth
    return blended


def border(along: Array, random: np.random.Generator) -> tuple[Array, Array]:
    """Where the scan ends on the cheek's and the tongue's side: a frayed line, mm from the top."""
    phases = random.uniform(0, 2 * np.pi, (2, 5))
    waves = np.array([0.11, 0.23, 0.41, 0.83, 1.9])
    depths = np.array([0.5, 0.4, 0.25, 0.2, 0.12])
    sides = (np.sin(along[:, None] * waves + phase) @ depths for phase in phases)
    cheek, tongue = (_DEEP - 2.2 + side for side in sides)
    return cheek, tongue


def evened(
    across: Array, height: Array, border: tuple[Array, Array], columns: int
) -> tuple[Array, Array]:
    """Cut each row at the border and lay its points at even distances along the surface."""
    rows = len(height)
    new_across, new_up = np.empty((rows, columns)), np.empty((rows, columns))
    for row in range(rows):
        x, z = across[row], height[row]
        inside = np.flatnonzero(z > -np.minimum(border[0][row], 8))
        left = inside[0]
        right = np.flatnonzero(z > -np.minimum(border[1][row], 8))[-1]
        x, z = x[left : right + 1], z[left : right + 1]
        walked = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(x), np.diff(z)))))
        stops = np.linspace(0, walked[-1], columns)
        new_across[row], new_up[row] = np.interp(stops, walked, x), np.interp(stops, walked, z)
    return new_across, new_up


def _arch_curve(jaw: Jaw, along: Array) -> tuple[Array, Array]:
    """Points (n, 2) on the arch at distances from the midline, and unit normals outward."""
    half_width, depth = _ELLIPSE[jaw]
    angle = np.linspace(-0.75 * np.pi, 0.75 * np.pi, 4001)
    fine = np.stack((half_width * np.sin(angle), -depth * np.cos(angle)), axis=1)
    steps = np.hypot(*np.diff(fine, axis=0).T)
    walked = np.concatenate(([0.0], np.cumsum(steps)))
    walked -= walked[len(walked) // 2]
    points = np.stack([np.interp(along, walked, fine[:, axis]) for axis in (0, 1)], axis=1)
    tangent = np.gradient(points, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    return points, np.stack((tangent[:, 1], -tangent[:, 0]), axis=1)
