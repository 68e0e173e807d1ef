"""Which filed scans are told of as the same or as near copies, and to whom they never are."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from core.units import UnitOfWork
from scans import service
from scans.cases.models import File
from scans.checks.checked import CheckedScan
from scans.checks.likeness import CELL, SPREAD, of_clinic
from scans.checks.models import Fingerprints, Likeness, ScanFeatures, Twin
from scans.gate.fingerprints import STATIONS, Station, SurfaceFingerprint
from scans.pairs.twins import MOST
from scans.uploads.models import Jaw
from tests.emulator.scans.pairs.filed_scans import Shelves
from tests.support import ids, records


@dataclass
class FiledTwins(Shelves):
    """Scans of one practice that are the same, nearly the same, or others."""

    #: Each test's scans lie apart from all others.
    apart: int = field(default=0)

    def other_mouth(self) -> None:
        """Go on with the scans of another mouth."""
        self.apart += 4 * CELL

    def prints(self, surface: str = "a", off: int = 0, clinic_id: str = "") -> Fingerprints:
        """The fingerprints of a scan whose first spread is off by so many hundredths."""
        spreads = (50 + (self.apart + off) / 100, 13.0, 4.0)
        station = Station(1 / STATIONS, 1.0, 2.0, 3.0, 4.0)
        taken = SurfaceFingerprint(f"{surface}{self.apart}", spreads, (station,) * STATIONS)
        return of_clinic(clinic_id or self.practice.tenants.clinic, taken)

    def checked(self, file: File) -> CheckedScan:
        """The scan as an order is made from it."""
        ctx = self.practice.ctx()

        def work(unit: UnitOfWork) -> service.CheckedCase:
            return service.case_for_lab(unit, ctx, file.ids[0], [file.id]).checked

        (scan,) = ctx.store.run(work).scans
        return scan

    def twins(self, file: File) -> tuple[Twin, ...]:
        """Who is told of, as an order is made from the scan."""
        return self.checked(file).twins

    def scan(self, case_id: str = "", jaw: Jaw = Jaw.UPPER, **prints: object) -> File:
        """File a scan in a case, one of a new patient where none is named."""
        said = self.prints(**prints)  # type: ignore[arg-type]
        return self.alike(case_id or self.practice.case(), jaw, said)


@pytest.fixture(scope="module")
def shared() -> FiledTwins:
    return FiledTwins()


@pytest.fixture
def archive(shared: FiledTwins) -> FiledTwins:
    shared.other_mouth()
    return shared


def told(twins: tuple[Twin, ...]) -> list[tuple[str, str]]:
    return [(twin.likeness, twin.file_id) for twin in twins]


def test_the_same_scan_under_another_patient_is_told_of_from_both_sides(
    archive: FiledTwins,
) -> None:
    """Nobody knows which of the two is wrong. The clinic is told whose the other one is."""
    first = archive.scan()
    assert archive.twins(first) == ()
    second = archive.scan(jaw=Jaw.LOWER)
    for mine, theirs in ((first, second), (second, first)):
        case = archive.case(theirs.ids[0])
        assert archive.twins(mine) == (
            Twin(
                likeness=Likeness.SAME,
                patient_id=case.patient_id,
                reference=case.patient.reference,
                case_id=case.id,
                file_id=theirs.id,
                jaw=theirs.jaw,
                version=1,
            ),
        )


@pytest.mark.parametrize("how", ["another jaw", "an older version", "another case"])
def test_the_same_scan_of_the_same_patient_is_told_of(archive: FiledTwins, how: str) -> None:
    named = archive.practice.consented()
    case_id = archive.practice.case(**named)
    first = archive.scan(case_id)
    other = archive.practice.case(**named) if how == "another case" else case_id
    second = archive.scan(other, Jaw.LOWER if how == "another jaw" else Jaw.UPPER)
    assert told(archive.twins(second)) == [("same", first.id)]


def test_a_near_copy_is_told_of_under_another_patient_alone(archive: FiledTwins) -> None:
    """A mouth that was scanned again has nearly the same shape, and that is no mistake."""
    named = archive.practice.consented()
    first = archive.scan(archive.practice.case(**named))
    archive.scan(archive.practice.case(**named), surface="b", off=3)
    assert archive.twins(first) == ()
    strange = archive.scan(surface="c", off=SPREAD)
    assert told(archive.twins(first)) == [("near", strange.id)]


@pytest.mark.parametrize("off", [-SPREAD, SPREAD])
def test_a_near_copy_is_found_in_the_next_cell(archive: FiledTwins, off: int) -> None:
    first = archive.scan()
    near = archive.scan(surface="b", off=off)
    archive.scan(surface="c", off=off + (1 if off > 0 else -1))  # another mouth
    assert told(archive.twins(first)) == [("near", near.id)]


def test_another_clinic_is_neither_looked_at_nor_told(archive: FiledTwins) -> None:
    """Both filed the same file, with its fingerprints as each clinic has them."""
    mine = archive.scan()
    there = archive.practice.tenants.other_clinic
    case = records.case(archive.practice.tenants)
    case = case.model_copy(update={"clinic_id": there}).placed(ids.document_id())
    archive.practice.tenants.seed(case)
    archive.alike(case.id, Jaw.UPPER, archive.prints(clinic_id=there))
    assert archive.twins(mine) == ()
    inside = archive.scan()
    assert told(archive.twins(mine)) == [("same", inside.id)]


def test_what_may_not_be_used_is_not_told_of(archive: FiledTwins) -> None:
    """Once the consent is withdrawn, and once it is erased."""
    mine = archive.scan()
    named = archive.practice.consented()
    frozen = archive.scan(archive.practice.case(**named))
    assert told(archive.twins(mine)) == [("same", frozen.id)]
    archive.practice.withdraw(named["consent_id"])
    assert archive.twins(mine) == ()
    gone = archive.scan()
    assert told(archive.twins(mine)) == [("same", gone.id)]
    archive.practice.ctx().store.run(lambda unit: unit.delete(gone))
    assert archive.twins(mine) == ()


def test_a_scan_from_before_has_none(archive: FiledTwins) -> None:
    archive.scan()
    old = archive.file(archive.practice.case(), Jaw.UPPER)
    assert archive.twins(old) == ()


@pytest.mark.parametrize("features", [ScanFeatures(), None])
def test_what_shows_nothing_is_told_from_what_was_filed_before(
    archive: FiledTwins, features: ScanFeatures | None
) -> None:
    """A scan without a row of teeth or a hole was measured; one from before was not."""
    shown = archive.file(archive.practice.case(), Jaw.UPPER, features=features)
    assert archive.checked(shown).features == features


def test_so_many_are_told_of_the_same_ones_first(archive: FiledTwins) -> None:
    mine = archive.scan()
    near = [archive.scan(surface=f"b{n}", off=1).id for n in range(2)]
    same = [archive.scan().id for _ in range(MOST - 1)]
    found = told(archive.twins(mine))
    assert len(found) == MOST
    assert {file_id for how, file_id in found[:-1] if how == "same"} == set(same)
    assert found[-1][1] in near


def test_another_patients_is_told_of_however_often_one_was_sent_for_its_own(
    archive: FiledTwins,
) -> None:
    """The versions of before fill the list of twins, and what is dangerous comes first."""
    case_id = archive.practice.case()
    for _ in range(MOST):
        _superseded(archive, archive.scan(case_id))
    newest = archive.scan(case_id)
    strange = archive.scan(surface="b", off=1)
    found = told(archive.twins(newest))
    assert (len(found), found[0]) == (MOST, ("near", strange.id))


def test_a_mix_up_that_was_mended_is_not_told_of_for_ever(archive: FiledTwins) -> None:
    """The right scan took the place of the wrong one. An older version of one's own is told of."""
    mine = archive.scan()
    wrong = archive.scan()
    assert told(archive.twins(mine)) == [("same", wrong.id)]
    _superseded(archive, wrong)
    assert archive.twins(mine) == ()
    newer = archive.scan(mine.ids[0])
    _superseded(archive, mine)
    assert told(archive.twins(newer)) == [("same", mine.id)]


def _superseded(archive: FiledTwins, file: File) -> None:
    changed = file.model_copy(update={"superseded_by": ids.document_id()})
    archive.practice.tenants.seed(changed.placed(*file.ids))
