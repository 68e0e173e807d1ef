"""The sides of bites that are named alike, by where they lie on the jaws."""

from __future__ import annotations

from functools import cache

from scans.archives import bites
from scans.checks.models import ArchFigures, ScanFeatures
from scans.gate import arches, stl
from scans.gate.arches.recorded import measured
from scans.uploads.models import Jaw
from tools import samples

#: A sound case with two bites, by its seed; the right one comes first.
SEED = 7
SIDES = [Jaw.BITE_RIGHT, Jaw.BITE_LEFT]

Scans = tuple[stl.Mesh, stl.Mesh, ArchFigures, list[stl.Mesh]]


@cache
def scans(seed: int, fault: samples.Fault | None = None) -> Scans:
    """The jaws, the row of teeth of the lower one, and the bites of a made-up case."""
    case = samples.case(seed, fault, triangles=8000)
    assert case.upper is not None
    assert case.lower is not None
    upper, lower = (stl.parse(scan.stl) for scan in (case.upper, case.lower))
    found = measured(arches.features(lower, stl.examine(lower).holes))
    arch = ScanFeatures.model_validate(found).arch
    assert arch is not None
    return upper, lower, arch, [stl.parse(bite.stl) for bite in case.bites]


def test_each_bite_is_told_by_the_side_that_it_lies_on() -> None:
    upper, lower, arch, both = scans(SEED)
    assert bites.sides(upper, lower, arch, reversed(both)) == SIDES[::-1]


def test_two_bites_of_one_side_are_not_told() -> None:
    upper, lower, arch, (right, _) = scans(SEED)
    assert bites.sides(upper, lower, arch, [right, right]) is None


def test_a_bite_that_lies_elsewhere_is_not_told() -> None:
    upper, lower, arch, (right, left) = scans(SEED)
    records = left.records.copy()
    records["corners"] += 200
    away = stl.Mesh(records, left.format)
    assert bites.sides(upper, lower, arch, [right, away]) is None


def test_sides_are_not_told_of_jaws_that_are_named_the_wrong_way_round() -> None:
    """The sides would be, too."""
    upper, lower, _, both = scans(SEED)
    found = measured(arches.features(upper, stl.examine(upper).holes))
    arch = ScanFeatures.model_validate(found).arch
    assert arch is not None
    assert arches.relate(lower, upper).relation == "exchanged"
    assert bites.sides(lower, upper, arch, both) is None
