"""Small files of HEIC, AVIF, TIFF and BMP (`Kind.IMAGE`), and what is said of each."""

import struct
from dataclasses import replace
from functools import partial

from PIL import Image

from scans.gate.models import FileKind
from tests.hostile import case
from tests.hostile.builders import encoded, gradient
from tests.hostile.heif_files import (
    ALPHA,
    GAIN_MAP,
    Item,
    box,
    clap,
    container,
    encode,
    exif,
    full,
    grid,
    imir,
    irot,
    ispe,
    nclx,
    profile,
    still,
)

refused = partial(case.refused, FileKind.IMAGE)
passes = partial(case.passes, FileKind.IMAGE)
damaged = partial(refused, "image-damaged")
unsupported = partial(refused, "image-coding-not-supported")

AVIF = (b"avif", b"mif1", b"miaf")
TILE = (64, 64)


def avif(*items: Item) -> bytes:
    """An AVIF of these items."""
    return container(*items, brands=AVIF)


def replaced(item: Item, old: bytes, new: bytes) -> Item:
    """The item with other parameters or bytes; `old` has to be there."""
    properties = tuple(each.replace(old, new) for each in item.properties)
    assert old in item.content or properties != item.properties
    return replace(item, content=item.content.replace(old, new), properties=properties)


def beside(kind: bytes, content: bytes, **references: tuple[int, ...]) -> Item:
    """An item that is not shown."""
    return Item(kind, content, (), {label.encode(): to for label, to in references.items()})


def unit(kind: int, body: bytes = b"\x80\0") -> bytes:
    """One NAL unit of HEVC with its length."""
    return struct.pack(">IBB", len(body) + 2, kind << 1, 1) + body


def twice(item: Item) -> Item:
    """The item with its picture coded twice."""
    return replace(item, content=item.content * 2)


def sized(size: tuple[int, int], name: str = "HEIF") -> Item:
    """A picture of 64 x 64 that says it has another size."""
    one = still(name, TILE)
    return replace(one, properties=(one.properties[0], ispe(size), *one.properties[2:]))


def pictured(name: str, *more: bytes, primary: bytes = b"") -> bytes:
    """One still with further properties."""
    one = still(name, TILE, *more)
    brands = AVIF if name == "AVIF" else (b"heic", b"mif1", b"heic")
    return container(replace(one, kind=primary or one.kind), brands=brands)


SEQUENCE = bytes.fromhex("0a0418000000")
"""A sequence header of AV1, of an OBU of four bytes."""
MOST = bytes.fromhex("0000ffff") + struct.pack(">HH", 16_384, 16_384)
"""A grid of 256 rows of 256 tiles."""
SHARED = [*grid((128, 64), TILE, rows=1, columns=2)]

PHONES = {
    "HEIC": passes(lambda: encode(gradient(), "HEIF")),
    "HEIC in grey": passes(lambda: encode(gradient("L"), "HEIF")),
    "HEIC in tiles, turned": passes(lambda: container(*grid((160, 100), TILE, irot(1)))),
    "HEIC with EXIF, XMP, a gain map and a thumbnail that is broken": passes(
        lambda: container(
            still(),
            exif(6),
            beside(b"mime", b"<x:xmpmeta/>", cdsc=(1,)),
            replace(still("HEIF", TILE, GAIN_MAP), references={b"auxl": (1,)}),
            beside(b"hvc1", b"broken", thmb=(1,)),
        )
    ),
    "HEIC of a live photo": passes(
        lambda: container(still()) + box(b"mpvd", box(b"ftyp", b"mp42"), box(b"moov"))
    ),
    "HEIC in the colours of a phone": passes(partial(pictured, "HEIF", nclx(12, 13))),
    "HEIC with a profile that is none": passes(
        partial(pictured, "HEIF", profile(b"acsp" * 99)), "image-profile-unusable"
    ),
    "HEIC of high dynamic range": unsupported(partial(pictured, "HEIF", nclx(9, 16))),
    "HEIC of a television's dynamic range": unsupported(partial(pictured, "HEIF", nclx(9, 18))),
    "HEIC that is cropped": passes(partial(pictured, "HEIF", clap((40, 20), (0, 0)))),
    "HEIC cropped by parts of pixels": unsupported(
        partial(pictured, "HEIF", clap((41, 20), (0, 0)))
    ),
    "HEIC cropped beyond its side": damaged(partial(pictured, "HEIF", clap((64, 64), (2, 0)))),
    "HEIC that is partly transparent": unsupported(
        lambda: container(still(), replace(still("HEIF", TILE, ALPHA), references={b"auxl": (1,)}))
    ),
    "HEIC sequence": refused(
        "image-animated", lambda: container(still(), brands=(b"hevc", b"msf1", b"mif1"))
    ),
    "HEIC of pictures over each other": unsupported(partial(pictured, "HEIF", primary=b"iovl")),
    "AVIF": passes(lambda: encode(gradient(), "AVIF")),
    "AVIF in tiles, mirrored": passes(lambda: avif(*grid((160, 100), TILE, imir(0), name="AVIF"))),
    "AVIF sequence": refused(
        "image-animated",
        lambda: encode(gradient(), "AVIF", save_all=True, append_images=[gradient().rotate(90)]),
    ),
    "AVIF in layers": unsupported(partial(pictured, "AVIF", box(b"a1op", b"\0"))),
    "AVIF of two frames": unsupported(
        lambda: avif(replace(still("AVIF"), content=still("AVIF").content + b"\x32\x00"))
    ),
    "a film": refused("image-format-not-allowed", box(b"ftyp", b"isom", bytes(4)) + box(b"moov")),
}

