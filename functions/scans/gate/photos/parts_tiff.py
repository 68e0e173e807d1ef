"""The directory and pixels of a TIFF of one page, as intra-oral cameras and x-ray programs do.

TIFF 6.0. A directory lists fields, some of which say where values or pixels are in the file; more
directories follow it, each a page or a small copy of one. A new file is written that has the one
directory with the fields that make pixels, and the pixels themselves.
"""

import struct
from dataclasses import dataclass
from itertools import islice
from typing import Final

from scans.gate.photos.directories import Field, Fields, Tiff
from scans.gate.photos.errors import ImageCode, ImageError, damaged, not_supported
from scans.gate.photos.exif_colour import exif_claim
from scans.gate.photos.parts import Piece, PixelParts, joined
from scans.gate.photos.parts_jpeg import TABLES, segments

_MOST_PAGES: Final = 16
_MOST_STRIPS: Final = 20_000
_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, _FILL = 256, 257, 258, 259, 262, 266
_STRIPS, _ORIENTATION, _SAMPLES, _ROWS, _LENGTHS, _PLANES = 273, 274, 277, 278, 279, 284
_PREDICTOR, _PALETTE = 317, 320
_TILE_WIDTH, _TILE_HEIGHT, _TILES, _TILE_LENGTHS = 322, 323, 324, 325
_EXTRA, _FORMAT, _JPEG_TABLES, _SUBSAMPLING = 338, 339, 347, 530
_SUBFILE, _ICC = 254, 34675
_FURTHER, _RAW_VERSION = 330, 50706  # SubIFDs of TIFF, DNGVersion of Adobe
_MOST_FURTHER: Final = 64

_KEPT: Final = {
    _WIDTH: 1, _HEIGHT: 1, _BITS: 8, _COMPRESSION: 1, _PHOTOMETRIC: 1, _SAMPLES: 1, _ROWS: 1,
    _PLANES: 1, _PREDICTOR: 1, _PALETTE: 768, _TILE_WIDTH: 1, _TILE_HEIGHT: 1, _EXTRA: 8,
    _FORMAT: 8, _JPEG_TABLES: 65_536, _SUBSAMPLING: 2,
}  # fmt: skip
"""Fields that a decoder gets to see, and the most values of each."""
_PLAIN, _LZW, _JPEG, _DEFLATE, _OLD_DEFLATE, _PACKBITS = 1, 5, 7, 8, 32946, 32773
_COMPRESSIONS: Final = frozenset({_PLAIN, _LZW, _JPEG, _DEFLATE, _OLD_DEFLATE, _PACKBITS})
_FAX: Final = frozenset({2, 3, 4})  # of CCITT: modified Huffman, T.4 and T.6
_WHITE_IS_ZERO, _INKS, _YCBCR = 0, 5, 6
_PHOTOMETRICS: Final = frozenset({_WHITE_IS_ZERO, 1, 2, 3, _INKS, _YCBCR})
_DEEP: Final = frozenset({(1, 1, 1), (1, 1, 2), (2, 3, 1)})
"""Colours (photometric), samples and planes of 16 bits of which both bytes are read."""
_LONGEST_PROFILE: Final = 4 * 2**20
_MOST_SEGMENTS: Final = 64
"""Of one JPEG, before its pixels; there may be thousands of them."""
_LARGEST_TILE: Final = 4096
"""A side that a tile may have though the picture is smaller."""


