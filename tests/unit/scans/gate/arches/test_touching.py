"""Contacts are added up within bounds, however small the scan and near its points are."""

from __future__ import annotations

import numpy as np
import pytest

from scans.gate.arches import sample
from scans.gate.arches.relate_distance import Distances, touching
from tests.support.meshes import mesh_of, sheet


@pytest.mark.parametrize("side_mm", [1.0, 20.0])
def test_a_sheet_that_lies_on_another_touches_it_all_over(side_mm: float) -> None:
    """Of 1 mm2, each of 60,000 points has all others beside it: 1.8 thousand million pairs."""
    surface = sample(mesh_of(sheet(10, 10) * np.float32(side_mm / 10)))
    area, places = touching(Distances(surface, np.zeros(len(surface), np.float32)))
    assert area == pytest.approx(side_mm**2, rel=0.01)
    assert places == 1