HOSTILE = {
    "HEIC of its brand alone": damaged(box(b"ftyp", b"heic", bytes(4))),
    "HEIC cut half way": damaged(lambda: container(still())[:-40]),
    "HEIC without pixels": damaged(lambda: container(replace(still(), content=b""))),
    "HEIC of 65,535 x 65,535 pixels": damaged(lambda: container(sized((65_535, 65_535)))),
    "HEIC that says it is smaller than it is": damaged(lambda: container(sized((16, 16)))),
    "HEIC that says it is larger than it is": damaged(lambda: container(sized((128, 64)))),
    "AVIF that says it is smaller than it is": damaged(lambda: avif(sized((16, 16), "AVIF"))),
    "HEIC without a size": damaged(
        lambda: container(replace(still(), properties=still().properties[:1]))
    ),
    "HEIC of two pictures in one item": damaged(lambda: container(twice(still()))),
    "AVIF of two sequences": damaged(
        lambda: avif(
            replace(still("AVIF"), content=still("AVIF").content[:14] + still("AVIF").content)
        )
    ),
    "HEIC with parameters among its pixels": passes(
        lambda: container(replace(still(), content=unit(33) + unit(39) + still().content))
    ),
    "HEIC whose unit is longer than its item": damaged(
        lambda: container(replace(still(), content=still().content + b"\0\0\1\0\x26\1\0"))
    ),
    "HEIC whose parameters never end": damaged(
        lambda: container(
            replace(still(), properties=(box(b"hvcC", bytes(22) + b"\xff" * 99), ispe(TILE)))
        )
    ),
    "HEIC without parameters": damaged(
        lambda: container(replace(still(), properties=(ispe(TILE),)))
    ),
    "a grid of 256 x 256 tiles that are one": damaged(
        lambda: container(
            replace(SHARED[0], content=MOST, references={b"dimg": (2,) * 65_535}), still()
        )
    ),
    "a grid whose tiles are one": damaged(
        lambda: container(
            replace(grid((1024, 1024), TILE)[0], references={b"dimg": (2,) * 256}), still()
        )
    ),
    "a grid that lacks a tile": damaged(lambda: container(*SHARED[:2])),
    "a grid of itself": damaged(
        lambda: container(replace(SHARED[0], references={b"dimg": (1, 1)}))
    ),
    "a grid of tiles of two sizes": damaged(
        lambda: container(*SHARED[:2], still("HEIF", (128, 64)))
    ),
    "a grid that is larger than its tiles": damaged(
        lambda: container(*grid((1000, 64), TILE, rows=1, columns=2))
    ),
    "a grid of no height": damaged(lambda: container(*grid((128, 0), TILE, rows=1, columns=2))),
    "items behind the end": damaged(lambda: container(still()).replace(b"mdat", b"free")[:-20]),
    "a box longer than the file": damaged(
        lambda: container(still()).replace(
            box(b"pitm", bytes(4), b"\0\1")[:8], b"\xff\xff\xff\xffpitm"
        )
    ),
    "5,000 items": damaged(lambda: container(still(), *[beside(b"mime", b"")] * 5000)),
    "a property that must be understood": unsupported(
        partial(pictured, "HEIF", full(b"abcd", b"\0"))
    ),
}


