"""Photos and screenshots: decoded, turned upright, stripped, encoded anew.

Nothing of the uploaded file survives but its pixels. Cameras write the place, the time, the owner
and a second picture into the file, editing software its history, and a file can be an image and
something else at once; writing a new file from the pixels loses all of that for certain, where
deleting known fields would lose what one knows of.
"""

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from PIL import Image, ImageCms, ImageFile

from scans.gate.limits import DEFAULT_LIMITS, ImageLimits
from scans.gate.picture_parts import PixelParts, pixel_parts
from scans.gate.sniff import Content, identify

ContentType = Literal["image/jpeg", "image/png", "image/webp"]

_THUMBNAIL: Final = 256
_FORMATS: Final[dict[Content, tuple[str, ContentType]]] = {
    Content.JPEG: ("JPEG", "image/jpeg"),
    Content.PNG: ("PNG", "image/png"),
    Content.WEBP: ("WEBP", "image/webp"),
}
# The values of EXIF's orientation, and what sets them upright.
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# What a decoder raises on bytes it cannot read: Pillow documents OSError and SyntaxError, and its
# parsers let the others through on malformed headers.
_UNREADABLE: Final = (
    OSError, SyntaxError, ValueError, EOFError, struct.error, KeyError, IndexError, TypeError,
    OverflowError, ZeroDivisionError, MemoryError,
)  # fmt: skip


class ImageCode(StrEnum):
    """Stable, machine-readable reasons for refusing an image."""

    EMPTY = "image-empty"
    TOO_LARGE = "image-too-large"
    NOT_ALLOWED = "image-format-not-allowed"
    TOO_MANY_PIXELS = "image-too-many-pixels"
    TOO_SMALL = "image-too-small"
    ANIMATED = "image-animated"
    DAMAGED = "image-damaged"


