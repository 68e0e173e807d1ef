"""The meshes of the STL benchmark: ``python -m benchmarks.meshes <folder>`` writes them all.

Arches of three sizes, as a scanner exports them, are what speed is measured on. The small meshes
each have a fault of their own, on which the tools' counts are compared.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.names import ARCHES, FAULTS, TEXTS, path_of
from scans.gate import stl
from tools import samples

Corners = NDArray[np.float32]


def write(folder: Path) -> None:
    """Write all meshes into a folder."""
    for name, triangles in ARCHES.items():
        path_of(folder, name).write_bytes(samples.arch(triangles=triangles))
    for name, arch in TEXTS.items():
        corners = _corners(path_of(folder, arch).read_bytes())
        path_of(folder, name).write_bytes(_text(corners))
    for name in FAULTS:
        path_of(folder, name).write_bytes(_binary(_MAKERS[name]()))


def write_for_likeness(folder: Path) -> None:
    """Write ten meshes on which pictures are compared; see `likeness_of_pictures`."""
    for triangles in (20_000, 100_000, 500_000, 1_000_000):
        (folder / f"arch-{triangles}.stl").write_bytes(samples.arch(triangles=triangles))
    case = samples.case(1, triangles=250_000)
    for jaw, scan in (("upper", case.upper), ("lower", case.lower)):
        if scan is not None:
            (folder / f"{jaw}.stl").write_bytes(scan.stl)
    for name in ("holes", "closed", "fins", "flipped"):
        path_of(folder, name).write_bytes(_binary(_MAKERS[name]()))


def punched() -> Corners:
    """Return an arch with a dozen round holes, two of which touch in one vertex."""
    corners = _corners(samples.arch(triangles=60_000))
    centres = corners.mean(axis=1)
    gone = np.zeros(len(corners), bool)
    for middle in centres[2000:-2000:4800]:
        gone |= np.linalg.norm(centres - middle, axis=1) < 0.9
    first = 31_000  # a triangle far from the holes, and one that shares a single vertex with it
    shared = [
        set(map(tuple, c.tolist())) & set(map(tuple, corners[first].tolist())) for c in corners
    ]
    touching = next(i for i, both in enumerate(shared) if len(both) == 1 and not gone[i])
    gone[[first, touching]] = True
    return corners[~gone]


def solid() -> Corners:
    """Return a closed ball of 40 mm."""
    return _ball((0, 0, 0))


def pieces() -> Corners:
    """Return two balls that do not touch."""
    return np.concatenate((_ball((0, 0, 0)), _ball((60, 0, 0))))


def fins() -> Corners:
    """Return a ball with ten more triangles, each standing on one of its edges."""
    ball = _ball((0, 0, 0))
    feet = ball[1000:-1000:1400][:10]
    tips = feet[:, :1] * np.float32(1.2)
    return np.concatenate((ball, np.concatenate((feet[:, 1::-1], tips), axis=1)))


def repeated() -> Corners:
    """Return an arch of which forty triangles occur twice."""
    corners = _corners(samples.arch(triangles=20_000))
    return np.concatenate((corners, corners[500:-500:475][:40]))


def flipped() -> Corners:
    """Return an arch of which forty triangles, none touching, face the other way."""
    corners = _corners(samples.arch(triangles=20_000)).copy()
    which = np.arange(500, len(corners) - 500, 475)[:40]
    corners[which] = corners[which][:, ::-1]
    return corners


#: Name of the mesh -> what makes its triangles, shape (n, 3 corners, 3 axes).
_MAKERS: dict[str, Callable[[], Corners]] = {
    "holes": punched,
    "closed": solid,
    "two pieces": pieces,
    "fins": fins,
    "repeated": repeated,
    "flipped": flipped,
}


def _ball(middle: tuple[float, float, float], rings: int = 100) -> Corners:
    """Return a ball of 20 mm radius: `rings` from pole to pole, twice as many around."""
    down = np.linspace(0, np.pi, rings + 1)[1:-1, None]
    around = np.linspace(0, 2 * np.pi, 2 * rings, endpoint=False)
    flat = np.sin(down)
    xyz = np.stack((flat * np.cos(around), flat * np.sin(around), np.cos(down) + 0 * around), -1)
    points = (20 * xyz + middle).astype(np.float32)
    poles = (np.array([(0, 0, 20), (0, 0, -20)]) + middle).astype(np.float32)
    upper, lower = points[:-1], points[1:]
    a, b, c, d = upper, np.roll(upper, -1, 1), lower, np.roll(lower, -1, 1)
    walls = np.concatenate((np.stack((a, c, b), 2), np.stack((b, c, d), 2))).reshape(-1, 3, 3)
    top, bottom = points[0], points[-1]
    caps = [
        np.stack((np.broadcast_to(poles[0], top.shape), top, np.roll(top, -1, 0)), 1),
        np.stack((np.broadcast_to(poles[1], top.shape), np.roll(bottom, -1, 0), bottom), 1),
    ]
    return np.concatenate((walls, *caps))


def _corners(data: bytes) -> Corners:
    return stl.parse(data).corners


def _binary(corners: Corners) -> bytes:
    records = np.zeros(len(corners), stl.mesh.RECORD)
    records["corners"] = corners
    return bytes(80) + len(corners).to_bytes(4, "little") + records.tobytes()


def _text(corners: Corners) -> bytes:
    """Return ASCII STL with nine significant digits, which give every 32-bit float back."""
    facet = (
        "  facet normal 0 0 1\n    outer loop\n"
        + "      vertex %.9g %.9g %.9g\n" * 3
        + "    endloop\n  endfacet\n"
    )
    body = "".join(facet % tuple(row) for row in corners.reshape(-1, 9).tolist())
    return f"solid arch\n{body}endsolid arch\n".encode()


if __name__ == "__main__":
    make = write_for_likeness if "--likeness" in sys.argv else write
    make(Path(sys.argv[-1]))
