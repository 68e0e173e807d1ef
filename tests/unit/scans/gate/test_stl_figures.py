"""Figures of the report against shapes worked out by hand, and against numpy-stl."""

import io

import numpy as np
import pytest
import stl as numpy_stl
from hypothesis import given, settings
from hypothesis import strategies as st

from scans.gate import stl
from scans.gate.stl.components import components
from scans.gate.stl.workers import spread
from tests.support import meshes
from tools import samples


def report_of(corners: meshes.Corners) -> stl.Report:
    report = stl.examine(meshes.binary(corners)).report
    assert report is not None
    return report


def test_tetrahedron() -> None:
    report = report_of(meshes.tetrahedron(10))
    assert (report.triangles, report.unique_vertices, report.pieces) == (4, 4, 1)
    assert (report.open_edges, report.open_loops, report.non_manifold_edges) == (0, 0, 0)
    assert (report.flipped_edges, report.degenerate_triangles, report.duplicate_triangles) == (
        0,
        0,
        0,
    )
    assert report.volume_mm3 == pytest.approx(1000 / 6)
    assert report.area_mm2 == pytest.approx(150 + 50 * np.sqrt(3))
    assert report.bounds_mm == stl.Bounds((0, 0, 0), (10, 10, 10))
    assert report.edge_length_mm.min == 10
    assert report.edge_length_mm.max == pytest.approx(np.sqrt(200))
    assert report.edge_length_mm.mean == pytest.approx((10 + np.sqrt(200)) / 2)
    assert report.plausible_unit == "mm"


def test_open_box_has_one_hole_and_no_volume() -> None:
    report = report_of(meshes.box(10, range(5)))
    assert (report.open_edges, report.open_loops, report.pieces) == (4, 1, 1)
    assert report.volume_mm3 is None
    assert report.area_mm2 == pytest.approx(500)


def test_tube_has_two_rims() -> None:
    report = report_of(meshes.box(10, range(4)))
    assert (report.open_edges, report.open_loops) == (8, 2)


def loose(triangles: int) -> meshes.Corners:
    """Triangles side by side that share nothing."""
    start = np.arange(triangles, dtype=np.float32)[:, None, None]
    return start + np.array([[(0, 0, 0), (0.5, 0, 0), (0, 0.5, 0)]], np.float32)


def test_rims_are_followed_up_to_half_a_million_open_edges() -> None:
    few, many = (stl.examine(meshes.binary_of_many(loose(n))).report for n in (166_666, 166_667))
    assert few is not None
    assert many is not None
    assert (few.open_edges, few.open_loops, few.pieces) == (499_998, 166_666, 166_666)
    assert (many.open_edges, many.open_loops, many.pieces) == (500_001, None, 166_667)


def test_holes_that_touch_in_a_vertex_are_two() -> None:
    corners = meshes.sheet(6, 6)
    first, beside, apart = 28, 42, 50  # the second meets the first in one vertex alone
    assert report_of(np.delete(corners, [first], axis=0)).open_loops == 2
    assert report_of(np.delete(corners, [first, apart], axis=0)).open_loops == 3
    touching = report_of(np.delete(corners, [first, beside], axis=0))
    assert (touching.open_loops, touching.open_edges, touching.pieces) == (3, 24 + 6, 1)


def test_triangles_that_touch_in_a_vertex_have_a_rim_each() -> None:
    triangle = meshes.box(10)[:1]
    report = report_of(np.concatenate((triangle, -triangle, triangle + 50, -triangle - 50)))
    assert (report.open_loops, report.pieces, report.unique_vertices) == (4, 4, 11)


def test_rim_that_is_no_circle_counts_as_one() -> None:
    corners = meshes.box(10)
    fin = np.array([[corners[0, 0], corners[0, 1], (5, 5, 50)]], np.float32)
    report = report_of(np.concatenate((corners, fin)))
    assert (report.open_edges, report.open_loops, report.non_manifold_edges) == (2, 1, 1)


def test_two_cubes_are_two_pieces() -> None:
    report = report_of(np.concatenate((meshes.box(10), meshes.box(10, at=(20, 0, 0)))))
    assert (report.pieces, report.unique_vertices, report.triangles) == (2, 16, 24)
    assert report.volume_mm3 == pytest.approx(2000)


def test_cubes_sharing_an_edge_are_non_manifold() -> None:
    report = report_of(np.concatenate((meshes.box(10), meshes.box(10, at=(10, 10, 0)))))
    assert (report.non_manifold_edges, report.open_edges, report.pieces) == (1, 0, 1)
    assert report.volume_mm3 is None


