"""Every finding, provoked; hostile bytes; nothing ever raised."""

import struct
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scans.gate import stl
from scans.gate.limits import DEFAULT_LIMITS, StlLimits
from scans.gate.stl import StlCode, StlVerdict
from tests.support import meshes
from tools import samples

BOX = meshes.box(20)
ARCH = samples.arch(triangles=2000)


def codes(data: bytes | stl.Mesh, limits: StlLimits = DEFAULT_LIMITS.stl) -> list[StlCode]:
    return [finding.code for finding in stl.examine(data, limits).findings]


def cells(text: bytes) -> bytes:
    """ASCII STL around one facet's worth of text."""
    return b"solid s\n" + text + b"\nendsolid s\n"


def fifth(old: bytes, new: bytes) -> bytes:
    """ASCII STL of five facets, with a change to the last."""
    return b"solid s\n" + FACET * 4 + FACET.replace(old, new) + b"endsolid s\n"


FACET = b"facet normal 0 0 1 outer loop vertex 0 0 0 vertex 9 0 0 vertex 0 9 0 endloop endfacet\n"

NOT_FINITE = BOX.copy()
NOT_FINITE[3, 1, 2] = np.nan
INFINITE = BOX.copy()
INFINITE[3, 1, 2] = -np.inf

REFUSED: dict[str, tuple[bytes, StlCode]] = {
    "nothing": (b"", StlCode.EMPTY),
    "text": (b"Dear lab, please find the scan attached." * 9, StlCode.NOT_STL),
    "short binary": (b"\x01\x02\x03", StlCode.NOT_STL),
    "prose starting with solid": (b"solid work by the technician\n" * 40, StlCode.NOT_STL),
    "zip": (samples.broken("zip"), StlCode.IS_ARCHIVE),
    "gzip": (b"\x1f\x8b\x08" + bytes(200), StlCode.IS_ARCHIVE),
    "html": (samples.broken("html"), StlCode.IS_WEB_PAGE),
    "pdf": (b"%PDF-1.7\n" + bytes(300), StlCode.IS_DOCUMENT),
    "photo": (samples.photo_with_gps(), StlCode.IS_IMAGE),
    "ply": (b"ply\nformat ascii 1.0\n", StlCode.IS_OTHER_3D),
    "obj": (b"# obj\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n", StlCode.IS_OTHER_3D),
    "cut short": (samples.broken("truncated"), StlCode.TRUNCATED),
    "cut in a triangle": (ARCH[:-1], StlCode.TRUNCATED),
    "header alone": (ARCH[:84], StlCode.TRUNCATED),
    "count too low": (samples.broken("surplus"), StlCode.SURPLUS),
    "count too high": (meshes.binary(BOX, count=13), StlCode.TRUNCATED),
    "count of 2**32-1": (meshes.binary(BOX, count=2**32 - 1), StlCode.COUNT),
    "count of zero": (meshes.binary(BOX, count=0), StlCode.SURPLUS),
    "payload after": (meshes.binary(BOX, tail=b"#!/bin/sh\n" * 9), StlCode.SURPLUS),
    "zeros without end": (meshes.binary(BOX, tail=bytes(4097)), StlCode.SURPLUS),
    "no triangle": (bytes(84), StlCode.TOO_FEW),
    "one triangle": (meshes.binary(BOX[:1]), StlCode.TOO_FEW),
    "not a number": (meshes.binary(NOT_FINITE), StlCode.NOT_FINITE),
    "infinite": (meshes.binary(INFINITE), StlCode.NOT_FINITE),
    "all not a number": (meshes.binary(BOX * np.float32("nan")), StlCode.NOT_FINITE),
    "nan in an arch": (samples.broken("nan"), StlCode.NOT_FINITE),
    "all on one point": (samples.broken("flat"), StlCode.NO_SURFACE),
    "all on one line": (meshes.binary(BOX * np.array([1, 0, 0], np.float32)), StlCode.NO_SURFACE),
    "denormal": (meshes.binary(BOX * np.float32(1e-40)), StlCode.TOO_SMALL),
    "tiny": (meshes.binary(BOX * np.float32(1e-5)), StlCode.TOO_SMALL),
    "huge": (meshes.binary(BOX * np.float32(1e36)), StlCode.TOO_BIG),
    "a kilometre": (meshes.binary(BOX * np.float32(5e4)), StlCode.TOO_BIG),
    "far away": (meshes.binary(BOX + np.float32(2e5)), StlCode.TOO_FAR),
    "ascii: wrong word": (samples.broken("ascii"), StlCode.ASCII_STRUCTURE),
    "ascii: cut short": (meshes.ascii_stl(BOX)[:900], StlCode.TRUNCATED),
    "ascii: last line missing": (meshes.ascii_stl(BOX)[:-17], StlCode.TRUNCATED),
    "ascii: facet cut, end there": (cells(FACET * 4 + FACET[:60]), StlCode.ASCII_STRUCTURE),
    "ascii: four corners": (fifth(b"endloop", b"vertex 1 1 1 endloop"), StlCode.ASCII_STRUCTURE),
    "ascii: word for number": (fifth(b"9 0 0", b"9 o 0"), StlCode.ASCII_NUMBER),
    "ascii: underscores": (fifth(b"9 0 0", b"9_0 0 0"), StlCode.ASCII_NUMBER),
    "ascii: comma decimals": (fifth(b"9 0 0", b"9,5 0 0"), StlCode.ASCII_NUMBER),
    "ascii: nan": (fifth(b"9 0 0", b"nan 0 0"), StlCode.NOT_FINITE),
    "ascii: beyond 32 bits": (fifth(b"9 0 0", b"1e39 0 0"), StlCode.NOT_FINITE),
    "ascii: NULs": (fifth(b"loop", b"lo\0op"), StlCode.ASCII_ENCODING),
    "ascii: NUL in a number": (fifth(b"9 0 0", b"9\0 0 0"), StlCode.ASCII_ENCODING),
    "ascii: changes to utf-16": (
        b"solid s\n" + FACET * 4 + (FACET * 4).decode().encode("utf-16-le"), StlCode.ASCII_ENCODING,
    ),
    "ascii: endless line": (cells(FACET + b"facet " + b"a" * 3_000_000), StlCode.ASCII_ENDLESS),
    "ascii: endless name": (b"solid facet " + b"a" * 100_000, StlCode.ASCII_ENDLESS),
    "ascii: endless number": (
        cells(FACET.replace(b"9 0 0", b"9" * 3_000_000 + b" 0 0")), StlCode.ASCII_ENDLESS,
    ),
    "ascii: one facet": (cells(FACET), StlCode.TOO_FEW),
    "ascii: no facet": (b"solid s\nendsolid s\n", StlCode.TOO_FEW),
    "ascii: solids without end": (b"solid s\nendsolid s\n" * 5000, StlCode.ASCII_STRUCTURE),
    "ascii: something after": (meshes.ascii_stl(BOX) + b"<script>", StlCode.ASCII_STRUCTURE),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    data, code = REFUSED[name]
    started = time.process_time()
    examination = stl.examine(data)
    assert time.process_time() - started < 2 + 2 * len(data) / 2**20
    assert examination.verdict is StlVerdict.REJECTED
    assert examination.findings[0].code is code
    assert examination.findings[0].severity is stl.Severity.REJECTED


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [(b"loop", b"lop", "at triangle 7,501:"), (b"9 0 0", b"9 o 0", "after triangle ")],
)
def test_damage_far_into_a_text_is_located(old: bytes, new: bytes, sentence: str) -> None:
    data = cells(FACET * 7500 + FACET.replace(old, new) + FACET * 7500)
    (finding,) = stl.examine(data).findings
    assert sentence in finding.sentence


