"""How two scans lie to each other, on shapes with known distances and on arches in occlusion."""

from __future__ import annotations

import tracemalloc
from functools import cache

import numpy as np
import pytest

from scans.gate.arches import Pair, bite_fit, faces, relate
from scans.gate.stl.mesh import Mesh
from tests.support.meshes import Corners, dome, mesh_of, moved, sheet, tetrahedron, turned_over
from tools.samples import case

LOWER = dome(radius=40, wide=24)  # 24 mm wide, the chewing side to +z, its pole in the origin
UPPER = turned_over(LOWER)  # the same, looking down: the poles touch


def met(upper: Corners, lower: Corners) -> Pair:
    return relate(mesh_of(upper), mesh_of(lower))


def by(z: float) -> tuple[float, float, float]:
    return 0, 0, z


@pytest.mark.parametrize("gap", [0.3, 0.8, 2.0, 3.5, 9.0, 30.0])
def test_jaws_that_are_lifted_stand_as_far_apart(gap: float) -> None:
    """Two balls whose poles are so far apart: nothing of them is nearer."""
    pair = met(moved(UPPER, by(gap)), LOWER)
    assert pair.relation == ("occluding" if gap < 0.5 else "apart")
    assert pair.gap_mm == pytest.approx(gap, abs=0.1)
    assert (pair.penetration_mm, pair.contact_mm2, pair.contacts) == (0, 0, 0)


@pytest.mark.parametrize("depth", [0.2, 0.5, 0.8, 1.5])
def test_jaws_that_are_pushed_together_go_as_deep(depth: float) -> None:
    """Balls that overlap by so much on the line between their middles do so nowhere by more.

    They cross on a circle; the cap of one that lies within the other has 2 pi r h, h half of the
    depth, as its area.
    """
    pair = met(moved(UPPER, by(-depth)), LOWER)
    assert pair.relation == ("occluding" if depth < 0.6 else "crossing")
    assert pair.penetration_mm == pytest.approx(depth, abs=0.05)
    within = 2 * np.pi * 40 * (depth + 0.1) / 2  # what is 0.1 mm away is in contact as well
    assert pair.contact_mm2 == pytest.approx(within, rel=0.15)
    assert (pair.gap_mm, pair.contacts) == (0, 1)


def test_places_of_contact_are_counted() -> None:
    """Three domes on one side, which touch a plate: three places of as much area each."""
    plate = dome(radius=4000, wide=60)
    feet = [moved(dome(radius=20, wide=12), at) for at in ((-15, 0, 0), (15, 0, 0), (0, 15, 0))]
    pair = met(moved(turned_over(plate), by(-0.05)), np.concatenate(feet))
    assert pair.contacts == 3
    lower_by = 15**2 / 2 / 4000  # the plate is round too
    each = 2 * np.pi * 20 * (0.05 + 0.1 - lower_by)
    assert pair.contact_mm2 == pytest.approx(3 * each, rel=0.1)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        pytest.param(LOWER, LOWER, id="both look up"),
        pytest.param(moved(UPPER, (20, 0, 0)), LOWER, id="beside each other"),
        pytest.param(moved(UPPER, by(-12)), LOWER, id="back to back"),
        pytest.param(moved(UPPER[:, :, (2, 1, 0)], by(1)), LOWER, id="at right angles"),
    ],
)
def test_what_does_not_face_each_other_is_unrelated(upper: Corners, lower: Corners) -> None:
    assert met(upper, lower) == Pair("unrelated")
    assert not faces(mesh_of(upper), mesh_of(lower))
    assert faces(mesh_of(UPPER), mesh_of(lower))


def test_surfaces_that_touch_at_one_corner_alone_are_not_in_a_bite() -> None:
    """A bead of 8 mm under a plate of 60: what is within 2 mm of the plate is the bead's cap.

    Of a ball of radius 4 it has 2 pi r h = 50 mm2, of a plate that lies 40 mm lower 1,800 mm2: 3 %.
    Beads all over it are a bite.
    """
    plate = dome(radius=4000, wide=60)
    bead = moved(dome(radius=4, wide=7.8), (25, 0, 12))
    assert met(moved(turned_over(plate), by(12)), np.concatenate((plate, bead))) == Pair(
        "unrelated"
    )
    beads = [moved(bead, (-25 + x, y, 0)) for x in (-16, 0, 16) for y in (-16, 0, 16)]
    many = met(moved(turned_over(plate), by(12)), np.concatenate((plate, *beads)))
    assert many.relation == "occluding"


def test_of_a_closed_body_nothing_is_said() -> None:
    assert met(tetrahedron(30), LOWER) == Pair("unknown")


def test_flat_surfaces_are_measured_as_others_are() -> None:
    """All of one is equally high: there is no row that stands above the rest of it."""
    plate = sheet(40, 40)
    pair = met(moved(turned_over(plate), (0, 40, 2)), plate)
    assert (pair.relation, pair.gap_mm) == ("apart", pytest.approx(2, abs=0.01))


@pytest.mark.parametrize("radius", [1e3, 2e4])
def test_rows_that_are_nearly_straight_take_no_more_memory(radius: float) -> None:
    """Strips 60 mm long and a twentieth of a mm wide that bend by 0.5 mm and less.

    What lies within the circle that goes through them would be a square of 10 m.
    """
    strip = sheet(60, 4) * np.array([1, 0.0125, 1], np.float32) - np.array([30, 0, 0], np.float32)
    strip[..., 1] += strip[..., 0] ** 2 / (2 * radius)
    tracemalloc.start()
    pair = met(moved(strip[:, ::-1], by(2)), strip)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert pair.relation == "apart"
    assert most < 50e6


