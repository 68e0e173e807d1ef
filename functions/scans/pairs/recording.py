"""Measures the scans of a case beside each other, and records it once.

Whatever stops it half way, the next attempt finds what is recorded and does what is left. What is
recorded of two files holds for ever: neither of them changes.
"""

from collections.abc import Sequence

from core.blobs import Blobs
from core.clock import Clock
from core.objects import StoredObject
from core.store import Store
from core.units import UnitOfWork
from scans.cases.models import Case, CaseStatus, File
from scans.checks.models import PairFigures
from scans.gate.stl import Mesh
from scans.pairs import measuring
from scans.pairs.models import BiteCheck, PairCheck, pair_id
from scans.uploads.models import Jaw

_JAWS = (Jaw.UPPER, Jaw.LOWER)
_BITES = (Jaw.BITE, Jaw.BITE_RIGHT, Jaw.BITE_LEFT)
_PNG = "image/png"


def record(store: Store, blobs: Blobs, clock: Clock, case: Case, file: File) -> None:
    """Measure a scan of a case that was drawn beside the other ones, where they are there.

    What of the others is not drawn yet is measured once it is: so each pair has its turn.

    No read where there is nothing to compare, at most six where all is recorded already. Else 15
    reads and three writes at most: for the two jaws with the bites, for the scan of the same jaw
    that it superseded, and for one that superseded it before it was drawn. A scan is read from the
    bucket for each of them; a picture is written.
    """
    if case.status is CaseStatus.FROZEN:
        return
    comparing = _Comparing(store, blobs, clock, case, file)
    if file.jaw in _JAWS:
        if file.arch is None:
            return
        if file.supersedes is not None:
            comparing.succession(file.id, file.supersedes)
        if file.superseded_by is not None:
            comparing.succession(file.superseded_by, file.id)
    if case.current.keys() >= set(_JAWS):
        comparing.opposition()


class _Comparing:
    """Compares a scan that became ready with the others of its case."""

    def __init__(self, store: Store, blobs: Blobs, clock: Clock, case: Case, file: File) -> None:
        self._store, self._blobs, self._clock, self._case = store, blobs, clock, case
        self._arrived = file

    def succession(self, newer_id: str, older_id: str) -> None:
        """Record whether a scan and the one whose place it took are those of two jaws."""
        newer, older = self._file(newer_id), self._file(older_id)
        if newer is None or older is None or newer.arch is None or older.arch is None:
            return
        if self._recorded(newer, older) is not None:
            return
        if (surfaces := self._surfaces(newer, older)) is not None:
            self._record(newer, older, measuring.succeeding(*surfaces))

    def opposition(self) -> None:
        """Record how the two jaws that count meet, and how the scans of the bite lie on them."""
        now = self._case.current
        upper, lower = (self._file(now[jaw]) for jaw in _JAWS)
        if upper is None or lower is None or upper.arch is None or lower.arch is None:
            return
        recorded = self._recorded(upper, lower)
        known = {bite.file_id for bite in recorded.bites} if recorded else set()
        bites = [now[jaw] for jaw in _BITES if jaw in now and now[jaw] not in known]
        if recorded is not None and not bites:
            return
        if (surfaces := self._surfaces(upper, lower)) is None:
            return
        checks = [check for each in bites if (check := self._bite(each, *surfaces)) is not None]
        if recorded is not None:
            self._record(upper, lower, recorded.figures, bites=checks)
            return
        figures, drawn = measuring.opposed(*surfaces)
        self._record(upper, lower, figures, drawn, checks)

    def _file(self, file_id: str) -> File | None:
        if file_id == self._arrived.id:
            return self._arrived
        return self._store.get(File, self._case.id, file_id)

    def _recorded(self, first: File, second: File) -> PairCheck | None:
        return self._store.get(PairCheck, self._case.id, pair_id(first.id, second.id))

    def _surfaces(self, first: File, second: File) -> tuple[Mesh, Mesh] | None:
        """Read the surfaces of two jaws; None where one is gone."""
        one, other = self._surface(first), self._surface(second)
        return (one, other) if one is not None and other is not None else None

    def _surface(self, file: File) -> Mesh | None:
        stored = file.content
        data = self._blobs.read(stored.name, stored.generation, most=stored.byte_size)
        return measuring.surface(data) if data is not None else None

    def _bite(self, file_id: str, upper: Mesh, lower: Mesh) -> BiteCheck | None:
        file = self._file(file_id)
        bite = self._surface(file) if file is not None else None
        if bite is None:
            return None
        return BiteCheck(file_id=file_id, figures=measuring.bitten(bite, upper, lower))

    def _record(
        self,
        first: File,
        second: File,
        figures: PairFigures,
        drawn: bytes | None = None,
        bites: Sequence[BiteCheck] = (),
    ) -> None:
        """Write it down, unless another attempt has, or the case may be used no more."""
        picture = self._pictured(first, second, drawn) if drawn is not None else None
        check = PairCheck(
            clinic_id=self._case.clinic_id,
            first_file_id=first.id,
            second_file_id=second.id,
            first_jaw=first.jaw,
            second_jaw=second.jaw,
            figures=figures,
            occlusion=picture,
            bites=list(bites),
            at=self._clock.now(),
        )
        written = self._store.run(lambda unit: _written(unit, self._case.id, check))
        if not written and picture is not None:
            self._blobs.discard_all([picture.name])

    def _pictured(self, first: File, second: File, drawn: bytes) -> StoredObject:
        case = self._case
        folder = f"cases/{case.clinic_id}/{case.id}/pairs/{pair_id(first.id, second.id)}"
        return self._blobs.write(f"{folder}/occlusion", drawn, _PNG, picture=True)


def _written(unit: UnitOfWork, case_id: str, check: PairCheck) -> bool:
    """Write a pair, or add the bites that one lacks; false where none may be written any more."""
    case = unit.get(Case, case_id)
    ids = (case_id, pair_id(check.first_file_id, check.second_file_id))
    there = unit.get(PairCheck, *ids)
    if case is None or case.status is CaseStatus.FROZEN:
        return there is not None
    if there is None:
        unit.create(check, *ids)
        return True
    known = {bite.file_id for bite in there.bites}
    if more := [bite for bite in check.bites if bite.file_id not in known]:
        unit.change(there, bites=[*there.bites, *more])
    return True
