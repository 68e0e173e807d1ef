"""What a file is, told by its bytes alone.

File names and declared content types are claims of the uploader; nothing here looks at them.

Order of the decision, and why:

1. *Binary STL by arithmetic.* Bytes 80 to 83 hold the triangle count, each triangle takes 50
   bytes, so a whole file is exactly ``84 + 50 * count`` bytes long. The header may say anything,
   even ``solid`` (many exporters write it) or the first bytes of a ZIP, HTML or PDF file. Text
   cannot meet the arithmetic by accident: four printable bytes read as a count of at least
   150 million triangles, a file of 7.5 GB. Another format can by a chance of one in four
   billion, and then the triangles must look like triangles too. A polyglot, an honest STL that
   carries another format's signature in its header, is therefore an STL: the header is zeroed
   before anyone else may read the file, and with it the signature.
2. *Signatures* of the formats people send by mistake (a ZIP, a web page, a photo).
3. *ASCII STL*: starts with ``solid`` and goes on as text.
4. *Damaged binary STL*: the arithmetic fails but the bytes read as triangles. Saying so lets the
   uploader learn "cut short" rather than "not an STL".
"""

import re
from enum import StrEnum
from typing import Final

import numpy as np

HEADER_BYTES: Final = 84
"""Length of the binary STL header: 80 free bytes and the triangle count."""
TRIANGLE_BYTES: Final = 50
"""Length of one binary STL triangle: 12 floats and 2 attribute bytes."""

_LOOK: Final = 8192  # how far into a text to look: past the longest name of an ASCII solid
_SAMPLED_TRIANGLES: Final = 256
_MOST_TRIANGLES: Final = 100_000_000  # a file of 5 GB; a larger count was never meant as one
# Atomic, as below; lines of comment may come first.
_SOLID: Final = re.compile(rb"\s*(?>(?:(?:[#;]|//)[^\r\n]*\s*)*)solid(?![\w-])", re.IGNORECASE)
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")  # byte order marks of UTF-16
# Atomic, or each further comment in front of something else doubles the time that it takes.
_HTML: Final = re.compile(
    rb"\s*(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html|head|body|script|title)\b",
    re.IGNORECASE | re.DOTALL,
)


class Content(StrEnum):
    """The formats told apart. The value is stable and safe to store."""

    STL_BINARY = "stl-binary"
    STL_ASCII = "stl-ascii"
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    HEIC = "heic"
    AVIF = "avif"
    TIFF = "tiff"
    BMP = "bmp"
    OTHER_IMAGE = "other-image"
    ZIP = "zip"
    OTHER_ARCHIVE = "other-archive"
    HTML = "html"
    XML = "xml"
    PDF = "pdf"
    PLY = "ply"
    OBJ = "obj"
    DICOM = "dicom"
    EMPTY = "empty"
    UNKNOWN = "unknown"


# (offset, signature, content); from the formats' specifications.
_SIGNATURES: Final = (
    (0, b"\xff\xd8\xff", Content.JPEG),
    (0, b"\x89PNG\r\n\x1a\n", Content.PNG),
    (0, b"GIF87a", Content.OTHER_IMAGE),
    (0, b"GIF89a", Content.OTHER_IMAGE),
    (0, b"II*\x00", Content.TIFF),  # little endian
    (0, b"MM\x00*", Content.TIFF),  # big endian
    (0, b"PK\x03\x04", Content.ZIP),
    (0, b"PK\x05\x06", Content.ZIP),  # a ZIP without entries
    (0, b"\x1f\x8b", Content.OTHER_ARCHIVE),  # gzip
    (0, b"7z\xbc\xaf\x27\x1c", Content.OTHER_ARCHIVE),
    (0, b"Rar!\x1a\x07", Content.OTHER_ARCHIVE),
    (0, b"%PDF-", Content.PDF),
    (0, b"ply\n", Content.PLY),
    (0, b"ply\r\n", Content.PLY),
    (128, b"DICM", Content.DICOM),
)
_HEIC_BRANDS: Final = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
)
_BMP_HEADERS: Final = tuple(size.to_bytes(4, "little") for size in (12, 40, 52, 56, 64, 108, 124))


