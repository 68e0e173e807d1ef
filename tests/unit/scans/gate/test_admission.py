"""A fault of ours in the case check keeps no sound scan out."""

from __future__ import annotations

from typing import Any

import pytest

from scans.gate.admission import Passed, judge
from scans.gate.models import FileKind
from tests.support.meshes import binary_of_many, box
from tools.samples import arch

SCAN = arch(triangles=4_000)
#: A jaw that there is not: its teeth cannot be named, which stands for a fault of ours.
NOWHERE: Any = "sideways"


@pytest.mark.parametrize(("jaw", "faulty"), [("lower", False), (NOWHERE, True)])
def test_a_scan_that_cannot_be_looked_at_is_let_in(jaw: Any, faulty: bool) -> None:
    outcome = judge(FileKind.STL, SCAN, jaw=jaw)
    assert isinstance(outcome, Passed)
    assert len(outcome.content.data) == len(SCAN)
    assert {"thumbnail", "preview", "sheet"} <= outcome.pictures.keys()
    assert ("marked" in outcome.pictures) is not faulty
    assert (outcome.unmeasured is not None) is faulty
    assert (outcome.features is None) is faulty
    assert (outcome.fingerprint is None) is faulty


def test_what_shows_no_row_of_teeth_was_looked_at_all_the_same() -> None:
    """Else it would pass for a scan of before scans were measured."""
    outcome = judge(FileKind.STL, binary_of_many(box(10, sides=range(5))), jaw="lower")
    assert isinstance(outcome, Passed)
    assert outcome.unmeasured is None
    assert outcome.features == {"arch": None, "holes": []}
    assert "marked" not in outcome.pictures
