"""Scans that a laboratory wants anew, on the timeline of whoever made them."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.context import Context
from core.machines import Party
from core.units import UnitOfWork
from scans.cases import timeline
from scans.cases.models import File, Judged, Verdict
from scans.gate.models import FileKind
from scans.uploads.models import side_of


@dataclass(frozen=True)
class Rescan:
    """New scans that a lab asks for, and by whom those were made that it cannot work with."""

    case_id: str
    clinic_id: str
    sides: frozenset[str]

    def write(self, unit: UnitOfWork, ctx: Context, **refs: str) -> None:
        """Add it to the case's timeline: a line, and a write, for each side that made a scan."""
        entry = ("rescan_request", ctx.caller.uid, Party.LAB, ctx.clock.now())
        for side in sorted(self.sides):
            scan = Judged(by=side, verdict=Verdict.RESCAN)
            timeline.add_for(unit, ctx.store, self.case_id, self.clinic_id, entry, scan, **refs)


def rescan(unit: UnitOfWork, case_id: str, file_ids: Sequence[str]) -> Rescan | None:
    """Read whose scans a lab wants anew; None where there are none any more. A read for each."""
    found = unit.get_all(File, *((case_id, file_id) for file_id in file_ids))
    made = [file for file in found if file is not None and file.kind is FileKind.STL]
    if not made:
        return None
    sides = {side_of(file.visit_id, file.uploaded_by, file.clinic_id) for file in made}
    return Rescan(case_id, made[0].clinic_id, frozenset(sides))
