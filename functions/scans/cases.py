"""Cases: opened with the consent that allows them, and the links to their files."""

from core import audit, links, settings
from core.context import Context
from core.idempotency import once
from core.queries import Query
from core.store import Unit
from scans.blobs import Blobs
from scans.errors import CaseNotFound, ConsentInFuture, FileNotFound
from scans.models import Case, Consent, File, Patient
from scans.requests import CaseOpened, FileLink, FileLinks, GetFileLinks, OpenCase

FILES = Query(File)

#: Files of one case that one call links at most; a full set of scans and photographs is below.
MAX_LINKS = 20

#: What a downloaded file's name ends in, for each type that the gate lets through.
_SUFFIXES = {
    "model/stl": ".stl",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
}


def open_case(ctx: Context, wish: OpenCase) -> CaseOpened:
    """Open a case and record the attestation that allows it. Four writes.

    Raises:
        ConsentInFuture, KeyReused.
    """
    now = ctx.clock.now()
    if wish.consent.obtained_at > now:
        raise ConsentInFuture
    clinic = _clinic(ctx)

    def work(unit: Unit) -> CaseOpened:
        opened = CaseOpened(case_id=ctx.store.new_id(), consent_id=ctx.store.new_id())
        consent = Consent(
            clinic_id=clinic,
            case_id=opened.case_id,
            attested_by=ctx.caller.uid,
            attested_at=now,
            **dict(wish.consent),
        )
        case = Case(
            clinic_id=clinic,
            patient=Patient(reference=wish.patient_reference, name=wish.patient_name),
            consent_id=opened.consent_id,
            opened_by=ctx.caller.uid,
            opened_at=now,
        )
        unit.create(consent, opened.consent_id)
        unit.create(case, opened.case_id)
        audit.record(unit, ctx, "scans.open_case", f"cases/{opened.case_id}")
        return opened

    return once(ctx, "scans_open_case", wish.idempotency_key, wish, CaseOpened, work)


def own_case(unit: Unit, ctx: Context, case_id: str) -> Case:
    """Read a case of the caller's clinic.

    Raises:
        CaseNotFound: there is none, or it is another clinic's; the two look alike.
    """
    case = unit.get(Case, case_id)
    if case is None or case.clinic_id != _clinic(ctx):
        raise CaseNotFound
    return case


def file_links(ctx: Context, blobs: Blobs, wish: GetFileLinks) -> FileLinks:
    """Sign links to the files of a case, one audit entry for each file, or none at all.

    Raises:
        CaseNotFound, FileNotFound.
    """

    def work(unit: Unit) -> list[File]:
        own_case(unit, ctx, wish.case_id)
        files = _files(unit, wish)
        for file in files:
            audit.record(unit, ctx, "scans.link_file", f"cases/{wish.case_id}/files/{file.id}")
        return files

    # The entries are committed before the first link is made: no link without its entry.
    files = ctx.store.run(work)
    return FileLinks(links=[_links(blobs, file) for file in files])


def _files(unit: Unit, wish: GetFileLinks) -> list[File]:
    under = Case.path_for(wish.case_id)
    if not wish.file_ids:
        found: list[File] = unit.find(FILES, under=under, limit=MAX_LINKS)
        return found
    files = [unit.get(File, wish.case_id, file_id) for file_id in sorted(set(wish.file_ids))]
    if None in files:
        raise FileNotFound
    return [file for file in files if file is not None]


def _links(blobs: Blobs, file: File) -> FileLink:
    minutes = settings.LINK_MINUTES.value
    content, picture = (
        links.sign(blobs.bucket, stored.name, stored.generation, minutes, name)
        for stored, name in (
            (file.content, f"{file.id}{_SUFFIXES.get(file.content.content_type, '')}"),
            (file.thumbnail, f"{file.id}.png"),
        )
    )
    return FileLink(
        file_id=file.id,
        url=content.url,
        thumbnail_url=picture.url,
        expires_at=content.expires_at,
    )


def _clinic(ctx: Context) -> str:
    if ctx.caller.org is None:
        raise CaseNotFound
    return ctx.caller.org
