"""Finds what is wrong with scans beside each other: jaws, bites, and what is filed twice."""

from collections.abc import Iterator
from typing import Any, Final

from scans.checks.checked import LOWER, UPPER, CheckedBite, CheckedCase, CheckedPair, CheckedScan
from scans.checks.findings import CaseCode, CaseFinding, FindingPicture
from scans.checks.models import JawRelation, Likeness, Twin
from scans.checks.telling import finding
from scans.checks.words import SCANS

_C, _R = CaseCode, JawRelation

LEAST_ON_A_JAW: Final = 0.2
LEAST_ON_BOTH: Final = 0.6
"""Shares of a bite scan that lie on each jaw, and on both together, at least. It shows the teeth
of both from the cheek; one of another bite lies on a jaw where the two cross. Measured on generated
cases: of bites of the jaws 0.3 and more on each and 0.85 on both, of strange ones 0.16 and 0.4 at
most."""

#: Relations in which two rows of teeth face each other.
FACING: Final = frozenset({_R.OCCLUDING, _R.APART, _R.CROSSING, _R.EXCHANGED})
#: Of these, those in which each is of the jaw that it is named after, as far as can be told.
_AS_NAMED: Final = FACING - {_R.EXCHANGED}
_BOTH: Final = {UPPER: _C.JAWS_BOTH_UPPER, LOWER: _C.JAWS_BOTH_LOWER}


def beside(case: CheckedCase, bite: bool) -> Iterator[CaseFinding]:
    """Yield what is wrong with scans beside each other.

    Args:
        case: the scans.
        bite: how the jaws meet matters for what is ordered.
    """
    yield from _of_one_name(case)
    for pair in case.opposing():
        yield from _opposing(case, pair, bite)
    if bite:
        for fit in case.bites:
            yield from _bite(case, fit)
    for scan in case.scans:
        yield from _twins(case, scan)


def related(case: CheckedCase) -> bool:
    """Tell whether it is known of the jaws how they lie to each other."""
    return any(pair.figures.relation is not _R.UNKNOWN for pair in case.opposing())


def exchanged(case: CheckedCase) -> frozenset[str]:
    """Return the scans that are of the other jaw than they are named."""
    found = [p for p in case.opposing() if p.figures.relation is _R.EXCHANGED]
    return frozenset(file_id for pair in found for file_id in pair.file_ids)


def _of_one_name(case: CheckedCase) -> Iterator[CaseFinding]:
    """Tell of scans of one name that face each other: one is of the other jaw.

    Where the newer one bites on the other jaw's scan, the older one was, and is mended by it.
    """
    jaws = {scan.file_id: scan.jaw for scan in case.scans}
    opposing = set(case.opposing())
    named_rightly = {
        file_id
        for pair in opposing
        for file_id in pair.file_ids
        if pair.figures.relation in _AS_NAMED
    }
    for pair in case.pairs:
        if named_rightly & set(pair.file_ids):
            continue
        # The one that was superseded is not among the scans: its jaw is that of the other.
        named = {jaws[file_id] for file_id in pair.file_ids if file_id in jaws}
        if pair not in opposing and len(named) == 1 and pair.figures.relation in FACING:
            code = _BOTH.get(named.pop())
            if code is not None:
                yield finding(code, file_ids=pair.file_ids, picture=_occlusion(pair))


def _opposing(case: CheckedCase, pair: CheckedPair, bite: bool) -> Iterator[CaseFinding]:
    figures = pair.figures
    at: dict[str, Any] = {"file_ids": pair.file_ids, "picture": _occlusion(pair)}
    if figures.relation is _R.EXCHANGED:
        yield finding(_C.JAWS_EXCHANGED, **at)
    if not bite:
        return
    if figures.relation is _R.APART and figures.gap_mm is not None:
        yield finding(_C.JAWS_APART, figures={"gap_mm": figures.gap_mm}, **at)
    if figures.relation is _R.CROSSING and figures.penetration_mm is not None:
        depth = {"penetration_mm": figures.penetration_mm}
        yield finding(_C.JAWS_CROSSING, figures=depth, **at)
    if figures.relation is _R.UNRELATED and not _aligned_by_a_bite(case, pair):
        yield finding(_C.BITE_NOT_ALIGNED, **at)


