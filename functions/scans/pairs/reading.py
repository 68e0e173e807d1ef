"""Reads what the case check recorded of some scans of a case."""

from collections.abc import Sequence
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

    A read for the upper and the lower jaw with their rows of teeth, one for each of them that
    superseded another; and what `twins` says for each scan. Of a scan that was superseded itself
    nothing is read: an order of it is refused, and of one name any number may be asked for.
    """
    scans = [file for file in files if file.kind is FileKind.STL]
    opposing, succeeding = _pairs(unit, scans)
    pairs = [pair for pair in (*opposing.values(), *succeeding) if pair is not None]
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
        uncompared=tuple(ids for ids, pair in opposing.items() if pair is None),
    )


_Ids = tuple[str, str]


def _pairs(
    unit: UnitOfWork, scans: Sequence[File]
) -> tuple[dict[_Ids, PairCheck | None], list[PairCheck | None]]:
    """Read the pairs that may be there: opposing ones, and those of a scan and the one before it.

    Of what has no row of teeth none is recorded; of what is not drawn yet, none so far.
    """
    jaws = [scan for scan in scans if _counts(scan) and (scan.arch or not scan.drawn)]
    upper, lower = ([scan for scan in jaws if scan.jaw is jaw] for jaw in (Jaw.UPPER, Jaw.LOWER))

    def recorded(first: File, second_id: str) -> PairCheck | None:
        return unit.get(PairCheck, first.ids[0], pair_id(first.id, second_id))

    opposing = {(a.id, b.id): recorded(a, b.id) for a, b in product(upper, lower)}
    return opposing, [
        recorded(scan, scan.supersedes) for scan in (*upper, *lower) if scan.supersedes is not None
    ]


def _counts(scan: File) -> bool:
    """Tell whether a scan is the one that counts for its name."""
    return scan.superseded_by is None


def _scan(unit: UnitOfWork, case: Case, scan: File) -> CheckedScan:
    return CheckedScan(
        file_id=scan.id,
        jaw=scan.jaw,
        version=scan.version,
        features=scan.features,
        twins=twins(unit, case, scan) if _counts(scan) else (),
        drawn=scan.drawn,
        marked=scan.pictures is not None and scan.pictures.marked is not None,
    )


def _pair(pair: PairCheck) -> CheckedPair:
    return CheckedPair(
        pair_id=pair.id,
        upper_file_id=pair.first_file_id,
        lower_file_id=pair.second_file_id,
        figures=pair.figures,
        occlusion=pair.occlusion,
    )
