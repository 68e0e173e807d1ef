"""The compiled drawing: the same pixels as NumPy's, and when it is not taken."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from scans.gate import stl
from scans.gate.stl import kernel, painting, raster
from scans.gate.stl.mesh import RECORD
from scans.gate.stl.painting import Canvas
from scans.gate.stl.scene import Scene
from tests.support import meshes
from tests.support.kernel_sources import sources
from tests.support.sources import FUNCTIONS
from tools import samples
from tools.kernel import building

COMPILED, _ = kernel.compiled(building.here().library)
EVERYTHING = 10**9  # more than anything here costs


def soup(reach: float, count: int) -> meshes.Corners:
    """Triangles in no order, of any size up to `reach`, through each other."""
    chance = np.random.default_rng(7)
    middles = chance.uniform(-30, 30, (count, 1, 3))
    return (middles + chance.uniform(-reach, reach, (count, 3, 3))).astype(np.float32)


SHAPES: dict[str, Callable[[], bytes]] = {
    "a lower jaw, smoothed": lambda: samples.arch("lower", 6000),
    "an upper jaw of small triangles": lambda: samples.arch("upper", 200_000),
    "a box": lambda: meshes.binary(meshes.box()),
    "a box of next to nothing": lambda: meshes.binary(meshes.box(1e-38)),
    "a box of almost all there is": lambda: meshes.binary(meshes.box(3e37)),
    "a flat sheet": lambda: meshes.binary(meshes.sheet(20, 20)),
    "a strip that is twisted": lambda: meshes.binary(meshes.moebius()),
    "one triangle again and again": lambda: meshes.binary(np.repeat(meshes.box()[:1], 4, axis=0)),
    "large triangles through each other": lambda: meshes.binary(soup(40, 3000)),
    "needles": lambda: meshes.binary(soup(40, 3000) * np.array((1, 1e-4, 1), "f4")),
}


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("view", ["three-quarter", "occlusal", "left"])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_pixels_are_those_of_numpy(shape: str, view: stl.View, behind: bool) -> None:
    scene = Scene(stl.parse(SHAPES[shape]()))
    extent = max(float(scene.extent(view).size[:2].max()), 1e-6)
    size = raster.needed(scene, view, 300 / extent)
    frame = raster.centred(scene, view, 300 / extent, size, behind)
    drawn, expected = frame.canvas(), frame.canvas()
    for points, normals in scene.chunks():
        cost = COMPILED(drawn, points, normals, 200_000)
        assert cost == painting.paint(expected, points, normals, 200_000)
    assert (drawn.sides == expected.sides).all()


def canvas(width: int = 40, height: int = 30, sides: int = 1) -> Canvas:
    """A canvas on which a point lies where it says, in pixels and depths."""
    unturned = np.eye(3, dtype=np.float32)
    pixels = np.zeros((sides, height, width), np.uint32)
    return Canvas(pixels, unturned, np.zeros(3, np.float32), unturned)


def triangles(*corners: Any) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Triangles (x, y, depth for each corner), and normals to the viewer, as `paint` takes them."""
    points = np.array(corners, np.float32).reshape(-1, 3, 3).transpose(2, 1, 0)
    normals = np.zeros_like(points)
    normals[2] = 1
    return np.ascontiguousarray(points), normals


HALF = ((0, 0, 5), (40, 0, 5), (0, 30, 5))
"""Half of the canvas: 600 pixels, of which the centres of 600 lie in it, give or take its edge."""


def test_a_triangle_covers_the_pixels_whose_centres_lie_in_it() -> None:
    drawn = canvas()
    COMPILED(drawn, *triangles(HALF), EVERYTHING)
    y, x = np.indices((30, 40)) + 0.5
    clear = np.abs(x / 40 + y / 30 - 1) > 1e-3
    assert ((drawn.sides[0] > 0) == (x / 40 + y / 30 < 1))[clear].all()
    assert set((drawn.sides[0] >> 12).ravel().tolist()) == {0, 5}


def test_slivers_along_a_row_of_pixels_cost_what_they_are_wide() -> None:
    """Each is a thousand pixels wide and next to nothing high: its area tells of one pixel."""
    sliver = ((0, 7.499, 5), (1000, 7.5, 5), (0, 7.501, 5))
    points, normals = triangles(*[sliver] * 50)
    for paint in (COMPILED, painting.paint):
        drawn = canvas(width=1000)
        cost = paint(drawn, points, normals, EVERYTHING)
        painted = 50 * int((drawn.sides > 0).sum())
        assert painted > 10_000
        assert painted / 2 <= cost
        assert 20_000 >= paint(canvas(width=1000), points, normals, 20_000) > 10_000


