"""Signs links to the files of an order for its lab, each on record before it is made."""

from collections.abc import Sequence
from datetime import timedelta

from core import audit, downloads, log, settings
from core.blobs import Blobs
from core.clock import day_of
from core.context import Context
from core.downloads import Fetched, Occlusion
from core.machines import Party
from core.units import UnitOfWork
from labs.links.errors import FileNotInOrder, LinksUsedUp
from labs.links.models import LinkCount, Share
from labs.links.requests import GetOrderFileLinks, OrderFileLinks
from labs.orders.errors import OrderNotFound, WrongOrderState
from labs.orders.models import Order, SharedFile
from labs.orders.sides import shared_patient, side
from labs.orders.states import LINKING
from scans import service as scans


def file_links(ctx: Context, blobs: Blobs, request: GetOrderFileLinks) -> OrderFileLinks:
    """Sign links to files of an order for a member of its lab.

    The picture of the occlusion goes along where both its scans are asked for. Four reads, and one
    for each file that was sent before it was drawn; for each file, and each such picture, an audit
    entry and a share, and one write for the day's count: all of them, or no link.

    Raises:
        OrderNotFound: there is none, or it is another lab's.
        WrongOrderState: the order is over, or waits for new scans.
        NotShared, CaseNotFound, FileNotInOrder.
        LinksUsedUp: the member had as many as a day allows.
    """

    def work(unit: UnitOfWork) -> tuple[list[Fetched], list[Occlusion]]:
        order, party = side(unit, ctx, request.order_id)
        if party is not Party.LAB:
            raise OrderNotFound
        if order.state not in LINKING:
            raise WrongOrderState(state=order.state, action="link")
        patient_id = shared_patient(unit, order)
        held = {file.file_id: file for file in order.files}
        asked = sorted(set(request.file_ids))
        if not held.keys() >= set(asked):
            raise FileNotInOrder
        files = _fetched(unit, order, [held[file_id] for file_id in asked])
        pictures = _occlusions(order, asked)
        given = [*files, *(each.fetched for each in pictures)]
        on_record(unit, ctx, order, party, patient_id, given)
        return files, pictures

    files, pictures = ctx.store.run(work)
    return OrderFileLinks(
        links=downloads.signed(blobs, files),
        occlusions=[each.signed(blobs) for each in pictures],
    )


def on_record(
    unit: UnitOfWork,
    ctx: Context,
    order: Order,
    party: Party,
    patient_id: str,
    files: Sequence[Fetched],
) -> None:
    """Record who is given what: an audit entry a file; for a lab a share each, and the day's count.

    They are committed before the first link is made: no link without them.

    Raises:
        LinksUsedUp: the lab's member had as many as a day allows.
    """
    if party is Party.LAB and files:
        unit.put(_counted(unit, ctx, len(files)))
        for file in files:
            unit.create(_share(ctx, order, file, patient_id), ctx.store.new_id())
    for file in files:
        audit.record(unit, ctx, "labs.link_file", Order.path_for(order.id), file=file.file_id)


def _occlusions(order: Order, asked: Sequence[str]) -> list[Occlusion]:
    """Return the pictures of those pairs of which both scans were asked for."""
    return [
        Occlusion(pair.pair_id, tuple(pair.file_ids), pair.occlusion)
        for pair in order.pairs
        if pair.occlusion is not None and set(pair.file_ids) <= set(asked)
    ]


def _fetched(unit: UnitOfWork, order: Order, files: Sequence[SharedFile]) -> list[Fetched]:
    """Return files to link to; of those that were sent before they were drawn, what was drawn."""
    late = [file.file_id for file in files if not file.pictures]
    drawn = scans.pictures_of(unit, order.case_id, late) if late else {}
    return [
        Fetched(
            file.file_id,
            f"{order.id}-{file.jaw}-{file.version}",
            file.content,
            file.pictures or drawn.get(file.file_id, {}),
        )
        for file in files
    ]


def _counted(unit: UnitOfWork, ctx: Context, more: int) -> LinkCount:
    """Return the day's count with more links in it; a day is one of India.

    Raises:
        LinksUsedUp: that is beyond the cap.
    """
    uid, day = ctx.caller.uid, day_of(ctx.clock.now()).isoformat()
    name = f"{uid}-{day}"
    before = unit.get(LinkCount, name)
    files = (before.files if before else 0) + more
    most = settings.LAB_LINKS_A_DAY.value
    if files > most:
        err = LinksUsedUp(limit=most)
        log.failure("links used up", err, uid=uid, files=files)  # what an alert is made on
        raise err
    return LinkCount(uid=uid, day=day, files=files).placed(name)


def _share(ctx: Context, order: Order, file: Fetched, patient_id: str) -> Share:
    now = ctx.clock.now()
    return Share(
        clinic_id=order.clinic_id,
        patient_id=patient_id,
        case_id=order.case_id,
        order_id=order.id,
        lab_id=order.lab_id,
        uid=ctx.caller.uid,
        file_id=file.file_id,
        generation=file.content.generation,
        at=now,
        expires_at=now + timedelta(minutes=settings.LINK_MINUTES.value),
    )