def tiffs(*pages: Image.Image, **options: object) -> bytes:
    """A TIFF of these pages."""
    return encoded(pages[0], "TIFF", save_all=True, append_images=pages[1:], **options)


RGB = gradient()
TIFF, BMP = tiffs(RGB, compression="tiff_lzw"), encoded(RGB, "BMP")


def field(data: bytes, tag: int, value: int, kind: int = 4) -> bytes:
    """The TIFF with another value of a field, whose place is looked up."""
    at = int.from_bytes(data[4:8], "little")
    for entry in range(at + 2, at + 2 + 12 * int.from_bytes(data[at : at + 2], "little"), 12):
        if int.from_bytes(data[entry : entry + 2], "little") == tag:
            said = struct.pack("<HHII", tag, kind, 1, value)
            return data[:entry] + said + data[entry + 12 :]
    raise AssertionError(tag)


def followed(data: bytes, place: bytes = bytes(4), *, small_copy: bool = False) -> bytes:
    """The TIFF with another directory after its own, at `place`; before it that of a small copy."""
    at = int.from_bytes(data[4:8], "little")
    end = at + 2 + 12 * int.from_bytes(data[at : at + 2], "little")
    if small_copy:
        data += struct.pack("<HHHII", 1, 254, 4, 1, 1) + place
        place = struct.pack("<I", len(data) - 18)
    return data[:end] + place + data[end + 4 :]


CAMERAS = {
    "TIFF": passes(tiffs(RGB)),
    "TIFF by LZW": passes(TIFF),
    "TIFF by deflate": passes(tiffs(RGB, compression="tiff_adobe_deflate")),
    "TIFF by JPEG": passes(tiffs(RGB, compression="jpeg")),
    "TIFF by fax": unsupported(tiffs(gradient("1"), compression="group4")),
    "TIFF of CMYK": passes(tiffs(gradient("CMYK")), "image-print-colours"),
    "TIFF of a palette": passes(tiffs(gradient("P"))),
    "TIFF of colours by their lightness": unsupported(tiffs(Image.new("LAB", (40, 40)))),
    "TIFF of two pages": refused("image-several-pages", tiffs(RGB, RGB)),
    "TIFF that follows itself": refused("image-several-pages", lambda: followed(TIFF, TIFF[4:8])),
    "TIFF with a small copy": passes(lambda: followed(TIFF, small_copy=True)),
    "TIFF with a second page behind its small copy": refused(
        "image-several-pages", lambda: followed(TIFF, TIFF[4:8], small_copy=True)
    ),
    "TIFF cut half way": damaged(tiffs(RGB)[: len(tiffs(RGB)) // 2]),
    "TIFF of a strip behind the end": damaged(lambda: field(TIFF, 273, 10**9)),
    "TIFF of a strip of 4 GB": damaged(lambda: field(TIFF, 279, 2**32 - 1)),
    "TIFF of 60,000 x 60,000 pixels": damaged(lambda: field(field(TIFF, 256, 60_000), 257, 60_000)),
    "TIFF of no rows in a strip": damaged(lambda: field(TIFF, 278, 0)),
    "TIFF of a directory behind the end": damaged(b"II*\0\xff\xff\xff\x7f"),
    "TIFF of eight bytes": damaged(b"MM\0*\0\0\0\x08"),
    "TIFF of a strange packing": unsupported(lambda: field(TIFF, 259, 34_712, 3)),
    "BMP": passes(BMP),
    "BMP of a palette": passes(encoded(gradient("P"), "BMP")),
    "BMP of black and white": passes(encoded(gradient("1"), "BMP")),
    "BMP from bottom to top or not": passes(lambda: BMP[:22] + struct.pack("<i", -48) + BMP[26:]),
    "BMP that lacks a row": damaged(BMP[:-1]),
    "BMP by run lengths": unsupported(BMP[:30] + b"\1\0\0\0" + BMP[34:]),
    "BMP with a JPEG in it": unsupported(BMP[:30] + b"\4\0\0\0" + BMP[34:]),
    "BMP of no width": damaged(BMP[:18] + bytes(4) + BMP[22:]),
    "BMP of 2**31 - 1 rows": damaged(BMP[:22] + b"\xff\xff\xff\x7f" + BMP[26:]),
    "BMP of the lowest number of rows": damaged(BMP[:22] + b"\0\0\0\x80" + BMP[26:]),
    "BMP of 30 bytes": damaged(BMP[:30]),
}


FILES = PHONES | HOSTILE | CAMERAS