def test_thinning_leaves_every_nth() -> None:
    points, normals = triangles(*[((x, 2, 5), (x + 4, 2, 5), (x, 6, 5)) for x in range(30)])
    whole, thinned = canvas(), canvas()
    cost = COMPILED(whole, points, normals, EVERYTHING)
    assert COMPILED(thinned, points, normals, cost) == cost
    assert (thinned.sides == whole.sides).all()
    thinned.sides[:] = 0
    assert 0 < COMPILED(thinned, points, normals, cost - 1) < cost
    assert 0 < (thinned.sides > 0).sum() < (whole.sides > 0).sum()
    thinned.sides[:] = 0
    assert COMPILED(thinned, points, normals, 0) == 0
    assert not thinned.sides.any()


# --- what is handed over is checked on both sides -----------------------------------------------


POINTS, NORMALS = triangles(HALF, HALF)
COST = 2 * (40 + 600)
"""Of both: each is 40 pixels wide and has an area of 600."""
MISFITS: dict[str, tuple[dict[str, Any], Any, Any]] = {
    "pixels of another size": ({"sides": np.zeros((1, 30, 40), np.uint64)}, POINTS, NORMALS),
    "pixels not side by side": (
        {"sides": np.zeros((1, 30, 80), np.uint32)[:, :, ::2]}, POINTS, NORMALS
    ),
    "pixels that nobody may write to": (
        {"sides": np.frombuffer(bytes(4800), np.uint32).reshape(1, 30, 40)}, POINTS, NORMALS
    ),
    "pixels that begin within a number": (
        {"sides": np.zeros(4804, np.uint8)[1:4801].view(np.uint32).reshape(1, 30, 40)},
        POINTS, NORMALS,
    ),
    "three sides": ({"sides": np.zeros((3, 30, 40), np.uint32)}, POINTS, NORMALS),
    "no side": ({"sides": np.zeros((0, 30, 40), np.uint32)}, POINTS, NORMALS),
    "a picture without width": ({"sides": np.zeros((1, 30, 0), np.uint32)}, POINTS, NORMALS),
    "a picture too wide": ({"sides": np.zeros((1, 1, 16_385), np.uint32)}, POINTS, NORMALS),
    "points of 64 bits": ({}, POINTS.astype(np.float64), NORMALS),
    "points of two directions": ({}, POINTS[:2], NORMALS),
    "four corners": ({}, np.concatenate((POINTS, POINTS[:, :1]), axis=1), NORMALS),
    "normals of 64 bits": ({}, POINTS, NORMALS.astype(np.float64)),
    "normals of two directions": ({}, POINTS, NORMALS[:2]),
    "a normal too few": ({}, POINTS, NORMALS[:, :, :1]),
    "two normals for each": ({}, POINTS, NORMALS[:, :2]),
    "a matrix too small": ({"matrix": np.eye(2, dtype=np.float32)}, POINTS, NORMALS),
    "a matrix of 64 bits": ({"matrix": np.eye(3)}, POINTS, NORMALS),
}  # fmt: skip


@pytest.mark.parametrize("misfit", MISFITS)
def test_arrays_that_do_not_fit_are_refused_and_nothing_is_drawn(misfit: str) -> None:
    parts, points, normals = MISFITS[misfit]
    fits = canvas()
    COMPILED(fits, POINTS, NORMALS, EVERYTHING)  # the twin that is allowed
    assert fits.sides.any()
    wrong = canvas()._replace(**parts)
    with pytest.raises(kernel.KernelError):
        COMPILED(wrong, points, normals, EVERYTHING)
    assert not wrong.sides.any()


ENTRY, _ = kernel.entries(building.here().library)
PLACING = np.array([*np.eye(3).ravel(), 0, 0, 0, *np.eye(3).ravel()], np.float32)
REFUSED: dict[str, dict[str, int | None]] = {
    "no pixels": {"pixels": None},
    "no placing": {"placing": None},
    "no rules": {"rules": None},
    "no points": {"points": None},
    "no room": {"seen": None},
    "a pixel less": {"pixel_count": 1199},
    "a pixel more": {"pixel_count": 1201},
    "no side": {"sides": 0, "pixel_count": 0},
    "three sides": {"sides": 3, "pixel_count": 3600},
    "no column": {"width": 0, "pixel_count": 0},
    "columns below zero": {"width": -40, "height": -30},
    "a column too many": {"width": 16_385, "height": 1, "pixel_count": 16_385},
    "a row too many": {"width": 1, "height": 16_385, "pixel_count": 16_385},
    "triangles below zero": {"count": -1},
    "triangles too many": {"count": 2**24 + 1, "seen_count": 2**24 + 1},
    "room too small": {"seen_count": 1},
    "less than nothing allowed": {"allowed": -1},
    "all of time allowed": {"allowed": 2**63 - 1},
}


