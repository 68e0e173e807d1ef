"""Files what passed of a case's archive: each part as an upload by itself would be, all at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.store import Store
from core.units import UnitOfWork
from scans.cases.models import Case
from scans.gate.admission import Passed
from scans.intake.filing import CaseFile, Shelf, counted, superseded
from scans.intake.unpacking import Unpacked
from scans.uploads.models import Upload


@dataclass(frozen=True)
class _CaseFiles:
    """The files of an archive, one of them at least."""

    case: Case
    files: Sequence[CaseFile]

    def takes(self) -> bool:
        return self.files[0].takes()

    def watchers(self) -> frozenset[str]:
        return self.files[0].watchers()

    def put(self, unit: UnitOfWork, store: Store, at: datetime) -> dict[str, Any]:
        for file in self.files:
            file.add(unit, store, at)
        unit.change(self.case, **counted(self.case, [file.upload for file in self.files]))
        return {}


def shelf(unit: UnitOfWork, upload: Upload, unpacked: Unpacked) -> Shelf | None:
    """Read what the parts are filed with; None where the case is gone.

    One read, and one for each scan that is superseded, five at most. Of an archive of which
    something passed.
    """
    case = unit.get(Case, upload.case_id) if upload.case_id else None
    if case is None:
        return None
    files = []
    for part in unpacked.parts:
        if isinstance(part.outcome, Passed):
            own = part.as_upload(upload)
            before = superseded(unit, case, own)
            files.append(CaseFile(own, case, before, part.outcome, part.objects))
    return _CaseFiles(case, files)