class ImageError(ValueError):
    """The image is refused. Carries a stable `code` and a `sentence` to show."""

    def __init__(self, code: ImageCode, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


@dataclass(frozen=True)
class CleanImage:
    """An image written anew. `thumbnail` is a PNG of at most 256 pixels a side."""

    data: bytes
    content_type: ContentType
    width: int
    height: int
    thumbnail: bytes


def sanitise(data: bytes, limits: ImageLimits = DEFAULT_LIMITS.images) -> CleanImage:
    """Decode a JPEG, PNG or WebP and write its pixels, and nothing else, to a new file.

    The format is told by the bytes and kept. The picture is turned upright as its EXIF says,
    converted to sRGB (from CMYK and from embedded colour profiles, which are dropped), and loses
    EXIF, GPS, XMP, comments, embedded previews and any bytes after its end. JPEG and lossy WebP
    are encoded once more at quality 92 and 90; PNG stays exact to 8 bits a channel.

    Raises `ImageError`, whatever the bytes: not one of the three formats, animated, damaged, or
    beyond `limits` (pixels are counted before any is decoded).
    """
    if not data:
        raise ImageError(
            ImageCode.EMPTY, "The image file is empty: save the picture again and upload that file."
        )
    if len(data) > limits.max_bytes:
        raise ImageError(
            ImageCode.TOO_LARGE,
            f"The image has {len(data) / 2**20:,.0f} MB and at most "
            f"{limits.max_bytes / 2**20:,.0f} MB are accepted: save it smaller.",
        )
    content = identify(data)
    if content not in _FORMATS:
        raise ImageError(
            ImageCode.NOT_ALLOWED,
            "This is not a JPEG, PNG or WebP picture: save it as JPEG and upload that file.",
        )
    name, content_type = _FORMATS[content]
    with _decoder_errors():
        picture = _in_srgb(_upright(pixel_parts(data, content), name, limits))
        picture.info = {}  # all that the encoders would take over from the picture
        return CleanImage(
            data=_encoded(picture, name),
            content_type=content_type,
            width=picture.width,
            height=picture.height,
            thumbnail=_encoded(_shrunk(picture), "PNG"),
        )


@contextmanager
def _decoder_errors() -> Iterator[None]:
    """Let decoders fail in one way only. Pillow warns of oddities; they are not news to anyone."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except ImageError:
        raise
    except Image.DecompressionBombError as err:  # raised while the header is read
        raise _too_many_pixels() from err
    except _UNREADABLE as err:
        raise ImageError(
            ImageCode.DAMAGED,
            "The picture is damaged and cannot be shown whole: save it again and upload that file.",
        ) from err


def _upright(parts: PixelParts, name: str, limits: ImageLimits) -> Image.Image:
    """Checked, decoded, and turned as EXIF says; a picture without ties to the file."""
    if parts.animated:
        raise ImageError(
            ImageCode.ANIMATED,
            "The picture is animated: save a single still as JPEG and upload that file.",
        )
    with Image.open(io.BytesIO(parts.data), formats=[name]) as opened:
        _check(opened, parts.held, limits)
        opened.load()
    turn = _TURNS.get(parts.orientation)
    return opened.transpose(turn) if turn is not None else opened.copy()


def _check(opened: ImageFile.ImageFile, held: float, limits: ImageLimits) -> None:
    """Refuse by what the header says, before a pixel is decoded."""
    width, height = opened.size
    working = width * height * _working_bytes(opened, held)
    if working > limits.max_working_bytes or max(width, height) > limits.max_side:
        raise _too_many_pixels()
    if min(width, height) < limits.min_side:
        raise ImageError(
            ImageCode.TOO_SMALL,
            f"The picture has only {width} x {height} pixels: upload the original picture.",
        )


def _working_bytes(opened: ImageFile.ImageFile, held: float) -> float:
    """Most bytes a pixel, of decoding, turning and encoding; Pillow's pixels take 4 (grey less)."""
    if opened.format == "WEBP":  # measured, with libwebp 1.6: noise is the worst there is
        return 36 if opened.mode == "RGBA" else 24
    return max(8, 4 + held)


def _in_srgb(picture: Image.Image) -> Image.Image:
    """In sRGB, by the embedded profile if there is one: mode L, RGB or RGBA."""
    profile = picture.info.get("icc_profile")
    if picture.has_transparency_data and picture.mode != "RGBA":
        picture = picture.convert("RGBA")
    if isinstance(profile, bytes) and profile:
        picture = _from_profile(picture, profile)
    if picture.mode.startswith("I"):  # 16-bit greys; Pillow's own conversion clips them
        upper = picture.tobytes("raw", "I;16")[1::2]
        picture = Image.frombytes("L", picture.size, upper)
    return picture if picture.mode in ("L", "RGB", "RGBA") else picture.convert("RGB")


def _from_profile(picture: Image.Image, profile: bytes) -> Image.Image:
    """To sRGB by the embedded profile; unchanged where the profile is broken or does not fit."""
    if picture.mode not in ("RGB", "RGBA", "CMYK"):
        return picture
    same = picture.mode != "CMYK"  # then in place: one copy of the pixels less
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        mode = None if same else "RGB"
        turned = ImageCms.profileToProfile(picture, source, srgb, outputMode=mode, inPlace=same)
    except (ImageCms.PyCMSError, *_UNREADABLE):
        return picture
    return picture if turned is None else turned


def _shrunk(picture: Image.Image) -> Image.Image:
    part = min(1.0, _THUMBNAIL / max(picture.size))
    size = (max(1, round(picture.width * part)), max(1, round(picture.height * part)))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _encoded(picture: Image.Image, name: str) -> bytes:
    out = io.BytesIO()
    if name == "JPEG":
        opaque = picture.convert("RGB") if picture.mode == "RGBA" else picture
        opaque.save(out, "JPEG", quality=92, optimize=True)
    elif name == "WEBP":
        picture.save(out, "WEBP", quality=90, method=2)
    else:
        picture.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _too_many_pixels() -> ImageError:
    return ImageError(
        ImageCode.TOO_MANY_PIXELS,
        "The picture has more pixels than are accepted: save it smaller, 2,000 pixels wide.",
    )
