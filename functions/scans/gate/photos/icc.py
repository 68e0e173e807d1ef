"""The ICC profile of a claim that is not one: what LittleCMS is told of primaries and a curve.

By ICC.1:2022 (profile version 4.4): a display profile of a matrix and three parametric curves. Its
connection space has the white D50, to which the primaries are adapted as the specification does it
(annex E, the linear Bradford transform).
"""

import struct
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.photos.colour_claims import Curve, Point, Primaries

_D50: Final = (0.9642, 1.0, 0.8249)
_BRADFORD: Final = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)


def matrix_profile(primaries: Primaries, curve: Curve) -> bytes:
    """Return the profile's bytes. Raises ValueError for primaries that span no colours."""
    columns = adapted(primaries).T
    tags = [
        (b"desc", b"mluc" + bytes(4) + struct.pack(">II", 0, 12)),
        (b"wtpt", _xyz(np.array(_D50))),
        *zip((b"rXYZ", b"gXYZ", b"bXYZ"), map(_xyz, columns), strict=True),
        *((label, _parametric(curve)) for label in (b"rTRC", b"gTRC", b"bTRC")),
    ]
    start = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for label, content in tags:
        table += label + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    fields = struct.pack(">I4xI", size, 0x04400000) + b"mntrRGB XYZ "
    fields += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    return (fields + b"".join(_fixed(value) for value in _D50)).ljust(128, b"\0")


def adapted(primaries: Primaries) -> NDArray[np.float64]:
    """Return the matrix from light in the primaries to the connection space.

    Raises ValueError for primaries that span no colours.
    """
    corners = np.array([_of(point) for point in (primaries.red, primaries.green, primaries.blue)]).T
    white = _of(primaries.white)
    if abs(np.linalg.det(corners)) < 1e-6:
        raise ValueError("primaries on one line")
    light = corners * np.linalg.solve(corners, white)
    cones, target = _BRADFORD @ white, _BRADFORD @ _D50
    columns: NDArray[np.float64] = (
        np.linalg.inv(_BRADFORD) @ np.diag(target / cones) @ _BRADFORD @ light
    )
    if not (np.abs(columns) < 10).all():
        raise ValueError("primaries that are no colours")
    return columns


def _of(point: Point) -> NDArray[np.float64]:
    x, y = point
    if y <= 0:
        raise ValueError("a colour without light")
    return np.array([x / y, 1.0, (1 - x - y) / y])


def _xyz(values: NDArray[np.float64]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(_fixed(value) for value in values)


def _parametric(curve: Curve) -> bytes:
    numbers = (curve.g, curve.a, curve.b, curve.c, curve.d, 0.0, curve.f)
    return b"para" + bytes(4) + struct.pack(">HH", 4, 0) + b"".join(map(_fixed, numbers))


def _fixed(value: float) -> bytes:
    """A number with 16 bits behind the point."""
    return struct.pack(">i", round(value * 65536))
