"""An FDI number (ISO 3950:2016) names a tooth by two digits: the quadrant, and the place in it."""

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

    UPPER = "upper"
    LOWER = "lower"


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


def name_of(tooth: int) -> str:
    """Return a tooth in words, such as `upper left first molar`; `left` is the patient's.

    Raises:
        ValueError: there is no tooth of this number.
    """
    arch, (quadrant, place) = arch_of(tooth), divmod(tooth, 10)
    side = "right" if quadrant in _RIGHT else "left"
    if quadrant <= 4:
        return f"{arch} {side} {_NAMES[place - 1]}"
    # Behind the canine stand two molars: milk teeth have no premolars.
    return f"{arch} {side} deciduous {_NAMES[place - 1 if place <= 3 else place + 1]}"


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
