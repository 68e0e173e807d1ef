"""The items of a HEIC or AVIF that make its pixels, each as a file of its own.

A phone stores a picture as a grid of tiles, each an item, beside thumbnails, depth, gain maps and
EXIF. Here each coded item is put into a new file that has nothing else in it, so that a decoder
sees one still at a time, of a size that is known, and no rotation: what the container says of
rotation, mirror and crop is read here and done once, by `upright`.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from scans.gate.photos import av1, hevc
from scans.gate.photos.boxes import Items, Property, read_items
from scans.gate.photos.colour_claims import NO_CLAIM, ColourClaim, coded_claim
from scans.gate.photos.errors import not_supported
from scans.gate.photos.exif_colour import exif_claim
from scans.gate.photos.still_files import Still, still_file
from scans.gate.photos.upright import composed, orientation

_CONFIGS: Final = {b"hvc1": b"hvcC", b"av01": b"av1C"}
_SEQUENCES: Final = frozenset({b"avis", b"msf1", b"hevc", b"hevx"})
_CROP, _TURN, _MIRROR = b"clap", b"irot", b"imir"
_TRANSFORMS: Final = (_CROP, _TURN, _MIRROR)
_DESCRIPTIVE: Final = frozenset({b"pasp", b"clli", b"mdcv", b"cclv", b"amve", b"udes"})
"""Shape of a pixel, light of the screen and of the surroundings, a title: ISO/IEC 23008-12, 6.5, as
properties that describe. A decoder that leaves them out shows the same pixels, whatever is said of
their being essential."""
_UNDERSTOOD: Final = (
    frozenset({*_CONFIGS.values(), b"ispe", b"pixi", b"colr", *_TRANSFORMS}) | _DESCRIPTIVE
)
_ALPHA: Final = (b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1")
_MOST_TILES: Final = 1024
"""50 megapixels in tiles of 256 pixels are 763; phones make them of 512."""
_SLACK: Final = {b"hvc1": 64, b"av01": 1}
"""Pixels, less one, that a decoder may work on beyond an item's side: HEVC has whole blocks."""
_EXIF_READ: Final = 65_536


@dataclass(frozen=True)
class HeifParts:
    """A picture in tiles, before it is set upright.

    `size` is that of what is shown, which begins at `corner` in the whole. `stills` are tiles, row
    by row, each of `tile_size` (those at the right and bottom may reach beyond the picture). `icc`
    is a profile, `claim` is what else is said of colour.
    """

    size: tuple[int, int]
    tile_size: tuple[int, int]
    stills: list[Still]
    columns: int = 1
    corner: tuple[int, int] = (0, 0)
    orientation: int = 1
    animated: bool = False
    icc: bytes = b""
    claim: ColourClaim = NO_CLAIM

    @property
    def coded(self) -> str:
        """Return the name of the format by which a tile is decoded."""
        return "AVIF" if self.stills[0].kind == b"av01" else "HEIF"

    def take_tiles(self) -> Iterator[tuple[tuple[int, int], bytes]]:
        """Yield where each tile is in what is shown, and its file; each is forgotten once taken."""
        for number in range(len(self.stills)):
            row, column = divmod(number, self.columns)
            left, top = column * self.tile_size[0], row * self.tile_size[1]
            yield (left - self.corner[0], top - self.corner[1]), still_file(self.stills.pop(0))


