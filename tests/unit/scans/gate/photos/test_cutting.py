"""Cutting a picture's file down to its pixels."""

import io
import struct
from typing import Any

import pytest
from PIL import Image

from scans.gate.photos.cutting import pixel_parts
from scans.gate.photos.upright import orientation
from scans.gate.sniff import Content


def encoded(picture: Image.Image, name: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, name, **options)
    return out.getvalue()


def decoded(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def gradient() -> Image.Image:
    return Image.linear_gradient("L").resize((80, 64)).convert("RGB")


@pytest.mark.parametrize("order", ["<", ">"])
def test_orientation_is_read_in_both_byte_orders(order: str) -> None:
    start = {"<": b"II", ">": b"MM"}[order]
    exif = start + struct.pack(f"{order}HIHHHIHH", 42, 8, 1, 0x0112, 3, 1, 8, 0)
    assert orientation(exif) == 8
    assert orientation(exif[:-3]) == 1
    assert orientation(exif[:18] + struct.pack(f"{order}HH", 9, 0)) == 1
    assert orientation(exif[:12] + struct.pack(f"{order}H", 4) + exif[14:]) == 1
    assert orientation(b"XX" + exif[2:]) == 1
    assert (
        orientation(exif.replace(b"\x12\x01", b"\x13\x01").replace(b"\x01\x12", b"\x01\x13")) == 1
    )


def test_jpeg_has_one_frame() -> None:
    """With two, Pillow would believe the last one's size and its decoder the first one's."""
    data = encoded(gradient(), "JPEG")
    frame = b"\xff\xc0\x00\x0b\x08\x00\x20\x00\x20\x01\x01\x11\x00"
    with pytest.raises(ValueError, match="2 frames"):
        pixel_parts(data[:2] + frame + data[2:], Content.JPEG)


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP"])
def test_decoders_see_pixels_alone(name: str) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Wilhelmina"
    data = encoded(gradient(), name, exif=exif) + b"Wilhelmina"
    parts = pixel_parts(data, Content(name.lower()))
    assert b"Wilhelmina" in data[:-10]
    assert b"Wilhelmina" not in parts.data
    assert decoded(parts.data).tobytes() == decoded(data).tobytes()
    assert pixel_parts(parts.data, Content(name.lower())).data == parts.data


@pytest.mark.parametrize(
    ("frame", "colours_at_first", "held"), [(b"\xc0", 3, 0), (b"\xc0", 1, 3), (b"\xc2", 3, 3)]
)
def test_a_decoder_holds_what_comes_in_passes(
    frame: bytes, colours_at_first: int, held: float
) -> None:
    """Two bytes for each colour a pixel, at 4:2:0 a quarter of them for two of three."""
    data = encoded(gradient(), "JPEG").replace(b"\xff\xc0", b"\xff" + frame)
    scan = data.index(b"\xff\xda") + 4
    data = data[:scan] + bytes([colours_at_first]) + data[scan + 1 :]
    assert pixel_parts(data, Content.JPEG).held == held


def test_scans_add_up() -> None:
    progressive = encoded(gradient(), "JPEG", progressive=True, subsampling=0)
    assert pixel_parts(progressive, Content.JPEG).held == 6
    halved = encoded(gradient(), "JPEG", progressive=True, subsampling="4:2:2")
    assert pixel_parts(halved, Content.JPEG).held == 4
    grey = encoded(gradient().convert("L"), "JPEG", progressive=True)
    assert pixel_parts(grey, Content.JPEG).held == 2
