"""Why a photo is refused: stable codes, and the error that carries one with its sentence."""

import struct
from enum import StrEnum
from typing import Final

from scans.gate.amounts import beyond_pixels, megapixels

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


class ImageError(ValueError):
    """The image is refused. Carries a stable `code` and a `sentence` to show."""

    def __init__(self, code: ImageCode, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


def too_many_pixels(most: int, pixels: int | None = None) -> ImageError:
    """Return the refusal of a picture with more than `most` pixels; None is far more than that."""
    has = f"more than the {megapixels(most)} megapixels that are accepted"
    if pixels is not None:
        has = beyond_pixels(pixels, most)
    return ImageError(
        ImageCode.TOO_MANY_PIXELS,
        f"The picture has {has} of its kind: save it as JPEG, 2,000 pixels wide, and upload that.",
    )


def too_long(side: int, most: int) -> ImageError:
    """Return the refusal of a picture with a side of more than `most` pixels."""
    return ImageError(
        ImageCode.TOO_LONG,
        f"The picture is {side:,} pixels wide or high and at most {most:,} are accepted: cut out "
        "the part that matters and upload that.",
    )


def not_supported(what: str) -> ImageError:
    """Return the refusal of a sound picture that is coded in a way that is not read here."""
    return ImageError(
        ImageCode.NOT_SUPPORTED,
        f"The picture is {what}, which is not supported: save it as an ordinary JPEG or PNG of "
        "8 bits and upload that file.",
    )


def damaged(what: str) -> ImageError:
    """Return the refusal of a damaged picture; `what` begins the sentence."""
    return ImageError(ImageCode.DAMAGED, f"{what}: save it again and upload that file.")


def ends_early(row: int, rows: int) -> ImageError:
    """Return the refusal of a picture that has `row` of its `rows` rows."""
    return damaged(
        f"The picture is cut short; of its {rows:,} rows those from row {row + 1:,} on are missing"
    )
