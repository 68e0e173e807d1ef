"""Text STL beside the grammar, as exporters write it: what is read, said and refused."""

from __future__ import annotations

import re
import time

import numpy as np
import pytest

from scans.gate import stl
from scans.gate.limits import DEFAULT_LIMITS, StlLimits
from scans.gate.stl import StlCode, StlVerdict
from tests.support import meshes

BOX = meshes.box(20)
TEXT = meshes.ascii_stl(BOX)
#: The same box as two solids, one after the other.
HALVES = meshes.ascii_stl(BOX[:6]), meshes.ascii_stl(BOX[6:])
IGNORED, TRAILING = StlCode.ASCII_IGNORED, StlCode.TRAILING


def behind(keyword: bytes, more: bytes, text: bytes = TEXT) -> bytes:
    """Something behind each of these words."""
    return text.replace(keyword, keyword + more)


READ: dict[str, tuple[bytes, list[StlCode]]] = {
    "end loop": (TEXT.replace(b"endloop", b"end loop"), []),
    "end facet": (TEXT.replace(b"endfacet", b"end  facet"), []),
    "end solid": (TEXT.replace(b"endsolid", b"end \t solid"), []),
    "all three, upper case, DOS lines": (
        TEXT.replace(b"end", b"end ").upper().replace(b"\n", b"\r\n"), [],
    ),
    "two solids that end in two words": (b"".join(HALVES).replace(b"endsolid", b"end solid"), []),
    "colour behind endfacet": (behind(b"endfacet", b" color 31744"), [IGNORED]),
    "colour lines, old Mac": (
        behind(b"endloop", b"\n  colour 0.1 0.2 0.3").replace(b"\n", b"\r"), [IGNORED],
    ),
    "colour line before the facets": (b"solid\nCOLOR 1 0 0\n" + TEXT[13:], [IGNORED]),
    "remark between two solids": (HALVES[0] + b"; crown 36\n" + HALVES[1], [IGNORED]),
    "remarks between the lines": (behind(b"loop\n", b"# remark\n// end\n; \n"), [IGNORED]),
    "remark about facets before the first": (b"solid\n# 12 facets\n" + TEXT[13:], [IGNORED]),
    "remarks about the grammar": (
        behind(b"endloop", b"\n; facets: 1\n// a Vertex more\n#loops\n#"), [IGNORED],
    ),
    "remark about facets behind the end": (TEXT + b"; facets: 12\n", [IGNORED]),
    "remarks before the solid": (b"# 12 facets\n\n// of a scanner\r\n;\n" + TEXT, [IGNORED]),
    "word behind a vertex": (TEXT.replace(b" 20\n", b" 20 mm\n"), [IGNORED]),
    "word behind the normal": (behind(b"normal 0 0 1", b" up"), [IGNORED]),
    "number of the facet": (behind(b"  facet", b" 17"), [IGNORED]),
    "name on a second line": (b"solid\nof a patient\n" + TEXT[13:], [IGNORED]),
    "solid line doubled": (b"solid\n" + TEXT, [IGNORED]),
    "last line doubled": (TEXT + b"endsolid sample\n", [IGNORED]),
    "both": (b"solid\n" + TEXT + b"end solid\n\n", [IGNORED]),
    "Ctrl-Z": (TEXT + b"\x1a", [TRAILING]),
    "NUL": (TEXT + bytes(4096), [TRAILING]),
    "a megabyte of NUL": (TEXT + bytes(1 << 20), [TRAILING]),
    "Ctrl-Z and many NUL": (TEXT + b"\x1a" + bytes(9999), [TRAILING]),
    "Ctrl-Z and NUL": (TEXT.rstrip() + b"\r\n\x1a" + bytes(99), [TRAILING]),
    "remark": (TEXT + b"Exported by hand.\n", [TRAILING]),
    "blanks": (TEXT + b" \t\r\n" * 9999, []),
    "colours and NUL": (behind(b"endfacet", b" red") + b"\0", [IGNORED, TRAILING]),
    "exponents of FORTRAN": (meshes.ascii_stl(BOX, number="{:.6E}").replace(b"E+", b"D+"), []),
    "exponents of three digits": (
        meshes.ascii_stl(BOX, number="{:.6E}").replace(b"E+", b"E+0"), [],
    ),
    "tabs and blank lines": (TEXT.replace(b" ", b"\t").replace(b"\n", b"\n\n"), []),
    "all on one line": (b"solid\n" + b" ".join(TEXT.split()[2:]), []),
    "name in Devanagari": (TEXT.replace(b"sample", "मीरा".encode()), []),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_what_exporters_write_is_read_to_the_last_bit(name: str) -> None:
    data, said = READ[name]
    mesh = stl.parse(data)
    assert mesh.corners.tobytes() == BOX.tobytes()
    assert [note.code for note in mesh.notes] == said
    examination = stl.examine(data)
    assert [finding.code for finding in examination.findings] == said
    assert examination.verdict is not StlVerdict.REJECTED


@pytest.mark.parametrize(
    "name", [name for name in READ if name != "all on one line" and "two solids" not in name]
)
def test_it_does_not_matter_where_a_window_ends(name: str) -> None:
    """The same in a text of several windows: what is dropped lies at their ends, too."""
    data, said = READ[name]
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    start = re.search(rb"\bfacet\b", lines, re.IGNORECASE).start()  # type: ignore[union-attr]
    end = max(lines.lower().rfind(word) for word in (b"endfacet", b"end facet", b"end  facet"))
    end = lines.index(b"\n", end) + 1 if b"\n" in lines[end:] else end
    facets = lines[start:end]
    times = 2 * (1 << 19) // len(facets) + 1
    mesh = stl.parse(lines[:start] + facets * times + lines[end:])
    assert mesh.corners.tobytes() == BOX.tobytes() * times
    assert [note.code for note in mesh.notes] == said


REFUSED: dict[str, tuple[bytes, StlCode]] = {
    "a facet less than its colour says": (
        behind(b"endfacet", b" color 1 vertex 1 1 1"), StlCode.ASCII_STRUCTURE,
    ),
    "vertex in a remark": (behind(b"endloop", b"\n# vertex 1 2 3"), StlCode.ASCII_STRUCTURE),
    "fourth coordinate": (TEXT.replace(b" 20\n", b" 20 1\n"), StlCode.ASCII_STRUCTURE),
    "fourth coordinate with a sign": (behind(b" 20", b" -.5"), StlCode.ASCII_STRUCTURE),
    "third coordinate missing": (TEXT.replace(b" 20\n", b"\n"), StlCode.ASCII_STRUCTURE),
    "solid within a solid": (
        TEXT.replace(b"  facet", b"solid\n  facet", 5), StlCode.ASCII_STRUCTURE,
    ),
    "facets behind the end": (TEXT + TEXT[13:], StlCode.ASCII_STRUCTURE),
    "facet in a remark behind the end": (
        TEXT + b"; facet normal 0 0 1\n", StlCode.ASCII_STRUCTURE,
    ),
    "facet behind a remark whose line does not end": (
        HALVES[0][: HALVES[0].index(b"endsolid")]
        + b"# a box "
        + b" ".join(HALVES[1].split()[2:-2])
        + b"\nendsolid\n",
        StlCode.ASCII_STRUCTURE,
    ),
    "end of a facet in a remark": (behind(b"endfacet", b"\n## end facet"), StlCode.ASCII_STRUCTURE),
    "facets in a colour": (behind(b"endloop", b"\ncolor of facets"), StlCode.ASCII_STRUCTURE),
    "solid in a remark before the solid": (b"# solid\n" + TEXT, StlCode.ASCII_STRUCTURE),
    "NUL, then text": (TEXT + b"\0remark", StlCode.ASCII_STRUCTURE),
    "more NUL, then text": (TEXT + bytes(99) + b"remark", StlCode.ASCII_STRUCTURE),
    "UTF-16": (TEXT.decode().encode("utf-16"), StlCode.ASCII_ENCODING),
    "UTF-16, big endian": (
        b"\xfe\xff" + TEXT.decode().encode("utf-16-be"), StlCode.ASCII_ENCODING,
    ),
    "an error page behind the end": (TEXT + b"\n <b>500</b>", StlCode.ASCII_STRUCTURE),
    "numbers behind the end": (TEXT + bytes(range(1, 9)), StlCode.ASCII_STRUCTURE),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_may_be_a_part_of_the_scan_is_never_passed_over(name: str) -> None:
    data, code = REFUSED[name]
    with pytest.raises(stl.StlError) as refused:
        stl.parse(data)
    assert refused.value.code is code


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        (b" 20", b" 20,5", True),
        (b" 20", b" -1.234,5e+01", True),
        (b" 20", b" 20,", False),
        (b" 20", b" zwanzig", False),
    ],
)
def test_decimal_commas_are_refused_by_their_name(old: bytes, new: bytes, named: bool) -> None:
    with pytest.raises(stl.StlError) as refused:
        stl.parse(TEXT.replace(old, new))
    assert refused.value.code is StlCode.ASCII_NUMBER
    assert ("decimal comma" in refused.value.sentence) is named


