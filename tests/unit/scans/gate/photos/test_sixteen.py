"""Pictures of 16 bits a channel: what a sensor saw is still to be seen in 8."""

import io
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from scans.gate.photos import ImageCode, ImageError, ImageNotice, sanitise
from tests.hostile import tiff_files
from tests.hostile.builders import GREY, GREY_ALPHA, RGB, RGBA, chunk, encoded, png
from tests.hostile.claims import chrm, gama, iccp
from tests.support import icc_profiles

SCREEN = (0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)
"""White, red, green and blue of sRGB (IEC 61966-2-1)."""
CHANNELS = {GREY: 1, RGB: 3, GREY_ALPHA: 2, RGBA: 4}
COLOURS = {GREY: 1, RGB: 3, GREY_ALPHA: 1, RGBA: 3}


def deep_png(pixels: NDArray[Any], colour: int = GREY, before: bytes = b"") -> bytes:
    """A PNG of 16 bits whose rows are not filtered."""
    rows = np.insert(pixels.astype(">u2").reshape(len(pixels), -1).view(np.uint8), 0, 0, axis=1)
    size = (pixels.shape[1], pixels.shape[0])
    return png(size, rows.tobytes(), colour=colour, bits=16, before=before)


def clean(data: bytes) -> tuple[NDArray[np.uint8], list[ImageNotice]]:
    """The stored pixels, and what is said of them."""
    image = sanitise(data)
    with Image.open(io.BytesIO(image.data)) as picture:
        return np.asarray(picture), [found.code for found in image.findings]


def ramp(bits: int, channels: int = 1) -> NDArray[np.uint16]:
    """All numbers of so many bits in 64 rows; a colour's channels run against each other."""
    up = np.arange(1 << bits, dtype=np.uint16).reshape(64, -1)
    return np.stack([up if at % 2 == 0 else up[::-1, ::-1] for at in range(channels)], axis=-1)


@pytest.mark.parametrize("bits", [10, 12, 14])
@pytest.mark.parametrize("colour", CHANNELS)
def test_the_bits_of_a_sensor_fill_the_range(bits: int, colour: int) -> None:
    """As an x-ray of 12 bits: taking the upper byte would leave 16 of its greys."""
    pixels = ramp(bits, CHANNELS[colour])
    shown, said = clean(deep_png(pixels, colour))
    expected = np.floor(pixels / (2**bits - 1) * 255 + 0.5)
    if colour == GREY_ALPHA:
        expected = expected[:, :, [0, 0, 0, 1]]
    assert np.abs(shown.reshape(64, -1) - expected.reshape(64, -1)).max() <= 1
    assert len(np.unique(shown)) == 256
    assert said == [ImageNotice.STRETCHED]


@pytest.mark.parametrize(
    ("largest", "said_bits", "claim", "white"),
    [
        (4095, None, b"", 255),  # the numbers tell
        (4095, 12, b"", 255),  # the file tells
        (2000, 12, b"", 125),  # a dark picture of 12 bits
        (2000, None, b"", 125),  # which the numbers tell as well: no sensor has 11
        (65535, 12, b"", 255),  # told, and scaled up as it should be
        (16384, None, b"", 64),  # no sensor: taken as it is
        (16383, None, b"", 255),
        (4095, None, chunk(b"sRGB", b"\0"), 255),  # a habit of programs: no x-ray is so dark
        (4095, None, gama(0.45455), 255),
        (4095, None, chrm(*SCREEN), 255),
        (4095, None, iccp(icc_profiles.grey(2.2)), 7),  # said to be greys of this brightness
        (4095, 12, chunk(b"sRGB", b"\0"), 255),
        (4095, 16, b"", 16),
        (0, 12, b"", 0),
    ],
)
def test_what_is_white(largest: int, said_bits: int | None, claim: bytes, white: int) -> None:
    pixels = np.resize(np.linspace(0, largest, 1024).astype(np.uint16), (32, 32))[:, :, np.newaxis]
    told = b"" if said_bits is None else chunk(b"sBIT", bytes((said_bits,)))
    shown, said = clean(deep_png(pixels, before=claim + told))
    assert shown.max() == white
    stretched = shown.max() > round(largest / 257) + 1
    assert said == ([ImageNotice.STRETCHED] if stretched else [])


