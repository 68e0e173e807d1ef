"""TIFF and BMP of cameras: the same pixels whatever the layout, and nothing else of the file."""

import inspect
import io
import struct
from typing import Any

import numpy as np
import pytest
from PIL import Image

from scans.gate.formats import PICTURE_FORMATS, picture_names
from scans.gate.models import FileKind
from scans.gate.photos import CleanImage, ImageCode, ImageError, sanitise
from scans.gate.photos.parts_bmp import cut_bmp
from scans.gate.photos.parts_tiff import cut_tiff
from tests.hostile.builders import encoded, gradient
from tests.hostile.tiff_files import DNG_VERSION, SUBFILE, Values, page

ORIENTATION, ARTIST = 274, 315


def decoded(clean: CleanImage) -> np.ndarray[Any, Any]:
    assert clean.content_type == "image/png"
    return np.asarray(Image.open(io.BytesIO(clean.data)).convert("RGB")).astype(int)


@pytest.mark.parametrize("packed", ["raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"])
@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_pixels_of_a_tiff_are_exact(mode: str, packed: str) -> None:
    picture = gradient(size=(91, 61)).convert(mode)
    data = encoded(picture, "TIFF", compression=packed, tiffinfo={ARTIST: "Wilhelmina"})
    assert b"Wilhelmina" in data
    assert b"Wilhelmina" not in cut_tiff(data).data
    assert np.array_equal(decoded(sanitise(data)), np.asarray(picture.convert("RGB")))


def test_jpeg_within_a_tiff_is_read() -> None:
    picture = gradient(size=(91, 61))
    data = encoded(picture, "TIFF", compression="jpeg", quality=95)
    assert np.abs(decoded(sanitise(data)) - np.asarray(picture)).max() <= 4


GREYS = bytes((10, 60, 110, 160, 210, 250)) * 64


def by_hand(order: str = "<", following: int = 0, **changed: int | None) -> bytes:
    """24 by 16 greys, put together by hand: values of one, two and four bytes; `t279` is a tag."""
    fields = {
        256: (3, 24), 257: (4, 16), 258: (3, 8), 259: (3, 1), 262: (3, 1), 273: (4, 0),
        277: (3, 1), 278: (3, 16), 279: (4, 384),
    }  # fmt: skip
    for tag, value in changed.items():
        kind, _ = fields.pop(int(tag[1:]))
        if value is not None:
            fields[int(tag[1:])] = (kind, value)
    start = 8 + 2 + 12 * len(fields) + 4
    fields[273] = (4, start)
    entries = [
        struct.pack(f"{order}HHI", tag, kind, 1)
        + struct.pack(f"{order}H" if kind == 3 else f"{order}I", value).ljust(4, b"\0")
        for tag, (kind, value) in sorted(fields.items())
    ]
    head = {"<": b"II", ">": b"MM"}[order] + struct.pack(f"{order}HIH", 42, 8, len(fields))
    data = head + b"".join(entries) + struct.pack(f"{order}I", following) + GREYS
    assert data.index(GREYS) == start
    return data


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_tiff_is_read_in_both_byte_orders(order: str) -> None:
    shown = decoded(sanitise(by_hand(order)))
    assert shown.shape == (16, 24, 3)
    assert np.array_equal(shown[..., 0], np.frombuffer(GREYS, np.uint8).reshape(16, 24))


def test_chance_for_a_next_directory_is_none() -> None:
    """Outside of the file there is no page; a second one within it is one."""
    assert sanitise(by_hand(following=0xDEADBEEF)) == sanitise(by_hand())
    assert sanitise(by_hand(following=len(by_hand()))) == sanitise(by_hand())
    with pytest.raises(ImageError) as caught:
        sanitise(by_hand(following=8))
    assert caught.value.code is ImageCode.SEVERAL_PAGES


def test_one_strip_without_its_length_is_counted_from_its_rows() -> None:
    assert sanitise(by_hand(t279=None)) == sanitise(by_hand())
    assert sanitise(by_hand(t279=None) + b"more") == sanitise(by_hand())
    for unknown in (
        by_hand(t279=None)[:-1],
        by_hand(t279=None, t278=8),  # two strips
        by_hand(t279=None, t259=32773),  # packed
    ):
        with pytest.raises(ImageError) as caught:
            sanitise(unknown)
        assert caught.value.code is ImageCode.DAMAGED


