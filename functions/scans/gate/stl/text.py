r"""ASCII STL, read a window of text at a time.

The grammar, from the 3D Systems specification, whitespace free between the words:

    solid [name to the end of the line]
    facet normal x y z outer loop vertex x y z vertex x y z vertex x y z endloop endfacet
    ...
    endsolid [name to the end of the line]

Words are accepted in either case, several solids may follow each other (exporters write one a
tooth), names are skipped unread: they hold patient names, in any encoding. A facet is always 21
words, so the words of a window form a table of 21 columns; its nine keyword columns are compared
as a whole and its numbers are converted at once (see `stl.decimals`).

Bounds: a window is 512 KiB, whose words fit a cache. A facet that does not end within one is an
endless line or a number of a million digits, and is refused before any conversion.
"""

import math
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.limits import StlLimits
from scans.gate.stl import decimals
from scans.gate.stl.decimals import Bytes, Places
from scans.gate.stl.findings import StlCode, StlError
from scans.gate.stl.mesh import RECORD, Floats32
from scans.gate.stl.workers import THREADS, spread

_WINDOW: Final = 1 << 19
_LONGEST_LINE: Final = 4096  # of a solid's name; the specification has no limit, exporters use 80
_MOST_SOLIDS: Final = 1000  # exporters write one a tooth at most, 32
_WORDS: Final = 21
_KEYWORDS: Final = {
    0: b"facet", 1: b"normal", 5: b"outer", 6: b"loop", 7: b"vertex",
    11: b"vertex", 15: b"vertex", 19: b"endloop", 20: b"endfacet",
}  # fmt: skip
_NUMBERS: Final = (2, 3, 4, 8, 9, 10, 12, 13, 14, 16, 17, 18)  # the normal's, then the corners'
_LOWER: Final = np.uint64(0x2020202020202020)  # the bits that make letters small ones
_SPACE: Final = b" \t\r\n\f\v"
_BOM: Final = b"\xef\xbb\xbf"
_LINE_END: Final = re.compile(rb"[\r\n]")

Records = np.ndarray[tuple[int], np.dtype[np.void]]
_Fault = Callable[[int], StlError]
"""What to refuse a file with, given the number of facets before."""


def parse(data: bytes, limits: StlLimits, threads: int = THREADS) -> Records:
    """Read ASCII STL into an array of `RECORD`; attribute bytes are zero.

    Numbers are rounded to 32-bit floats, which is what the binary format holds; one too large for
    that becomes infinite, for `examine` to refuse. Raises `StlError` for everything that is not
    the grammar above, and for more than `limits.max_triangles`.
    """
    spans = list(_facet_spans(data))

    def read(number: int) -> Records | _Fault:
        return _records(data[slice(*spans[number])])

    windows: list[Records] = []
    for window in spread(lambda: read, len(spans), threads):
        before = sum(map(len, windows))
        if not isinstance(window, np.ndarray):
            raise window(before)
        if before + len(window) > limits.max_triangles:
            raise too_many(limits)
        windows.append(window)
    return np.concatenate(windows)


def too_many(limits: StlLimits) -> StlError:
    """The refusal of a file with more triangles than accepted."""
    return StlError(
        StlCode.TOO_MANY,
        f"The scan has more than the {limits.max_triangles:,} triangles that are accepted: export "
        "it with a lower resolution.",
    )


