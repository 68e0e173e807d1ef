"""Draws a scan after it is ready: its pictures, and what the case check measures on it.

Nobody waits for them to have the scan. All is made of the clean copy, so that the landing zone is
empty before it begins, and stored in one transaction: whoever reads a file finds it drawn, or not.
"""

from core import log
from core.blobs import Blobs, NewObject
from core.store import Store
from core.units import UnitOfWork
from scans.cases.models import Case, CaseStatus, File
from scans.checks import likeness
from scans.gate import admission, limit_settings
from scans.gate.admission import Drawn, ScanSurface
from scans.intake.filing import CONTENT, PICTURES, Objects, pictures

Filed = tuple[Case, File]


def filed(store: Store, case_id: str, file_id: str) -> File | Filed | None:
    """Return a scan: by itself where it is still to be drawn, else with its case.

    None where it is gone. Two reads at most.
    """
    file = store.get(File, case_id, file_id)
    if file is None or not file.drawn:
        return file
    case = store.get(Case, case_id)
    return (case, file) if case is not None else None


def draw(store: Store, blobs: Blobs, file: File, surface: ScanSurface | None) -> Filed | None:
    """Draw a scan, and record it once; an attempt that comes second finds it, and changes nothing.

    Two reads and a write; four objects at most.

    Args:
        store: where it is recorded.
        blobs: where its objects lie.
        file: the scan, as it was filed.
        surface: its surface, where that is at hand; else the clean copy is read.

    Returns:
        The scan and its case as they are recorded; None where it may be used no more, as it was
        erased or the consent withdrawn: then no picture of it is left. None, too, where the limits
        were lowered so far meanwhile that it cannot be drawn: the log says so.
    """
    surface = surface or _surface(blobs, file)
    if surface is None:
        return None
    drawn = admission.draw(surface, file.jaw.name_of_jaw)
    if drawn.unmeasured is not None:
        log.failure("scan not measured", drawn.unmeasured, upload=file.id)
    folder = file.content.name.removesuffix(f"/{CONTENT}")
    made = [
        NewObject(f"{folder}/{name}", picture.data, picture.content_type, picture=True)
        for name, picture in drawn.pictures.items()
    ]
    objects = dict(zip(drawn.pictures, blobs.write_all(made), strict=True))
    recorded = store.run(lambda unit: _record(unit, file, drawn, objects))
    if recorded is None:
        blobs.discard(folder, PICTURES)
    return recorded


def _surface(blobs: Blobs, file: File) -> ScanSurface | None:
    """Read the surface of a clean copy; None, and in the log why, where it is not to be drawn.

    The limits of today hold: they are lowered where an instance could not bear more.
    """
    stored = file.content
    data = blobs.read(stored.name, stored.generation, most=stored.byte_size)
    if data is None:
        log.warn("scan not drawn", upload=file.id, reason="content-gone")
        return None
    found = admission.surface_of(data, limit_settings.current())
    if isinstance(found, ScanSurface):
        return found
    log.warn("scan not drawn", upload=file.id, reason=found.findings[0].code)
    return None


def _record(unit: UnitOfWork, drawn_from: File, drawn: Drawn, objects: Objects) -> Filed | None:
    case_id, file_id = drawn_from.ids
    unit.ahead((Case, case_id), (File, case_id, file_id))
    case, file = unit.get(Case, case_id), unit.get(File, case_id, file_id)
    if case is None or file is None:
        return None
    if file.drawn:
        return case, file
    if case.status is CaseStatus.FROZEN:
        return None
    taken = drawn.fingerprint
    return case, unit.change(
        file,
        pictures=pictures(objects),
        features=drawn.features,
        fingerprints=likeness.of_clinic(case.clinic_id, taken) if taken is not None else None,
    )