@pytest.mark.parametrize("turned", range(1, 9))
def test_every_turn_of_a_tiff_is_undone_once(turned: int) -> None:
    """The words of TIFF 6.0: which sides row 0 and column 0 are, as index arithmetic."""
    seen = np.asarray(gradient(size=(64, 48))).copy()
    seen[:20, :10] = (255, 0, 0)
    flipped = {1: (1, 1), 2: (1, -1), 3: (-1, -1), 4: (-1, 1)}
    rows, columns = flipped.get(turned) or {5: (1, 1), 6: (1, -1), 7: (-1, -1), 8: (-1, 1)}[turned]
    stored = seen[::rows, ::columns]
    stored = stored.transpose(1, 0, 2) if turned > 4 else stored
    picture = Image.fromarray(np.ascontiguousarray(stored))
    data = encoded(picture, "TIFF", tiffinfo={ORIENTATION: turned})
    clean = sanitise(data)
    assert (clean.width, clean.height) == (64, 48)
    assert np.array_equal(decoded(clean), seen)


SMALL, WHOLE = (4, (1,)), (4, (0,))


@pytest.mark.parametrize(
    ("more", "behind", "passes"),
    [
        ({}, (), True),
        ({SUBFILE: WHOLE}, (), True),
        ({SUBFILE: SMALL}, (), False),  # ARW: the first directory is a thumbnail
        ({}, ({SUBFILE: SMALL}, {SUBFILE: SMALL}), True),  # small copies of the picture
        ({}, ({SUBFILE: SMALL}, {SUBFILE: WHOLE}), False),  # NEF: a preview, and the sensor's
        ({}, ({SUBFILE: WHOLE},), False),
        ({}, ({256: WHOLE},), False),
        ({DNG_VERSION: (1, (1, 4, 0, 0))}, (), False),
    ],
)
def test_raw_files_of_cameras_are_not_their_thumbnails(
    more: Values, behind: tuple[Values, ...], passes: bool
) -> None:
    data = page((40, 30), bytes(1200), more=more, behind=behind)
    if passes:
        assert sanitise(data).width == 40
        return
    with pytest.raises(ImageError, match="raw file") as caught:
        sanitise(data)
    assert caught.value.code is ImageCode.NOT_SUPPORTED


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA"])
def test_pixels_of_a_bmp_are_exact(mode: str) -> None:
    picture = gradient(size=(91, 61)).convert(mode)
    assert np.array_equal(
        decoded(sanitise(encoded(picture, "BMP"))), np.asarray(picture.convert("RGB"))
    )


def test_a_bmp_that_leaves_its_fourth_byte_empty_is_not_transparent() -> None:
    """Masks of red, green and blue at their usual places, as some capture programs write."""
    pixels = bytes((30, 20, 10, 0)) * 20 * 20
    masks = struct.pack("<III", 0xFF0000, 0xFF00, 0xFF)
    head = struct.pack("<IiiHHIIiiII", 40, 20, 20, 1, 32, 3, len(pixels), 0, 0, 0, 0)
    data = b"BM" + struct.pack("<IHHI", 66 + len(pixels), 0, 0, 66) + head + masks + pixels
    clean = sanitise(data)
    assert Image.open(io.BytesIO(clean.data)).mode == "RGB"
    assert np.array_equal(decoded(clean), np.full((20, 20, 3), (10, 20, 30)))
    other = data.replace(masks, masks[4:] + masks[:4])
    with pytest.raises(ImageError) as caught:
        sanitise(other)
    assert caught.value.code is ImageCode.NOT_SUPPORTED


@pytest.mark.parametrize(("mode", "width", "filling"), [("RGB", 21, 1), ("L", 21, 3), ("1", 33, 3)])
@pytest.mark.parametrize("reserved", [bytes(4), b"note"])
def test_the_filling_of_the_last_row_may_lack(
    mode: str, width: int, filling: int, reserved: bytes
) -> None:
    """A row is filled up to four bytes. What is not a pixel may be missing, and no more than it."""
    picture = gradient(size=(width, 20)).convert(mode)
    data = encoded(picture, "BMP")
    data = data[:6] + reserved + data[10:]
    clean = sanitise(data[:-filling])
    assert clean == sanitise(data)
    assert np.array_equal(decoded(clean), np.asarray(picture.convert("RGB")))
    with pytest.raises(ImageError) as caught:
        sanitise(data[: -filling - 1])
    assert caught.value.code is ImageCode.DAMAGED


def test_what_is_behind_a_bmp_is_not_read() -> None:
    data = encoded(gradient(), "BMP")
    assert cut_bmp(data + b"Wilhelmina").data == cut_bmp(data).data


def test_people_are_told_of_the_formats_that_pass() -> None:
    """The words for clients and the refusal name each; none is stored as what browsers lack."""
    with pytest.raises(ImageError) as caught:
        sanitise(b"text")
    names = "{formats} or {last}".format(**picture_names())
    assert names == "JPEG, PNG, WebP, HEIC, AVIF, TIFF or BMP"
    assert names in caught.value.sentence
    assert f"# a photograph, as {names}" in inspect.getsource(FileKind)
    stored = {each.stored for each in PICTURE_FORMATS.values()}
    assert stored == {"image/jpeg", "image/png", "image/webp"}
