"""Recognises the row of teeth on a scan of one jaw, and stays silent where it is not sure."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from scans.gate.arches import forms, rows
from scans.gate.arches.forms import Form
from scans.gate.arches.models import Arch, Features, placed
from scans.gate.arches.relief import Relief, relief
from scans.gate.arches.rows import Row
from scans.gate.arches.surface import Floats64, Surface, sample
from scans.gate.stl.mesh import Mesh
from scans.gate.stl.rims import HoleRim

_POINTS: Final = 40_000
"""Points of a surface that are looked at: some six for each mm2 of an arch."""
_SHORTEST_MM: Final = 25.0
"""A row is at least as long: an incisor, a canine and two premolars."""
_CROWNED: Final = 0.5
"""Share of the row that has crests: half of the teeth may be missing or cut down."""
_OFF_FORM_MM: Final = 2.5
_WITHIN_MM: Final = 12.0
"""A middle that may be farther off says neither side nor tooth."""
_MIDDLE_MM: Final = 14.0
"""How far from the middle crowns must begin at least, or else it is a guess: two incisors."""
_ONE_SIDE_MM: Final = 20.0
_EDGE_MM: Final = 1.7
"""Spread of what is highest across the row, below which it is a front tooth's."""
_WALL_MM: Final = 3.0
_WALLED: Final = 0.7
"""Share of the row that stands above what is beside it, on both sides of it."""
_BESIDE_MM: Final = (3.0, 10.0)
_CORRIDOR_MM: Final = 4.0
_LOW_MM: Final = 10.0
"""How far below the crowns a bare ridge lies at most. Palate and floor of the mouth are lower."""
_THIN: Final = 0.25
"""Part of the usual surface in the corridor of the row, below which it has ended."""


def features(mesh: Mesh, holes: Sequence[HoleRim]) -> Features:
    """See the row of teeth of a scan, and where its holes are.

    Takes some 0.06 s of processor time for any file, and 13 MB. The same surface gives the same, to
    some tenths of a mm, however its triangles are cut or ordered.

    Args:
        mesh: a scan that the gate has passed.
        holes: those of its examination, see `stl.Examination.holes`.
    """
    arch = recognised(sample(mesh, _POINTS))
    return Features(arch, tuple(placed(hole, arch) for hole in holes))


def recognised(surface: Surface) -> Arch | None:
    """Find the row of teeth of one jaw; None where there is none, or its middle is not sure."""
    seen = relief(surface)
    if seen is None:
        return None
    row = rows.followed(seen.crest)
    if not _is_row(row, seen):
        return None
    form = forms.fitted(row)
    if form is None or form.off_mm > _OFF_FORM_MM or form.within_mm > _WITHIN_MM:
        return None
    middle, leftward = _middle(row, form)
    first, last = _reach(row, seen)
    near = np.abs(row.along[row.crowned] - middle)
    if near.min() > _MIDDLE_MM:
        return None
    one_sided = min(last - middle, middle - first) < _ONE_SIDE_MM
    if one_sided and row.broad[row.crowned][near <= _MIDDLE_MM].mean() > _EDGE_MM:
        return None
    return _arch(row, seen, form, leftward, middle, first, last)


def _is_row(row: Row, seen: Relief) -> bool:
    """Whether what was followed is long enough, crowned, and higher than both of its sides."""
    first, last = row.crowned[0], row.crowned[-1]
    if row.along[last] - row.along[first] < _SHORTEST_MM:
        return False
    if len(row.crowned) < _CROWNED * (last - first):
        return False
    index, off = row.placed(seen.points)
    walls = []
    for side in (-1, 1):
        beside = (side * off >= _BESIDE_MM[0]) & (side * off <= _BESIDE_MM[1])
        lowest = np.full(len(row.line), np.inf)
        np.minimum.at(lowest, index[beside], seen.points[beside, 2])
        walls.append(lowest <= row.line[:, 2] - _WALL_MM)
    both = (walls[0] & walls[1])[row.crowned]
    return bool(both.mean() >= _WALLED)


def _middle(row: Row, form: Form) -> tuple[float, bool]:
    """Where the apex is along the row, and whether the row leads from right to left."""
    index = int(np.argmin(np.hypot(*(row.line[:, :2] - form.apex).T)))
    tangent = row.line[min(index + 2, len(row.line) - 1), :2] - row.line[max(index - 2, 0), :2]
    tangent /= np.linalg.norm(tangent)
    middle = row.along[index] + (form.apex - row.line[index, :2]) @ tangent
    left = np.array((-form.front[1], form.front[0]))  # a quarter turn to the left of the front
    return float(middle), bool(tangent @ left > 0)


def _reach(row: Row, seen: Relief) -> tuple[float, float]:
    """From where to where the surface follows the row: its crowns, and bare ridge beyond them."""
    index, off = row.placed(seen.points)
    high = seen.points[:, 2] >= row.line[index, 2] - _LOW_MM
    count = np.bincount(index[(np.abs(off) <= _CORRIDOR_MM) & high], minlength=len(row.line))
    full = count >= _THIN * np.median(count[row.crowned])
    full[[0, -1]] = False  # those beyond the curve are counted at its ends
    first, last = int(row.crowned[0]), int(row.crowned[-1])
    while full[first - 1]:
        first -= 1
    while full[last + 1]:
        last += 1
    return float(row.along[first]), float(row.along[last])


def _arch(
    row: Row, seen: Relief, form: Form, leftward: bool, middle: float, first: float, last: float
) -> Arch:
    order = slice(None) if leftward else slice(None, None, -1)
    sign = 1 if leftward else -1
    along = sign * (row.along - middle)[order]
    line = seen.of_file(row.line)[order]
    right, left = (middle - first, last - middle) if leftward else (last - middle, middle - first)
    at = [float(np.interp(0.0, along, axis)) for axis in line.T]
    return Arch(
        occlusal=_vector(seen.frame[2]),
        front=_vector(form.front @ seen.frame[:2]),
        middle=(at[0], at[1], at[2]),
        right_mm=right,
        left_mm=left,
        within_mm=form.within_mm,
        line=line,
        along=along,
    )


def _vector(values: Floats64) -> tuple[float, float, float]:
    x, y, z = map(float, values)
    return x, y, z
