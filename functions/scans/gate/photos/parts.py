"""What the readers of labelled parts share: a part, a bounded row of them, and what comes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from scans.gate.photos.colour_claims import NO_CLAIM, ColourClaim

Labelled = TypeVar("Labelled")

_MOST_PARTS: Final = 20_000
"""A PNG of 25 MB in the usual pieces of 8 KB has 3,200; one row in each, the tallest has 12,000."""


@dataclass(frozen=True)
class Piece:
    """A strip or tile of a TIFF: the length of its data, and what that unpacks to, in bytes.

    `least` are the rows that are seen, `most` those that there is room for. Both are 0 of a JPEG.
    """

    length: int
    least: int = 0
    most: int = 0


@dataclass(frozen=True)
class PixelParts:
    """A picture's file cut down to its pixels.

    `data` is a file of the same `format` (as Pillow names it). `orientation` is that of EXIF, 1 to
    8, 1 being upright. `icc` is a colour profile that `data` has no place for. `held` is how many
    bytes for every pixel a decoder holds before the first is ready: in a JPEG two for each colour
    at full resolution when they come in several passes, in a packed TIFF the strip, otherwise none.
    `ended` is whether the file has its own mark of the end. `sampling` is how many pixels share one
    colour of a JPEG, across and down; `lossless` is a WebP that shares none. `claim` is what the
    file says of colour besides an ICC profile, which counts for more. Of 16-bit pictures,
    `significant` is how many bits their numbers had, `transparent` the colour that is. `pieces` are
    those, packed by JPEG or Deflate, that a TIFF's `data` ends in; `tables` are the segments that
    go before the first segment of each JPEG.
    """

    data: bytes
    orientation: int = 1
    animated: bool = False
    held: float = 0
    icc: bytes = b""
    format: str = ""
    ended: bool = True
    sampling: tuple[int, int] = (2, 2)
    lossless: bool = False
    claim: ColourClaim = NO_CLAIM
    significant: int | None = None
    transparent: tuple[int, ...] = ()
    pieces: tuple[Piece, ...] = ()
    tables: bytes = b""


@dataclass(frozen=True)
class Part:
    """One labelled part: `data[start:end]` is all of it, `data[body:end]` what it says."""

    label: bytes
    start: int
    body: int
    end: int


def bounded(parts: Iterator[Labelled]) -> list[Labelled]:
    """Return the parts; raise ValueError where they are more than any program writes."""
    kept: list[Labelled] = []
    for part in parts:
        if len(kept) == _MOST_PARTS:
            raise ValueError(f"more than {_MOST_PARTS} parts")
        kept.append(part)
    return kept


def joined(data: bytes, parts: list[Part]) -> bytes:
    """Return what the parts hold, labels and all, one after the other."""
    view = memoryview(data)
    return b"".join(view[part.start : part.end] for part in parts)
