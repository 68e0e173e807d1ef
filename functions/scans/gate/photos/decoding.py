"""From the pixel parts of a file to a picture, within limits that are checked before decoding."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PIL import Image

from scans.gate.limits import ImageLimits
from scans.gate.photos import costs
from scans.gate.photos.colour_claims import ColourClaim
from scans.gate.photos.completeness import check_complete
from scans.gate.photos.costs import Cost
from scans.gate.photos.errors import UNREADABLE, ImageCode, ImageError, too_long, too_many_pixels
from scans.gate.photos.findings import ImageFinding
from scans.gate.photos.parts import PixelParts
from scans.gate.photos.parts_heif import HeifParts
from scans.gate.photos.sixteen import eight_bits, is_sixteen
from scans.gate.photos.tiles import assembled
from scans.gate.photos.upright import quarter, turned


@contextmanager
def decoder_errors(limits: ImageLimits) -> Iterator[None]:
    """Let decoders fail in one way only. Pillow warns of oddities; they are not news to anyone."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except ImageError:
        raise
    except Image.DecompressionBombError as err:  # raised while the header is read
        raise too_many_pixels(limits.max_pixels) from err
    except UNREADABLE as err:
        raise ImageError(ImageCode.DAMAGED) from err


@dataclass(frozen=True)
class Decoded:
    """A picture, and what is to be known of it to write it anew.

    `original` are the width and height that it had in its file, `claim` is what its numbers mean as
    colour, `findings` are what is to be said. `sampling` and `lossless` are those of `PixelParts`.
    All of it is meant upright.
    """

    picture: Image.Image
    original: tuple[int, int]
    claim: ColourClaim
    findings: tuple[ImageFinding, ...] = ()
    sampling: tuple[int, int] = (2, 2)
    lossless: bool = False


def upright(parts: PixelParts | HeifParts, limits: ImageLimits) -> Decoded:
    """Checked, decoded at a scale that fits, and turned; a picture without ties to the file."""
    if parts.animated:
        raise ImageError(ImageCode.ANIMATED)
    orientation = parts.orientation
    loaded = _tiled(parts, limits) if isinstance(parts, HeifParts) else _loaded(parts, limits)
    del parts  # the file's bytes, before there are two pictures
    picture = turned(loaded.picture, orientation)
    if not quarter(orientation):
        return replace(loaded, picture=picture)
    return replace(
        loaded, picture=picture, original=loaded.original[::-1], sampling=loaded.sampling[::-1]
    )


def _tiled(parts: HeifParts, limits: ImageLimits) -> Decoded:
    picture = assembled(parts, _checked(parts.size, costs.of_heif(parts), limits))
    return Decoded(picture, parts.size, _claimed(parts.icc, parts.claim))


def _loaded(parts: PixelParts, limits: ImageLimits) -> Decoded:
    with (
        io.BytesIO(parts.data) as file,  # closed, for a picture may keep it
        Image.open(file, formats=[parts.format]) as opened,
    ):
        size = opened.size
        scale = _checked(size, costs.of_file(opened, parts.held), limits)
        findings = check_complete(parts)
        claim = _claimed(parts.icc or opened.info.get("icc_profile"), parts.claim)
        picture: Image.Image = opened
        if is_sixteen(opened):
            picture, claim, said = eight_bits(
                opened, parts.data, claim, parts.significant, parts.transparent
            )
            findings += said
        else:
            if scale > 1:
                opened.draft(None, (size[0] // scale, size[1] // scale))
            opened.load()
    return Decoded(picture, size, claim, tuple(findings), parts.sampling, parts.lossless)


def _claimed(profile: object, claim: ColourClaim) -> ColourClaim:
    """An ICC profile, where there is one, or else what the rest of the file says."""
    return ColourClaim(profile=profile) if isinstance(profile, bytes) and profile else claim


def _checked(size: tuple[int, int], cost: Cost, limits: ImageLimits) -> int:
    """Refuse by what the header says, before a pixel is decoded; return the scale that fits."""
    width, height = size
    if width * height > limits.max_pixels:
        raise too_many_pixels(limits.max_pixels, width * height)
    if min(size) < limits.min_side:
        raise ImageError(ImageCode.TOO_SMALL, width=width, height=height)
    if max(size) > limits.max_side:
        raise too_long(max(size), limits.max_side)
    for scale in cost.scales:
        if cost.bytes_at(width * height, scale) <= limits.max_working_bytes:
            return scale
    raise too_many_pixels(cost.most_pixels(limits.max_working_bytes), width * height)
