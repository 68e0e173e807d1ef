r"""ASCII STL, read a window of text at a time.

The grammar, from the 3D Systems specification, whitespace free between the words:

    solid [name to the end of the line]
    facet normal x y z outer loop vertex x y z vertex x y z vertex x y z endloop endfacet
    ...
    endsolid [name to the end of the line]

Words are accepted in either case. A facet is always 21 words, so the words of a window form a table
of 21 columns; its nine keyword columns are compared as a whole and its numbers are converted at
once (see `stl.decimals`). Only where that fails is a window looked at for what exporters write
beside the grammar (see `stl.text_variants`), and read again.

Bounds: a window is 512 KiB (see `stl.solids`). A facet that does not end within one is an endless
line or a number of a million digits, and is refused before any conversion.
"""

import math
import re
from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scans.gate.limits import StlLimits
from scans.gate.stl import decimals, text_errors, text_variants
from scans.gate.stl.decimals import Bytes, Places
from scans.gate.stl.findings import StlCode, StlError, StlFinding, trailing
from scans.gate.stl.mesh import RECORD, Floats32, Mesh
from scans.gate.stl.solids import outline
from scans.gate.stl.workers import THREADS, spread

_WORDS: Final = 21
_KEYWORDS: Final = {
    0: b"facet", 1: b"normal", 5: b"outer", 6: b"loop", 7: b"vertex",
    11: b"vertex", 15: b"vertex", 19: b"endloop", 20: b"endfacet",
}  # fmt: skip
_NUMBERS: Final = (2, 3, 4, 8, 9, 10, 12, 13, 14, 16, 17, 18)  # the normal's, then the corners'
_LOWER: Final = np.uint64(0x2020202020202020)  # the bits that make letters small ones
_FORTRAN: Final = re.compile(rb"(?<=[\d.])d(?=[-+]?\d)", re.IGNORECASE)  # 1.5D+01 for 1.5E+01
_COMMA: Final = re.compile(rb"\d,\d")

Records = np.ndarray[tuple[int], np.dtype[np.void]]


class _Window(NamedTuple):
    """The facets of one window, and whether something between them was passed over."""

    records: Records
    passed_over: bool = False


_Fault = Callable[[int], StlError]
"""What to refuse a file with, given the number of facets before."""


class _NoNumberError(ValueError):
    """A coordinate is no number; the word that stands in its place."""

    def __init__(self, word: bytes) -> None:
        super().__init__()
        self.word = word


def parse(data: bytes, limits: StlLimits, threads: int = THREADS) -> Mesh:
    """Read ASCII STL; attribute bytes are zero.

    Numbers are rounded to 32-bit floats, which is what the binary format holds; one too large for
    that becomes infinite, for `examine` to refuse. What was passed over is in the mesh's notes.
    Raises `StlError` for everything that neither is the grammar above nor can be brought into it,
    and for more than `limits.max_triangles`.
    """
    found = outline(data)

    def read(number: int) -> _Window | _Fault:
        return _facets(data[slice(*found.facets[number])])

    windows: list[Records] = []
    passed_over = found.passed_over
    for window in spread(lambda: read, len(found.facets), threads):
        before = sum(map(len, windows))
        if not isinstance(window, _Window):
            raise window(before)
        if before + len(window.records) > limits.max_triangles:
            raise too_many(limits)
        windows.append(window.records)
        passed_over |= window.passed_over
    notes: list[StlFinding] = [text_variants.passed_over()] if passed_over else []
    if found.padding:
        notes.append(trailing(found.padding))
    return Mesh(np.concatenate(windows), "ascii", tuple(notes))


def too_many(limits: StlLimits) -> StlError:
    """The refusal of a file with more triangles than accepted."""
    return StlError(StlCode.TOO_MANY, most=limits.max_triangles)


def _facets(text: bytes) -> _Window | _Fault:
    """What `text` spells out, or what is wrong with it; brought into the grammar if need be."""
    read = _records(text)
    if isinstance(read, np.ndarray):
        return _Window(read)
    plain, passed_over = text_variants.plain(text)
    if plain == text:
        return read
    read = _records(plain)
    return _Window(read, passed_over) if isinstance(read, np.ndarray) else read


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
    except _NoNumberError as err:
        return partial(_no_number, text, err.word)
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
    number there is NaN. Raises `_NoNumberError` for a coordinate
    that is none.
    """
    numbers, fine = decimals.read(text, *np.ascontiguousarray(spans.T))
    for index in np.flatnonzero(~fine).tolist():
        word = text[slice(*spans[index].tolist())].tobytes()
        numbers[index] = _number_or_nan(word) if index % 12 < 3 else _number(word)
    with np.errstate(over="ignore"):  # infinite then, which `examine` refuses
        return numbers.astype(np.float32)


def _number(word: bytes) -> float:
    """One number as Python or FORTRAN writes it, but for 1_000, which nobody else reads as one."""
    try:
        return float(_FORTRAN.sub(b"e", word.replace(b"_", b"?")))
    except ValueError:
        raise _NoNumberError(word) from None


def _number_or_nan(word: bytes) -> float:
    try:
        return _number(word)
    except _NoNumberError:
        return math.nan


def _damaged(text: bytes, facet: int, before: int) -> StlError:
    return text_errors.mixed(text) or text_errors.damaged(before + facet)


def _no_number(text: bytes, word: bytes, before: int) -> StlError:
    comma = text_errors.decimal_comma if _COMMA.search(word) else text_errors.no_number
    return text_errors.mixed(text) or comma(before)