def _facet_spans(data: bytes) -> Iterator[tuple[int, int]]:
    """Where all facets stand, some whole facets at a time, without the solids' lines."""
    at = _skip_space(data, len(_BOM) if data.startswith(_BOM) else 0)
    solids = 0
    while at < len(data):
        at = _skip_line(data, at, b"solid")
        solids += 1
        if solids > _MOST_SOLIDS:
            raise _structure(None)
        closed = False
        while not closed:
            end, closed = _whole_facets(data[at : at + _WINDOW].lower())
            yield at, at + end
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
        raise _mixed(window) or StlError(
            StlCode.TRUNCATED,
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


def _records(text: bytes) -> Records | _Fault:
    """Records of the facets that `text` spells out, or what is wrong with them."""
    padded = np.frombuffer(b" " * decimals.MARGIN + text + b" " * decimals.MARGIN, np.uint8)
    edges = _edges(padded)
    facets, surplus = divmod(len(edges), 2 * _WORDS)
    table = edges[: 2 * _WORDS * facets].reshape(facets, _WORDS, 2)
    sound = _sound(padded, table)
    if surplus or not sound.all():
        return partial(_damaged, text, int(np.argmin(np.append(sound, False))))
    try:
        numbers = _numbers(padded, table[:, _NUMBERS].reshape(-1, 2)).reshape(facets, 4, 3)
    except ValueError:
        return partial(_no_number, text)
    records = np.zeros(facets, RECORD)
    records["normal"] = np.where(np.isfinite(numbers[:, 0]), numbers[:, 0], 0)
    records["corners"] = numbers[:, 1:]
    return records


def _edges(text: Bytes) -> Places:
    """Where words start and end, by turns. The text starts and ends with space."""
    word = (text != ord(" ")) & (text - np.uint8(9) > 4)  # 9 to 13 are the other kinds of space
    return np.flatnonzero(word[1:] != word[:-1]) + 1


def _sound(text: Bytes, table: Places) -> NDArray[np.bool_]:
    """Which facets have the keywords where they belong."""
    words = decimals.words_of(text)
    sound = np.ones(len(table), np.bool_)
    for column, keyword in _KEYWORDS.items():
        starts, ends = table[:, column].T
        kept = np.uint64(2 ** (8 * len(keyword)) - 1)
        sound &= (words[starts] | _LOWER) & kept == int.from_bytes(keyword, "little")
        sound &= ends - starts == len(keyword)
    return sound


def _numbers(text: Bytes, spans: Places) -> Floats32:
    """The numbers that stand at `spans` (start, end), twelve a facet, as 32-bit floats.

    A normal repeats what the winding says, and exporters print `-nan(ind)` for slivers: what is no
    number there is NaN. Raises ValueError for a coordinate that is none.
    """
    numbers, fine = decimals.read(text, *np.ascontiguousarray(spans.T))
    for index in np.flatnonzero(~fine).tolist():
        word = text[slice(*spans[index].tolist())].tobytes()
        numbers[index] = _number_or_nan(word) if index % 12 < 3 else _number(word)
    with np.errstate(over="ignore"):  # infinite then, which `examine` refuses
        return numbers.astype(np.float32)


def _number(word: bytes) -> float:
    """One number; raises ValueError."""
    return float(word.replace(b"_", b"?"))  # Python would read 1_000 as a number; nobody else does


def _number_or_nan(word: bytes) -> float:
    try:
        return _number(word)
    except ValueError:
        return math.nan


def _damaged(text: bytes, facet: int, before: int) -> StlError:
    return _mixed(text) or _structure(before + facet)


def _no_number(text: bytes, before: int) -> StlError:
    return _mixed(text) or StlError(
        StlCode.ASCII_NUMBER,
        f"A coordinate after triangle {before:,} is not a number: export the scan again, as "
        "binary STL if the scanner offers it.",
    )


def _mixed(text: bytes) -> StlError | None:
    """The refusal of what is no text at all."""
    if b"\0" not in text and not text.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    return StlError(
        StlCode.ASCII_ENCODING,
        "The file mixes text with other data: export the scan again, as binary STL if the "
        "scanner offers it.",
    )


def _endless() -> StlError:
    return StlError(
        StlCode.ASCII_ENDLESS,
        "The file has a line without an end, which no scanner writes: export the scan again, as "
        "binary STL if the scanner offers it.",
    )


def _structure(facet: int | None) -> StlError:
    place = "around its closing lines" if facet is None else f"at triangle {facet + 1:,}"
    return StlError(
        StlCode.ASCII_STRUCTURE,
        f"The text of the STL file is damaged {place}: export the scan again, as binary STL if the "
        "scanner offers it.",
    )
