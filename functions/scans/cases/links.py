"""Signs links to the files of a case and their pictures, for the clinic itself."""

from core import audit
from core.access import Caller
from core.blobs import Blobs
from core.context import Context
from core.downloads import Fetched, signed
from core.machines import Party
from core.reading import Key
from core.units import UnitOfWork
from scans.cases.errors import FileNotFound
from scans.cases.lifecycle import own_case
from scans.cases.models import File
from scans.cases.requests import CaseFileLinks, GetCaseFileLinks
from scans.cases.states import CASE, CaseAction


def file_links(ctx: Context, blobs: Blobs, request: GetCaseFileLinks) -> CaseFileLinks:
    """Sign links to files of a case, one audit entry for each file, or none at all.

    Reads the case and each file; writes an entry for each file.

    Raises:
        CaseNotFound, WrongCaseStatus, GuardianRequired, FileNotFound.
    """

    def work(unit: UnitOfWork) -> list[File]:
        case = own_case(unit, ctx, request.case_id)
        CASE.must(case.status, CaseAction.LINK, Party.CLINIC)
        wanted = ((request.case_id, file_id) for file_id in sorted(set(request.file_ids)))
        files = unit.get_all(File, *wanted)
        found = [file for file in files if file is not None]
        if len(found) < len(files):
            raise FileNotFound
        for file in found:
            audit.record(unit, ctx, "scans.link_file", f"cases/{request.case_id}/files/{file.id}")
        return found

    # The entries are committed before the first link is made: no link without its entry.
    return CaseFileLinks(links=signed(blobs, map(_fetched, ctx.store.run(work))))


def files_wanted(_: Caller, request: GetCaseFileLinks) -> list[Key]:
    """Return the files, which `file_links` reads."""
    return [(File, request.case_id, file_id) for file_id in sorted(set(request.file_ids))]


def _fetched(file: File) -> Fetched:
    pictures = file.pictures.model_dump() if file.pictures is not None else {}
    return Fetched(file_id=file.id, name=file.id, content=file.content, pictures=pictures)
