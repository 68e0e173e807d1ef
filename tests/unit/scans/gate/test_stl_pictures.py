"""Pictures: where things are, not how beautiful they are (that was looked at)."""

import io
import time

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from scans.gate import stl
from scans.gate.stl.camera import View, axes
from scans.gate.stl.mesh import RECORD
from tests.support import meshes
from tools import samples

LOWER = stl.parse(samples.arch("lower", 6000))
UPPER = stl.parse(samples.arch("upper", 6000))
EMPTY = stl.Mesh(np.zeros(0, RECORD), "binary")


def pixels(
    scan: bytes | stl.Mesh, size: int = 128, view: View = "three-quarter"
) -> NDArray[np.int64]:
    picture = Image.open(io.BytesIO(stl.render(scan, size, view)))
    assert (picture.format, picture.size) == ("PNG", (size, size))
    return np.asarray(picture.convert("RGBA")).astype(np.int64)


def orientation(mesh: stl.Mesh, view: View) -> NDArray[np.float64]:
    found = axes(mesh)
    return found.towards(view) @ found.rotation


def moved(mesh: stl.Mesh, rotation: NDArray[np.float64]) -> stl.Mesh:
    return stl.parse(meshes.binary((mesh.corners.astype(float) @ rotation.T + 30).astype("f4")))


def turn(axis: int, degrees: float) -> NDArray[np.float64]:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    first, second = (axis + 1) % 3, (axis + 2) % 3
    matrix = np.eye(3)
    matrix[first, first] = matrix[second, second] = c
    matrix[first, second], matrix[second, first] = -s, s
    return matrix


@pytest.mark.parametrize("view", ["three-quarter", "occlusal"])
@pytest.mark.parametrize("mesh", [LOWER, UPPER], ids=["lower", "upper"])
def test_fills_the_picture_on_a_transparent_ground(mesh: stl.Mesh, view: View) -> None:
    image = pixels(mesh, view=view)
    alpha = image[:, :, 3]
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    assert max(np.ptp(rows), np.ptp(columns)) > 0.9 * 128
    assert 0.15 < (alpha == 255).mean() < 0.6
    assert (alpha[[0, 0, -1, -1], [0, -1, 0, -1]] == 0).all()
    assert ((alpha > 0) & (alpha < 255)).any()  # anti-aliased
    red, _, blue = image[alpha == 0][:, :3].T
    assert (red > blue + 20).all()  # where it is scaled, its rim does not turn black


def test_is_warm_lit_and_shows_relief() -> None:
    image = pixels(LOWER, view="occlusal")
    solid = image[image[:, :, 3] == 255][:, :3]
    red, green, blue = solid.mean(axis=0)
    assert red > green > blue
    assert 110 < solid.mean() < 215
    assert solid.mean(axis=1).std() > 20


def test_same_bytes_each_time_and_from_bytes_or_mesh() -> None:
    data = samples.arch("lower", 6000)
    assert stl.render(data) == stl.render(data) == stl.render(LOWER)


def test_front_teeth_are_where_charts_have_them() -> None:
    """The open end of the horseshoe is opposite to the front teeth: below in an upper jaw."""
    for mesh, open_rows in ((LOWER, slice(20, 30)), (UPPER, slice(98, 108))):
        alpha = pixels(mesh, view="occlusal")[:, :, 3]
        assert (alpha[open_rows, 54:74] == 0).all()
        assert (alpha[128 - open_rows.stop : 128 - open_rows.start, 54:74] > 0).any()


@pytest.mark.parametrize("axis", [0, 1, 2])
@pytest.mark.parametrize("degrees", [90, 120, 180])
def test_chewing_side_is_found_however_the_scan_is_turned(axis: int, degrees: float) -> None:
    rotation = turn(axis, degrees)
    right, up, viewer = orientation(moved(LOWER, rotation), "occlusal")
    assert viewer @ rotation @ np.array([0, 0, 1]) > 0.97
    assert abs(up @ rotation @ np.array([0, 1, 0])) > 0.97  # front teeth at the bottom or the top
    assert np.allclose(np.cross(right, up), viewer)


@pytest.mark.parametrize("degrees", [0, 90, 180])
def test_closed_model_is_seen_from_the_side_opposite_to_its_flat_base(degrees: float) -> None:
    roof = meshes.box(10)
    roof[roof[:, :, 2] > 5] += np.array([0, 0, 3], np.float32)
    roof[(roof == np.array([10, 10, 13], np.float32)).all(axis=2)] += np.array(
        [0, 0, 4], np.float32
    )  # a cusp
    roof[:, :, :2] *= 3
    mesh = moved(stl.parse(meshes.binary(roof)), turn(0, degrees))
    viewer = orientation(mesh, "occlusal")[2]
    assert viewer @ turn(0, degrees) @ np.array([0, 0, 1]) > 0.9


