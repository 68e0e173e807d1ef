"""The register of disclosures: one admin enters a demand, a second one decides.

Somebody else's data leaves by an approved demand alone, as an archive of exactly what it names.
"""

from core import audit, jobs, links
from core.blobs import Blobs
from core.context import Context
from core.idempotency import once
from core.jobs import JobKind
from core.machines import Party
from core.objects import StoredObject
from core.queries import Query
from core.units import UnitOfWork
from privacy.data_requests.errors import ExportNotReady
from privacy.data_requests.requests import ExportLink
from privacy.disclosures.errors import DisclosureNotFound, OwnDisclosure
from privacy.disclosures.requests import (
    DecideDisclosure,
    DisclosureNow,
    DisclosureRow,
    Disclosures,
    ListDisclosures,
    OneDisclosure,
    RecordDisclosure,
    RequestDisclosure,
)
from privacy.disclosures.states import DISCLOSURE, DisclosureAction
from privacy.models import Disclosure, DisclosureState, Fetching

BY_STATE = Query(Disclosure, where=(("state", "=="),), order=(("requested_at", "ASCENDING"),))


def request(ctx: Context, request: RequestDisclosure) -> DisclosureNow:
    """Enter an authority's demand. One read, three writes.

    Raises:
        KeyReused.
    """

    def work(unit: UnitOfWork) -> DisclosureNow:
        state = DISCLOSURE.must(None, DisclosureAction.REQUEST, Party.ADMIN).to
        said = request.model_dump(exclude={"idempotency_key"})
        by = {"requested_by": ctx.caller.uid, "requested_at": ctx.clock.now()}
        made = Disclosure(state=state, **said, **by).placed(ctx.store.new_id())
        unit.create(made, made.id)
        audit.record(unit, ctx, "privacy.request_disclosure", Disclosure.path_for(made.id))
        return _now(made)

    name = "privacy/request_disclosure"
    return once(ctx, name, request.idempotency_key, request, DisclosureNow, work)


def decide(ctx: Context, request: DecideDisclosure) -> DisclosureNow:
    """Approve or refuse what another admin entered. One read, two writes.

    Decided so already, it changes nothing.

    Raises:
        DisclosureNotFound, WrongDisclosureState.
        OwnDisclosure: the caller entered it.
    """
    action = DisclosureAction.APPROVE if request.approve else DisclosureAction.REFUSE

    def work(unit: UnitOfWork) -> DisclosureNow:
        found = _found(unit, request.disclosure_id)
        if found.requested_by == ctx.caller.uid:
            raise OwnDisclosure
        by = {"decided_by": ctx.caller.uid, "decided_at": ctx.clock.now()}
        return _step(unit, ctx, found, action, **by)

    return ctx.store.run(work)


def record(ctx: Context, request: RecordDisclosure) -> DisclosureNow:
    """Note what was handed over, by its hash, once it was approved. One read, two writes.

    Noted already, it changes nothing.

    Raises:
        DisclosureNotFound, WrongDisclosureState.
        DoneOtherwise: another file was handed over.
    """

    def work(unit: UnitOfWork) -> DisclosureNow:
        found = _found(unit, request.disclosure_id)
        by = {"disclosed_by": ctx.caller.uid, "disclosed_at": ctx.clock.now()}
        return _step(unit, ctx, found, DisclosureAction.DISCLOSE, digest=request.digest, **by)

    return ctx.store.run(work)


def build(ctx: Context, request: OneDisclosure) -> DisclosureNow:
    """Have the archive built of all that an approved demand names. One read, three writes.

    Where it stands already, it stays until its time is over.

    Raises:
        DisclosureNotFound, WrongDisclosureState.
    """

    def work(unit: UnitOfWork) -> DisclosureNow:
        found = _found(unit, request.disclosure_id)
        now = _step(unit, ctx, found, DisclosureAction.BUILD)
        _wake(unit, ctx, found)
        return now

    return ctx.store.run(work)


def archive_link(ctx: Context, blobs: Blobs, request: OneDisclosure) -> ExportLink:
    """Sign a link to the archive, minutes long; entry and note on the demand are written before.

    One read, two writes.

    Raises:
        DisclosureNotFound, WrongDisclosureState.
        ExportNotReady: it is not built yet, or was taken away again.
    """

    def work(unit: UnitOfWork) -> StoredObject:
        found = _found(unit, request.disclosure_id)
        fetching = Fetching(by=ctx.caller.uid, at=ctx.clock.now())
        _step(unit, ctx, found, DisclosureAction.FETCH, fetches=[*found.fetches, fetching])
        if found.archive is None:
            raise ExportNotReady
        return found.archive

    archive = ctx.store.run(work)
    link = links.to_object(blobs, archive, f"scanner-disclosure-{request.disclosure_id}.zip")
    return ExportLink(url=link.url, expires_at=link.expires_at)


def list_disclosures(ctx: Context, request: ListDisclosures) -> Disclosures:
    """Return one page of the disclosures in a state, the oldest first; it is on record.

    A read per disclosure, one write.

    Raises:
        CursorInvalid.
    """
    page = audit.page_shown(
        ctx,
        "privacy.list_disclosures",
        BY_STATE,
        request.state,
        limit=request.limit,
        cursor=request.cursor,
    )
    rows = [DisclosureRow.of(each) for each in page.items]
    return Disclosures(disclosures=rows, cursor=page.cursor)


def _found(unit: UnitOfWork, disclosure_id: str) -> Disclosure:
    found = unit.get(Disclosure, disclosure_id)
    if found is None:
        raise DisclosureNotFound
    return found


def _step(
    unit: UnitOfWork, ctx: Context, found: Disclosure, action: DisclosureAction, **changes: object
) -> DisclosureNow:
    step = DISCLOSURE.step(found.state, action, Party.ADMIN, kept=found, said=changes)
    if step is None:
        return _now(found)
    path = Disclosure.path_for(found.id)
    audit.record(unit, ctx, f"privacy.{action}_disclosure", path)
    if found.archive is not None and step.to is not DisclosureState.APPROVED:
        _wake(unit, ctx, found)  # it goes when what it was built for is over
    return _now(unit.change(found, state=step.to, **changes))


def _wake(unit: UnitOfWork, ctx: Context, found: Disclosure) -> None:
    """Have the archive looked after now: built, or taken away. One write."""
    path, now = Disclosure.path_for(found.id), ctx.clock.now()
    jobs.promise(unit, ctx, f"disclosure-{found.id}", JobKind.DISCLOSURE, path, now)


def _now(found: Disclosure) -> DisclosureNow:
    return DisclosureNow(disclosure_id=found.id, state=found.state)