def cut_heif(data: bytes) -> HeifParts:
    """Cut a HEIC or AVIF down to its pixels."""
    items = read_items(data)
    if items.brands[0] in _SEQUENCES:
        return HeifParts((0, 0), (0, 0), [], animated=True)
    kind = items.types[items.primary]
    if kind != b"grid" and kind not in _CONFIGS:
        raise not_supported("heif-derived")
    size, tiles = _grid(data, items) if kind == b"grid" else (None, [items.primary])
    for item in {items.primary, *tiles}:
        _check(items, item)
    _refuse_alpha(items, {items.primary, *tiles})
    tile_size = _extent(items, tiles[0])
    size = size or tile_size
    _check_cover(size, tile_size, [_extent(items, tile) for tile in tiles])
    if sum(end - start for tile in tiles for start, end in items.extents[tile]) > len(data):
        raise ValueError("tiles that share their bytes")
    colours = [each.body for each in _colours(items, tiles[0])]
    icc = next((body[4:] for body in colours if body[:4] in (b"prof", b"rICC")), b"")
    claim = _claim(colours)
    if not claim.given and not icc:
        claim = exif_claim(_exif(data, items))
    columns = -(-size[0] // tile_size[0])
    corner, size = _shown(items, size)
    return HeifParts(
        size=size,
        tile_size=tile_size,
        columns=columns,
        corner=corner,
        stills=[_still(data, items, tile) for tile in tiles],
        orientation=_orientation(data, items),
        icc=icc,
        claim=claim,
    )


def _grid(data: bytes, items: Items) -> tuple[tuple[int, int], list[int]]:
    """The size and tiles of a grid (ISO/IEC 23008-12, 6.6.2.3)."""
    content = items.content(data, items.primary)
    numbers = ">II" if content[1] & 1 else ">HH"
    width, height = struct.unpack_from(numbers, content, 4)
    tiles = items.references[b"dimg", items.primary]
    rows, columns = content[2] + 1, content[3] + 1
    if len(tiles) != rows * columns or len(tiles) > _MOST_TILES:
        raise ValueError(f"{len(tiles)} tiles in {rows} rows of {columns}")
    tile_width, tile_height = _extent(items, tiles[0])
    if columns != -(-width // tile_width) or rows != -(-height // tile_height):
        raise ValueError("tiles that do not cover the picture")
    return (width, height), tiles


def _check_cover(
    size: tuple[int, int], tile_size: tuple[int, int], tiles: list[tuple[int, int]]
) -> None:
    if any(tile != tile_size for tile in tiles) or not all((*size, *tile_size)):
        raise ValueError("tiles of different sizes, or of none")


def _shown(items: Items, size: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where what is shown begins, and its size: encoders that work in whole blocks crop them."""
    transforms = [each for each in items.properties[items.primary] if each.label in _TRANSFORMS]
    if _CROP not in [each.label for each in transforms]:
        return (0, 0), size
    if [each.label for each in transforms].index(_CROP) or len(transforms[0].body) != 32:
        raise not_supported("cropped-turned")
    numbers = struct.unpack(">IIIIiIiI", transforms[0].body)
    wide, high, right, down = (Fraction(*numbers[at : at + 2]) for at in (0, 2, 4, 6))
    left, top = right + (size[0] - wide) / 2, down + (size[1] - high) / 2
    if any(part.denominator != 1 for part in (wide, high, left, top)):
        raise not_supported("cropped-within")
    if min(left, top) < 0 or wide < 1 or high < 1 or left + wide > size[0] or top + high > size[1]:
        raise ValueError("a crop beyond the picture")
    return (int(left), int(top)), (int(wide), int(high))


def _check(items: Items, item: int) -> None:
    """Refuse an item that must not be shown without what is not understood here."""
    for each in items.properties[item]:
        if each.essential and each.label not in _UNDERSTOOD:
            raise not_supported("heif-layered")


def _refuse_alpha(items: Items, shown: set[int]) -> None:
    for (label, item), masters in items.references.items():
        said = items.first(item, b"auxC")
        if label == b"auxl" and said and shown & {*masters} and said.body[4:].startswith(_ALPHA):
            raise not_supported("transparent")


def _extent(items: Items, item: int) -> tuple[int, int]:
    said = items.first(item, b"ispe")
    if said is None:
        raise ValueError("a picture without a size")
    width, height = struct.unpack_from(">II", said.body, 4)
    return width, height


def _colours(items: Items, tile: int) -> list[Property]:
    """What is said of colour: of the whole picture, or else of a tile."""
    return _coloured(items, items.primary) or _coloured(items, tile)


def _coloured(items: Items, item: int) -> list[Property]:
    return [each for each in items.properties[item] if each.label == b"colr"]


def _matrix(items: Items, tile: int) -> list[bytes]:
    """What the decoder is told of how a tile's numbers make red, green and blue.

    The tile's own: a grid may have a profile instead, which says nothing of that.
    """
    said = [each.body for item in (tile, items.primary) for each in _coloured(items, item)]
    return [body[:11] for body in said if body.startswith(b"nclx")][:1]


def _claim(colours: list[bytes]) -> ColourClaim:
    """What nclx says; decoders have turned its matrix and range into full red, green and blue."""
    for body in colours:
        if body.startswith(b"nclx"):
            return coded_claim(*struct.unpack_from(">HH", body, 4)) or NO_CLAIM
    return NO_CLAIM


def _still(data: bytes, items: Items, tile: int) -> Still:
    kind = items.types[tile]
    config = items.first(tile, _CONFIGS[kind])
    if config is None:
        raise ValueError("a picture without its parameters")
    content, kept = items.content(data, tile), config.body
    if kind == b"hvc1":
        kept, coded = hevc.cut_config(config.body)
        content = hevc.cut_picture(config.body, content)
    else:
        kept = av1.cut_config(config.body)
        content, coded = av1.cut_picture(content)
    size = _extent(items, tile)
    if not all(side <= most < side + _SLACK[kind] for side, most in zip(size, coded, strict=True)):
        raise ValueError(f"a picture of {size} that is coded as {coded}")
    pixi = items.first(tile, b"pixi")
    return Still(
        kind,
        (
            (_CONFIGS[kind], kept),
            (b"ispe", bytes(4) + struct.pack(">II", *size)),
            *([(b"pixi", pixi.body[:16])] if pixi else []),
            *((b"colr", body) for body in _matrix(items, tile)),
        ),
        content,
    )


def _orientation(data: bytes, items: Items) -> int:
    """What sets the picture upright, as EXIF counts.

    By the standard that is what the container says and EXIF only repeats it. Cameras of Sony and
    Fujifilm say it in EXIF alone; as in Apple's programs that holds where the container says
    nothing, unless the file promises (`miaf`) to mean the container.
    """
    turned, said = 1, False
    for each in items.properties[items.primary]:
        if each.label == _TURN:  # quarters, counterclockwise
            turned, said = composed(turned, (1, 8, 3, 6)[each.body[0] & 3]), True
        elif each.label == _MIRROR:  # 0: top and bottom change places, 1: left and right
            turned, said = composed(turned, (4, 2)[each.body[0] & 1]), True
    if said or b"miaf" in items.brands or items.brands[0] == b"avif":
        return turned
    return orientation(_exif(data, items))


def _exif(data: bytes, items: Items) -> bytes:
    """EXIF of the picture, without what stands before it; nothing where there is none."""
    for item, kind in items.types.items():
        if kind == b"Exif" and items.primary in items.references.get((b"cdsc", item), ()):
            start, end = items.extents[item][0]
            exif = data[start : min(end, start + _EXIF_READ)]
            return exif[4 + int.from_bytes(exif[:4]) :]
    return b""
