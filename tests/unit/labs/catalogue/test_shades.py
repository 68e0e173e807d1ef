"""Shades: the guides hold what their maker prints on them."""

import re
from collections import Counter

import pytest

from labs.catalogue.shades import ShadeGuide, shades_of

CLASSICAL = shades_of(ShadeGuide.VITA_CLASSICAL)
MASTER = shades_of(ShadeGuide.VITA_3D_MASTER)


@pytest.mark.parametrize("guide", ShadeGuide)
def test_a_guide_names_each_shade_once(guide):
    shades = shades_of(guide)
    assert len(set(shades)) == len(shades)
    assert list(shades) == sorted(shades)  # the order of the guides, which is that of the names


def test_vita_classical_has_sixteen_shades():
    """Five of A, four of B and C, three of D; between 3 and 4 there is A3.5 alone."""
    assert Counter(shade[0] for shade in CLASSICAL) == {"A": 5, "B": 4, "C": 4, "D": 3}
    assert [shade for shade in CLASSICAL if "." in shade] == ["A3.5"]
    assert "D1" not in CLASSICAL
    assert "D2" in CLASSICAL


def test_3d_master_has_26_shades_and_three_of_bleached_teeth():
    """In groups of lightness; the middle three have shades to the yellow and to the red as well."""
    groups = Counter(shade[0] for shade in MASTER)
    assert groups == {"0": 3, "1": 2, "2": 7, "3": 7, "4": 7, "5": 3}
    assert all(re.fullmatch(r"[0-5]M[1-3]|[2-4][LR][12]\.5", shade) for shade in MASTER)
    assert "1M3" not in MASTER


def test_no_shade_is_in_both():
    """So a shade alone tells which guide it is of."""
    assert not set(CLASSICAL) & set(MASTER)
