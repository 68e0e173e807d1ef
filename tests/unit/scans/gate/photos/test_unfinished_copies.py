"""A copy that was not finished is as long as the file, and zeros from some byte on."""

import io
import zlib
from functools import cache
from typing import Any

import numpy as np
import pytest
from PIL import Image

from scans.gate.photos import ImageCode, ImageError, ImageNotice, sanitise
from tests.hostile import heif_files
from tests.hostile.builders import encoded
from tests.hostile.tiff_files import page

STRIPS, LENGTHS = 273, 279


def said(data: bytes) -> list[ImageNotice]:
    return [found.code for found in sanitise(data).findings]


def refusal(data: bytes) -> ImageCode:
    with pytest.raises(ImageError) as caught:
        sanitise(data)
    return caught.value.code


@cache
def photo(size: tuple[int, int] = (320, 240)) -> Image.Image:
    """Something in each block, and the grain of a sensor."""
    random = np.random.default_rng(4)
    coarse = random.integers(20, 235, (size[1] // 16, size[0] // 16, 3), dtype=np.uint8)
    smooth = Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC)
    grain = random.normal(0, 5, (size[1], size[0], 3))
    return Image.fromarray((np.asarray(smooth) + grain).clip(0, 255).astype(np.uint8))


def zeros_from(data: bytes, part: float, start: int = 0) -> bytes:
    """`data` of which all after a part of what begins at `start` is zeros."""
    kept = start + int((len(data) - start) * part)
    return data[:kept].ljust(len(data), b"\0")


# --- HEIC, AVIF, WebP ----------------------------------------------------------------------------


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("name", ["HEIF", "AVIF"])
def test_items_of_zeros_are_refused(name: str, part: float) -> None:
    data = heif_files.encode(photo(), name)
    assert said(data) == []
    assert refusal(zeros_from(data, part, data.index(b"mdat") + 4)) is ImageCode.DAMAGED


@pytest.mark.parametrize("name", ["HEIF", "AVIF"])
def test_a_tile_of_zeros_is_refused(name: str) -> None:
    """The last of four, from its middle on."""
    kind = heif_files.CODED[name][0]
    config, coded = heif_files.parts_of(
        heif_files.encode(photo().crop((0, 0, 64, 64)), name, quality=95), name
    )
    tile = heif_files.Item(kind, coded, (config, heif_files.ispe((64, 64))))
    whole = heif_files.grid((128, 128), (64, 64), name=name)[0]
    brands = (b"avif", b"mif1", b"avif") if name == "AVIF" else (b"heic", b"mif1", b"heic")
    data = heif_files.container(whole, tile, tile, tile, tile, brands=brands)
    assert data.endswith(coded)
    assert said(data) == []
    assert refusal(data[: -len(coded)] + zeros_from(coded, 0.5)) is ImageCode.DAMAGED


@pytest.mark.parametrize("forbidden", [b"\0\0\0", b"\0\0\1", b"\0\0\2"])
def test_bytes_that_no_unit_of_hevc_may_have(forbidden: bytes) -> None:
    """Those with a 3 are how an encoder keeps them out."""
    config, coded = heif_files.coded("HEIF", quality=95)
    for more, passes in ((b"\0\0\3" + forbidden[2:], True), (forbidden, False)):
        length = int.from_bytes(coded[:4]) + len(more)
        assert length == len(coded) - 4 + len(more)
        made = length.to_bytes(4) + coded[4:] + more
        item = heif_files.Item(b"hvc1", made, (config, heif_files.ispe((64, 64))))
        data = heif_files.container(item)
        assert said(data) == [] if passes else refusal(data) is ImageCode.DAMAGED


WEBP: dict[str, dict[str, Any]] = {
    "lossy": {"quality": 80},
    "lossy, in haste": {"quality": 95, "method": 0},
    "lossless": {"lossless": True},
    "lossless, in haste": {"lossless": True, "method": 0, "quality": 0},
}


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.9, 0.98])
@pytest.mark.parametrize("kind", WEBP)
def test_a_webp_of_zeros_is_refused(kind: str, part: float) -> None:
    data = encoded(photo(), "WEBP", **WEBP[kind])
    assert said(data) == []
    assert refusal(zeros_from(data, part)) is ImageCode.DAMAGED


@pytest.mark.parametrize("kind", WEBP)
def test_a_webp_may_end_in_one_colour(kind: str) -> None:
    """Nothing happens there, which a hasty encoder writes as hundreds of zeros."""
    picture = photo((640, 240)).copy()
    picture.paste((20, 90, 160), (0, 240 - 80, 640, 240))
    data = encoded(picture, "WEBP", **WEBP[kind])
    zeros = len(data) - len(data.rstrip(b"\0"))
    assert (zeros > 1_000) is ("in haste" in kind)
    assert said(data) == []


# --- TIFF ----------------------------------------------------------------------------------------


