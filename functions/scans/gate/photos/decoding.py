"""From the pixel parts of a file to a picture, within limits that are checked before decoding."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageFile

from scans.gate.limits import ImageLimits
from scans.gate.photos.colour_claims import ColourClaim
from scans.gate.photos.completeness import check_complete
from scans.gate.photos.errors import UNREADABLE, ImageCode, ImageError, too_many_pixels
from scans.gate.photos.findings import ImageFinding
from scans.gate.photos.parts import PixelParts
from scans.gate.photos.sixteen import eight_bits, is_sixteen
from scans.gate.photos.upright import turned


@contextmanager
def decoder_errors() -> Iterator[None]:
    """Let decoders fail in one way only. Pillow warns of oddities; they are not news to anyone."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except ImageError:
        raise
    except Image.DecompressionBombError as err:  # raised while the header is read
        raise too_many_pixels() from err
    except UNREADABLE as err:
        raise ImageError(
            ImageCode.DAMAGED,
            "The picture is damaged and cannot be shown whole: save it again and upload that file.",
        ) from err


@dataclass(frozen=True)
class Decoded:
    """A picture that stands upright, what its numbers mean as colour, and what is to be said."""

    picture: Image.Image
    claim: ColourClaim
    findings: tuple[ImageFinding, ...]


def upright(parts: PixelParts, name: str, limits: ImageLimits) -> Decoded:
    """Checked, decoded, and turned as EXIF says; a picture without ties to the file."""
    if parts.animated:
        raise ImageError(
            ImageCode.ANIMATED,
            "The picture is animated: save a single still as JPEG and upload that file.",
        )
    with Image.open(io.BytesIO(parts.data), formats=[name]) as opened:
        _check(opened, parts.held, limits)
        findings = check_complete(parts, name)
        claim = claimed(opened, parts.claim)
        if is_sixteen(opened):
            picture, claim, said = eight_bits(
                opened, parts.data, claim, parts.significant, parts.transparent
            )
            findings += said
        else:
            opened.load()
            picture = opened
    return Decoded(turned(picture, parts.orientation), claim, tuple(findings))


def claimed(opened: Image.Image, claim: ColourClaim) -> ColourClaim:
    """Return what an opened picture's ICC profile claims, or else what its file does."""
    profile = opened.info.get("icc_profile")
    return ColourClaim(profile=profile) if isinstance(profile, bytes) and profile else claim


def _check(opened: ImageFile.ImageFile, held: float, limits: ImageLimits) -> None:
    """Refuse by what the header says, before a pixel is decoded."""
    width, height = opened.size
    working = width * height * _working_bytes(opened, held)
    if working > limits.max_working_bytes or max(width, height) > limits.max_side:
        raise too_many_pixels()
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
