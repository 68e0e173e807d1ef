"""From bytes to a `Mesh`, or to a sentence saying why not."""

from typing import Final

import numpy as np

from scans.gate.amounts import beyond_bytes
from scans.gate.formats import PICTURE_FORMATS
from scans.gate.limits import DEFAULT_LIMITS, StlLimits
from scans.gate.sniff import (
    HEADER_BYTES,
    TRIANGLE_BYTES,
    Content,
    claimed_triangles,
    identify,
)
from scans.gate.stl import text
from scans.gate.stl.findings import PADDING_BYTES, StlCode, StlError, trailing
from scans.gate.stl.mesh import RECORD, Mesh

_MOST_MEANT: Final = 10_000_000
"""A file of 500 MB, ten times what the densest scan has. A header that declares more was never
counted, and not followed by a file that was cut short."""

_MISTAKEN: Final = {
    Content.EMPTY: (StlCode.EMPTY, ""),
    Content.ZIP: (StlCode.IS_ARCHIVE, "zip"),
    Content.OTHER_ARCHIVE: (StlCode.IS_ARCHIVE, ""),
    Content.HTML: (StlCode.IS_WEB_PAGE, ""),
    Content.PDF: (StlCode.IS_DOCUMENT, ""),
}
_IMAGES: Final = frozenset({*map(Content, PICTURE_FORMATS), Content.OTHER_IMAGE})
_SCANS: Final = (Content.PLY, Content.OBJ, Content.DICOM)


def parse(data: bytes, limits: StlLimits = DEFAULT_LIMITS.stl) -> Mesh:
    """Read an STL file, binary or ASCII, once and for all of `examine`, `clean` and `render`.

    Raises `StlError` with a stable code when the bytes are no STL, are cut short, hold more than
    they declare, or exceed `limits`; nothing else whatever the bytes. Coordinates are not judged
    here (they may be NaN): that is for `examine`.
    """
    if len(data) > limits.max_bytes:
        raise _too_large(data, limits)
    content = identify(data)
    if content is Content.STL_BINARY:
        return _parse_binary(data, limits)
    if content is Content.STL_ASCII:
        mesh = text.parse(data, limits)
        check_count(len(mesh), limits)
        return mesh
    raise _mistaken(content)


def check_count(triangles: int, limits: StlLimits) -> None:
    """Refuse a declared or reached number of triangles outside of the limits."""
    if triangles > limits.max_triangles:
        raise text.too_many(limits)
    if triangles < max(1, limits.min_triangles):
        raise StlError(StlCode.TOO_FEW, "" if triangles else "none", triangles=triangles)


def _parse_binary(data: bytes, limits: StlLimits) -> Mesh:
    """Read a binary file by its declared count.

    Fewer bytes than declared: refused as cut short, unless the count itself cannot be true. More:
    refused when they could be triangles (a whole record or more), as then part of the scan would be
    lost without a word; an odd rest of less than a record, or zeros up to `PADDING_BYTES`, is
    padding, is dropped, and is warned of.
    """
    declared = claimed_triangles(data)
    held = (len(data) - HEADER_BYTES) // TRIANGLE_BYTES
    rest = len(data) - HEADER_BYTES - TRIANGLE_BYTES * declared
    if rest < 0:
        raise (
            _wrong_count(declared, held)
            if _is_nonsense(declared, held)
            else StlError(StlCode.TRUNCATED, declared=declared, held=held)
        )
    tail = memoryview(data)[len(data) - rest :] if rest else memoryview(b"")
    padding = rest < TRIANGLE_BYTES or (rest <= PADDING_BYTES and not any(tail))
    if not padding:
        raise StlError(StlCode.SURPLUS, declared=declared, rest=rest)
    check_count(declared, limits)
    notes = (trailing(rest),) if rest else ()
    return Mesh(np.frombuffer(data, RECORD, declared, HEADER_BYTES), "binary", notes)


def _is_nonsense(declared: int, held: int) -> bool:
    """Whether a count was never that of the scan: beyond any scan, or in the other byte order."""
    swapped = int.from_bytes(declared.to_bytes(4, "little"), "big")
    return held > 0 and (declared > _MOST_MEANT or swapped == held)


def _wrong_count(declared: int, held: int) -> StlError:
    return StlError(StlCode.COUNT, declared=declared, held=held)


def _too_large(data: bytes, limits: StlLimits) -> StlError:
    variant = "text" if identify(data) is Content.STL_ASCII else ""
    sizes = beyond_bytes(len(data), limits.max_bytes)
    return StlError(StlCode.TOO_LARGE, variant, **sizes)


def _mistaken(content: Content) -> StlError:
    if content in _IMAGES:
        return StlError(StlCode.IS_IMAGE)
    if content in _SCANS:
        return StlError(StlCode.IS_OTHER_3D)
    return StlError(*_MISTAKEN.get(content, (StlCode.NOT_STL, "")))