@pytest.mark.parametrize("colour", [GREY, RGB])
def test_one_colour_of_16_bits_is_transparent(colour: int) -> None:
    """Only it: not what differs in the lower byte, and not the whole picture."""
    pixels = np.full((32, 32, COLOURS[colour]), 40_000)
    pixels[:16] += 1
    pixels[0, 0] = 65_535
    hidden = chunk(b"tRNS", struct.pack(">H", 40_000) * COLOURS[colour])
    shown, said = clean(deep_png(pixels, colour, hidden))
    assert said == []
    assert shown.shape == (32, 32, 4)
    assert (shown[:16, :, 3] == 255).all()
    assert (shown[16:, :, 3] == 0).all()
    assert set(np.unique(shown[:, :, :3])) == {156, 255}


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
def test_one_grey_of_few_bits_is_transparent(bits: int) -> None:
    most = 2**bits - 1
    greys = np.resize(np.arange(2**bits), (32, 32)) & most
    packed = np.packbits(
        np.unpackbits(greys.astype(np.uint8)[:, :, np.newaxis], axis=2)[..., -bits:]
    )
    rows = np.insert(packed.reshape(32, -1), 0, 0, axis=1).tobytes()
    hidden = chunk(b"tRNS", struct.pack(">H", most // 2))
    shown, _ = clean(png((32, 32), rows, colour=GREY, bits=bits, before=hidden))
    assert np.array_equal(shown[:, :, 3] == 0, greys == most // 2)
    assert np.array_equal(shown[:, :, 0], greys * 255 // most)


def test_the_last_strip_is_read_too() -> None:
    """Rows come in strips; more than one of them, the last one shorter."""
    pixels = np.zeros((700, 1000, 1), np.uint16)
    pixels[-1] = 65_535
    pixels[350] = 30_000
    shown, said = clean(deep_png(pixels))
    assert (shown[-1] == 255).all()
    assert (shown[350] == 117).all()
    assert shown[:350].max() == shown[351:-1].max() == 0
    assert said == []


@pytest.mark.parametrize("packed", [None, "tiff_lzw", "tiff_deflate"])
def test_a_tiff_of_12_bits_fills_the_range(packed: str | None) -> None:
    x_ray = Image.fromarray(ramp(12)[:, :, 0])
    shown, said = clean(encoded(x_ray, "TIFF", compression=packed))
    assert np.abs(shown - ramp(12)[:, :, 0] / 4095 * 255).max() <= 1
    assert said == [ImageNotice.STRETCHED]


@pytest.mark.parametrize(("told", "white"), [(b"", 255), (chunk(b"sRGB", b"\0"), 16)])
def test_colours_that_say_what_they_mean_are_not_stretched(told: bytes, white: int) -> None:
    """A camera's file that says sRGB is dark where its numbers are small; greys are x-rays."""
    shown, said = clean(deep_png(ramp(12, 3), RGB, told))
    assert shown.max() == white
    assert said == ([] if told else [ImageNotice.STRETCHED])


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("packed", [1, 8])
@pytest.mark.parametrize("bits", [12, 16])
def test_colours_of_a_tiff_fill_the_range(bits: int, packed: int, order: str) -> None:
    """Both bytes of each number are read, in either order, plain or deflated."""
    pixels = ramp(bits, 3)
    body = pixels.astype(f"{order}u2").tobytes()
    size = (pixels.shape[1], pixels.shape[0])
    data = tiff_files.page(
        size,
        zlib.compress(body) if packed == 8 else body,
        bits=(16,) * 3,
        order=order,
        packed=packed,
    )
    shown, said = clean(data)
    assert np.abs(shown - pixels / (2**bits - 1) * 255).max() <= 1
    assert said == ([ImageNotice.STRETCHED] if bits < 16 else [])


@pytest.mark.parametrize("samples", [1, 2, 3, 4])
def test_what_of_16_bits_is_not_read_in_a_tiff(samples: int) -> None:
    data = tiff_files.page((40, 30), bytes(2 * samples * 1200), bits=(16,) * samples)
    if samples in (1, 3):
        assert sanitise(data).width == 40
        return
    with pytest.raises(ImageError, match="16 bits") as caught:
        sanitise(data)
    assert caught.value.code is ImageCode.NOT_SUPPORTED
