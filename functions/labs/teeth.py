"""Teeth by the two-digit numbers of the FDI, ISO 3950:2016: the quadrant, then the place in it."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

#: Quadrants 1 to 4 are permanent teeth, 5 to 8 deciduous ones; places count from the midline.
_PLACES = {quadrant: 8 if quadrant <= 4 else 5 for quadrant in range(1, 9)}
#: The patient's upper right and left, of either dentition.
_UPPER = frozenset({1, 2, 5, 6})

TEETH = frozenset(
    10 * quadrant + place for quadrant, most in _PLACES.items() for place in range(1, most + 1)
)


class Arch(StrEnum):
    """A row of teeth."""

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


def _known(number: int) -> int:
    if not is_tooth(number):
        raise PydanticCustomError("tooth", "Give a tooth by its two digits in ISO 3950, such as 26")
    return number


#: A tooth in a document or a request.
Tooth = Annotated[int, AfterValidator(_known)]
