"""Teeth: the 52 numbers of ISO 3950, the arch of each, and nothing else."""

import pytest
from pydantic import TypeAdapter, ValidationError

from labs.catalogue.teeth import TEETH, Arch, Tooth, arch_of, chart, is_tooth, name_of

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


@pytest.mark.parametrize(
    ("tooth", "name"),
    [
        (26, "upper left first molar"),
        (11, "upper right central incisor"),
        (33, "lower left canine"),
        (48, "lower right third molar"),
        (55, "upper right deciduous second molar"),
        (84, "lower right deciduous first molar"),
        (63, "upper left deciduous canine"),
        (72, "lower left deciduous lateral incisor"),
    ],
)
def test_teeth_have_names(tooth: int, name: str) -> None:
    assert name_of(tooth) == name


def test_each_tooth_has_a_name_of_its_own() -> None:
    assert len({name_of(tooth) for tooth in TEETH}) == len(TEETH) == 52
    with pytest.raises(ValueError, match="no tooth"):
        name_of(19)


def test_a_chart_has_the_rows_that_its_teeth_are_in() -> None:
    permanent = [[*range(18, 10, -1), *range(21, 29)], [*range(48, 40, -1), *range(31, 39)]]
    deciduous = [[*range(55, 50, -1), *range(61, 66)], [*range(85, 80, -1), *range(71, 76)]]
    assert chart([26]) == permanent
    assert chart([84]) == deciduous
    assert chart([26, 84]) == permanent + deciduous
    assert chart([]) == []
