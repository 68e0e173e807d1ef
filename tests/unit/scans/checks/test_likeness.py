"""Which scans count as the same, or as near copies, and that different mouths do not."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from scans.checks.likeness import CELL, PROFILE, SPREAD, apart, cells, likeness, of_clinic
from scans.checks.models import Fingerprints, Likeness
from scans.gate import stl
from scans.gate.fingerprints import SurfaceFingerprint, fingerprint
from tests.support.meshes import mesh_of
from tools import samples

Corners = NDArray[np.float32]
CLINIC = "c1"


def prints(corners: Corners, clinic_id: str = CLINIC) -> Fingerprints:
    return of_clinic(clinic_id, taken(corners))


def taken(corners: Corners) -> SurfaceFingerprint:
    return fingerprint(mesh_of(corners))


@cache
def scans() -> list[Corners]:
    """Both jaws of some people."""
    found = [samples.case(seed) for seed in range(5700, 5704)]
    jaws = [jaw for each in found for jaw in (each.upper, each.lower) if jaw is not None]
    return [np.array(stl.parse(jaw.stl).corners) for jaw in jaws]


def moved(corners: Corners) -> Corners:
    """Turned about an odd axis, put elsewhere, and its triangles reordered."""
    axis = np.array([2.0, -1.0, 2.0]) / 3
    over = np.cross(np.eye(3), axis)
    turn = np.eye(3) + np.sin(2.2) * over + (1 - np.cos(2.2)) * over @ over
    placed = corners.astype(np.float64) @ turn + (40.0, -80.0, 15.0)
    return placed.astype(np.float32)[::-1]


def thinned(corners: Corners) -> Corners:
    """Thinned as the simplest tools do: all points of a cube of 0.7 mm become their mean."""
    points = corners.reshape(-1, 3).astype(np.float64)
    _, cube = np.unique(np.floor(points / 0.7), axis=0, return_inverse=True)
    cube = cube.reshape(-1)
    sums = np.stack([np.bincount(cube, points[:, axis]) for axis in range(3)], axis=1)
    ids = cube.reshape(-1, 3)
    left = ids[(ids[:, 0] != ids[:, 1]) & (ids[:, 1] != ids[:, 2]) & (ids[:, 2] != ids[:, 0])]
    return (sums / np.bincount(cube)[:, None])[left].astype(np.float32)


def refined(corners: Corners) -> Corners:
    """Each triangle cut into four, which changes nothing of the shape."""
    a, b, c = corners.transpose(1, 0, 2)
    ab, bc, ca = (a + b) / 2, (b + c) / 2, (c + a) / 2
    parts = ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))
    return np.concatenate([np.stack(part, axis=1) for part in parts]).astype(np.float32)


@pytest.mark.parametrize("change", [moved, thinned, refined], ids=lambda change: change.__name__)
def test_a_copy_is_near_and_is_looked_for_where_it_lies(change) -> None:
    for corners in scans():
        mine, copy = prints(corners), prints(change(corners))
        assert likeness(mine, copy) is Likeness.NEAR
        assert copy.cell in cells(CLINIC, mine)
        assert mine.cell in cells(CLINIC, copy)


def test_a_moved_and_thinned_copy_is_near() -> None:
    for corners in scans():
        assert likeness(prints(corners), prints(moved(thinned(corners)))) is Likeness.NEAR


def test_thinning_took_something() -> None:
    """Else the tests above would show nothing."""
    left = sum(len(thinned(corners)) for corners in scans())
    assert left < 0.7 * sum(map(len, scans()))


def test_the_jaws_of_different_people_are_no_copies() -> None:
    """And none comes near to one: half as far again as a copy may be apart."""
    found = [prints(corners) for corners in scans()]
    for one, other in combinations(found, 2):
        assert likeness(one, other) is None
        spreads = zip(one.shape[:3], other.shape[:3], strict=True)
        off = max(abs(mine - theirs) for mine, theirs in spreads)
        assert off > SPREAD or apart(one.shape, other.shape) > 1.5 * PROFILE


def test_the_same_surface_is_the_same_whatever_its_order() -> None:
    corners = scans()[0]
    assert likeness(prints(corners), prints(corners[::-1])) is Likeness.SAME


def test_nothing_is_found_across_clinics() -> None:
    """What is stored of one scan in two clinics has no key in common."""
    mine, theirs = prints(scans()[0]), prints(scans()[0], "c2")
    assert mine.surface != theirs.surface
    assert {mine.cell, *cells(CLINIC, mine)}.isdisjoint({theirs.cell, *cells("c2", theirs)})
    assert taken(scans()[0]).surface not in {mine.surface, theirs.surface}


@pytest.mark.parametrize(("off", "found"), [(SPREAD, True), (SPREAD + 1, False)])
@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("sign", [-1, 1])
def test_spreads_count_up_to_the_bound(place: int, off: int, sign: int, found: bool) -> None:
    """On both sides, and the cells reach as far, wherever a cell ends."""
    mine = prints(scans()[0])
    for start in range(CELL):
        shape = [*mine.shape]
        shape[place] += start
        base = _of_shape(shape)
        shape[place] += sign * off
        other = _of_shape(shape)
        assert (likeness(base, other) is Likeness.NEAR) is found
        assert other.cell in cells(CLINIC, base) or not found


def _of_shape(shape: list[int]) -> Fingerprints:
    numbers = ".".join(str(each // CELL) for each in shape[:3])
    return Fingerprints(surface=str(shape), cell=f"{CLINIC}:{numbers}", shape=shape)


@pytest.mark.parametrize(("off", "found"), [(PROFILE, True), (PROFILE + 1, False)])
def test_profiles_count_up_to_the_bound(off: int, found: bool) -> None:
    """By the mean over the stations: here each one's middle is off by as much."""
    mine = prints(scans()[0])
    shape = [v + off * (n >= 3 and (n - 3) % 5 == 3) for n, v in enumerate(mine.shape)]
    assert (likeness(mine, _of_shape(shape)) is Likeness.NEAR) is found


def test_surfaces_with_nothing_at_the_same_station_are_different_ones() -> None:
    """Pieces with much space between: each has an area only where the other has none."""
    flat = [2000, 500, 400]
    one, other = (
        Fingerprints(surface=name, cell="c1:1", shape=flat + profile)
        for name, profile in (
            ("a", [10_000, 0, 0, 50, 50] + [0] * 40),
            ("b", [0] * 20 + [10_000, 0, 0, 50, 50] + [0] * 20),
        )
    )
    assert likeness(one, other) is None
    assert likeness(one, one.model_copy(update={"surface": "b"})) is Likeness.NEAR


def test_a_signature_of_another_length_is_not_compared() -> None:
    mine = prints(scans()[0])
    longer = mine.model_copy(update={"surface": "another", "shape": [*mine.shape, 1]})
    assert likeness(mine, longer) is None
