"""What a picture's numbers mean as colour: all of it is turned into sRGB here, and nowhere else.

The clean picture carries no profile, so whatever shows it takes its numbers for sRGB. LittleCMS
converts, relative to white (a shade beside the white of its own picture is what a lab compares);
what sRGB has no number for is cut off at its edge.
"""

import io
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from scans.gate.photos.colour_claims import SRGB, ColourClaim
from scans.gate.photos.errors import UNREADABLE
from scans.gate.photos.findings import ImageFinding, ImageNotice
from scans.gate.photos.icc import matrix_profile

_STEPS: Final = np.arange(256) / 255
_UNUSABLE: Final = ImageFinding(
    ImageNotice.PROFILE_UNUSABLE,
    "The picture's colour profile is broken or of another kind of picture, so its colours were "
    "taken as they are; compare no shade by it.",
)
_PRINT: Final = ImageFinding(
    ImageNotice.WITHOUT_PROFILE,
    "The picture has the colours of a print without saying of which, so they were converted by "
    "rule of thumb; compare no shade by it.",
)


def to_srgb(
    picture: Image.Image, claim: ColourClaim
) -> tuple[Image.Image, tuple[ImageFinding, ...]]:
    """Return the picture in sRGB (mode L, RGB or RGBA), and what is to be said of its colours.

    The picture has 8 bits a channel; one in RGB or RGBA is converted in place. A claim that does
    not fit, or cannot be read, leaves the numbers as they are.
    """
    if picture.has_transparency_data and picture.mode != "RGBA":
        picture = picture.convert("RGBA")
    elif picture.mode not in ("L", "RGB", "RGBA", "CMYK"):
        picture = picture.convert("RGB")
    if claim.narrow:
        picture = _widened(picture)
    findings: tuple[ImageFinding, ...] = ()
    if not claim.is_srgb:
        try:
            picture = _converted(picture, claim)
        except (ImageCms.PyCMSError, *UNREADABLE):
            findings = (_UNUSABLE,)
    if picture.mode == "CMYK":
        picture, findings = picture.convert("RGB"), findings or (_PRINT,)
    return picture, findings


def in_srgb_curve(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the numbers of sRGB, 0 to 1, for light from 0 to 1."""
    clipped = light.clip(0, 1)
    bent = 1.055 * clipped ** (1 / 2.4) - 0.055
    return np.where(clipped <= 0.0031308, 12.92 * clipped, bent)


def _converted(picture: Image.Image, claim: ColourClaim) -> Image.Image:
    if picture.mode == "L":
        return picture.point(_grey_numbers(claim, _STEPS).tolist())
    transform = _transform(claim, picture.mode)
    if picture.mode == "CMYK":
        return ImageCms.applyTransform(picture, transform) or picture
    ImageCms.applyTransform(picture, transform, inPlace=True)
    return picture


def grey_numbers(
    claim: ColourClaim, greys: NDArray[np.float64]
) -> tuple[NDArray[np.uint8], tuple[ImageFinding, ...]]:
    """Return the sRGB numbers, 0 to 255, for a multiple of 256 greys from 0 to 1, and what to say.

    By a profile for grey pictures, or by what one for colours says of its own greys.
    """
    try:
        return _grey_numbers(claim, greys), ()
    except (ImageCms.PyCMSError, *UNREADABLE):
        return np.rint(greys * 255).astype(np.uint8), (_UNUSABLE,)


def _grey_numbers(claim: ColourClaim, greys: NDArray[np.float64]) -> NDArray[np.uint8]:
    if not claim.profile:
        numbers: NDArray[np.uint8] = np.rint(in_srgb_curve(claim.curve.light(greys)) * 255)
        return numbers.astype(np.uint8)
    deep = np.rint(greys * 65535).astype(np.uint16).reshape(-1, 256)
    ramp = Image.fromarray(deep)
    try:
        shown = ImageCms.applyTransform(ramp, _transform(claim, "I;16"))
    except ImageCms.PyCMSError:
        flat = Image.fromarray((deep >> 8).astype(np.uint8)).convert("RGB")
        shown = ImageCms.applyTransform(flat, _transform(claim, "RGB"))
    return np.asarray(shown)[:, :, 1].reshape(-1)


def _transform(claim: ColourClaim, mode: str) -> ImageCms.ImageCmsTransform:
    data = claim.profile or matrix_profile(claim.primaries, claim.curve)
    return ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(data)),
        ImageCms.createProfile("sRGB"),
        mode,
        mode if mode == "RGBA" else "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )


def _widened(picture: Image.Image) -> Image.Image:
    """From the numbers of video, 16 to 235, to 0 to 255; transparency has no such range."""
    numbers = np.rint(((np.arange(256) - 16) / 219 * 255).clip(0, 255)).astype(int).tolist()
    channels = 3 if picture.mode in ("RGB", "RGBA") else len(picture.getbands())
    same = list(range(256)) * (len(picture.getbands()) - channels)
    return picture.point(numbers * channels + same)


def without_curve(claim: ColourClaim) -> ColourClaim:
    """Return what is left to convert once the numbers have sRGB's curve."""
    return replace(claim, curve=SRGB, narrow=False)
