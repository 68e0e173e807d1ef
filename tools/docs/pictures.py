"""How large photographs may be to be stored whole or scaled down, of each kind: from their costs.

A small picture of each kind is encoded and its cost taken as the gate takes it; the rest follows.
"""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from scans.gate.limits import ImageLimits
    from scans.gate.photos.costs import Cost

_NONE = "-"


SCALES = (1, 2, 4, 8)
"""Divisors of width and height."""


def kept(limits: ImageLimits) -> dict[str, tuple[str, ...]]:
    """Return up to how many megapixels each kind is stored at each of `SCALES`.

    `-` is a scale that brings no more than the one before.
    """
    return {kind: _sizes(cost(), limits) for kind, cost in _kinds().items()}


def _sizes(cost: Cost, limits: ImageLimits) -> tuple[str, ...]:
    from scans.gate.amounts import megapixels

    sizes, before = [], 0
    for scale in SCALES:
        most = cost.most_pixels(limits.max_working_bytes, scale) if scale in cost.scales else 0
        most = min(most, limits.max_pixels)
        sizes.append(f"{megapixels(most):,}" if most > before else _NONE)
        before = max(before, most)
    return tuple(sizes)


def _kinds() -> dict[str, Callable[[], Cost]]:
    progressive: dict[str, Any] = {"progressive": True}
    return {
        "JPEG": partial(_cost, "RGB", "JPEG"),
        "JPEG, progressive, 4:2:0": partial(_cost, "RGB", "JPEG", **progressive, subsampling=2),
        "JPEG, progressive, 4:2:2": partial(_cost, "RGB", "JPEG", **progressive, subsampling=1),
        "JPEG, progressive, 4:4:4": partial(_cost, "RGB", "JPEG", **progressive, subsampling=0),
        "JPEG in CMYK": partial(_cost, "CMYK", "JPEG"),
        "JPEG in CMYK, progressive": partial(_cost, "CMYK", "JPEG", **progressive),
        "HEIC or AVIF in tiles, as phones make them": _tiled,
        "PNG, TIFF, BMP": partial(_cost, "RGB", "PNG"),
        "PNG, transparent": partial(_cost, "RGBA", "PNG"),
        "WebP": partial(_cost, "RGB", "WEBP"),
        "WebP, transparent": partial(_cost, "RGBA", "WEBP"),
    }


def _cost(mode: str, name: str, **options: Any) -> Cost:  # noqa: ANN401
    from PIL import Image

    from scans.gate.photos import costs
    from scans.gate.photos.cutting import pixel_parts
    from scans.gate.photos.parts_heif import HeifParts
    from scans.gate.sniff import identify

    out = io.BytesIO()
    grey = Image.linear_gradient("L").resize((64, 64))
    picture = grey.convert(mode)
    if mode == "RGBA":
        picture.putalpha(grey)
    picture.save(out, name, **options)
    parts = pixel_parts(out.getvalue(), identify(out.getvalue()))
    if isinstance(parts, HeifParts):
        raise TypeError(f"{name} is no single file of pixels")
    with Image.open(io.BytesIO(parts.data)) as opened:
        return costs.of_file(opened, parts.held)


def _tiled() -> Cost:
    from scans.gate.photos import costs
    from scans.gate.photos.parts_heif import HeifParts
    from scans.gate.photos.still_files import Still

    return costs.of_heif(HeifParts((1024, 512), (512, 512), [Still(b"hvc1", (), b"")] * 2))
