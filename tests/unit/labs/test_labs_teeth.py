"""Teeth: the 52 numbers of ISO 3950, the arch of each, and nothing else."""

import pytest
from pydantic import TypeAdapter, ValidationError

from labs.teeth import TEETH, Arch, Tooth, arch_of, is_tooth

UPPER = [*range(11, 19), *range(21, 29), *range(51, 56), *range(61, 66)]
LOWER = [*range(31, 39), *range(41, 49), *range(71, 76), *range(81, 86)]


def test_there_are_32_permanent_and_20_deciduous_teeth():
    assert sorted(UPPER + LOWER) == sorted(TEETH)
    assert (len(UPPER), len(LOWER)) == (26, 26)
    assert {number for number in range(-100, 1000) if is_tooth(number)} == TEETH


def test_every_tooth_stands_in_its_arch():
    assert {arch_of(tooth) for tooth in UPPER} == {Arch.UPPER}
    assert {arch_of(tooth) for tooth in LOWER} == {Arch.LOWER}


@pytest.mark.parametrize(
    ("number", "tooth"),
    [
        (11, True),
        (10, False),  # places count from 1
        (18, True),
        (19, False),
        (55, True),
        (56, False),  # five deciduous teeth a quadrant
        (85, True),
        (91, False),  # eight quadrants
        (1, False),  # the universal numbering, which the United States use
        (32, True),  # in both; here the lower left lateral incisor
        (-11, False),
        (111, False),
    ],
)
def test_a_number_of_no_tooth_is_refused(number, tooth):
    field = TypeAdapter(Tooth)
    if tooth:
        assert field.validate_python(number) == number
        assert arch_of(number) in Arch
    else:
        with pytest.raises(ValidationError, match="ISO 3950"):
            field.validate_python(number)
        with pytest.raises(ValueError, match="no tooth"):
            arch_of(number)
