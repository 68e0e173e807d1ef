"""Where teeth stand along a row, by mean widths of crowns, and whether a scan reaches them."""

from itertools import accumulate
from typing import Final, Literal

from scans.checks.models import ArchFigures

JawName = Literal["upper", "lower"]

_WIDTHS_MM: Final = {
    ("upper", False): (8.5, 6.5, 7.5, 7.0, 7.0, 10.0, 9.0, 8.5),
    ("lower", False): (5.0, 5.5, 7.0, 7.0, 7.0, 11.0, 10.5, 10.0),
    ("upper", True): (6.5, 5.1, 7.0, 7.3, 8.2),
    ("lower", True): (4.2, 4.1, 5.0, 7.7, 9.9),
}
"""Mesio-distal widths of crowns from the midline to the back, by jaw and whether they are milk
teeth. Source: Nelson, Wheeler's Dental Anatomy, Physiology and Occlusion (11th edition): table 1.1
of the permanent teeth, and table 3.1 of the deciduous ones, after Black."""

_PAST_MM: Final = 0.5
"""How far past a tooth's middle the row goes at least. The curve runs through the edges of the
front teeth, some mm further out than where they touch, and is longer by as much."""
_ALLOWED_MM: Final = 2.5
"""What the middle may be off, at two standard deviations, without more doubt: half the width of an
incisor, as of a whole arch."""


def along_of(jaw: JawName, tooth: int) -> tuple[float, float]:
    """From where to where a tooth stands along the row, in mm from the middle, the lesser first.

    Below zero on the side that `ArchFigures` calls right: a lower tooth on the patient's right is
    there, and an upper one on the left.

    Args:
        jaw: the one that the tooth stands in.
        tooth: its FDI number.
    """
    quadrant, place = divmod(tooth, 10)
    ends = [0.0, *accumulate(_WIDTHS_MM[jaw, quadrant > 4])]
    start, end = ends[place - 1], ends[place]
    right = quadrant in {1, 4, 5, 8}
    return (-end, -start) if right is (jaw == "lower") else (start, end)


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
