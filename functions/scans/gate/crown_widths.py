"""How wide the crowns of teeth are, and so where teeth stand along a row. Free of NumPy."""

from itertools import accumulate
from typing import Final, Literal

JawName = Literal["upper", "lower"]

_WIDTHS_MM: Final = {
    ("upper", False): (8.5, 6.5, 7.5, 7.0, 7.0, 10.0, 9.0, 8.5),
    ("lower", False): (5.0, 5.5, 7.0, 7.0, 7.0, 11.0, 10.5, 10.0),
    ("upper", True): (6.5, 5.1, 7.0, 7.3, 8.2),
    ("lower", True): (4.2, 4.1, 5.0, 7.7, 9.9),
}
"""Mean mesio-distal widths of crowns from the midline to the back, by jaw and whether they are milk
teeth. Source: Nelson, Wheeler's Dental Anatomy, Physiology and Occlusion (11th edition): table 1.1
of the permanent teeth, and table 3.1 of the deciduous ones, after Black."""

_QUADRANTS: Final = {"upper": (1, 2), "lower": (4, 3)}


def along_of(jaw: JawName, tooth: int) -> tuple[float, float]:
    """From where to where a tooth stands along the row, in mm from the middle, the lesser first.

    Below zero on the right of what would be a lower arch, as `arches.ToothRow` has it: a lower
    tooth on the patient's right is there, and an upper one on the left.

    Args:
        jaw: the one that the tooth stands in.
        tooth: its FDI number.
    """
    quadrant, place = divmod(tooth, 10)
    ends = [0.0, *accumulate(_WIDTHS_MM[jaw, quadrant > 4])]
    start, end = ends[place - 1], ends[place]
    right = quadrant in {1, 4, 5, 8}
    return (-end, -start) if right is (jaw == "lower") else (start, end)


def permanent_teeth(jaw: JawName) -> list[int]:
    """FDI numbers of the permanent teeth of a jaw."""
    return [10 * quadrant + place for quadrant in _QUADRANTS[jaw] for place in range(1, 9)]