def arguments(
    pixels: NDArray[np.uint32], seen: NDArray[np.uint32], rules: NDArray[np.float32]
) -> dict[str, int | None]:
    """What the compiled code is handed for the two triangles, in its order."""
    _, height, width = pixels.shape
    return {
        "pixels": pixels.ctypes.data, "pixel_count": pixels.size,
        "sides": 1, "width": width, "height": height,
        "placing": PLACING.ctypes.data, "rules": rules.ctypes.data,
        "points": POINTS.ctypes.data, "normals": NORMALS.ctypes.data, "count": 2,
        "seen": seen.ctypes.data, "seen_count": 2, "allowed": EVERYTHING,
    }  # fmt: skip


@pytest.mark.parametrize("refused", REFUSED)
def test_the_compiled_code_refuses_by_itself(refused: str) -> None:
    pixels, seen, rules = np.zeros((1, 30, 40), np.uint32), np.zeros(2, np.uint32), kernel.RULES
    fits = arguments(pixels, seen, rules)
    assert ENTRY(*(fits | REFUSED[refused]).values()) == -1
    assert not pixels.any()
    assert not seen.any()
    assert ENTRY(*fits.values()) > 0
    assert pixels.any()


def test_it_stops_where_more_is_painted_than_was_allowed() -> None:
    """No triangle makes it do so; a rule does by which all of them reach from side to side."""
    seen, overlap = np.zeros(2, np.uint32), len(kernel.RULES) - 4
    for reach, answer in ((kernel.RULES[overlap], COST), (1e6, -2)):
        pixels, rules = np.zeros((1, 30, 16_000), np.uint32), kernel.RULES.copy()
        rules[overlap] = reach
        assert ENTRY(*(arguments(pixels, seen, rules) | {"allowed": COST}).values()) == answer
        assert (pixels > 0).sum() <= 4 * COST


# --- when it is taken ---------------------------------------------------------------------------

STATUS = "from scans.gate.stl import kernel; print(kernel.status())"


def status(**environment: str) -> tuple[str, str]:
    """What a process of its own draws by, and what it logs."""
    done = subprocess.run(
        [sys.executable, "-c", STATUS],
        cwd=FUNCTIONS,
        env=os.environ | environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip(), done.stderr


def test_it_draws_here_unless_it_is_switched_off() -> None:
    """Where this fails, `make kernel` was not run since the source changed."""
    assert status() == ("compiled", "")
    off = status(SCANNER_COMPILED_DRAWING="false")
    assert off == ("NumPy: SCANNER_COMPILED_DRAWING says so", "")


def test_both_make_the_same_files(tmp_path: Path) -> None:
    draw = (
        "import hashlib, sys; from scans.gate import stl; from pathlib import Path\n"
        "p = stl.pictures(stl.parse(Path(sys.argv[1]).read_bytes()))\n"
        "print(*(hashlib.sha256(f).hexdigest() for f in (p.thumbnail, p.preview, p.sheet)))"
    )
    path = tmp_path / "scan.stl"
    path.write_bytes(samples.arch("lower", 20_000))
    drawn = {
        subprocess.run(
            [sys.executable, "-c", draw, str(path)],
            cwd=FUNCTIONS,
            env=os.environ | {"SCANNER_COMPILED_DRAWING": compiled},
            check=True,
            capture_output=True,
        ).stdout
        for compiled in ("true", "false")
    }
    assert len(drawn) == 1


def test_none_one_of_another_source_and_something_else_are_not_taken(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="painting"):
        kernel.compiled(tmp_path / "painting.so")
    for name in ("painting.c", "developing.c", "batch.h", "drawing.h"):
        source = sources(tmp_path / name)
        (source / name).write_bytes((source / name).read_bytes() + b"\n")
        stale = building.build(building.here(), tmp_path / "stale.so", source=source)
        with pytest.raises(kernel.KernelError, match="another source"):
            kernel.compiled(stale)
    (source / "painting.c").write_text("int nothing(void) { return 0; }\n")
    other = building.build(building.here(), tmp_path / "other.so", source=source)
    with pytest.raises(kernel.KernelError, match="something else"):
        kernel.compiled(other)
    assert kernel.compiled(building.build(building.here(), tmp_path / "fits.so"))


def test_an_empty_mesh_draws_nothing() -> None:
    drawn = canvas()
    empty = stl.Mesh(np.zeros(0, RECORD), "binary")
    assert len(empty) == 0
    points, normals = triangles()
    assert COMPILED(drawn, points, normals, EVERYTHING) == 0
    assert not drawn.sides.any()