def cut_tiff(data: bytes) -> PixelParts:
    """Cut a TIFF down to its pixels; raise ValueError where the file lacks some of them."""
    tiff = Tiff(data)
    (at,) = struct.unpack_from(f"{tiff.order}I", data, 4)
    fields, following = tiff.directory(at)
    _refuse_raw(tiff, fields)
    _refuse_pages(tiff, following)
    kept = {tag: tiff.numbers(fields[tag], most) for tag, most in _KEPT.items() if tag in fields}
    _check(kept, tiff.numbers(fields.get(_FILL), 1, otherwise=1)[0])
    places, lengths = (_TILES, _TILE_LENGTHS) if _TILES in fields else (_STRIPS, _LENGTHS)
    starts = tiff.numbers(fields.get(places), _MOST_STRIPS)
    kept[lengths] = tiff.numbers(fields.get(lengths), _MOST_STRIPS, _whole(kept))
    pieces = _pieces(tiff, kept, starts, kept[lengths])
    orientation = tiff.numbers(fields.get(_ORIENTATION), 1, otherwise=1)[0]
    samples = sum(kept.get(_BITS, (1,))) / 8
    return PixelParts(
        tiff.written(kept, places, pieces),
        format="TIFF",
        orientation=orientation if 1 <= orientation <= 8 else 1,
        held=0 if kept[_COMPRESSION][0] == _PLAIN else samples,
        icc=_profile(tiff, fields.get(_ICC)),
        claim=exif_claim(data),
        pieces=_to_check(kept, kept[lengths]),
        tables=_tables(bytes(kept.get(_JPEG_TABLES, ()))),
    )


def _refuse_raw(tiff: Tiff, fields: dict[int, Field]) -> None:
    """Refuse what a camera's sensor saw: a small copy comes first, the picture is a mosaic.

    DNG, NEF, ARW and their like are TIFFs, whose first directory is a thumbnail and refers to the
    others. A TIFF whose first directory refers to small copies of itself is none of them.
    """
    places = tiff.numbers(fields[_FURTHER], _MOST_FURTHER) if _FURTHER in fields else ()
    further = (tiff.directory(place)[0] for place in places)
    if (
        _RAW_VERSION in fields
        or _is_small_copy(tiff, fields)
        or not all(_is_small_copy(tiff, each) for each in further)
    ):
        raise not_supported("raw")


def _is_small_copy(tiff: Tiff, fields: dict[int, Field]) -> bool:
    return bool(tiff.numbers(fields.get(_SUBFILE), 1)[0] & 1)


def _refuse_pages(tiff: Tiff, following: int) -> None:
    """Directories after the first may be small copies of it, and nothing else."""
    for _ in range(_MOST_PAGES):
        if not following or following >= len(tiff.data):  # some programs leave chance there
            return
        fields, following = tiff.directory(following)
        if not _is_small_copy(tiff, fields):
            break
    raise ImageError(ImageCode.SEVERAL_PAGES)


