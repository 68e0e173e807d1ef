"""Recognises the row of teeth on a scan of one jaw, and stays silent where it is not sure."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from scans.gate.arches import forms, rows
from scans.gate.arches.forms import Form
from scans.gate.arches.models import Features, ToothRow, placed
from scans.gate.arches.relief import Relief, relief
from scans.gate.arches.rows import Row
from scans.gate.arches.surface import Floats64, Surface, sample
from scans.gate.stl.mesh import Mesh
from scans.gate.stl.rims import HoleRim

_POINTS: Final = 40_000
"""Points of a surface that are looked at: some four for each mm2 of an arch."""
_SHORTEST_MM: Final = 25.0
"""A row is at least as long: an incisor, a canine and two premolars."""
_CROWNED: Final = 0.5
"""Share of the row that has crests: half of the teeth may be missing or cut down."""
_FITS: Final = 2
"""A form is fitted to a rough row, and once more to the row that is followed along it."""
_NEAR_MIDLINE_MM: Final = 12.0
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

    Takes some 0.08 s of processor time and 8 MB (20 of a million triangles). The same surface gives
    the same, to some tenths of a mm, however its triangles are cut or ordered.

    Args:
        mesh: a scan that the gate has passed.
        holes: those of its examination, see `stl.Examination.holes`.
    """
    arch = recognised(sample(mesh, _POINTS))
    return Features(arch, tuple(placed(hole, arch) for hole in holes))


def recognised(surface: Surface) -> ToothRow | None:
    """Find the row of teeth of one jaw; None where there is none, or its middle is not sure."""
    seen = relief(surface)
    found = _followed(seen) if seen else None
    if seen is None or found is None:
        return None
    row, form = found
    middle = _middle(row, form)
    first, last = _reach(row, seen)
    if not _is_walled(row, seen) or not _shows_front(row, middle, first, last):
        return None
    return ToothRow(
        occlusal=_vector(seen.frame[2]),
        front=_vector(form.front @ seen.frame[:2]),
        middle=_vector(seen.of_file(_at(row, middle))),
        right_mm=middle - first,
        left_mm=last - middle,
        within_mm=form.within_mm,
        line=seen.of_file(row.line),
        along=row.along - middle,
    )


def _followed(seen: Relief) -> tuple[Row, Form] | None:
    """The row along the crests, from the right to the left, and its form, if that is sure."""
    row, form = rows.followed(seen.crest), None
    for _ in range(_FITS):
        form = forms.fitted(row) if _is_long(row) else None
        if form is None:
            return None
        row = rows.laid(seen.crest, form.line())
    if form is None or form.off_mm > _OFF_FORM_MM or form.within_mm > _WITHIN_MM:
        return None
    return (row, form) if _is_long(row) else None


def _is_long(row: Row) -> bool:
    """Whether what was followed is long enough, and has crowns on most of it."""
    if not len(row.crowned):
        return False
    first, last = row.crowned[0], row.crowned[-1]
    long = row.along[last] - row.along[first] >= _SHORTEST_MM
    return bool(long and len(row.crowned) >= _CROWNED * (last - first))


def _is_walled(row: Row, seen: Relief) -> bool:
    """Whether a row is higher than what is on both sides of it."""
    index, off = row.placed(seen.points)
    walls = []
    for side in (-1, 1):
        beside = (side * off >= _BESIDE_MM[0]) & (side * off <= _BESIDE_MM[1])
        lowest = np.full(len(row.line), np.inf)
        np.minimum.at(lowest, index[beside], seen.points[beside, 2])
        walls.append(lowest <= row.line[:, 2] - _WALL_MM)
    both = (walls[0] & walls[1])[row.crowned]
    return bool(both.mean() >= _WALLED)


def _shows_front(row: Row, middle: float, first: float, last: float) -> bool:
    """Whether front teeth are seen at the middle; of a row that reaches far on both sides, any."""
    near = np.abs(row.along[row.crowned] - middle)
    if near.min() > _MIDDLE_MM:
        return False
    one_sided = min(last - middle, middle - first) < _ONE_SIDE_MM
    return not one_sided or bool(row.broad[row.crowned][near <= _MIDDLE_MM].mean() <= _EDGE_MM)


def _middle(row: Row, form: Form) -> float:
    """Where the midline meets the row: how far along it."""
    from_midline = (row.line[:, :2] - form.apex) @ np.array((-form.front[1], form.front[0]))
    near = np.abs(from_midline) <= _NEAR_MIDLINE_MM
    return float(np.interp(0.0, from_midline[near], row.along[near]))


def _at(row: Row, along: float) -> Floats64:
    return np.array([np.interp(along, row.along, axis) for axis in row.line.T])


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


def _vector(values: Floats64) -> tuple[float, float, float]:
    x, y, z = map(float, values)
    return x, y, z
