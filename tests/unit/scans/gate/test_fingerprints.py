"""Fingerprints of scans: the same surface however it is written, one shape wherever."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from scans.gate import stl
from scans.gate.fingerprints import STATIONS, SurfaceFingerprint, fingerprint, surface
from scans.gate.stl.mesh import RECORD, Mesh
from tests.support import meshes
from tests.support.meshes import mesh_of
from tools import samples

Corners = NDArray[np.float32]
Change = Callable[[Corners], Corners]
RANDOM = np.random.default_rng(57)


@cache
def scan() -> Corners:
    """An arch of more than one chunk, none of whose coordinates is zero but one."""
    corners = np.array(stl.parse(samples.arch("lower", 20_000)).corners)
    corners[5, 1, 2] = 0.0
    return corners


def as_text(corners: Corners) -> Mesh:
    """The same floats as an STL in text."""
    return stl.parse(meshes.ascii_stl(corners))


def turned_corners(corners: Corners) -> Corners:
    return np.stack([np.roll(each, n % 3, axis=0) for n, each in enumerate(corners)])


def signed_zero(corners: Corners) -> Corners:
    changed = corners.copy()
    changed[changed == 0] = -0.0
    return changed


def with_slivers(corners: Corners) -> Corners:
    return np.concatenate((corners, corners[:7, [0, 1, 1]]))


def next_float(corners: Corners) -> Corners:
    changed = corners.copy()
    changed[100, 1, 2] = np.nextafter(changed[100, 1, 2], np.float32(1e9))
    return changed


def one_flipped(corners: Corners) -> Corners:
    changed = corners.copy()
    changed[100] = changed[100, [1, 0, 2]]
    return changed


def exchanged_heights(corners: Corners) -> Corners:
    changed = corners.copy()
    changed[[100, 200], 0, 2] = changed[[200, 100], 0, 2]
    return changed


SAME: dict[str, Change] = {
    "in any order": lambda c: c[RANDOM.permutation(len(c))],
    "backwards": lambda c: c[::-1],
    "from another corner": turned_corners,
    "with minus zero": signed_zero,
    "with triangles that cover nothing": with_slivers,
}
OTHER: dict[str, Change] = {
    "one float moved by its last bit": next_float,
    "one triangle wound the other way": one_flipped,
    "all wound the other way": lambda c: c[:, ::-1],
    "one triangle less": lambda c: c[1:],
    "one triangle twice": lambda c: np.concatenate((c, c[:1])),
    "two heights exchanged": exchanged_heights,
    "mirrored": lambda c: c * np.float32([-1, 1, 1]),
    "moved": lambda c: c + np.float32(1),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_a_surface_is_the_same_however_it_is_written(change: Change) -> None:
    assert surface(mesh_of(change(scan()))) == surface(mesh_of(scan()))


@pytest.mark.parametrize("change", OTHER.values(), ids=OTHER)
def test_another_surface_is_another(change: Change) -> None:
    assert surface(mesh_of(change(scan()))) != surface(mesh_of(scan()))


def test_what_a_file_says_beside_its_corners_does_not_count() -> None:
    """Header, stored normals, attributes, and whether it is text."""
    corners = scan()[:400]
    records = np.zeros(len(corners), RECORD)
    records["corners"], records["normal"], records["attribute"] = corners, 0.6, 7
    head = b"exported for nobody".ljust(80) + len(corners).to_bytes(4, "little")
    for other in (stl.parse(head + records.tobytes()), as_text(corners)):
        assert surface(other) == surface(mesh_of(corners))


def test_a_surface_has_128_bits_that_all_vary() -> None:
    found = [int(surface(mesh_of(scan()[n : n + 9])), 16) for n in range(400)]
    assert len(set(found)) == len(found)
    ones = [sum(each >> bit & 1 for each in found) for bit in range(128)]
    assert 140 < min(ones) < max(ones) < 260  # of 400 coins; six standard deviations


def plate(*sides: float) -> SurfaceFingerprint:
    """The fingerprint of a flat plate."""
    a, b = sides
    points = np.array([[0, 0, 0], [a, 0, 0], [a, b, 0], [0, b, 0]], np.float32)
    return fingerprint(mesh_of(points[[[0, 1, 2], [0, 2, 3]]]))


def test_the_spreads_of_a_plate_are_those_of_the_textbook() -> None:
    """A side's length over the square root of 12; so few triangles are no obstacle."""
    spreads = plate(60, 20).spreads
    assert spreads == pytest.approx((60 / 12**0.5, 20 / 12**0.5, 0), abs=1e-6)


def test_a_profile_tells_what_lies_where() -> None:
    """A strip bent by a right angle: one arm of 40 mm, one of 20 mm, both 2 mm wide."""
    squares = [(x, y) for x in range(0, 40, 2) for y in (0,)] + [(0, y) for y in range(2, 20, 2)]
    corner = np.array([[[0, 0, 0], [2, 0, 0], [2, 2, 0]], [[0, 0, 0], [2, 2, 0], [0, 2, 0]]])
    bent = np.concatenate([corner + np.array([x, y, 0]) for x, y in squares]).astype(np.float32)
    found = fingerprint(mesh_of(bent))
    assert len(found.profile) == STATIONS
    assert sum(each.share for each in found.profile) == pytest.approx(1)
    middle = sum(each.share * each.second for each in found.profile)
    assert (middle, found.spreads[2]) == pytest.approx((0, 0), abs=1e-4)
    across = sum(each.share * each.wide**2 for each in found.profile)
    assert across == pytest.approx(found.spreads[1] ** 2, rel=0.02)  # its coarse squares


def test_where_the_file_lies_does_not_count() -> None:
    far = scan().astype(np.float64) + np.array([900.0, -700.0, 400.0])
    mine, theirs = fingerprint(mesh_of(scan())), fingerprint(mesh_of(far.astype(np.float32)))
    assert theirs.spreads == pytest.approx(mine.spreads, abs=1e-3)
