"""A fault of ours in the case check keeps no sound scan out."""

from __future__ import annotations

from typing import Any

import pytest

from scans.gate import admission
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


def test_a_scan_is_let_in_before_it_is_drawn_and_is_the_same_in_the_end() -> None:
    """In two steps, with its surface at hand or from the clean copy; or at once."""
    whole, admitted = judge(FileKind.STL, SCAN, jaw="lower"), admission.admit(SCAN)
    assert isinstance(whole, Passed)
    assert isinstance(admitted, Passed)
    assert (admitted.pictures, admitted.features, admitted.fingerprint) == ({}, None, None)
    for name in ("content", "report", "findings"):
        assert getattr(admitted, name) == getattr(whole, name)
    again = admission.surface_of(admitted.content.data)
    for surface in (admitted.surface, again):
        assert surface is not None
        drawn = admission.draw(surface, "lower")
        assert drawn.unmeasured is None
        for name in ("pictures", "features", "fingerprint"):
            assert getattr(drawn, name) == getattr(whole, name)


def test_what_is_refused_is_refused_in_either_way() -> None:
    """And of what today's limits forbid, no surface is taken."""
    broken = SCAN[:-1]
    assert admission.admit(broken) == judge(FileKind.STL, broken)
    assert isinstance(admission.surface_of(broken), admission.Refused)


def test_nothing_is_held_of_what_was_written() -> None:
    admitted = admission.admit(SCAN)
    assert isinstance(admitted, Passed)
    written = admitted.written()
    assert (written.content.data, written.content.content_type) == (b"", "model/stl")
    assert (written.report, written.pictures) == (admitted.report, {})