def test_nearer_surface_hides_the_farther() -> None:
    near = meshes.box(10, [5], at=(0, 0, 5))
    far = meshes.box(30, [5])
    one, other = (
        meshes.binary(np.concatenate((far, near))),
        meshes.binary(np.concatenate((near, far))),
    )
    difference = np.abs(pixels(one, 64) - pixels(other, 64))  # order in the file is no matter
    assert difference.mean() < 0.5


def test_inside_is_darker_and_cooler_than_outside() -> None:
    """The same tile twice, side by side, one of them turned over."""
    outside, inside = meshes.box(10, [5]), meshes.box(10, [5], at=(12, 0, 0))[:, ::-1]
    rest = meshes.box(10, [5], at=(24, 0, 0))  # keeps the outside in the majority
    image = pixels(meshes.binary(np.concatenate((outside, inside, rest))), 128, "occlusal")
    solid = image[image[:, :, 3] == 255][:, :3]
    tones, counts = np.unique(solid // 4, axis=0, return_counts=True)
    dark, bright = sorted(tones[np.argsort(counts)[-2:]].tolist(), key=sum)
    assert sum(dark) < 0.8 * sum(bright)
    assert dark[2] / dark[0] > 1.08 * bright[2] / bright[0]


def test_hollows_are_darker_than_what_stands_out() -> None:
    """Two level tiles, lit alike: the lower one is darker along the step."""
    low, high = meshes.box(10, [5]), meshes.box(10, [5], at=(10, 0, 1.5))
    image = pixels(meshes.binary(np.concatenate((low, high))), 128, "occlusal")
    tones = image[:, :, :3].sum(axis=2)[image[:, :, 3] == 255]
    assert np.quantile(tones, 0.02) < 0.95 * np.median(tones)
    assert np.quantile(tones, 0.98) < 1.02 * np.median(tones)


def test_no_cracks_between_triangles() -> None:
    """A tilted sheet of crooked triangles has no pixel that shows what is behind it."""
    random = np.random.default_rng(5)
    grid = np.stack(np.meshgrid(*[np.linspace(0, 30, 91)] * 2), axis=-1)
    grid[1:-1, 1:-1] += random.uniform(-0.12, 0.12, (89, 89, 2))
    points = np.concatenate((grid, 0.3 * grid[:, :, :1]), axis=2).astype(np.float32)
    a, b, c, d = points[:-1, :-1], points[:-1, 1:], points[1:, 1:], points[1:, :-1]
    sheet = np.stack((a, b, c, a, c, d), axis=2).reshape(-1, 3, 3)
    image = pixels(meshes.binary(sheet), 1024, "occlusal")
    solid = image[:, :, 3] > 0
    inner = solid[1:-1, 1:-1] & solid[2:, 1:-1] & solid[:-2, 1:-1] & solid[1:-1, 2:]
    inner &= solid[1:-1, :-2]
    assert inner.sum() > 100_000
    assert (image[1:-1, 1:-1, 3][inner] == 255).all()


@pytest.mark.parametrize("scale", [1e-2, 1.0, 1e3])
def test_size_is_no_matter(scale: float) -> None:
    corners = (LOWER.corners.astype(float) * scale).astype("f4")
    difference = pixels(meshes.binary(corners)) - pixels(LOWER)
    assert np.abs(difference).mean() < 1


def test_thousands_of_large_triangles_are_thinned_out_not_waited_for() -> None:
    random = np.random.default_rng(1)
    soup = random.uniform(-40, 40, (20_000, 3, 3)).astype("f4")
    assert (pixels(meshes.binary(soup), 256)[:, :, 3] == 255).mean() > 0.3


def test_work_is_bounded_by_the_picture_not_by_the_mesh() -> None:
    """Every triangle covers the picture: to draw all of them would take minutes."""
    sheets = np.tile(meshes.box(30, [5]), (100_000, 1, 1))
    sheets[:, :, 2] = np.linspace(0, 10, len(sheets), dtype="f4")[:, None]
    records = np.zeros(len(sheets), RECORD)
    records["corners"] = sheets
    began = time.process_time()
    assert pixels(stl.Mesh(records, "binary"), 64)[:, :, 3].any()
    assert time.process_time() - began < 8


@pytest.mark.parametrize(
    "corners",
    [meshes.box(10, [0])[:, :, (0, 0, 0)], meshes.box(0), meshes.box(1e-38), meshes.box(3e37)],
)
def test_flat_and_extreme_meshes_are_drawn_without_complaint(corners: meshes.Corners) -> None:
    mesh = stl.parse(meshes.binary(np.concatenate((corners, corners))))
    for view in ("three-quarter", "occlusal", "left"):
        assert stl.render(mesh, 32, view)
    assert stl.pictures(mesh).sheet


def test_refuses_what_it_cannot_draw() -> None:
    nan = stl.parse(samples.broken("nan"))
    for scan, size, view in (
        (nan, 64, "occlusal"),
        (LOWER, 15, "occlusal"),
        (LOWER, 64, "side"),
        (EMPTY, 64, "front"),
    ):
        with pytest.raises(ValueError, match="must be"):
            stl.render(scan, size, view)  # type: ignore[arg-type]