def _aligned_by_a_bite(case: CheckedCase, pair: CheckedPair) -> bool:
    """Tell whether a lab can bring the jaws together by a scan of the bite.

    One in a frame of its own is matched by its shape. One that lies on a jaw shows that the other
    is not where it bites; on both, that both are scans of one jaw.
    """
    fits = [fit.figures for fit in case.bites if fit.file_ids[1:] == pair.file_ids]
    shares = [share for fit in fits for share in (fit.on_upper, fit.on_lower) if share is not None]
    return bool(case.of_bites()) and all(share < LEAST_ON_A_JAW for share in shares)


def _bite(case: CheckedCase, fit: CheckedBite) -> Iterator[CaseFinding]:
    """Tell of a bite scan that does not lie on jaws which lie as they bite."""
    pair = next((p for p in case.opposing() if p.file_ids == fit.file_ids[1:]), None)
    bite = next((scan for scan in case.of_bites() if scan.file_id == fit.file_id), None)
    upper, lower = fit.figures.on_upper, fit.figures.on_lower
    if pair is None or bite is None or upper is None or lower is None:
        return
    fits = min(upper, lower) >= LEAST_ON_A_JAW and upper + lower >= LEAST_ON_BOTH
    if pair.figures.relation is _R.OCCLUDING and not fits:
        yield finding(
            _C.BITE_DOES_NOT_FIT,
            file_ids=fit.file_ids,
            figures={"upper_percent": round(100 * upper), "lower_percent": round(100 * lower)},
            scan=SCANS[bite.jaw],
        )


def _twins(case: CheckedCase, scan: CheckedScan) -> Iterator[CaseFinding]:
    said: dict[str, Any] = {"scan": SCANS[scan.jaw]}
    if others(case, scan):
        yield finding(_C.SCAN_OF_ANOTHER_PATIENT, file_ids=[scan.file_id], **said)
    sent = {each.file_id: place for place, each in enumerate(case.scans)}
    for twin in scan.twins:
        if twin.patient_id != case.patient_id:
            continue
        # Of two that go out under different names, one is wrong; told once for both.
        if twin.jaw != scan.jaw and sent.get(twin.file_id, -1) > sent[scan.file_id]:
            both = [scan.file_id, twin.file_id]
            yield finding(_C.SCAN_TWICE_JAW, file_ids=both, other=SCANS[twin.jaw], **said)
        older = twin.case_id == case.case_id and twin.version < scan.version
        if twin.jaw == scan.jaw and older and twin.likeness is Likeness.SAME:
            ids = [scan.file_id]
            yield finding(_C.SCAN_TWICE_VERSION, file_ids=ids, version=twin.version, **said)


def others(case: CheckedCase, scan: CheckedScan) -> list[Twin]:
    """Return where a scan is filed under another patient."""
    return [twin for twin in scan.twins if twin.patient_id != case.patient_id]


def filed_elsewhere(case: CheckedCase, found: CaseFinding) -> list[Twin]:
    """Return where the scan of a finding is filed under another patient, for the clinic."""
    if found.code is not _C.SCAN_OF_ANOTHER_PATIENT:
        return []
    return [
        twin for scan in case.scans if scan.file_id in found.file_ids for twin in others(case, scan)
    ]


def told_to_labs(case: CheckedCase, found: CaseFinding) -> CaseFinding:
    """Return a finding as labs have it, once the clinic signed it off: of no other patient."""
    if found.code is not _C.SCAN_OF_ANOTHER_PATIENT:
        return found
    jaws = {scan.file_id: scan.jaw for scan in case.scans}
    (file_id,) = found.file_ids
    return finding(_C.IDENTITY_CONFIRMED, file_ids=[file_id], scan=SCANS[jaws[file_id]])


def _occlusion(pair: CheckedPair) -> FindingPicture | None:
    return FindingPicture(of=pair.pair_id, name="occlusion") if pair.occlusion else None