def test_cubes_sharing_a_corner_are_two_pieces() -> None:
    report = report_of(np.concatenate((meshes.box(10), meshes.box(10, at=(10, 10, 10)))))
    assert (report.non_manifold_edges, report.unique_vertices, report.pieces) == (0, 15, 2)


def test_moebius_strip_cannot_be_wound() -> None:
    report = report_of(meshes.moebius(40))
    assert (report.flipped_edges, report.open_loops, report.open_edges) == (1, 1, 80)
    assert report.unique_vertices == 80


def test_flipped_face() -> None:
    corners = meshes.box(10)
    corners[0] = corners[0, ::-1]
    report = report_of(corners)
    assert (report.flipped_edges, report.open_edges, report.volume_mm3) == (3, 0, None)


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 1, 0)])
def test_duplicated_face_however_wound(order: tuple[int, int, int]) -> None:
    corners = meshes.box(10)
    report = report_of(np.concatenate((corners, corners[:1][:, order])))
    assert (report.duplicate_triangles, report.non_manifold_edges) == (1, 3)


def test_degenerate_triangles_connect_nothing() -> None:
    corners = meshes.box(10)
    needle = np.array([[corners[0, 0], corners[0, 0], corners[0, 1]]])
    line = np.array([[(0, 0, 50), (1, 0, 50), (2, 0, 50)]], np.float32)
    report = report_of(np.concatenate((corners, needle)))
    assert (report.degenerate_triangles, report.open_edges, report.pieces) == (1, 0, 1)
    assert report_of(np.concatenate((corners, line))).degenerate_triangles == 1


def test_sliver_is_degenerate_by_its_longest_side() -> None:
    sliver = np.array([[(0, 0, 0), (1000, 0, 0), (1000, 1e-4, 0)]], np.float32)
    assert report_of(np.concatenate((meshes.box(10), sliver))).degenerate_triangles == 1
    thin = np.array([[(0, 0, 0), (1000, 0, 0), (1000, 2e-4, 0)]], np.float32)
    assert report_of(np.concatenate((meshes.box(10), thin))).degenerate_triangles == 0


def test_minus_zero_is_zero() -> None:
    corners = meshes.tetrahedron()
    corners[0][corners[0] == 0] = -0.0
    assert report_of(corners).unique_vertices == 4


def test_inside_out_closed_surface_has_its_volume() -> None:
    assert report_of(meshes.box(10)[:, ::-1]).volume_mm3 == pytest.approx(1000)


def test_figures_beyond_one_chunk_equal_numpy_stl() -> None:
    data = samples.arch("upper", 50_000)
    report = stl.examine(data).report
    theirs = numpy_stl.Mesh.from_file("", fh=io.BytesIO(data))
    theirs.update_areas()
    assert report is not None
    assert report.triangles == len(theirs.vectors) > stl.mesh.CHUNK
    assert report.area_mm2 == pytest.approx(float(theirs.areas.sum(dtype=float)), rel=1e-5)
    assert report.bounds_mm.min == tuple(theirs.vectors.reshape(-1, 3).min(axis=0).tolist())
    assert report.bounds_mm.max == tuple(theirs.vectors.reshape(-1, 3).max(axis=0).tolist())
    assert report.unique_vertices == len(np.unique(theirs.vectors.reshape(-1, 3), axis=0))
    assert (report.open_loops, report.pieces) == (1, 1)


def slow_figures(corners: meshes.Corners) -> dict[str, int]:
    """Edges counted one at a time in dictionaries: slow, short and easy to believe."""
    edges: dict[frozenset[tuple[float, ...]], list[int]] = {}
    whole = [t for t in (list(map(tuple, c.tolist())) for c in corners) if len(set(t)) == 3]
    for number, triangle in enumerate(whole):
        for i in range(3):
            a, b = triangle[i], triangle[(i + 1) % 3]
            edges.setdefault(frozenset((a, b)), []).append(number + 1 if a < b else -number - 1)
    group = list(range(len(whole)))

    def top(triangle: int) -> int:
        while group[triangle] != triangle:
            group[triangle] = group[group[triangle]]
            triangle = group[triangle]
        return triangle

    for first, *others in edges.values():
        for other in others:
            group[top(abs(other) - 1)] = top(abs(first) - 1)
    return {
        "unique_vertices": len({tuple(c) for t in corners.tolist() for c in t}),
        "open_edges": sum(len(users) == 1 for users in edges.values()),
        "non_manifold_edges": sum(len(users) > 2 for users in edges.values()),
        "flipped_edges": sum(
            len(users) == 2 and users[0] * users[1] > 0 for users in edges.values()
        ),
        "duplicate_triangles": len(whole) - len({frozenset(t) for t in whole}),
        "pieces": sum(top(own) == own for own in range(len(group))),
    }