@cache
def jpeg_tiff() -> tuple[bytes, list[tuple[int, int]]]:
    """A TIFF of JPEGs with tables in common, and where each is: start and length."""
    data = encoded(photo((640, 480)), "TIFF", compression="jpeg", quality=90, tiffinfo={278: 16})
    with Image.open(io.BytesIO(data)) as opened:
        tags = opened.tag_v2  # type: ignore[attr-defined]
        return data, [*zip(tags[STRIPS], tags[LENGTHS], strict=True)]


def test_the_strips_are_jpegs_without_tables() -> None:
    data, strips = jpeg_tiff()
    assert len(strips) == 480 // 16
    assert all(b"\xff\xdb" not in data[at : at + length][:40] for at, length in strips)
    assert said(data) == []


@pytest.mark.parametrize("number", [0, 7, 29])
@pytest.mark.parametrize("part", [0, 0.2, 0.8])
@pytest.mark.parametrize("end", [b"", b"\xff\xd9"])
def test_a_jpeg_within_a_tiff_is_checked(number: int, part: float, end: bytes) -> None:
    """One strip of thirty, zeros from its start, or cut short; with the mark of its end."""
    data, strips = jpeg_tiff()
    at, length = strips[number]
    piece = data[at : at + length]
    cut = zeros_from(piece[: length - len(end)], part) + end
    assert refusal(data[:at] + cut + data[at + length :]) is ImageCode.DAMAGED


def test_a_strip_without_the_mark_of_its_end_is_a_finding() -> None:
    data, strips = jpeg_tiff()
    changed = bytearray(data)
    for at, length in strips[:2]:
        assert data[at + length - 2 : at + length] == b"\xff\xd9"
        changed[at + length - 2 : at + length] = b"\xff\xff"  # fill bytes
    assert said(bytes(changed)) == [ImageNotice.END_MISSING]


def strips_page(first: bytes, second: bytes, **options: Any) -> bytes:
    """40 x 62 pixels in strips of 32 rows, the second of which has the last 30."""
    places = {STRIPS: (4, (8, 8 + len(first))), LENGTHS: (4, (len(first), len(second)))}
    return page((40, 62), first + second, more=places | {278: (4, (32,))}, **options)


@pytest.mark.parametrize(
    ("first", "second", "passes"),
    [(32, 30, True), (32, 32, True), (24, 30, False), (32, 29, False)],
)
def test_a_jpeg_has_the_rows_of_its_strip(first: int, second: int, passes: bool) -> None:
    """Each is a sound picture, and has tables of its own."""
    grey = photo().convert("L")
    pieces = [encoded(grey.crop((0, 0, 40, rows)), "JPEG") for rows in (first, second)]
    data = strips_page(*pieces, packed=7)
    if passes:
        assert said(data) == []
    else:
        assert refusal(data) is ImageCode.DAMAGED


@pytest.mark.parametrize("bits", [(8,), (8, 8, 8), (16,), (16, 16, 16), (1,)])
@pytest.mark.parametrize("lost", [(0, 0), (1, 0), (0, 1), (40, 0)])
def test_plain_strips_have_all_their_rows(bits: tuple[int, ...], lost: tuple[int, int]) -> None:
    """What follows a strip that is too short would be taken for its rows."""
    row = -(-40 * sum(bits) // 8)
    whole = np.random.default_rng(6).bytes(32 * row)
    data = strips_page(whole[: 32 * row - lost[0]], whole[: 30 * row - lost[1]], bits=bits)
    if any(lost):
        assert refusal(data) is ImageCode.DAMAGED
    else:
        assert sanitise(data).height == 62


@pytest.mark.parametrize("packed", ["tiff_lzw", "tiff_adobe_deflate", "packbits"])
@pytest.mark.parametrize("part", [0.3, 0.9])
def test_packed_strips_that_end_early_are_refused(packed: str, part: float) -> None:
    """Zeros unpack to something by each of these."""
    data = encoded(photo(), "TIFF", compression=packed)
    with Image.open(io.BytesIO(data)) as opened:
        tags = opened.tag_v2  # type: ignore[attr-defined]
        at, length = tags[STRIPS][0], tags[LENGTHS][0]
    assert said(data) == []
    cut = zeros_from(data[at : at + length], part)
    assert refusal(data[:at] + cut + data[at + length :]) is ImageCode.DAMAGED


@pytest.mark.parametrize(
    ("rows", "lost", "passes"),
    [
        (30, 0, True),
        (32, 0, True),  # the last strip has room for 32
        (30, 4, True),  # all rows, without their sum
        (31, 4, False),
        (33, 0, False),
        (29, 0, False),
    ],
)
def test_a_deflated_strip_has_the_rows_there_are(rows: int, lost: int, passes: bool) -> None:
    greys = np.random.default_rng(6).integers(0, 255, (65, 40), dtype=np.uint8).tobytes()
    first, last = zlib.compress(greys[: 32 * 40]), zlib.compress(greys[32 * 40 :][: rows * 40])
    last = last[: len(last) - lost]
    data = strips_page(first, last, packed=8)
    if passes:
        with Image.open(io.BytesIO(sanitise(data).data)) as clean:
            assert clean.convert("L").tobytes() == greys[: 62 * 40]
    else:
        assert refusal(data) is ImageCode.DAMAGED
