"""An FDI number (ISO 3950:2016) names a tooth by two digits: the quadrant, and the place in it.

The same standard names areas of the mouth: 01 is the upper jaw, 02 the lower one.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

#: Quadrants 1 to 4 are permanent teeth, 5 to 8 deciduous ones; places count from the midline.
_PLACES = {quadrant: 8 if quadrant <= 4 else 5 for quadrant in range(1, 9)}
#: The patient's upper right and left, of either dentition.
_UPPER = frozenset({1, 2, 5, 6})
_RIGHT = frozenset({1, 4, 5, 8})
_NAMES = (
    "central incisor",
    "lateral incisor",
    "canine",
    "first premolar",
    "second premolar",
    "first molar",
    "second molar",
    "third molar",
)

TEETH = frozenset(
    10 * quadrant + place for quadrant, most in _PLACES.items() for place in range(1, most + 1)
)


class Arch(StrEnum):
    """An arch is the row of teeth of one jaw; the one that it bites on is its antagonist."""

    UPPER = "upper"  # the teeth of the upper jaw
    LOWER = "lower"  # the teeth of the lower jaw


def is_tooth(number: int) -> bool:
    """Tell whether there is a tooth of this number."""
    return number in TEETH


def arch_of(tooth: int) -> Arch:
    """Return the arch that a tooth stands in.

    Raises:
        ValueError: there is no tooth of this number.
    """
    if not is_tooth(tooth):
        raise ValueError("no tooth has this number")
    return Arch.UPPER if tooth // 10 in _UPPER else Arch.LOWER


#: The areas of the mouth that arches stand in, as ISO 3950 designates them.
AREAS = {Arch.UPPER: "01", Arch.LOWER: "02"}


def is_deciduous(tooth: int) -> bool:
    """Tell whether a tooth is one of the first dentition, the milk teeth."""
    return tooth // 10 > 4


def successor_of(tooth: int) -> int:
    """Return the permanent tooth that stands where a tooth does: itself, or what follows it."""
    return tooth - 40 if is_deciduous(tooth) else tooth


def place_of(tooth: int) -> int:
    """Return where a tooth stands in its arch: neighbours differ by one, also over the midline.

    From the patient's right, below zero, to the left; 11, 41, 51 and 81 are at -1.
    """
    quadrant, place = divmod(tooth, 10)
    return -place if quadrant in _RIGHT else place - 1


def along(teeth: Iterable[int]) -> list[int]:
    """Return teeth as they stand: the upper arch, then the lower, each from right to left."""
    return sorted(teeth, key=lambda tooth: (arch_of(tooth) is Arch.LOWER, place_of(tooth)))


def between(teeth: Iterable[int]) -> list[int]:
    """Return the teeth that are missing in a row, of teeth of one arch and one dentition."""
    found = along(teeth)
    row = {place_of(tooth): tooth for tooth in TEETH if _alike(tooth, found[0])}
    span = range(place_of(found[0]), place_of(found[-1]) + 1)
    return [row[place] for place in span if row[place] not in found]


def _alike(one: int, other: int) -> bool:
    return arch_of(one) is arch_of(other) and is_deciduous(one) is is_deciduous(other)


def name_of(tooth: int) -> str:
    """Return a tooth in words, such as `upper left first molar`; `left` is the patient's.

    Raises:
        ValueError: there is no tooth of this number.
    """
    arch = arch_of(tooth)
    dentition = "deciduous " if is_deciduous(tooth) else ""
    return f"{arch} {side_of(tooth)} {dentition}{kind_of(tooth)}"


def side_of(tooth: int) -> str:
    """Return the side of the patient that a tooth stands on: `right` or `left`."""
    return "right" if tooth // 10 in _RIGHT else "left"


def kind_of(tooth: int) -> str:
    """Return which tooth of its quadrant it is, such as `first molar`."""
    place = tooth % 10
    # Behind the canine stand two molars: milk teeth have no premolars.
    return _NAMES[place + 1 if is_deciduous(tooth) and place > 3 else place - 1]


def chart(teeth: Iterable[int]) -> list[list[int]]:
    """Return rows of a dentist's chart that hold some teeth, as who faces the patient sees them.

    The permanent teeth, and the deciduous ones where one is among them; upper above lower.
    """
    found = {tooth // 10 for tooth in teeth}
    pairs = [(1, 2), (4, 3)] if found & {1, 2, 3, 4} else []
    pairs += [(5, 6), (8, 7)] if found & {5, 6, 7, 8} else []
    return [[*_quadrant(right)[::-1], *_quadrant(left)] for right, left in pairs]


def _quadrant(number: int) -> list[int]:
    return [10 * number + place for place in range(1, _PLACES[number] + 1)]


def _known(number: int) -> int:
    if not is_tooth(number):
        raise PydanticCustomError("tooth", "Give a tooth by its two digits in ISO 3950, such as 26")
    return number


#: A tooth in a document or a request.
Tooth = Annotated[int, AfterValidator(_known)]
