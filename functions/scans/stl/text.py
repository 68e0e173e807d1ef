r"""ASCII STL, read a window of text at a time.

The grammar, from the 3D Systems specification, whitespace free between the words:

    solid [name to the end of the line]
    facet normal x y z outer loop vertex x y z vertex x y z vertex x y z endloop endfacet
    ...
    endsolid [name to the end of the line]

Words are accepted in either case, several solids may follow each other (exporters write one a
tooth), names are skipped unread: they hold patient names, in any encoding. A facet is always 21
words, so the words of a window form a table of 21 columns; its nine keyword columns are compared
as a whole and its coordinates are converted at once.

Bounds: a window is 1 MiB. A facet that does not end within one is an endless line or a number of
a million digits, and is refused before any conversion.
"""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.stl.findings import Code, StlError
from scans.stl.limits import Limits
from scans.stl.mesh import RECORD

_WINDOW: Final = 1 << 20
_LONGEST_LINE: Final = 4096  # of a solid's name; the specification has no limit, exporters use 80
_MOST_SOLIDS: Final = 1000  # exporters write one a tooth at most, 32
_WORDS: Final = 21
_KEYWORDS: Final = {
    0: b"facet", 1: b"normal", 5: b"outer", 6: b"loop", 7: b"vertex",
    11: b"vertex", 15: b"vertex", 19: b"endloop", 20: b"endfacet",
}  # fmt: skip
_NORMAL: Final = (2, 3, 4)
_CORNERS: Final = (8, 9, 10, 12, 13, 14, 16, 17, 18)
_SPACE: Final = b" \t\r\n\f\v"
_BOM: Final = b"\xef\xbb\xbf"
_LINE_END: Final = re.compile(rb"[\r\n]")

Records = np.ndarray[tuple[int], np.dtype[np.void]]


def parse(data: bytes, limits: Limits) -> Records:
    """Read ASCII STL into an array of `RECORD`; attribute bytes are zero.

    Numbers are rounded to 32-bit floats, which is what the binary format holds; one too large for
    that becomes infinite, for `examine` to refuse. Raises `StlError` for everything that is not
    the grammar above, and as soon as there are more than `limits.max_triangles`.
    """
    windows, total = [], 0
    for facets in _facet_windows(data):
        windows.append(_records(facets, total))
        total += len(windows[-1])
        if total > limits.max_triangles:
            raise too_many(limits)
    return np.concatenate(windows)


def too_many(limits: Limits) -> StlError:
    """The refusal of a file with more triangles than accepted."""
    return StlError(
        Code.TOO_MANY,
        f"The scan has more than the {limits.max_triangles:,} triangles that are accepted: export "
        "it with a lower resolution.",
    )


def _facet_windows(data: bytes) -> Iterator[bytes]:
    """All facets as lower-case text, some whole facets at a time, without the solids' lines."""
    at = _skip_space(data, len(_BOM) if data.startswith(_BOM) else 0)
    solids = 0
    while at < len(data):
        at = _skip_line(data, at, b"solid")
        solids += 1
        if solids > _MOST_SOLIDS:
            raise _structure(None)
        closed = False
        while not closed:
            window = data[at : at + _WINDOW].lower()
            end, closed = _whole_facets(window)
            yield window[:end]
            at += end
        at = _skip_space(data, _skip_line(data, at, b"endsolid"))


def _whole_facets(window: bytes) -> tuple[int, bool]:
    """Where the last whole facet of a window ends, and whether the solid ends there too."""
    end = window.find(b"endsolid")
    if end >= 0:
        return end, True
    end = window.rfind(b"endfacet")
    if end >= 0:
        return end + len(b"endfacet"), False
    if len(window) < _WINDOW:
        _refuse_encoding(window)
        raise StlError(
            Code.TRUNCATED,
            "The file was cut short: its closing line is missing; export the scan again and upload "
            "the whole file.",
        )
    raise _endless()


def _skip_line(data: bytes, at: int, keyword: bytes) -> int:
    """Where the line ends that must begin with `keyword` at `at`."""
    if data[at : at + len(keyword)].lower() != keyword:
        raise _structure(None)
    if end := _LINE_END.search(data, at, at + _LONGEST_LINE):
        return end.end()
    if len(data) - at >= _LONGEST_LINE:
        raise _endless()
    return len(data)


def _skip_space(data: bytes, at: int) -> int:
    while at < len(data):
        window = data[at : at + _WINDOW]
        rest = len(window.lstrip(_SPACE))
        if rest:
            return at + len(window) - rest
        at += len(window)
    return at


def _records(text: bytes, before: int) -> Records:
    """Records of the facets that `text` spells out; `before` facets were read already."""
    words = text.split()
    facets, surplus = divmod(len(words), _WORDS)
    for column, keyword in _KEYWORDS.items():
        if surplus or words[column::_WORDS].count(keyword) != facets:
            _refuse_encoding(text)
            raise _structure(before + _first_bad(words))
    records = np.zeros(facets, RECORD)
    flat = records["corners"].reshape(facets, 9)
    # Python would read 1_000 as a number; nobody else does.
    words = [word.replace(b"_", b"?") for word in words] if b"_" in text else words
    try:
        for place, column in enumerate(_CORNERS):
            flat[:, place] = _numbers(words[column::_WORDS])
    except ValueError as err:
        _refuse_encoding(text)
        raise StlError(
            Code.ASCII_NUMBER,
            f"A coordinate after triangle {before:,} is not a number: export the scan again, as "
            "binary STL if the scanner offers it.",
        ) from err
    for axis, column in enumerate(_NORMAL):
        records["normal"][:, axis] = _normals(words[column::_WORDS])
    return records


def _numbers(words: list[bytes]) -> NDArray[np.float32]:
    """Decimal numbers as float32; raises ValueError."""
    numbers = np.fromiter(map(float, words), np.float64, len(words))
    with np.errstate(over="ignore"):  # infinite then, which `examine` refuses
        return numbers.astype(np.float32)


def _normals(words: list[bytes]) -> NDArray[np.float32]:
    """Normals as float32, zero ("use the winding") where they are not numbers.

    They repeat what the winding says, and exporters print `-nan(ind)` for slivers.
    """
    try:
        numbers = _numbers(words)
    except ValueError:
        return np.zeros(len(words), np.float32)
    return np.where(np.isfinite(numbers), numbers, np.float32(0))


def _first_bad(words: list[bytes]) -> int:
    """Index of the first facet of a window that breaks the grammar."""
    for facet in range(len(words) // _WORDS):
        row = words[facet * _WORDS : (facet + 1) * _WORDS]
        if any(row[column] != keyword for column, keyword in _KEYWORDS.items()):
            return facet
    return len(words) // _WORDS


def _refuse_encoding(text: bytes) -> None:
    if b"\0" in text or text.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise StlError(
            Code.ASCII_ENCODING,
            "The file mixes text with other data: export the scan again, as binary STL if the "
            "scanner offers it.",
        )


def _endless() -> StlError:
    return StlError(
        Code.ASCII_ENDLESS,
        "The file has a line without an end, which no scanner writes: export the scan again, as "
        "binary STL if the scanner offers it.",
    )


def _structure(facet: int | None) -> StlError:
    place = "around its closing lines" if facet is None else f"at triangle {facet + 1:,}"
    return StlError(
        Code.ASCII_STRUCTURE,
        f"The text of the STL file is damaged {place}: export the scan again, as binary STL if the "
        "scanner offers it.",
    )
