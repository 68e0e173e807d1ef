"""The job of a disclosure's archive: builds it, and deletes it when its time is over."""

from datetime import datetime, timedelta

from core import audit, settings
from core.blobs import Blobs
from core.context import Context
from core.jobs import Job
from core.objects import StoredObject
from core.units import UnitOfWork
from privacy.export.archive import Archive
from privacy.export.building import Export, as_json, built, folder_of
from privacy.identity import AuthAccounts
from privacy.inventory.subjects import DataSubject
from privacy.models import Disclosure, DisclosureState


def keep(ctx: Context, blobs: Blobs, accounts: AuthAccounts, job: Job) -> datetime | None:
    """Run the job of an archive: build it, and delete it when its time is over.

    Its time is some days, and ends before with the approval. A read for each record in it; when it
    is there, the job is due again at its end.

    Raises:
        ObjectMissingError: a record names an object that is gone: half an answer is none.
    """
    found = ctx.store.get(Disclosure, job.subject_id)
    if found is None:
        return None
    approved, now = found.state is DisclosureState.APPROVED, ctx.clock.now()
    if approved and found.archive is None:
        archive = _built(ctx, blobs, accounts, found)
        if until := ctx.store.run(lambda unit: _finish(unit, ctx, found.id, archive)):
            return until
    elif approved and found.archive_until is not None and now < found.archive_until:
        return found.archive_until
    blobs.discard_all(list(blobs.names(folder_of(found.id))))
    ctx.store.run(lambda unit: _forget(unit, ctx, found.id))
    return None


def _built(ctx: Context, blobs: Blobs, accounts: AuthAccounts, found: Disclosure) -> StoredObject:
    """Build it: what each path of the scope names in a folder of its own, and what it is."""

    def fill(archive: Archive) -> None:
        contents = []
        for number, path in enumerate(found.scope, start=1):
            folder = f"{number}/"
            export = Export(ctx, blobs, archive, DataSubject.at(path), folder=folder)
            records = export.write(accounts)
            contents.append({"scope": path, "folder": folder, "records": records})
        said = found.model_dump(include={"authority", "file_number", "ground", "decided_at"})
        archive.add("disclosure.json", as_json({**said, "contents": contents}))

    return built(blobs, found.id, found.decided_at or found.requested_at, fill)


def _finish(
    unit: UnitOfWork, ctx: Context, disclosure_id: str, archive: StoredObject
) -> datetime | None:
    """Note the archive; None where the approval ended while it was built."""
    found = unit.get(Disclosure, disclosure_id)
    if found is None or found.state is not DisclosureState.APPROVED:
        return None
    until = ctx.clock.now() + timedelta(days=settings.EXPORT_DAYS.value)
    unit.change(found, archive=archive, archive_until=until)
    audit.record(unit, ctx, "privacy.export_disclosure", Disclosure.path_for(found.id))
    return until


def _forget(unit: UnitOfWork, ctx: Context, disclosure_id: str) -> None:
    found = unit.get(Disclosure, disclosure_id)
    if found is not None and found.archive is not None:
        unit.change(found, archive=None)
        path = Disclosure.path_for(found.id)
        audit.record(unit, ctx, "privacy.take_disclosure_away", path)
