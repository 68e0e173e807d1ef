"""What a picture's numbers mean as colour: all of it is turned into sRGB here, and nowhere else.

The clean picture carries no profile, so whatever shows it takes its numbers for sRGB. LittleCMS
converts, relative to white (a shade beside the white of its own picture is what a lab compares);
what sRGB has no number for is cut off at its edge.
"""

import io
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from scans.gate.photos.colour_claims import BT709, ColourClaim
from scans.gate.photos.errors import UNREADABLE
from scans.gate.photos.findings import ImageFinding, ImageNotice, notice
from scans.gate.photos.icc import adapted, matrix_profile

_STEPS: Final = np.arange(256) / 255
_CUBE: Final = (np.indices((9, 9, 9)).reshape(3, 27, 27).transpose(1, 2, 0) * 255 // 8).astype(
    np.uint8
)
"""Nine steps of each of three channels: the picture by which a profile shows that it is sRGB's."""
_UNUSABLE: Final = notice(ImageNotice.PROFILE_UNUSABLE)
_PRINT: Final = notice(ImageNotice.WITHOUT_PROFILE)


@dataclass(frozen=True)
class InSrgb:
    """A picture in sRGB (mode L, RGB or RGBA); whether its numbers were changed; what to say."""

    picture: Image.Image
    converted: bool
    findings: tuple[ImageFinding, ...] = ()


def to_srgb(picture: Image.Image, claim: ColourClaim) -> InSrgb:
    """Turn the numbers of a picture, 8 bits a channel, into those of sRGB.

    A picture in RGB or RGBA is converted in place. A claim that does not fit, or cannot be read,
    leaves the numbers as they are, and so does a profile of sRGB itself.
    """
    grey = picture.mode in ("1", "L", "LA")
    if picture.has_transparency_data and picture.mode != "RGBA":
        picture = picture.convert("RGBA")
    elif picture.mode not in ("L", "RGB", "RGBA", "CMYK"):
        picture = picture.convert("L" if grey else "RGB")
    if grey and claim.given:
        numbers, findings = grey_numbers(claim, _STEPS)
        shown = picture.point(_for_each_channel(numbers.tolist(), picture))
        return InSrgb(shown, not findings, findings)
    if not claim.is_srgb:
        try:
            return _converted(picture, claim)
        except (ImageCms.PyCMSError, *UNREADABLE):
            return InSrgb(_without_print(picture), converted=False, findings=(_UNUSABLE,))
    findings = (_PRINT,) if picture.mode == "CMYK" else ()
    return InSrgb(_without_print(picture), converted=False, findings=findings)


def _without_print(picture: Image.Image) -> Image.Image:
    return picture.convert("RGB") if picture.mode == "CMYK" else picture


def in_srgb_curve(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the numbers of sRGB, 0 to 1, for light from 0 to 1."""
    clipped = light.clip(0, 1)
    bent = 1.055 * clipped ** (1 / 2.4) - 0.055
    numbers: NDArray[np.float64] = np.where(clipped <= 0.0031308, 12.92 * clipped, bent)
    return numbers


def light_to_srgb(claim: ColourClaim) -> NDArray[np.float64]:
    """Return the matrix from light in the claim's primaries to light in those of sRGB.

    Raises ValueError for primaries that span no colours.
    """
    return np.asarray(np.linalg.solve(adapted(BT709), adapted(claim.primaries)))


def _converted(picture: Image.Image, claim: ColourClaim) -> InSrgb:
    if picture.mode == "CMYK":
        shown = ImageCms.applyTransform(picture, _transform(claim, "CMYK"))
        return InSrgb(shown or picture, converted=True)
    cube = Image.fromarray(_CUBE)
    shown = ImageCms.applyTransform(cube, _transform(claim, "RGB"))
    if np.abs(np.asarray(shown).astype(int) - _CUBE).max() <= 1:
        return InSrgb(picture, converted=False)
    ImageCms.applyTransform(picture, _transform(claim, picture.mode), inPlace=True)
    return InSrgb(picture, converted=True)


def _for_each_channel(numbers: list[int], picture: Image.Image) -> list[int]:
    """What `point` takes: transparency stays."""
    return numbers if picture.mode == "L" else numbers * 3 + list(range(256))


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