def patched(kind: str) -> meshes.Corners:
    """A surface of several patches, 40,200 triangles, with faults within and between them."""
    corners = meshes.sheet(200, 100).copy()
    flipped = np.arange(100, len(corners), 997)
    corners[flipped] = corners[flipped][:, ::-1]
    corners = np.concatenate((corners, corners[50::200]))  # repeated, far from the first
    corners[::501, 1] = corners[::501, 0]
    corners[20_000:20_050] += np.float32(500)  # another piece
    order = np.random.default_rng(7).permutation(len(corners))
    return corners[order] if kind == "shuffled" else corners


@pytest.mark.parametrize("kind", ["in order", "shuffled"])
def test_patches_are_sewn_together(kind: str) -> None:
    corners = patched(kind)
    assert len(corners) > 2 * stl.mesh.CHUNK
    report = stl.examine(meshes.binary_of_many(corners)).report
    expected = slow_figures(corners)
    assert {name: getattr(report, name) for name in expected} == expected
    assert min(expected.values()) > 1
    assert report.degenerate_triangles == len(corners[::501])


@pytest.mark.parametrize("kind", ["in order", "shuffled"])
def test_threads_make_no_difference(kind: str) -> None:
    mesh = stl.parse(meshes.binary_of_many(patched(kind)))
    one, two, three = (stl.report.measure(mesh, threads) for threads in (1, 2, 3))
    assert one == two == three


def test_an_error_in_any_thread_comes_through() -> None:
    def work(number: int) -> int:
        if number == 5:
            raise ZeroDivisionError
        return number

    assert spread(lambda: work, 5, 2) == [0, 1, 2, 3, 4]
    with pytest.raises(ZeroDivisionError):
        spread(lambda: work, 100, 2)


# Corners on a small grid, so that triangles meet, repeat and collapse all the time.
soups = st.lists(
    st.tuples(*[st.tuples(*[st.integers(0, 2)] * 3)] * 3), min_size=4, max_size=40
).map(lambda soup: np.array(soup, np.float32))


@given(soups)
def test_counts_equal_a_slow_count(corners: meshes.Corners) -> None:
    expected = slow_figures(corners)
    report = report_of(corners)
    assert {name: getattr(report, name) for name in expected} == expected


@given(soups, st.randoms(use_true_random=False), st.tuples(*[st.integers(-50, 50)] * 3))
@settings(max_examples=50)
def test_counts_do_not_depend_on_order_or_place(
    corners: meshes.Corners, random: "np.random.Generator", shift: tuple[int, int, int]
) -> None:
    order = list(range(len(corners)))
    random.shuffle(order)
    first = random.randint(0, 2)  # type: ignore[attr-defined]
    moved = np.roll(corners[order], first, axis=1) + np.array(shift, np.float32)
    here, there = report_of(corners), report_of(moved)
    for name in (*slow_figures(corners), "open_loops", "degenerate_triangles"):
        assert getattr(here, name) == getattr(there, name), name
    assert there.area_mm2 == pytest.approx(here.area_mm2)


@pytest.mark.parametrize("kind", ["path", "reversed", "star", "shuffled"])
def test_components_of_long_graphs_are_found_in_few_rounds(kind: str) -> None:
    nodes = np.arange(20_000, dtype=np.int32)
    if kind == "shuffled":
        nodes = np.random.default_rng(1).permutation(nodes).astype(np.int32)
    if kind == "reversed":
        nodes = nodes[::-1].copy()
    hub = np.full(len(nodes) - 1, nodes[-1])
    starts = hub if kind == "star" else nodes[:-1]
    stops = nodes[:-1] if kind == "star" else nodes[1:]
    assert components(len(nodes), starts, stops)[0] == 1
    assert components(len(nodes), starts[:-1], stops[:-1])[0] == 2


@pytest.mark.parametrize(
    ("extent", "unit"),
    [
        (60, "mm"),
        (2.4, "inch?"),
        (6, "cm?"),
        (0.06, "m?"),
        (60_000, "um?"),
        (1000, None),
        (0, None),
    ],
)
def test_units(extent: float, unit: str | None) -> None:
    assert stl.report.plausible_unit(extent) == unit


def test_report_as_dict_is_json() -> None:
    plain = report_of(meshes.box()).as_dict()
    assert plain["bounds_mm"] == {"min": [0, 0, 0], "max": [10, 10, 10]}
    assert plain["size_mm"] == [10, 10, 10]
