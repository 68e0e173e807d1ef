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
    Content.EMPTY: (
        StlCode.EMPTY,
        "The file is empty: export the scan again and upload the new file.",
    ),
    Content.ZIP: (
        StlCode.IS_ARCHIVE,
        "This is a ZIP archive, not a scan: unpack it and upload the STL file inside.",
    ),
    Content.OTHER_ARCHIVE: (
        StlCode.IS_ARCHIVE,
        "This is a compressed archive, not a scan: unpack it and upload the STL file inside.",
    ),
    Content.HTML: (
        StlCode.IS_WEB_PAGE,
        "This is a web page, not a scan: the download from the scanner's portal failed, sign in "
        "there and download the STL file again.",
    ),
    Content.PDF: (
        StlCode.IS_DOCUMENT,
        "This is a PDF document, not a scan: export the scan as STL and upload that file.",
    ),
}
_IMAGE: Final = (
    StlCode.IS_IMAGE,
    "This is a picture, not a scan: upload it as an image, or export the scan as STL.",
)
_OTHER_3D: Final = (
    StlCode.IS_OTHER_3D,
    "This is a 3D file, but of another format: export the scan as STL and upload that file.",
)
_UNKNOWN: Final = (
    StlCode.NOT_STL,
    "This is not an STL file: export the scan as STL (binary) and upload that file.",
)
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
        raise StlError(
            StlCode.TOO_FEW,
            f"The scan has {'no surface' if triangles == 0 else 'almost no surface'} (number of "
            f"triangles: {triangles}): check in the scanner's software that the scan is complete "
            "and export it again.",
        )


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
            else StlError(
                StlCode.TRUNCATED,
                f"The file was cut short: it declares {declared:,} triangles and holds {held:,}; "
                "export the scan again and upload the whole file.",
            )
        )
    tail = memoryview(data)[len(data) - rest :] if rest else memoryview(b"")
    padding = rest < TRIANGLE_BYTES or (rest <= PADDING_BYTES and not any(tail))
    if not padding:
        raise StlError(
            StlCode.SURPLUS,
            f"The file declares {declared:,} triangles but {rest:,} more bytes follow, so part of "
            "the scan could be missing: export it again and upload the new file.",
        )
    check_count(declared, limits)
    notes = (trailing(rest),) if rest else ()
    return Mesh(np.frombuffer(data, RECORD, declared, HEADER_BYTES), "binary", notes)


def _is_nonsense(declared: int, held: int) -> bool:
    """Whether a count was never that of the scan: beyond any scan, or in the other byte order."""
    swapped = int.from_bytes(declared.to_bytes(4, "little"), "big")
    return held > 0 and (declared > _MOST_MEANT or swapped == held)


def _wrong_count(declared: int, held: int) -> StlError:
    return StlError(
        StlCode.COUNT,
        f"The number of triangles in the file's header is wrong: it says {declared:,}, and the "
        f"file holds {held:,}; export the scan again, with the scanner's own software, and upload "
        "the new file.",
    )


def _too_large(data: bytes, limits: StlLimits) -> StlError:
    has = beyond_bytes(len(data), limits.max_bytes)
    if identify(data) is Content.STL_ASCII:
        return StlError(
            StlCode.TOO_LARGE,
            f"The file is a text STL of {has}: export the scan as binary STL, which is three to "
            "five times smaller.",
        )
    return StlError(StlCode.TOO_LARGE, f"The file has {has}: export the scan with fewer triangles.")


def _mistaken(content: Content) -> StlError:
    if content in _IMAGES:
        return StlError(*_IMAGE)
    if content in _SCANS:
        return StlError(*_OTHER_3D)
    return StlError(*_MISTAKEN.get(content, _UNKNOWN))
