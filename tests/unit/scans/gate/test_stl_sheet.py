"""All pictures of a scan at once: what is on the contact sheet, and that nothing hangs on luck."""

import io
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import ArrayLike, NDArray
from PIL import Image

from scans.gate import stl
from scans.gate.stl.camera import View, axes
from tests.support import meshes
from tools import samples

LOWER = stl.parse(samples.arch("lower", 6000))
UPPER = stl.parse(samples.arch("upper", 6000))


def decoded(png: bytes) -> NDArray[np.int64]:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGBA")).astype(np.int64)


def runs(filled: ArrayLike) -> list[tuple[int, int]]:
    """First and one past the last of each run of True."""
    edges = np.flatnonzero(np.diff(np.pad(np.asarray(filled, int), 1)))
    return [(int(a), int(b)) for a, b in pairwise(edges)][::2]


def tiles(sheet: bytes) -> list[list[tuple[int, int]]]:
    """Width and height of what is drawn in each of the three columns, from top to bottom."""
    solid = decoded(sheet)[:, :, 3] > 127
    columns = np.split(solid, 3, axis=1)
    return [
        [
            (int(np.ptp(np.flatnonzero(column[top:bottom].any(axis=0)))) + 1, bottom - top)
            for top, bottom in runs(column.any(axis=1))
        ]
        for column in columns
    ]


def slab(width: float, depth: float, height: float) -> stl.Mesh:
    """A box open below, so that its top is taken for the chewing side."""
    corners = meshes.box(1, [0, 1, 2, 3, 5]) * np.array([width, depth, height], np.float32)
    return stl.parse(meshes.binary(corners))


@pytest.fixture(scope="module")
def drawn() -> stl.RenderedPictures:
    return stl.pictures(LOWER)


def test_sizes_and_transparent_ground(drawn: stl.RenderedPictures) -> None:
    for png, size in ((drawn.thumbnail, (256, 256)), (drawn.preview, (1024, 1024))):
        image = decoded(png)
        assert image.shape[:2] == size
        assert 0.15 < (image[:, :, 3] == 255).mean() < 0.6
        assert (image[[0, 0, -1, -1], [0, -1, 0, -1], 3] == 0).all()
    sheet = decoded(drawn.sheet)
    assert sheet.shape[1] == 1200
    assert 400 < sheet.shape[0] <= 1200
    assert (sheet[[0, 0, -1, -1], [0, -1, 0, -1], 3] == 0).all()


def test_same_bytes_each_time_whatever_the_threads(drawn: stl.RenderedPictures) -> None:
    assert stl.pictures(LOWER) == stl.pictures(LOWER, threads=1) == drawn


def test_thumbnail_is_the_preview_made_small(drawn: stl.RenderedPictures) -> None:
    preview = decoded(drawn.preview)[:, :, 3].reshape(256, 4, 256, 4).mean(axis=(1, 3))
    assert np.abs(preview - decoded(drawn.thumbnail)[:, :, 3]).mean() < 4
    assert stl.render(LOWER, 1024) == drawn.preview


def test_files_are_small(drawn: stl.RenderedPictures) -> None:
    """A page that lists a hundred scans loads less than 2 MB of thumbnails."""
    assert len(drawn.thumbnail) < 20_000
    assert len(drawn.preview) < 200_000
    assert len(drawn.sheet) < 200_000


def test_six_pictures_share_a_scale_that_the_bar_shows() -> None:
    occlusal, middle, fitting = tiles(stl.pictures(slab(40, 30, 12)).sheet)
    right, front, left = (column[2] for column in (occlusal, middle, fitting))
    assert occlusal[0] == fitting[0]
    assert right == left
    bar = middle[4][0] - 4  # less its light rim of 2 pixels at either end
    (width, height), ten = occlusal[0], pytest.approx(bar, abs=1)
    assert sorted((width / 4, height / 3)) == [ten, ten] or [width / 3, height / 4] == [ten, ten]
    assert (front[0], right[0]) == pytest.approx((width, height), abs=1)
    assert [front[1] / 1.2, right[1] / 1.2] == [pytest.approx(bar, abs=2)] * 2


@pytest.mark.parametrize(("size", "power"), [(0.08, 0.01), (8, 1), (80, 10), (800, 100)])
def test_bar_fits_scans_of_any_size(size: float, power: float) -> None:
    (occlusal, middle, _) = tiles(stl.pictures(slab(size, size * 0.6, size * 0.2)).sheet)
    bar = middle[4][0] - 4
    assert max(occlusal[0]) / bar == pytest.approx(size / power, rel=0.05)


@pytest.mark.parametrize("mesh", [LOWER, UPPER], ids=["lower", "upper"])
def test_sides_are_the_patients(mesh: stl.Mesh) -> None:
    """In the samples the front teeth point to -y, and the patient stands along z."""
    found = axes(mesh)
    left, up, front = found.rotation
    assert left[0] > 0.97
    assert up[2] > 0.97
    assert front[1] < -0.97
    views: dict[View, tuple[NDArray[np.float64], NDArray[np.float64]]] = {
        "front": (left, front),
        "left": (-front, left),
        "right": (front, -left),
        "occlusal": (left, -up if mesh is UPPER else up),
        "fitting": (-left, up if mesh is UPPER else -up),
    }
    for view, (across, viewer) in views.items():
        rotation = found.towards(view) @ found.rotation
        assert np.allclose(rotation[[0, 2]], (across, viewer))
        assert np.allclose(np.cross(rotation[0], rotation[1]), rotation[2])


