"""What is said of a photo that passes: stable codes, each with its sentence.

A sentence names no person, no file name and no text of the file; numbers are all it quotes.
"""

from dataclasses import dataclass
from enum import StrEnum


class ImageNotice(StrEnum):
    """Stable, machine-readable names of what is noticed about a picture that passes."""

    END_MISSING = "image-end-missing"
    BYTES_LEFT = "image-bytes-left"
    PASSES_MISSING = "image-passes-missing"
    NOT_CHECKED = "image-not-checked-whole"
    STRETCHED = "image-stretched"
    PROFILE_UNUSABLE = "image-profile-unusable"
    WITHOUT_PROFILE = "image-print-colours"


@dataclass(frozen=True)
class ImageFinding:
    """One thing noticed about a picture that passes, in one sentence."""

    code: ImageNotice
    sentence: str
