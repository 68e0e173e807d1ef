"""Signed links, for the clinic itself: to its files, their pictures, and consents' forms."""

from core import audit, links
from core.blobs import Blobs
from core.context import Context
from core.links import Link
from core.machines import Party
from core.objects import StoredObject
from core.store import Unit
from scans.cases import own_case
from scans.consents import own_consent
from scans.errors import FileNotFound, FormNotFound
from scans.models import File
from scans.requests.cases import FileLink, FileLinks, GetFileLinks
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
    return FileLinks(links=[_links(blobs, file) for file in ctx.store.run(work)])


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
    link = _link(blobs, form, wish.consent_id)
    return FormLink(url=link.url, expires_at=link.expires_at)


def _links(blobs: Blobs, file: File) -> FileLink:
    content = _link(blobs, file.content, file.id)
    thumbnail = _link(blobs, file.pictures.thumbnail, f"{file.id}-thumbnail")
    preview, sheet = file.pictures.preview, file.pictures.sheet
    return FileLink(
        file_id=file.id,
        url=content.url,
        thumbnail_url=thumbnail.url,
        preview_url=_link(blobs, preview, f"{file.id}-preview").url if preview else None,
        sheet_url=_link(blobs, sheet, f"{file.id}-sheet").url if sheet else None,
        expires_at=content.expires_at,
    )


def _link(blobs: Blobs, stored: StoredObject, name: str) -> Link:
    filename = f"{name}{links.suffix_of(stored.content_type)}"
    return links.to_object(blobs.bucket, stored, filename)