def test_opposite_sides_are_drawn_as_if_alone() -> None:
    """Sheets draw the left side from behind the right one; a picture of its own must agree."""
    sheet = decoded(stl.pictures(UPPER).sheet)
    solid = sheet[:, :, 3] > 127
    for view, column, row in (("fitting", 2, 0), ("left", 2, 2), ("front", 1, 2)):
        part = solid[:, column * 400 : (column + 1) * 400]
        top, bottom = runs(part.any(axis=1))[row]
        columns = np.flatnonzero(part[top:bottom].any(axis=0)) + column * 400
        tile = Image.fromarray(sheet[top:bottom, columns[0] : columns[-1] + 1].astype(np.uint8))
        alone = decoded(stl.render(UPPER, 400, view))  # type: ignore[arg-type]
        whole = alone[:, :, 3] > 127
        rows, across = np.flatnonzero(whole.any(axis=1)), np.flatnonzero(whole.any(axis=0))
        alone = alone[rows[0] : rows[-1] + 1, across[0] : across[-1] + 1]
        scaled = np.asarray(tile.resize(alone.shape[1::-1], Image.Resampling.BICUBIC)).astype(int)
        both = (scaled[:, :, 3] == 255) & (alone[:, :, 3] == 255)
        assert both.mean() > 0.3
        assert np.abs(scaled - alone)[both].mean() < 6


def test_captions_are_dark_letters_on_a_light_rim(drawn: stl.RenderedPictures) -> None:
    sheet = decoded(drawn.sheet)
    column = sheet[:, 400:800]
    top, bottom = runs((column[:, :, 3] > 127).any(axis=1))[1]
    letters = column[top:bottom]
    opaque = letters[letters[:, :, 3] == 255][:, :3].mean(axis=1)
    assert opaque.min() < 50
    assert opaque.max() > 240


def ball(steps: int = 24) -> stl.Mesh:
    """A ball of `steps` rings, four triangles in each to a quarter of a right angle."""
    down, around = np.mgrid[0 : np.pi : (steps + 1) * 1j, 0 : 2 * np.pi : (2 * steps + 1) * 1j]
    around[:, -1] = 0
    points = np.stack(
        (np.sin(down) * np.cos(around), np.sin(down) * np.sin(around), np.cos(down)), axis=-1
    ).astype(np.float32)
    a, b, c, d = points[:-1, :-1], points[1:, :-1], points[1:, 1:], points[:-1, 1:]
    pair = np.stack((np.stack((a, b, c), axis=2), np.stack((a, c, d), axis=2)))
    return stl.parse(meshes.binary(pair.reshape(-1, 3, 3) * np.float32(10)))


def test_coarse_meshes_are_rounded_and_edges_stay_sharp() -> None:
    """A ball of 2,300 triangles shows no facets; each side of a cube has one tone."""

    def steps(mesh: stl.Mesh, part: slice) -> NDArray[np.int64]:
        image = decoded(stl.render(mesh, 512))[part, part]
        solid = (image[1:, :, 3] == 255) & (image[:-1, :, 3] == 255)
        change: NDArray[np.int64] = np.abs(np.diff(image[:, :, :3].sum(axis=2), axis=0))[solid]
        return change

    assert np.quantile(steps(ball(), slice(100, 412)), 0.999) < 12
    cube = steps(stl.parse(meshes.binary(meshes.box(10))), slice(None))
    assert (cube <= 3).mean() > 0.9  # tones change near the edges alone
    assert cube.max() > 60


def test_three_quarter_view_is_the_previews(drawn: stl.RenderedPictures) -> None:
    """The sheet shows it smaller and to the scale of the other views, wherever it is cut out."""
    preview = decoded(drawn.preview)[:, :, 3] > 127
    wide, high = (int(np.ptp(np.flatnonzero(preview.any(axis=axis)))) + 1 for axis in (0, 1))
    (left, _), (middle, tall) = tiles(drawn.sheet)[0][0], tiles(drawn.sheet)[1][0]
    assert middle == pytest.approx(left, abs=2)  # both show the arch's whole width
    assert tall / middle == pytest.approx(high / wide, rel=0.01)


@pytest.mark.parametrize("size", [(200, 0.2, 0.2), (0.2, 200, 0.2), (0.2, 0.2, 200), (9, 9, 0.01)])
def test_rods_and_sheets_are_drawn(size: tuple[float, float, float]) -> None:
    """Seen from its end a rod takes a few pixels of the sheet, and all of the preview."""
    found = stl.pictures(slab(*size))
    assert (decoded(found.preview)[:, :, 3] > 127).sum() > 100
    assert len(tiles(found.sheet)[1]) >= 2
