"""Scans at the limits of size and number, and bombs: each is judged in a process of its own."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from scans.gate.limits import DEFAULT_LIMITS
from scans.gate.models import FileKind
from tests.hostile import case
from tests.hostile.scan_files import FACET

refused = partial(case.refused, FileKind.STL)
passes = partial(case.passes, FileKind.STL)

MOST = DEFAULT_LIMITS.stl.max_triangles
ROOM = DEFAULT_LIMITS.stl.max_bytes
RECORD = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
LOOSE = ("stl-many-pieces",)


def binary(corners: NDArray[np.float32]) -> bytes:
    """Binary STL of corners (n, 3, 3)."""
    records = np.zeros(len(corners), RECORD)
    records["corners"] = corners
    return bytes(80) + len(corners).to_bytes(4, "little") + records.tobytes()


def soup(triangles: int = MOST, size: float = 0.1) -> NDArray[np.float32]:
    """Loose triangles anywhere in 60 mm: no corner twice, every edge open."""
    random = np.random.default_rng(5)
    places = random.uniform(0, 60, (triangles, 1, 3))
    return (places + random.uniform(0, size, (triangles, 3, 3))).astype(np.float32)


def not_finite_at_last() -> bytes:
    """All is measured before it turns out to be worthless."""
    corners = soup()
    corners[-1, -1, -1] = np.nan
    return binary(corners)


def fan() -> bytes:
    """All triangles share one edge."""
    corners = np.zeros((MOST, 3, 3), np.float32)
    corners[:, 1, 2] = 60
    turn = np.linspace(0, 2 * np.pi, MOST, endpoint=False)
    corners[:, 2, 0], corners[:, 2, 1] = 30 * np.cos(turn), 30 * np.sin(turn)
    return binary(corners)


def text(number: bytes) -> bytes:
    """ASCII STL that fills the limit; each `#` in the form of its numbers is a random digit."""
    words = b"facet normal 0 0 1 outer loop vertex @ vertex @ vertex @ endloop endfacet\n"
    facet = np.frombuffer(words.replace(b"@", b" ".join([number] * 3)), np.uint8)
    rows = np.tile(facet, ((ROOM - 32) // len(facet), 1))
    places = np.flatnonzero(facet == ord("#"))
    random = np.random.default_rng(5)
    for start in range(0, len(rows), 1 << 14):
        part = rows[start : start + (1 << 14)]
        part[:, places] = random.integers(48, 58, (len(part), len(places)), np.uint8)
    return b"solid s\n" + rows.tobytes() + b"endsolid s\n"


def filled(opening: bytes, filling: bytes) -> bytes:
    """An opening, and then the same until the limit is reached."""
    return opening + filling * ((ROOM - len(opening)) // len(filling))


# Measured, or read to the last byte: a process for each.
FILES = {
    "1.5 million loose triangles": passes(lambda: binary(soup()), *LOOSE),
    "1.5 million triangles, the last not finite": refused("stl-not-finite", not_finite_at_last),
    "1.5 million triangles around one edge": passes(fan),
    "1.5 million times the same triangle": passes(
        lambda: binary(np.repeat(soup(1, 60), MOST, axis=0)),
        "stl-duplicate-triangles",
        "stl-non-manifold-edges",
    ),
    "text to the limit": passes(partial(text, b"##.#####"), *LOOSE),
    "facet of text again and again": passes(
        lambda: filled(b"solid\n", FACET)[: -len(FACET)] + b"endsolid\n",
        "stl-duplicate-triangles",
        "stl-non-manifold-edges",
    ),
}

# Refused early, or small once read: judged one after the other.
BOMBS = {
    "1.5 million times the same point": refused(
        "stl-no-surface", lambda: binary(np.full((MOST, 3, 3), 7, np.float32))
    ),
    "one triangle too many": refused(
        "stl-too-many-triangles",
        lambda: (
            bytes(80)
            + (MOST + 1).to_bytes(4, "little")
            + b"\0\0\x80\x3f" * (50 * (MOST + 1) // 4)
            + bytes(2)
        ),
    ),
    "one byte too many": refused("stl-too-large", lambda: bytes(ROOM + 1)),
    "a full file of zeros": refused("stl-more-than-declared", lambda: bytes(ROOM)),
    "a full file of random bytes": refused(
        "stl-not-stl", lambda: np.random.default_rng(5).bytes(ROOM)
    ),
    "a number of 75 million digits": refused(
        "stl-ascii-endless-line", lambda: filled(b"solid\nfacet normal 0 0 ", b"9")
    ),
    "numbers of 100,000 digits": refused(
        "stl-not-finite",
        lambda: (
            b"solid\n"
            + FACET.replace(b"vertex 9 0 0", b"vertex" + (b" " + b"9" * 100_000) * 3) * 240
            + b"endsolid\n"
        ),
    ),
    "numbers of 100,000 digits of which few count": passes(
        lambda: (
            b"solid\n"
            + FACET.replace(b" 9 ", b" " + b"0" * 99_999 + b"9." + b"0" * 100_000 + b" ") * 180
            + b"endsolid\n"
        ),
        "stl-duplicate-triangles",
        "stl-non-manifold-edges",
    ),
    "an endless line": refused("stl-ascii-endless-line", lambda: filled(b"solid facet ", b"a")),
    "an endless name": refused(
        "stl-ascii-endless-line", lambda: filled(b"solid\n" + FACET + b"endsolid ", b"a")
    ),
    "endless blanks within": refused(
        "stl-ascii-endless-line", lambda: filled(b"solid\n" + FACET, b" ")
    ),
    "endless blanks behind": refused(
        "stl-too-few-triangles", lambda: filled(b"solid\n" + FACET + b"endsolid\n", b"\n")
    ),
    "facets of half a megabyte": refused(
        "stl-ascii-endless-line",
        lambda: filled(b"solid\n", FACET.replace(b"endfacet", b" " * 600_000 + b"endfacet")),
    ),
    "solids without end": refused(
        "stl-ascii-structure", lambda: filled(b"solid facet\nendsolid\n", b"solid\nendsolid\n")
    ),
    "closing lines within the facets": refused(
        "stl-ascii-structure", lambda: filled(b"solid\n", FACET + b"endsolid\n")
    ),
    "opening lines without end": refused(
        "stl-ascii-endless-line", lambda: filled(b"solid facet\n", b"solid\n")
    ),
    "remarks without end": refused(
        "stl-ascii-structure",
        lambda: filled(b"solid\n" + FACET * 4 + b"endsolid\n", b"# remark\n"),
    ),
    "a remark on each facet": passes(
        lambda: filled(b"solid\n", FACET[:-1] + b" color 7\n" * 30) + b"endsolid\n",
        "stl-duplicate-triangles",
        "stl-non-manifold-edges",
        "stl-ascii-ignored",
    ),
    "comments of a web page without one": refused(
        "stl-not-stl", lambda: filled(b"<!-- portal -->", b"<!---->")
    ),
}
