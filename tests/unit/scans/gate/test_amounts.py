"""What is too large reads as more than what is accepted, however little it is."""

import io
from typing import Any

import pytest
from PIL import Image

from scans.gate import stl
from scans.gate.formats import PICTURE_FORMATS
from scans.gate.limits import ImageLimits, StlLimits
from scans.gate.photos import ImageCode, ImageError, sanitise
from scans.gate.sniff import Content, identify
from scans.gate.stl import StlCode
from tests.hostile.builders import encoded, gradient, png

MIB = 2**20


def refusal(data: bytes, limits: ImageLimits) -> str:
    with pytest.raises(ImageError) as caught:
        sanitise(data, limits)
    return caught.value.sentence


@pytest.mark.parametrize(
    ("more", "most", "said"),
    [
        (25 * MIB + 1, 25 * MIB, "has 25.1 MB and at most 25 MB are"),
        (25 * MIB + 1024, 25 * MIB, "has 25.1 MB and at most 25 MB are"),
        (26 * MIB, 25 * MIB, "has 26 MB and at most 25 MB are"),
        (1_100_000, 1_099_999, "has 1.1 MB and at most 1 MB are"),
    ],
)
def test_bytes(more: int, most: int, said: str) -> None:
    assert said in refusal(bytes(more), ImageLimits(max_bytes=most))
    (found,) = stl.examine(bytes(more), StlLimits(max_bytes=most)).findings
    assert found.code is StlCode.TOO_LARGE
    assert said in found.sentence


def test_pixels() -> None:
    """10,000 pixels more than accepted are a hundredth of a megapixel."""
    data = encoded(Image.new("L", (1010, 1000)), "PNG")
    assert "has 1.1 megapixels and at most 1 are" in refusal(data, ImageLimits(max_pixels=10**6))
    # seven bytes a pixel: see the costs of a grey picture
    working = ImageLimits(max_working_bytes=7 * 1_000_000)
    assert "has 1.1 megapixels and at most 1 are" in refusal(data, working)
    assert sanitise(data, ImageLimits(max_working_bytes=7 * 1_010_000))
    bomb = png((60_000, 60_000), b"")
    assert "more than the 50.5 megapixels that" in refusal(bomb, ImageLimits())
    said = refusal(data, ImageLimits(max_side=1_009))
    assert "1,010 pixels wide or high and at most 1,009 are" in said


def saved(name: str) -> bytes:
    return encoded(gradient(), {"heic": "HEIF"}.get(name, name.upper()))


@pytest.mark.parametrize("name", [*PICTURE_FORMATS, "gif"])
def test_each_picture_is_told_from_a_scan(name: str) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    data = saved(name)
    assert identify(data) is (Content.OTHER_IMAGE if name == "gif" else Content(name))
    with pytest.raises(stl.StlError) as caught:
        stl.parse(data)
    assert caught.value.code is StlCode.IS_IMAGE


@pytest.mark.parametrize("packed", ["group3", "group4", "tiff_ccitt"])
def test_scanned_documents_are_told_by_their_coding(packed: str) -> None:
    picture = gradient().convert("1")
    with pytest.raises(ImageError) as caught:
        sanitise(tiff(picture, packed))
    assert caught.value.code is ImageCode.NOT_SUPPORTED
    assert "document scanners" in caught.value.sentence
    assert sanitise(tiff(picture, "packbits"))


def tiff(picture: Any, packed: str) -> bytes:
    out = io.BytesIO()
    picture.save(out, "TIFF", compression=packed)
    return out.getvalue()
