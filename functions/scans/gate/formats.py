"""The formats of photographs that are accepted, and as what each is stored: the one declaration."""

from dataclasses import dataclass
from typing import Final, Literal

Stored = Literal["image/jpeg", "image/png", "image/webp"]


@dataclass(frozen=True)
class PictureFormat:
    """One format. `name` is what people call it, `types` what clients may declare it as."""

    name: str
    types: tuple[str, ...]
    stored: Stored


PICTURE_FORMATS: Final[dict[str, PictureFormat]] = {
    "jpeg": PictureFormat("JPEG", ("image/jpeg",), "image/jpeg"),
    "png": PictureFormat("PNG", ("image/png",), "image/png"),
    "webp": PictureFormat("WebP", ("image/webp",), "image/webp"),
    "heic": PictureFormat("HEIC", ("image/heic", "image/heif"), "image/jpeg"),
    "avif": PictureFormat("AVIF", ("image/avif",), "image/jpeg"),
    "tiff": PictureFormat("TIFF", ("image/tiff",), "image/png"),
    "bmp": PictureFormat("BMP", ("image/bmp",), "image/png"),
}
"""By the name that `scans.gate.sniff.Content` has for what the bytes are.

What browsers show is kept as it is. HEIC and AVIF, which come from cameras and are lossy, become
JPEG; TIFF and BMP, which are exact, PNG.
"""

PICTURE_TYPES: Final = [name for each in PICTURE_FORMATS.values() for name in each.types]
"""Content types that clients may declare for a photograph."""


def picture_names() -> dict[str, str]:
    """Return the names as a sentence lists them: `JPEG, PNG` and, behind its `or`, `WebP`."""
    *names, last = (each.name for each in PICTURE_FORMATS.values())
    return {"formats": ", ".join(names), "last": last}
