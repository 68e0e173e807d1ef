"""Why a photo is refused: stable codes, and the error that carries one."""

import struct
from enum import StrEnum
from typing import Final

from scans.gate.amounts import beyond_pixels, megapixels
from scans.gate.said import RefusedFileError

# What a decoder raises on bytes it cannot read: Pillow documents OSError and SyntaxError, and its
# parsers let the others through on malformed headers; libavif fails with RuntimeError.
UNREADABLE: Final = (
    OSError, SyntaxError, ValueError, EOFError, struct.error, KeyError, IndexError, TypeError,
    OverflowError, ZeroDivisionError, MemoryError, RuntimeError,
)  # fmt: skip


class ImageCode(StrEnum):
    """Stable, machine-readable reasons for refusing an image."""

    EMPTY = "image-empty"
    TOO_LARGE = "image-too-large"
    NOT_ALLOWED = "image-format-not-allowed"
    NOT_SUPPORTED = "image-coding-not-supported"
    TOO_MANY_PIXELS = "image-too-many-pixels"
    TOO_LONG = "image-too-long"
    TOO_SMALL = "image-too-small"
    ANIMATED = "image-animated"
    SEVERAL_PAGES = "image-several-pages"
    DAMAGED = "image-damaged"


class ImageError(RefusedFileError):
    """The image is refused."""

    code: ImageCode


def too_many_pixels(most: int, pixels: int | None = None) -> ImageError:
    """Return the refusal of a picture with more than `most` pixels; None is far more than that."""
    if pixels is None:
        return ImageError(ImageCode.TOO_MANY_PIXELS, most_megapixels=megapixels(most))
    return ImageError(ImageCode.TOO_MANY_PIXELS, "counted", **beyond_pixels(pixels, most))


def too_long(side: int, most: int) -> ImageError:
    """Return the refusal of a picture with a side of more than `most` pixels."""
    return ImageError(ImageCode.TOO_LONG, side=side, most=most)


def not_supported(coding: str) -> ImageError:
    """Return the refusal of a sound picture that is coded in a way that is not read here.

    `coding` is a key of `scans.gate.sentences.photos.CODINGS`.
    """
    return ImageError(ImageCode.NOT_SUPPORTED, coding=coding)


def damaged(how: str) -> ImageError:
    """Return the refusal of a damaged picture; `how` is a variant of its sentence."""
    return ImageError(ImageCode.DAMAGED, how)


def ends_early(row: int, rows: int) -> ImageError:
    """Return the refusal of a picture that has `row` of its `rows` rows."""
    return ImageError(ImageCode.DAMAGED, "ends-early", row=row + 1, rows=rows)