READY: dict[str, bytes] = {
    "arch": ARCH,
    "solid in binary": samples.broken("solid"),
    "zip in the header": meshes.binary(BOX, header=b"PK\x03\x04"),
    "html in the header": meshes.binary(BOX, header=b"<!DOCTYPE html><html>"),
    "ascii": meshes.ascii_stl(BOX),
    "ascii: upper case": meshes.ascii_stl(BOX).upper(),
    "ascii: DOS lines": meshes.ascii_stl(BOX).replace(b"\n", b"\r\n"),
    "ascii: old Mac lines": meshes.ascii_stl(BOX).replace(b"\n", b"\r"),
    "ascii: byte order mark": b"\xef\xbb\xbf" + meshes.ascii_stl(BOX),
    "ascii: no name, no last newline": meshes.ascii_stl(BOX, "").rstrip(),
    "ascii: Latin-1 name of keywords": meshes.ascii_stl(BOX, "facet endsolid").replace(
        b"solid\n", b"solid \xe9\n"
    ),
    "ascii: several solids": b"".join(meshes.ascii_stl(BOX[i : i + 4]) for i in (0, 4, 8)),
    "ascii: normals that are no numbers": meshes.ascii_stl(BOX).replace(
        b"normal 0 0 1", b"normal -nan(ind) nan inf"
    ),
    "ascii: exponents": meshes.ascii_stl(BOX, number="{:.6E}"),
}  # fmt: skip


@pytest.mark.parametrize("name", READY)
def test_ready(name: str) -> None:
    examination = stl.examine(READY[name])
    assert (examination.verdict, examination.findings) == (StlVerdict.READY, ())
    assert examination.report is not None
    assert examination.report.triangles == (1974 if name in ("arch", "solid in binary") else 12)


