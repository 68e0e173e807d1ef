"""Whether a scan reaches a tooth, by mean widths of crowns."""

from typing import Final

from scans.checks.models import ArchFigures
from scans.gate.crown_widths import JawName, along_of

__all__ = ["JawName", "along_of", "covers"]

_PAST_MM: Final = 0.5
"""How far past a tooth's middle the row goes at least. The curve runs through the edges of the
front teeth, some mm further out than where they touch, and is longer by as much."""
_ALLOWED_MM: Final = 2.5
"""What the middle may be off, at two standard deviations, without more doubt: half the width of an
incisor, as of a whole arch."""


def covers(arch: ArchFigures, jaw: JawName, tooth: int) -> bool | None:
    """Whether a scan of a jaw reaches a tooth, or the place of a missing one; None if not sure.

    It does where the row of teeth goes past the middle of the mean tooth. From one person to the
    next crowns are some 10 % wider or narrower, which makes 5 mm at a second molar, the half of its
    width: so neither a scan that ends behind such a person's tooth is said to end before it, nor
    one that ends before the tooth to reach it. Where the middle of the row is not sure by more
    than that leaves, as of one side alone, what is near the end is not told.
    """
    start, end = along_of(jaw, tooth)
    middle = (start + end) / 2
    spare = min(arch.right_mm + middle, arch.left_mm - middle) - _PAST_MM
    unsure = max(arch.within_mm - _ALLOWED_MM, 0.0)
    return None if abs(spare) < unsure else spare >= 0
