"""What is said of a photo that passes: stable codes. The sentences: `scans.gate.sentences`."""

from dataclasses import dataclass
from enum import StrEnum

from scans.gate.models import Figure
from scans.gate.said import FileSentence, said


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
    said: FileSentence

    @property
    def sentence(self) -> str:
        """What was noticed."""
        return self.said.sentence


def notice(code: ImageNotice, **figures: Figure) -> ImageFinding:
    """Return what is said of a picture that passes."""
    return ImageFinding(code, said(code, "", **figures))
