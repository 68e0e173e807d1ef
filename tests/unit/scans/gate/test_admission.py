"""A fault of ours in the case check keeps no sound scan out."""

from __future__ import annotations

from typing import Any

import pytest

from scans.gate.admission import Passed, judge
from scans.gate.models import FileKind
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