def test_points_beside_a_border_are_neither_near_nor_behind() -> None:
    """A wide dome around the rim of a narrow one: what stands out over the rim is not measured."""
    wide, narrow = dome(radius=200, wide=40), dome(radius=200, wide=24)
    pair = met(moved(turned_over(wide), by(1)), narrow)
    assert pair.of_upper is not None
    beyond = np.linalg.norm(pair.of_upper.surface.points[:, :2], axis=1) > 13
    assert np.isinf(pair.of_upper.mm[beyond]).all()
    assert np.isfinite(pair.of_upper.mm[~beyond]).mean() > 0.9
    assert pair.penetration_mm == 0


def test_what_looks_away_is_not_measured() -> None:
    """The underside of a flap, 1 mm below the chewing side, is near but looks down."""
    flap = moved(dome(radius=40, wide=10)[:, ::-1], by(-1))
    pair = met(moved(UPPER, by(0.5)), np.concatenate((LOWER, flap)))
    assert pair.of_lower is not None
    down = pair.of_lower.surface.normals[:, 2] < 0
    assert down.any()
    assert np.isinf(pair.of_lower.mm[down]).all()


# --- arches in occlusion -------------------------------------------------------------------


@cache
def scans(seed: int) -> tuple[Mesh, Mesh]:
    sound = case(seed, triangles=12_000)
    assert sound.upper
    assert sound.lower
    return mesh_of(sound.upper.corners), mesh_of(sound.lower.corners)


@pytest.mark.parametrize("seed", [11, 12])
def test_a_sound_case_meets_and_its_names_exchanged_are_seen(seed: int) -> None:
    upper, lower = scans(seed)
    right, wrong = relate(upper, lower), relate(lower, upper)
    assert (right.relation, wrong.relation) == ("occluding", "exchanged")
    assert right.contacts is not None
    assert right.contacts >= 3
    assert wrong.gap_mm == right.gap_mm
    assert wrong.penetration_mm == pytest.approx(right.penetration_mm, abs=1e-6)


def test_a_rigid_motion_of_both_changes_nothing() -> None:
    upper, lower = scans(11)
    turn = np.linalg.qr(np.random.default_rng(3).normal(size=(3, 3)))[0]
    turn *= np.sign(np.linalg.det(turn))
    still = relate(upper, lower)
    away = relate(*(mesh_of(each.corners @ turn.T + (70, -40, 25)) for each in (upper, lower)))
    assert away.relation == still.relation
    assert away.contacts == still.contacts
    assert away.contact_mm2 == pytest.approx(still.contact_mm2, rel=0.02)
    assert away.penetration_mm == pytest.approx(still.penetration_mm, abs=0.005)
    assert still.axis is not None
    assert away.axis == pytest.approx(turn @ still.axis, abs=1e-3)


def test_without_the_makers_axes_the_rows_tell_the_names() -> None:
    """Turned by 45 degrees about x no axis of the file is up, and which row is outside decides."""
    half = np.sqrt(0.5)
    turn = np.array([[1, 0, 0], [0, half, -half], [0, half, half]])
    upper, lower = (mesh_of(each.corners @ turn.T) for each in scans(12))
    right, wrong = relate(upper, lower), relate(lower, upper)
    assert right.evidence is not None
    assert right.evidence.frame == 0
    assert (right.relation, wrong.relation) == ("occluding", "exchanged")


def test_a_frame_upside_down_does_not_exchange_rows_that_stand_right() -> None:
    """An export whose z points down: the evidence is not of one mind, so nothing is said."""
    turn = np.diag([1.0, -1.0, -1.0])
    upper, lower = scans(12)
    assert relate(upper, lower).relation == "occluding"
    below, above = (mesh_of(each.corners @ turn.T) for each in (upper, lower))
    over = relate(below, above)
    assert over.evidence is not None
    assert over.evidence.frame * over.evidence.overjet <= 0
    assert over.relation == "occluding"
    crossbite = relate(above, below)  # z up, and the row named upper is the inner one all around
    assert crossbite.evidence is not None
    assert crossbite.evidence.overjet < -0.7
    assert crossbite.relation == "occluding"


def test_two_scans_of_one_jaw_do_not_face_each_other() -> None:
    twice = case(13, "same jaw", triangles=12_000)
    sound = case(13, triangles=12_000)
    assert twice.upper and twice.lower and sound.upper and sound.lower  # noqa: PT018
    assert not faces(mesh_of(twice.upper.corners), mesh_of(twice.lower.corners))
    assert faces(mesh_of(sound.upper.corners), mesh_of(sound.lower.corners))


@pytest.mark.parametrize(("fault", "fits"), [(None, True), ("strange bite", False)])
def test_a_bite_lies_on_its_own_jaws_alone(fault: str | None, fits: bool) -> None:
    made = case(16, fault, triangles=12_000)  # type: ignore[arg-type]
    assert made.upper and made.lower and made.bites  # noqa: PT018
    upper, lower = mesh_of(made.upper.corners), mesh_of(made.lower.corners)
    found = bite_fit(mesh_of(made.bites[0].corners), upper, lower)
    assert (found.on_upper + found.on_lower > 0.8) is fits
    assert min(found.on_upper, found.on_lower) > 0.2 or not fits


def test_a_bite_of_one_half_lies_on_that_half() -> None:
    """A piece cut out of a jaw lies on it whole, and on the other one nowhere."""
    upper, lower = scans(11)
    found = bite_fit(mesh_of(upper.corners[::2]), upper, lower)
    assert found.on_upper > 0.98
    assert found.on_lower < 0.02
    shifted = bite_fit(mesh_of(upper.corners[::2] + np.float32(2)), upper, lower)
    assert shifted.on_upper < 0.2