CRUMBS = np.concatenate([meshes.tetrahedron(1) + np.float32(k) for k in range(0, 250, 2)])


DOUBTFUL: dict[str, tuple[meshes.Corners, StlCode]] = {
    "inches": (BOX * np.float32(0.1), StlCode.UNIT),
    "half a metre": (BOX * np.float32(25), StlCode.UNIT),
    "slivers": (np.concatenate((BOX, BOX[:1, (0, 0, 1)])), StlCode.DEGENERATE),
    "twice": (np.concatenate((BOX, BOX)), StlCode.DUPLICATE),
    "fins": (np.concatenate((BOX, meshes.box(20, at=(20, 20, 0)))), StlCode.NON_MANIFOLD),
    "flipped": (np.concatenate((BOX[:1, ::-1], BOX[1:])), StlCode.FLIPPED),
    "crumbs": (CRUMBS, StlCode.MANY_PIECES),
}  # fmt: skip


@pytest.mark.parametrize("name", DOUBTFUL)
def test_warned_of(name: str) -> None:
    corners, code = DOUBTFUL[name]
    examination = stl.examine(meshes.binary(corners))
    assert examination.verdict is StlVerdict.READY_WITH_WARNINGS
    assert code in [finding.code for finding in examination.findings]


@pytest.mark.parametrize("tail", [b"\n", b"\x01" * 49, bytes(50), bytes(4096)])
def test_padding_is_warned_of(tail: bytes) -> None:
    examination = stl.examine(meshes.binary(BOX, tail=tail))
    assert examination.verdict is StlVerdict.READY_WITH_WARNINGS
    assert [finding.code for finding in examination.findings] == [StlCode.TRAILING]


def test_limits_hold_at_their_edge() -> None:
    data = meshes.binary(BOX)
    assert codes(data, StlLimits(max_triangles=12)) == []
    assert codes(data, StlLimits(max_triangles=11)) == [StlCode.TOO_MANY]
    assert codes(meshes.ascii_stl(BOX), StlLimits(max_triangles=11)) == [StlCode.TOO_MANY]
    assert codes(data, StlLimits(max_bytes=len(data))) == []
    assert codes(data, StlLimits(max_bytes=len(data) - 1)) == [StlCode.TOO_LARGE]
    assert codes(data, StlLimits(min_triangles=13)) == [StlCode.TOO_FEW]
    assert codes(stl.parse(data), StlLimits(min_triangles=13)) == [StlCode.TOO_FEW]
    assert codes(bytes(84), StlLimits(min_triangles=0)) == [StlCode.TOO_FEW]


def test_every_code_is_provoked_here() -> None:
    provoked = {code for _, code in REFUSED.values()} | {code for _, code in DOUBTFUL.values()}
    elsewhere = {StlCode.TRAILING, StlCode.ASCII_IGNORED, StlCode.TOO_MANY, StlCode.TOO_LARGE}
    assert provoked | elsewhere == set(StlCode)


def test_sentences_quote_no_text_of_the_file() -> None:
    secret = b"Wilhelmina"
    for data in (
        meshes.binary(BOX, header=secret, count=99),
        meshes.ascii_stl(BOX, secret.decode())[:-60],
        fifth(b"outer", secret),
        fifth(b"9 0 0", secret + b" 0 0"),
    ):
        examination = stl.examine(data)
        assert examination.verdict is StlVerdict.REJECTED
        for finding in examination.findings:
            assert secret.decode().lower() not in finding.sentence.lower()
            assert finding.sentence.endswith(".")


def judged(data: bytes) -> None:
    """Whatever the bytes: a verdict, and what is ready can be cleaned and pictured."""
    examination = stl.examine(data)
    assert (examination.verdict is StlVerdict.REJECTED) >= (examination.report is None)
    if examination.verdict is not StlVerdict.REJECTED:
        stl.render(data, 16)
        assert stl.examine(stl.clean(data)).verdict is not StlVerdict.REJECTED


@given(st.binary(max_size=2000))
def test_random_bytes(data: bytes) -> None:
    judged(data)


@given(st.binary(max_size=700).map(lambda tail: bytes(80) + struct.pack("<I", 12) + tail))
def test_random_triangles(data: bytes) -> None:
    judged(data)


@given(
    st.sampled_from([meshes.binary(BOX), meshes.ascii_stl(BOX)]),
    st.lists(st.tuples(st.integers(0, 683), st.binary(max_size=6)), min_size=1, max_size=4),
    st.integers(0, 60),
)
@settings(max_examples=200)
def test_mutated_files(data: bytes, changes: list[tuple[int, bytes]], cut: int) -> None:
    mutated = bytearray(data)
    for at, change in changes:
        mutated[at : at + len(change)] = change
    judged(bytes(mutated[: len(mutated) - cut]))
