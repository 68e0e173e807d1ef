"""Photos and screenshots: decoded, turned upright, stripped, encoded anew.

Nothing of the uploaded file survives but its pixels. Cameras write the place, the time, the owner
and a second picture into the file, editing software its history, and a file can be an image and
something else at once; writing a new file from the pixels loses all of that for certain, where
deleting known fields would lose what one knows of.
"""

from dataclasses import dataclass
from typing import Final

from scans.gate.limits import DEFAULT_LIMITS, ImageLimits
from scans.gate.photos.colour import to_srgb
from scans.gate.photos.cutting import pixel_parts
from scans.gate.photos.decoding import decoder_errors, upright
from scans.gate.photos.encoding import ContentType, encoded, shrunk
from scans.gate.photos.errors import ImageCode, ImageError
from scans.gate.photos.findings import ImageFinding
from scans.gate.photos.upright import quarter
from scans.gate.sniff import Content, identify

_FORMATS: Final[dict[Content, tuple[str, ContentType]]] = {
    Content.JPEG: ("JPEG", "image/jpeg"),
    Content.PNG: ("PNG", "image/png"),
    Content.WEBP: ("WEBP", "image/webp"),
}


@dataclass(frozen=True)
class CleanImage:
    """An image written anew. `thumbnail` is a PNG of at most 256 pixels a side."""

    data: bytes
    content_type: ContentType
    width: int
    height: int
    thumbnail: bytes
    findings: tuple[ImageFinding, ...] = ()


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
    with decoder_errors():
        parts = pixel_parts(data, content)
        sampling = parts.sampling[::-1] if quarter(parts.orientation) else parts.sampling
        lossless = parts.lossless
        decoded = upright(parts, name, limits)
        findings = decoded.findings
        shown = to_srgb(decoded.picture, decoded.claim)
        picture = shown.picture
        del decoded, parts
        picture.info = {}  # all that the encoders would take over from the picture
        return CleanImage(
            data=encoded(picture, name, sampling, exact=lossless or shown.converted),
            content_type=content_type,
            width=picture.width,
            height=picture.height,
            thumbnail=encoded(shrunk(picture), "PNG"),
            findings=(*findings, *shown.findings),
        )