def _whole(kept: Fields) -> int:
    """Bytes of all pixels in one strip, where they are not packed; 0 where they are.

    Programs of TIFF's first days say of one strip only where it begins.
    """
    if kept[_COMPRESSION][0] != _PLAIN or _TILE_WIDTH in kept:
        return 0
    bits = kept.get(_SAMPLES, (1,))[0] * kept.get(_BITS, (1,))[0]
    return -(-kept[_WIDTH][0] * bits // 8) * kept[_HEIGHT][0]


def _check(kept: Fields, fill: int) -> None:
    """Refuse what no decoder here turns into the right pixels."""
    kept.setdefault(_COMPRESSION, (_PLAIN,))
    photometric, bits = kept[_PHOTOMETRIC][0], kept.get(_BITS, (1,))
    if kept[_COMPRESSION][0] in _FAX:
        raise not_supported("tiff-fax")
    if kept[_COMPRESSION][0] not in _COMPRESSIONS or fill != 1:
        raise not_supported("tiff-packed")
    if photometric not in _PHOTOMETRICS or len({*bits}) != 1 or bits[0] not in (1, 2, 4, 8, 16):
        raise not_supported("tiff-colours")
    negative = photometric == _WHITE_IS_ZERO and bits[0] == 16
    packed = photometric == _YCBCR and kept[_COMPRESSION][0] != _JPEG
    if negative or packed or {*kept.get(_FORMAT, (1,))} != {1}:
        raise not_supported("tiff-colours")
    samples, planes = kept.get(_SAMPLES, (1,))[0], kept.get(_PLANES, (1,))[0]
    if bits[0] == 16 and (photometric, samples, planes) not in _DEEP:
        raise not_supported("tiff-deep")


def _pieces(
    tiff: Tiff, kept: Fields, starts: tuple[int, ...], lengths: tuple[int, ...]
) -> list[memoryview]:
    """The strips or tiles, all in the file, none longer together than the file."""
    places = _places(kept)
    if not len(starts) == len(lengths) == len(places) or sum(lengths) > len(tiff.data):
        raise ValueError(f"{len(starts)} pieces of {len(places)}")
    view, pieces = memoryview(tiff.data), []
    for start, length, place in zip(starts, lengths, places, strict=True):
        if start + length > len(tiff.data):
            raise ValueError("a piece lies outside of the file")
        if kept[_COMPRESSION][0] == _JPEG:
            _check_jpeg(bytes(view[start : start + length]), place)
        elif kept[_COMPRESSION][0] == _PLAIN and length < place.plain:
            raise damaged("short-part")
        pieces.append(view[start : start + length])
    return pieces


@dataclass(frozen=True)
class _Place:
    """A strip or tile: its sides, and the part of them that is seen.

    `plain` is how many bytes its rows have that are not packed, `full` how many there is room for.
    """

    size: tuple[int, int]
    seen: tuple[int, int]
    plain: int
    full: int


def _places(kept: Fields) -> list[_Place]:
    """The strips or tiles in their order: by rows, and plane by plane where colours are apart."""
    width, height = kept[_WIDTH][0], kept[_HEIGHT][0]
    across, down = width, min(kept.get(_ROWS, kept[_HEIGHT])[0], height)
    tiled = _TILE_LENGTHS in kept
    if tiled:
        across, down = kept[_TILE_WIDTH][0], kept[_TILE_HEIGHT][0]
    samples, planes = kept.get(_SAMPLES, (1,))[0], 1
    if kept.get(_PLANES, (1,))[0] == 2:
        samples, planes = 1, samples
    if not 0 < across <= max(width, _LARGEST_TILE) or not 0 < down <= max(height, _LARGEST_TILE):
        raise ValueError(f"pieces of {across} x {down}")
    if -(-height // down) * -(-width // across) * planes > _MOST_STRIPS:
        raise ValueError("too many pieces")
    row = (across * samples * kept.get(_BITS, (1,))[0] + 7) // 8
    places = []
    for top in range(0, height, down):
        rows = min(down, height - top)
        for left in range(0, width, across):
            seen = (min(across, width - left), rows) if planes == 1 else (0, 0)
            plain = row * (down if tiled else rows)
            places.append(_Place((across, down), seen, plain, row * down))
    return places * planes


def _to_check(kept: Fields, lengths: tuple[int, ...]) -> tuple[Piece, ...]:
    """The pieces that decoders do not check."""
    if kept[_COMPRESSION][0] == _JPEG:
        return tuple(Piece(length) for length in lengths)
    if kept[_COMPRESSION][0] not in (_DEFLATE, _OLD_DEFLATE):
        return ()
    return tuple(
        Piece(length, place.plain, place.full)
        for length, place in zip(lengths, _places(kept), strict=True)
    )


def _check_jpeg(piece: bytes, place: _Place) -> None:
    """A piece is one sequential picture in one pass, as large as its place."""
    at, frames = 2, 0
    for _ in range(_MOST_SEGMENTS):
        if piece[at] != 0xFF:
            break
        if piece[at + 1] == 0xDA:
            if frames != 1 or piece.count(b"\xff\xda") > 1:
                break
            return
        if piece[at + 1] in (0xC0, 0xC1):
            frames += 1
            height, width = struct.unpack_from(">HH", piece, at + 5)
            sides = zip((width, height), place.size, place.seen, strict=True)
            if not all(seen <= side <= most + 15 for side, most, seen in sides):
                break
        elif 0xC0 <= piece[at + 1] <= 0xCF and piece[at + 1] not in (0xC4, 0xCC):
            break
        at += 2 + int.from_bytes(piece[at + 2 : at + 4])
    raise ValueError("a piece that is no JPEG of its size")


def _tables(data: bytes) -> bytes:
    """The tables that all pieces share, without what is around them."""
    parts = [*islice(segments(data), _MOST_SEGMENTS)]
    return joined(data, [part for part in parts if part.label in TABLES])


def _profile(tiff: Tiff, field: Field | None) -> bytes:
    if field is None or field.end - field.start > _LONGEST_PROFILE:
        return b""
    return tiff.data[field.start : field.end]
