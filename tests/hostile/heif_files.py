"""HEIC and AVIF files, put together item by item: grids as phones make them, and what none makes.

Pictures are coded by libheif (pillow-heif) and libaom (Pillow); the boxes are written here.
"""

import struct
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from PIL import Image

from tests.hostile.builders import encoded, gradient, tiff

CODED = {"HEIF": (b"hvc1", b"hvcC"), "AVIF": (b"av01", b"av1C")}
Size = tuple[int, int]


def box(label: bytes, *parts: bytes) -> bytes:
    """A box: its length, its label and what it holds."""
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + label + body


def full(label: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    """A box with a version and flags."""
    return box(label, struct.pack(">I", version << 24 | flags), *parts)


def ispe(size: Size) -> bytes:
    """The property that says how large an item is."""
    return full(b"ispe", struct.pack(">II", *size))


def irot(quarters: int) -> bytes:
    """The property that turns an item by quarters, counterclockwise."""
    return box(b"irot", bytes([quarters]))


def imir(axis: int) -> bytes:
    """The property that mirrors an item: 0 top and bottom, 1 left and right."""
    return box(b"imir", bytes([axis]))


def clap(size: Size, halves: tuple[int, int]) -> bytes:
    """The property that crops: a size, and how far its centre is off, in halves of a pixel."""
    return box(
        b"clap", struct.pack(">IIIIiIiI", size[0], 1, size[1], 1, halves[0], 2, halves[1], 2)
    )


def nclx(primaries: int, transfer: int, matrix: int = 6) -> bytes:
    """The property that names colours by the code points of ITU-T H.273, in full range."""
    return box(b"colr", b"nclx", struct.pack(">HHHB", primaries, transfer, matrix, 128))


def profile(icc: bytes) -> bytes:
    """The property that holds an ICC profile."""
    return box(b"colr", b"prof", icc)


ALPHA = full(b"auxC", b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0")
GAIN_MAP = full(b"auxC", b"urn:com:apple:photo:2020:aux:hdrgainmap\0")


@dataclass(frozen=True)
class Item:
    """One item: what it is, its bytes, its properties (boxes), the items that it refers to."""

    kind: bytes
    content: bytes
    properties: tuple[bytes, ...] = ()
    references: dict[bytes, tuple[int, ...]] = field(default_factory=dict)


def container(*items: Item, brands: tuple[bytes, ...] = (b"heic", b"mif1", b"heic")) -> bytes:
    """A file of these items, numbered from 1; the first is the one to show."""
    start = box(b"ftyp", brands[0], bytes(4), *brands[1:])
    where = len(start) + len(_meta(items, 0)) + 8
    return start + _meta(items, where) + box(b"mdat", *(item.content for item in items))


def _meta(items: tuple[Item, ...], where: int) -> bytes:
    places, names, links, known, references = [], [], [], [], []
    for number, item in enumerate(items, 1):
        places.append(struct.pack(">HHHII", number, 0, 1, where, len(item.content)))
        where += len(item.content)
        names.append(full(b"infe", struct.pack(">HH", number, 0), item.kind, b"\0", version=2))
        known += [each for each in item.properties if each not in known]
        indices = [known.index(each) + 1 for each in item.properties]
        count = struct.pack(">HB", number, len(indices))
        links.append(count + b"".join(struct.pack(">H", 0x8000 | at) for at in indices))
        for label, others in item.references.items():
            numbers = struct.pack(f">{len(others)}H", *others)
            references.append(box(label, struct.pack(">HH", number, len(others)), numbers))
    many = struct.pack(">I", len(items))
    return full(
        b"meta",
        full(b"hdlr", bytes(4), b"pict", bytes(13)),
        full(b"pitm", b"\0\1"),
        full(b"iloc", b"\x44\0", many[2:], *places),
        full(b"iinf", many[2:], *names),
        box(b"iprp", box(b"ipco", *known), full(b"ipma", many, *links, flags=1)),
        full(b"iref", *references) if references else b"",
    )


@cache
def coded(name: str, size: Size = (64, 64), seed: int = 0, **options: Any) -> tuple[bytes, bytes]:
    """The parameters (a box) and the data of a small picture, as an encoder made them."""
    picture = gradient(size=size).rotate(90 * seed, expand=False)
    return parts_of(encode(picture, name, **options), name)


def encode(picture: Image.Image, name: str, **options: Any) -> bytes:
    """The picture as HEIC by libheif and x265, or AVIF by libavif and libaom."""
    import pillow_heif

    pillow_heif.register_heif_opener()
    return encoded(picture, name, **{"quality": 90} | options)


def parts_of(data: bytes, name: str) -> tuple[bytes, bytes]:
    """The parameters and the data of the one item in an encoder's file."""
    label = CODED[name][1]
    at = data.index(label) - 4
    config = data[at : at + int.from_bytes(data[at : at + 4])]
    return config, data[data.index(b"mdat") + 4 :]


def still(name: str = "HEIF", size: Size = (64, 64), *properties: bytes, **options: Any) -> Item:
    """One item that is a picture of its own."""
    config, data = coded(name, size, **options)
    return Item(CODED[name][0], data, (config, ispe(size), *properties))


def grid(
    size: Size, tile: Size, *properties: bytes, name: str = "HEIF", rows: int = 0, columns: int = 0
) -> list[Item]:
    """A picture in tiles, all of which look the same, with whatever number of them."""
    columns, rows = columns or -(-size[0] // tile[0]), rows or -(-size[1] // tile[1])
    head = struct.pack(">BBBBHH", 0, 0, rows - 1, columns - 1, *size)
    tiles = tuple(range(2, 2 + rows * columns))
    whole = Item(b"grid", head, (ispe(size), *properties), {b"dimg": tiles})
    return [whole] + [still(name, tile)] * len(tiles)


def exif(orientation: int, item: int = 1) -> Item:
    """EXIF that describes an item, with a name in it."""
    body = tiff((0x0112, 3, 1, orientation)) + b"Wilhelmina"
    return Item(b"Exif", bytes(4) + body, (), {b"cdsc": (item,)})
