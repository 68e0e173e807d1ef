"""Photos and screenshots: decoded, turned upright, stripped, encoded anew.

Nothing of the uploaded file survives but its pixels. Cameras write the place, the time, the owner
and a second picture into the file, editing software its history, and a file can be an image and
something else at once; writing a new file from the pixels loses all of that for certain, where
deleting known fields would lose what one knows of.
"""

from dataclasses import dataclass
from typing import Final

from scans.gate.amounts import beyond_bytes
from scans.gate.formats import PICTURE_FORMATS, Stored, picture_names
from scans.gate.limits import DEFAULT_LIMITS, ImageLimits
from scans.gate.photos.colour import to_srgb
from scans.gate.photos.cutting import pixel_parts
from scans.gate.photos.decoding import decoder_errors, upright
from scans.gate.photos.encoding import encoded, shrunk
from scans.gate.photos.errors import ImageCode, ImageError
from scans.gate.photos.findings import ImageFinding
from scans.gate.sniff import Content, identify

_FORMATS: Final = {Content(name): each.stored for name, each in PICTURE_FORMATS.items()}


@dataclass(frozen=True)
class CleanImage:
    """An image written anew. `thumbnail` is a PNG of at most 256 pixels a side.

    `original_width` and `original_height` are those of the uploaded picture once it is upright:
    larger than the stored ones where it was scaled down.
    """

    data: bytes
    content_type: Stored
    width: int
    height: int
    original_width: int
    original_height: int
    thumbnail: bytes
    findings: tuple[ImageFinding, ...] = ()


def sanitise(data: bytes, limits: ImageLimits = DEFAULT_LIMITS.images) -> CleanImage:
    """Decode a picture and write its pixels, and nothing else, to a new file.

    The format is told by the bytes; as what each is stored stands in `formats`. The picture is
    turned upright as the file says, converted to sRGB (from CMYK and from embedded colour profiles,
    which are dropped), and loses EXIF, GPS, XMP, comments, embedded previews, depth and gain maps,
    further pictures and any bytes after its end. JPEG and WebP are encoded at quality 92 and 90;
    what is stored as PNG stays exact to 8 bits a channel. A JPEG, or a HEIC or AVIF in tiles, that
    is too large to be worked on whole is scaled down: a HEIC or AVIF to half its width and height,
    a JPEG to a half, a quarter or an eighth, whatever fits (`costs`). Most are halved beyond 25
    megapixels; a progressive JPEG is held until its last pass, so that one of 4:4:4 is halved
    beyond 17.5 and one of 4:2:0 quartered beyond 43.7.

    Raises `ImageError`, whatever the bytes: of no format that is accepted, animated, damaged, coded
    in a way that is not read, or beyond `limits` (pixels are counted before any is decoded).
    """
    if not data:
        raise ImageError(ImageCode.EMPTY)
    if len(data) > limits.max_bytes:
        raise ImageError(ImageCode.TOO_LARGE, "", **beyond_bytes(len(data), limits.max_bytes))
    content = identify(data)
    if content not in _FORMATS:
        raise ImageError(ImageCode.NOT_ALLOWED, "", **picture_names())
    stored = _FORMATS[content]
    with decoder_errors(limits):
        decoded = upright(pixel_parts(data, content), limits)
        original, sampling, findings = decoded.original, decoded.sampling, decoded.findings
        lossless = decoded.lossless
        shown = to_srgb(decoded.picture, decoded.claim)
        picture = shown.picture
        del decoded
        picture.info = {}  # all that the encoders would take over from the picture
        return CleanImage(
            data=encoded(picture, stored, sampling, exact=lossless or shown.converted),
            content_type=stored,
            width=picture.width,
            height=picture.height,
            original_width=original[0],
            original_height=original[1],
            thumbnail=encoded(shrunk(picture), "image/png"),
            findings=(*findings, *shown.findings),
        )
