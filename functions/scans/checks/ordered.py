"""Finds what an order needs and the scans of its case do not have, jaw by jaw."""

from collections.abc import Iterator
from typing import Any, Final

from scans.checks import beside, teeth_reach
from scans.checks.checked import LOWER, UPPER, CheckedCase, CheckedScan
from scans.checks.findings import CaseCode, CaseFinding, FindingPicture
from scans.checks.models import ArchFigures, Hole
from scans.checks.needs import WHOLE, CaseNeeds, JawNeeds
from scans.checks.telling import finding
from scans.checks.words import SCANS

_C = CaseCode

BESIDE_MM: Final = 2.0
"""How far from a tooth, along the row, a hole matters: the contact with a neighbour and the gum
beside the margin belong to the work."""


SURE_MM: Final = 2.0
"""How sure the middle of a whole arch is, see `ArchFigures.within_mm`."""


def case_findings(case: CheckedCase, needs: CaseNeeds) -> list[CaseFinding]:
    """Return all that a laboratory would send back or ask about, what is missing first.

    Of what is named as the other jaw, no tooth is looked for: right would be left.
    """
    misnamed = beside.exchanged(case)
    jaws = [scan for scan in case.scans if scan.of_a_jaw and scan.file_id not in misnamed]
    return [
        *_missing(case, needs),
        *beside.beside(case, needs.bite),
        *(found for scan in jaws for found in _scan(scan, needs)),
    ]


def _missing(case: CheckedCase, needs: CaseNeeds) -> Iterator[CaseFinding]:
    for jaw in (UPPER, LOWER):
        needed, scans, scan = needs.of(jaw), case.of_jaw(jaw), SCANS[jaw]
        if needed.worked_on and not scans:
            yield finding(_C.ARCH_MISSING, scan=scan)
        elif needed.bitten_on and not scans:
            yield finding(_C.ANTAGONIST_MISSING, scan=scan)
        # A scan body's scan beside that of the jaw would be a second one of its name.
        if needed.implants and len(scans) == 1:
            ids = [each.file_id for each in scans]
            yield finding(_C.SCAN_BODY_MISSING, file_ids=ids, teeth=needed.implants, scan=scan)
    for both in case.uncompared:
        yield finding(_C.JAWS_NOT_COMPARED, file_ids=both)
    if needs.bite and not case.uncompared and _both_unrelated(case, needs):
        jaws = [scan.file_id for jaw in (UPPER, LOWER) for scan in case.of_jaw(jaw)]
        yield finding(_C.BITE_MISSING, file_ids=jaws)


def _both_unrelated(case: CheckedCase, needs: CaseNeeds) -> bool:
    """Tell whether nothing says how the jaws of an order meet, and whether that could be judged."""
    ordered = any(needed.worked_on for needed in needs.jaws.values())
    both = bool(case.of_jaw(UPPER) and case.of_jaw(LOWER))
    return ordered and both and not case.of_bites() and not beside.related(case)


def _scan(scan: CheckedScan, needs: CaseNeeds) -> Iterator[CaseFinding]:
    """Yield what is wrong with the scan of a jaw by itself."""
    needed, arch = needs.of(scan.jaw), scan.arch
    said: dict[str, Any] = {"file_ids": [scan.file_id], "scan": SCANS[scan.jaw]}
    shown = {**said, "picture": _marked(scan)}
    if arch is None:
        yield finding(_unchecked(scan), **said)
        return
    for code, teeth in (
        (_C.ARCH_NOT_WHOLE, WHOLE[scan.jaw] if needed.whole else ()),
        (_C.TOOTH_NOT_SCANNED, needed.reached),
    ):
        # None where it could not be told.
        out = [t for t in teeth if teeth_reach.covers(arch, _named(scan), t) is False]
        if out:
            yield finding(code, teeth=out, **shown)
    yield from _holes(scan, arch, needed, shown)


def _unchecked(scan: CheckedScan) -> CaseCode:
    """Return why nothing can be told of the scan of a jaw."""
    if not scan.drawn:
        return _C.BEING_CHECKED
    return _C.NOT_CHECKED if scan.features else _C.FILED_BEFORE


def _holes(
    scan: CheckedScan, arch: ArchFigures, needed: JawNeeds, shown: dict[str, Any]
) -> Iterator[CaseFinding]:
    elsewhere = []
    for hole in scan.features.holes if scan.features is not None else []:
        teeth = [t for t in needed.worked_teeth if _is_beside(hole, arch, _named(scan), t)]
        if teeth:
            across = {"across_mm": hole.across_mm}
            yield finding(_C.HOLE_AT_TOOTH, teeth=teeth, figures=across, **shown)
        else:
            elsewhere.append(hole)
    if elsewhere:
        largest = max(hole.across_mm for hole in elsewhere)
        figures = {"holes": float(len(elsewhere)), "across_mm": largest}
        yield finding(_C.HOLES, figures=figures, **shown)


def _is_beside(hole: Hole, arch: ArchFigures, jaw: teeth_reach.JawName, tooth: int) -> bool:
    """Tell whether a hole lies beside a tooth, as far as teeth of mean width can tell.

    Where the middle of the row is less sure than that of a whole arch, the hole has to be nearer by
    as much.
    """
    if hole.along_mm is None:
        return False
    start, end = teeth_reach.along_of(jaw, tooth)
    unsure = max(arch.within_mm - SURE_MM, 0.0)
    reach = BESIDE_MM + hole.across_mm / 2 - unsure
    return start - reach <= hole.along_mm <= end + reach


def _named(scan: CheckedScan) -> teeth_reach.JawName:
    """Return the jaw that a scan of one is named after."""
    return "upper" if scan.jaw == UPPER else "lower"


def _marked(scan: CheckedScan) -> FindingPicture | None:
    return FindingPicture(of=scan.file_id, name="marked") if scan.marked else None
