"""From bytes to a `Mesh`, or to a sentence saying why not."""

from typing import Final

import numpy as np

from scans.gate.limits import DEFAULT_LIMITS, StlLimits
from scans.gate.sniff import HEADER_BYTES, TRIANGLE_BYTES, Content, claimed_triangles, identify
from scans.gate.stl import text
from scans.gate.stl.findings import StlCode, StlError, warning
from scans.gate.stl.mesh import RECORD, Mesh

_PADDING: Final = 4096
"""Zero bytes after the last triangle that count as padding: a block of the disk or transport."""

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
_IMAGES: Final = (Content.JPEG, Content.PNG, Content.WEBP, Content.OTHER_IMAGE)
_SCANS: Final = (Content.PLY, Content.OBJ, Content.DICOM)


def parse(data: bytes, limits: StlLimits = DEFAULT_LIMITS.stl) -> Mesh:
    """Read an STL file, binary or ASCII, once and for all of `examine`, `clean` and `render`.

    Raises `StlError` with a stable code when the bytes are no STL, are cut short, hold more than
    they declare, or exceed `limits`; nothing else whatever the bytes. Coordinates are not judged
    here (they may be NaN): that is for `examine`.
    """
    if len(data) > limits.max_bytes:
        raise StlError(
            StlCode.TOO_LARGE,
            f"The file has {len(data) / 2**20:,.0f} MB and at most {limits.max_bytes / 2**20:,.0f} "
            "MB are accepted: export the scan with fewer triangles.",
        )
    content = identify(data)
    if content is Content.STL_BINARY:
        return _parse_binary(data, limits)
    if content is Content.STL_ASCII:
        records = text.parse(data, limits)
        check_count(len(records), limits)
        return Mesh(records, "ascii")
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

    Fewer bytes than declared: refused as cut short. More: refused when they could be triangles
    (a whole record or more), as then part of the scan would be lost without a word; an odd rest
    of less than a record, or zeros up to 4096 bytes, is padding, is dropped, and is warned of.
    """
    declared = claimed_triangles(data)
    rest = len(data) - HEADER_BYTES - TRIANGLE_BYTES * declared
    if rest < 0:
        raise StlError(
            StlCode.TRUNCATED,
            f"The file was cut short: it declares {declared:,} triangles and holds "
            f"{max(0, len(data) - HEADER_BYTES) // TRIANGLE_BYTES:,}; export the scan again and "
            "upload the whole file.",
        )
    tail = memoryview(data)[len(data) - rest :] if rest else memoryview(b"")
    padding = rest < TRIANGLE_BYTES or (rest <= _PADDING and not any(tail))
    if not padding:
        raise StlError(
            StlCode.SURPLUS,
            f"The file declares {declared:,} triangles but {rest:,} more bytes follow, so part of "
            "the scan could be missing: export it again and upload the new file.",
        )
    check_count(declared, limits)
    notes = (
        warning(
            StlCode.TRAILING,
            f"The {rest:,} bytes after the last triangle belong to no triangle and were removed; "
            "nothing needs to be done.",
        ),
    )
    return Mesh(
        np.frombuffer(data, RECORD, declared, HEADER_BYTES), "binary", notes if rest else ()
    )


def _mistaken(content: Content) -> StlError:
    if content in _IMAGES:
        return StlError(*_IMAGE)
    if content in _SCANS:
        return StlError(*_OTHER_3D)
    return StlError(*_MISTAKEN.get(content, _UNKNOWN))