def test_a_text_over_the_limit_is_told_of_binary() -> None:
    limits = StlLimits(max_bytes=len(TEXT) - 1)
    binary = meshes.binary(np.repeat(BOX, 9, axis=0))
    for data, told in ((TEXT, True), (binary, False)):
        (finding,) = stl.examine(data, limits).findings
        assert finding.code is StlCode.TOO_LARGE
        assert ("binary" in finding.sentence) is told
    assert stl.examine(TEXT, StlLimits(max_bytes=len(TEXT))).verdict is StlVerdict.READY


@pytest.mark.parametrize(
    ("times", "count", "cut", "code"),
    [
        (1, 2**32 - 1, 0, StlCode.COUNT),
        (1, 10_000_001, 0, StlCode.COUNT),
        (1, 10_000_001, 7, StlCode.COUNT),
        (1, 10_000_000, 0, StlCode.TRUNCATED),
        (64, 0x00030000, 0, StlCode.COUNT),  # 768 as 00 00 03 00, the other way round
        (64, 0x00030000, 50, StlCode.TRUNCATED),
        (1, 13, 0, StlCode.TRUNCATED),
        (1, 12, 1, StlCode.TRUNCATED),
    ],
)
def test_a_count_that_cannot_be_is_not_called_cut_short(
    times: int, count: int, cut: int, code: StlCode
) -> None:
    data = meshes.binary(np.repeat(BOX, times, axis=0), count=count)
    with pytest.raises(stl.StlError) as refused:
        stl.parse(data[: len(data) - cut])
    assert refused.value.code is code
    assert ("cut short" in refused.value.sentence) is (code is StlCode.TRUNCATED)


@pytest.mark.parametrize(
    "line",
    [
        b"endfacet " + b"a " * 99, b"outer loop x", b"vertex 1 2 3 " + b"#" * 99, b"facet facet",
        b"facet a", b"end  ", b"end facet ", b"# ", b"vertex ", b"normal 1 2 3 a", b"solid ",
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", [b"\n", b" "])
def test_no_text_takes_long(line: bytes, newline: bytes) -> None:
    """A window of the same again and again: the time is in proportion to its length."""
    data = b"solid s\n" + (line + newline) * ((1 << 19) // len(line)) + b"\nendfacet\nendsolid\n"
    started = time.process_time()
    with pytest.raises(stl.StlError):
        stl.parse(data)
    assert time.process_time() - started < 1


def test_limits_of_triangles_hold_for_what_is_brought_into_the_grammar() -> None:
    data = behind(b"endfacet", b" red")
    assert len(stl.parse(data, StlLimits(max_triangles=12))) == 12
    with pytest.raises(stl.StlError) as refused:
        stl.parse(data, StlLimits(max_triangles=11))
    assert refused.value.code is StlCode.TOO_MANY
    assert DEFAULT_LIMITS.stl.max_triangles > 12
