"""Reads what the case check recorded of some scans of a case."""

from collections.abc import Iterator, Sequence
from itertools import product

from core.units import UnitOfWork
from scans.cases.models import Case, File
from scans.checks.checked import CheckedBite, CheckedCase, CheckedPair, CheckedScan
from scans.gate.models import FileKind
from scans.pairs.models import PairCheck, pair_id
from scans.pairs.twins import twins
from scans.uploads.models import Jaw


def checked(unit: UnitOfWork, case: Case, files: Sequence[File]) -> CheckedCase:
    """Return what was recorded of some files of a case, photographs left out.

    A read for each pair of an upper and a lower jaw with their rows of teeth, and for each scan
    that superseded one; and what `twins` says for each scan.
    """
    scans = [file for file in files if file.kind is FileKind.STL]
    pairs = [pair for pair in _pairs(unit, scans) if pair is not None]
    asked = {scan.id for scan in scans}
    return CheckedCase(
        patient_id=case.patient_id,
        case_id=case.id,
        scans=tuple(_scan(unit, case, scan) for scan in scans),
        pairs=tuple(_pair(pair) for pair in pairs),
        bites=tuple(
            CheckedBite(bite.file_id, pair.first_file_id, pair.second_file_id, bite.figures)
            for pair in pairs
            for bite in pair.bites
            if bite.file_id in asked
        ),
    )


def _pairs(unit: UnitOfWork, scans: Sequence[File]) -> Iterator[PairCheck | None]:
    """Read the pairs that may be there: of what has no row of teeth none is recorded."""
    jaws = [scan for scan in scans if scan.features is not None and scan.features.arch is not None]
    upper, lower = ([scan for scan in jaws if scan.jaw is jaw] for jaw in (Jaw.UPPER, Jaw.LOWER))
    for first, second in product(upper, lower):
        yield unit.get(PairCheck, first.ids[0], pair_id(first.id, second.id))
    for scan in (*upper, *lower):
        if scan.supersedes is not None:
            yield unit.get(PairCheck, scan.ids[0], pair_id(scan.id, scan.supersedes))


def _scan(unit: UnitOfWork, case: Case, scan: File) -> CheckedScan:
    return CheckedScan(
        file_id=scan.id,
        jaw=scan.jaw,
        version=scan.version,
        features=scan.features,
        twins=twins(unit, case, scan),
        marked=scan.pictures.marked is not None,
    )


def _pair(pair: PairCheck) -> CheckedPair:
    return CheckedPair(
        pair_id=pair.id,
        upper_file_id=pair.first_file_id,
        lower_file_id=pair.second_file_id,
        figures=pair.figures,
        occlusion=pair.occlusion,
    )
