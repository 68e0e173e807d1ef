"""Signed links, for the clinic itself: to its files, their pictures, and consents' forms."""

from core import audit
from core.blobs import Blobs
from core.context import Context
from core.downloads import Fetched, link_to, signed
from core.machines import Party
from core.objects import StoredObject
from core.store import Unit
from scans.cases import own_case
from scans.consents import own_consent
from scans.errors import FileNotFound, FormNotFound
from scans.models import File
from scans.requests.cases import FileLinks, GetFileLinks
from scans.requests.patients import FormLink, GetFormLink
from scans.states import CASE, CaseAction


def file_links(ctx: Context, blobs: Blobs, wish: GetFileLinks) -> FileLinks:
    """Sign links to files of a case, one audit entry for each file, or none at all.

    Reads the case and each file; writes an entry for each file.

    Raises:
        CaseNotFound, WrongCaseStatus, FileNotFound.
    """

    def work(unit: Unit) -> list[File]:
        case = own_case(unit, ctx, wish.case_id)
        CASE.must(case.status, CaseAction.LINK, Party.CLINIC)
        files = [unit.get(File, wish.case_id, file_id) for file_id in sorted(set(wish.file_ids))]
        found = [file for file in files if file is not None]
        if len(found) < len(files):
            raise FileNotFound
        for file in found:
            audit.record(unit, ctx, "scans.link_file", f"cases/{wish.case_id}/files/{file.id}")
        return found

    # The entries are committed before the first link is made: no link without its entry.
    return FileLinks(links=signed(blobs, map(_fetched, ctx.store.run(work))))


def form_link(ctx: Context, blobs: Blobs, wish: GetFormLink) -> FormLink:
    """Sign a link to the photo of the signed form; its audit entry is committed before.

    One read, one write. A form outlives the consent's withdrawal until it is erased: it shows what
    was consented to.

    Raises:
        ConsentNotFound, FormNotFound.
    """

    def work(unit: Unit) -> StoredObject:
        consent = own_consent(unit, ctx, wish.consent_id)
        if consent.form is None:
            raise FormNotFound
        audit.record(unit, ctx, "scans.link_form", f"consents/{consent.id}")
        return consent.form

    form = ctx.store.run(work)
    link = link_to(blobs, form, wish.consent_id)
    return FormLink(url=link.url, expires_at=link.expires_at)


def _fetched(file: File) -> Fetched:
    pictures = file.pictures.model_dump()
    return Fetched(file_id=file.id, name=file.id, content=file.content, pictures=pictures)
