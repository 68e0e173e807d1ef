"""The jobs of exports: build the archive, and delete it after some days."""

from datetime import datetime, timedelta

from core import audit, jobs, settings
from core.blobs import Blobs
from core.context import Context
from core.jobs import Job, JobKind
from core.objects import StoredObject
from core.units import UnitOfWork
from privacy.data_requests import submission
from privacy.data_requests.states import REQUEST, RequestAction
from privacy.export import disclosed
from privacy.export.archive import Archive
from privacy.export.building import Export, as_json, built, folder_of
from privacy.export.summary import Summary
from privacy.identity import AuthAccounts
from privacy.inventory.subjects import DataSubject
from privacy.models import PrivacyRequest, RequestState

_WAITING = frozenset({RequestState.RECEIVED, RequestState.RUNNING, RequestState.FAILED})


def export(ctx: Context, blobs: Blobs, accounts: AuthAccounts, job: Job) -> datetime | None:
    """Run the job of an export. A read for each document; the archive is one object.

    Raises:
        Exception: whatever stopped it; the request says that it failed until it is tried again.
    """
    request = ctx.store.run(lambda unit: _begin(unit, job.subject_id))
    if request is None:
        return None
    try:
        archive = _built(ctx, blobs, accounts, request)
    except Exception:
        ctx.store.run(lambda unit: _failed(unit, request.id))
        raise
    ctx.store.run(lambda unit: _finish(unit, ctx, request.id, archive))
    return None


def take_away(ctx: Context, blobs: Blobs, job: Job) -> datetime | None:
    """Run the job that deletes an archive after some days."""
    request_id = job.subject_id
    blobs.discard_all(list(blobs.names(folder_of(request_id))))

    def work(unit: UnitOfWork) -> None:
        request = unit.get(PrivacyRequest, request_id)
        if request is not None and request.archive is not None:
            unit.change(request, archive=None)
            audit.record(unit, ctx, "privacy.take_export_away", job.subject)

    ctx.store.run(work)
    return None


def _begin(unit: UnitOfWork, request_id: str) -> PrivacyRequest | None:
    request = unit.get(PrivacyRequest, request_id)
    if request is None or request.state not in _WAITING:
        return None
    if request.state is RequestState.RUNNING:
        return request
    return unit.change(request, state=REQUEST.must(request.state, RequestAction.BEGIN).to)


def _failed(unit: UnitOfWork, request_id: str) -> None:
    request = unit.get(PrivacyRequest, request_id)
    if request is not None and REQUEST.allows(request.state, RequestAction.FAIL):
        unit.change(request, state=RequestState.FAILED)


def _finish(unit: UnitOfWork, ctx: Context, request_id: str, archive: StoredObject) -> None:
    request = unit.get(PrivacyRequest, request_id)
    if request is None or request.state is not RequestState.RUNNING:
        return
    until = ctx.clock.now() + timedelta(days=settings.EXPORT_DAYS.value)
    done = REQUEST.must(request.state, RequestAction.FINISH).to
    submission.close(unit, ctx, request, done, archive=archive, archive_until=until)
    path = PrivacyRequest.path_for(request.id)
    jobs.promise(unit, ctx, f"export-{request.id}", JobKind.EXPORT_EXPIRY, path, until)
    audit.record(unit, ctx, "privacy.export", path)


def _built(
    ctx: Context, blobs: Blobs, accounts: AuthAccounts, request: PrivacyRequest
) -> StoredObject:
    subject = DataSubject.at(request.subject)
    summary = Summary(subject.kind, request)

    def fill(archive: Archive) -> None:
        Export(ctx, blobs, archive, subject, summary).write(accounts)
        if told := disclosed.told(ctx.store, subject):
            archive.add("data/disclosures.json", as_json(told))
            summary.tell(told)
        archive.add("summary.html", summary.page().encode())

    return built(blobs, request.id, request.asked_at, fill)
