"""Finds what the clinic has filed already that is like a scan: the same surface, or a near copy.

Nothing of it is stored: it holds for the moment, and what is erased is found no more.
"""

from typing import Final

from core.queries import Query
from core.units import UnitOfWork
from scans.cases.models import Case, CaseStatus, File
from scans.checks import likeness
from scans.checks.models import Fingerprints, Likeness, Twin

MOST: Final = 5
"""Twins of a scan that are told of."""

_CELL_LIMIT: Final = 50
"""Files of the cells around a scan that are looked at."""

SAME = Query(File, where=(("fingerprints.surface", "=="),), group=True)
NEAR = Query(File, where=(("fingerprints.cell", "in"),), group=True)


def twins(unit: UnitOfWork, case: Case, file: File) -> tuple[Twin, ...]:
    """Return the files of the clinic that are like a scan: another patient's, then the same ones.

    A read for each file with the same surface, at least one, and for each in the cells around it;
    one for each case but the scan's own. Of a patient's own near copies nothing is said: a mouth
    that is scanned again has nearly the same shape. Nor of another patient's that was superseded:
    who mended a mix-up is not told of it for ever. What may not be used any more, because the
    consent was withdrawn, is left out.
    """
    told: list[Twin] = []
    own: list[Twin] = []
    cases: dict[str, Case | None] = {case.id: case}
    for how, each in _alike(unit, case, file):
        case_id = each.ids[0]
        if case_id not in cases:
            cases[case_id] = unit.get(Case, case_id)
        other = cases[case_id]
        if other is not None and _counts(how, each, case, other):
            mine = other.patient_id == case.patient_id
            (own if mine else told).append(_twin(how, other, each))
        if len(told) == MOST:
            break
    # However often a scan was sent for its own patient, that hides no mistake of names.
    return tuple([*told, *own][:MOST])


def _counts(how: Likeness, file: File, mine: Case, other: Case) -> bool:
    """Tell whether a scan that is like one of a case is to be told of."""
    if other.status is CaseStatus.FROZEN:
        return False
    if other.patient_id == mine.patient_id:
        return how is Likeness.SAME
    return file.superseded_by is None


def _alike(unit: UnitOfWork, case: Case, file: File) -> list[tuple[Likeness, File]]:
    """Find the other files of the clinic that are like one, the same surfaces first."""
    own = file.fingerprints
    if own is None:
        return []
    around = likeness.cells(case.clinic_id, own)
    read = unit.find(SAME, own.surface, limit=2 * MOST, lenient=True)
    read += unit.find(NEAR, around, limit=_CELL_LIMIT, lenient=True)
    others = {each.ids: each for each in read if each.ids != file.ids}
    found = [(how, each) for each in others.values() if (how := _likeness(own, each)) is not None]
    return sorted(found, key=lambda pair: pair[0] is Likeness.NEAR)


def _likeness(own: Fingerprints, other: File) -> Likeness | None:
    return likeness.likeness(own, other.fingerprints) if other.fingerprints else None


def _twin(how: Likeness, case: Case, file: File) -> Twin:
    return Twin(
        likeness=how,
        patient_id=case.patient_id,
        reference=case.patient.reference,
        case_id=case.id,
        file_id=file.id,
        jaw=file.jaw,
        version=file.version,
    )