def identify(data: bytes) -> Content:
    """Name the format of `data`, looking at its bytes only. Never raises.

    `STL_BINARY` and `STL_ASCII` say what the uploader meant, not that the file is sound: a
    truncated STL is identified as STL, so that the parser can say what is wrong with it.
    """
    if not data:
        return Content.EMPTY
    triangular = _looks_triangular(data)
    exact = len(data) == HEADER_BYTES + TRIANGLE_BYTES * claimed_triangles(data)
    if exact and triangular:
        return Content.STL_BINARY
    if signed := _by_signature(data):
        return signed
    if exact:  # triangles of NaN, say: the parser can tell what is wrong with them
        return Content.STL_BINARY
    text = _text_start(data)  # a text may be filled up with NUL behind its end, and with Ctrl-Z
    if _is_ascii_stl(text) and not (triangular and b"\0" in text.rstrip(b"\0\x1a\r\n")):
        return Content.STL_ASCII
    return Content.STL_BINARY if triangular else Content.UNKNOWN


def claimed_triangles(data: bytes) -> int:
    """The triangle count that a binary STL header claims; 0 when there is no full header."""
    return int.from_bytes(data[80:HEADER_BYTES], "little") if len(data) >= HEADER_BYTES else 0


def _by_signature(data: bytes) -> Content | None:
    for offset, signature, content in _SIGNATURES:
        if data.startswith(signature, offset):
            return content
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Content.WEBP
    if data[4:8] == b"ftyp":
        return _by_brand(data)
    if data[:2] == b"BM" and data[14:18] in _BMP_HEADERS:
        return Content.BMP
    text = _text_start(data)
    if _HTML.match(text):
        return Content.HTML
    if text.lstrip().lower().startswith((b"<?xml", b"<svg")):
        return Content.XML
    return Content.OBJ if _is_obj(text) else None


def _by_brand(data: bytes) -> Content:
    """HEIC and AVIF are told apart from films (MP4, and the moving half of a live photo)."""
    end = min(int.from_bytes(data[:4]), _LOOK)
    brands = {data[at : at + 4] for at in (8, *range(16, end, 4))}
    if brands & {b"avif", b"avis"}:
        return Content.AVIF
    return Content.HEIC if brands & _HEIC_BRANDS else Content.OTHER_IMAGE


def _is_ascii_stl(text: bytes) -> bool:
    """`solid` opens many an English text as well; a facet or the solid's end must follow."""
    return bool(_SOLID.match(text) and re.search(rb"\b(?:facet|endsolid)\b", text, re.IGNORECASE))


def _is_obj(text: bytes) -> bool:
    """Wavefront OBJ has no signature; its vertex lines give it away."""
    return b"\0" not in text and len(re.findall(rb"^v [-+.\deE ]+\r?$", text, re.MULTILINE)) >= 3


def _text_start(data: bytes) -> bytes:
    start = data[:_LOOK]
    if start.startswith(_WIDE):
        return start.decode("utf-16", "ignore").encode()
    return start.removeprefix(b"\xef\xbb\xbf")  # UTF-8 byte order mark


def _looks_triangular(data: bytes) -> bool:
    """Whether the bytes after the header read as triangles.

    Samples whole records over the length of the file. In at least half of them every coordinate
    must be one a length in any unit could have: zero, or of a magnitude from 1e-20 to 1e9. Of
    random or compressed bytes three floats in eight pass, so all nine coordinates of a record
    pass by chance once in 7,000 records. Printable text is ruled out first. A file without a
    single whole record passes when its count could be meant.
    """
    if len(data) < HEADER_BYTES:
        return False
    whole = (len(data) - HEADER_BYTES) // TRIANGLE_BYTES
    if whole == 0:
        return claimed_triangles(data) < _MOST_TRIANGLES and not _printable(data)
    if _printable(data[HEADER_BYTES : HEADER_BYTES + _LOOK]):
        return False
    records = np.frombuffer(data, np.uint8, whole * TRIANGLE_BYTES, HEADER_BYTES)
    step = max(1, whole // _SAMPLED_TRIANGLES)
    sample = records.reshape(whole, TRIANGLE_BYTES)[::step, 12:48].copy().view("<f4")
    magnitude = np.abs(sample)
    with np.errstate(invalid="ignore"):
        fine = (magnitude == 0) | ((magnitude > 1e-20) & (magnitude < 1e9))
    return bool(fine.all(axis=1).mean() >= 0.5)


def _printable(chunk: bytes) -> bool:
    return not chunk.translate(None, bytes(range(0x20, 0x7F)) + b"\t\r\n\f\v")
