"""Small meshes with known figures, and writers of both STL formats that share no code with ours."""

import struct
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl.mesh import RECORD, Mesh

Corners = NDArray[np.float32]

# Corners of a cube and its faces, wound to face outward.
_CUBE = np.array([(x, y, z) for x in (0, 1) for y in (0, 1) for z in (0, 1)], np.float32)
_SIDES = (
    (0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3),
)  # fmt: skip


def tetrahedron(size: float = 10.0) -> Corners:
    """Four faces with one right-angled corner at the origin; volume size**3 / 6."""
    o, x, y, z = np.vstack((np.zeros(3), np.eye(3) * size)).astype(np.float32)
    return np.array([(o, y, x), (o, x, z), (o, z, y), (x, y, z)])


def box(
    size: float = 10.0, sides: Iterable[int] = range(6), at: Sequence[float] = (0, 0, 0)
) -> Corners:
    """A cube, or some of its sides, two triangles each. Side 5 is its top."""
    faces = [face for side in sides for face in _halves(_SIDES[side])]
    cube: Corners = _CUBE[np.array(faces)] * np.float32(size) + np.array(at, np.float32)
    return cube


def moebius(steps: int = 40) -> Corners:
    """A strip with half a turn, closed: it cannot be wound consistently; one rim."""
    angle = np.linspace(0, 2 * np.pi, steps, endpoint=False)
    rims = []
    for side in (-3.0, 3.0):
        radius = 20 + side * np.cos(angle / 2)
        rims.append(
            np.stack((radius * np.cos(angle), radius * np.sin(angle), side * np.sin(angle / 2)), 1)
        )
    a, b = (rim.astype(np.float32) for rim in rims)
    next_a, next_b = np.vstack((a[1:], b[:1])), np.vstack((b[1:], a[:1]))  # the half turn
    return np.concatenate((np.stack((a, b, next_a), 1), np.stack((b, next_b, next_a), 1)))


def binary(
    corners: Corners, header: bytes = b"", count: int | None = None, tail: bytes = b""
) -> bytes:
    """Binary STL written field by field."""
    parts = [header.ljust(80, b"\0"), struct.pack("<I", len(corners) if count is None else count)]
    for index, triangle in enumerate(corners):
        parts.append(struct.pack("<12f", 0, 0, 1, *triangle.reshape(-1).tolist()))
        parts.append(struct.pack("<H", index % 65536))
    return b"".join(parts) + tail


def binary_of_many(corners: Corners) -> bytes:
    """Binary STL of any number of triangles, written as one array."""
    records = np.zeros((len(corners), 50), np.uint8)
    records[:, 12:48] = np.ascontiguousarray(corners).view(np.uint8).reshape(-1, 36)
    return bytes(80) + struct.pack("<I", len(corners)) + records.tobytes()


def sheet(columns: int, rows: int) -> Corners:
    """A flat sheet of squares of 1 mm, each two triangles; those of row r follow each other."""
    x, y = np.meshgrid(np.arange(columns + 1), np.arange(rows + 1))
    points = np.stack((x, y, np.zeros_like(x)), axis=-1).astype(np.float32)
    a, b, c, d = points[:-1, :-1], points[:-1, 1:], points[1:, 1:], points[1:, :-1]
    both = np.stack((np.stack((a, b, c), axis=2), np.stack((a, c, d), axis=2)), axis=2)
    return both.reshape(-1, 3, 3)


def dome(radius: float, wide: float, step: float = 0.5) -> Corners:
    """The top of a ball, round and `wide` across, that looks to +z; its pole is the origin."""
    rings = max(4, round(wide / 2 / step))
    angle = np.linspace(0, np.arcsin(wide / 2 / radius), rings + 1)[:, None]
    around = np.linspace(0, 2 * np.pi, 6 * rings, endpoint=False)
    across = radius * np.sin(angle)
    height = radius * (np.cos(angle) - 1) + 0 * around
    points = np.stack((across * np.cos(around), across * np.sin(around), height), axis=-1)
    a, b = points[:-1], np.roll(points[:-1], -1, axis=1)
    c, d = points[1:], np.roll(points[1:], -1, axis=1)
    both = np.concatenate((np.stack((a, c, d), axis=2), np.stack((a, d, b), axis=2)))
    triangles = both.reshape(-1, 3, 3).astype(np.float32)
    flat = (triangles[:, 0] == triangles[:, 2]).all(axis=1)  # at the pole, where a is b
    kept: Corners = triangles[~flat]
    return kept


def turned_over(corners: Corners) -> Corners:
    """Half a turn about x: what looked up looks down."""
    turned: Corners = corners * np.array([1, -1, -1], np.float32)
    return turned


def moved(corners: Corners, way: Sequence[float]) -> Corners:
    """Moved by so many mm along each axis."""
    there: Corners = corners + np.array(way, np.float32)
    return there


def mesh_of(corners: NDArray[np.floating]) -> Mesh:
    """A mesh as the gate holds it, of triangles."""
    records = np.zeros(len(corners), RECORD)
    records["corners"] = corners
    return Mesh(records, "binary")


def ascii_stl(corners: Corners, name: str = "sample", number: str = "{:.9g}") -> bytes:
    """ASCII STL with nine significant digits, which give every 32-bit float back."""
    lines = [f"solid {name}"]
    for triangle in corners.tolist():
        lines += ["  facet normal 0 0 1", "    outer loop"]
        lines += [
            "      vertex " + " ".join(number.format(x) for x in corner) for corner in triangle
        ]
        lines += ["    endloop", "  endfacet"]
    return "\n".join([*lines, f"endsolid {name}", ""]).encode()


def _halves(face: tuple[int, ...]) -> list[tuple[int, int, int]]:
    a, b, c, d = face
    return [(a, b, c), (a, c, d)]
