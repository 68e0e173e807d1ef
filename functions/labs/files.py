"""Links for labs: to the files of an order, minutes long, each on record before it is made."""

from datetime import timedelta

from core import audit, links, log, settings
from core.blobs import Blobs
from core.clock import day_of
from core.context import Context
from core.links import Link
from core.machines import Party
from core.objects import StoredObject
from core.store import Unit
from labs.errors import FileNotInOrder, LinksUsedUp, NotShared, OrderNotFound, WrongOrderState
from labs.models import LinkCount, Order, Share, SharedFile
from labs.moving import seen
from labs.requests.files import FileLink, FileLinks, GetFileLinks
from labs.states import LINKING
from scans import service as scans


def file_links(ctx: Context, blobs: Blobs, wish: GetFileLinks) -> FileLinks:
    """Sign links to files of an order for a member of its lab.

    Four reads; for each file an audit entry and a share, and one write for the day's count: all of
    them, or no link.

    Raises:
        OrderNotFound: there is none, or it is another lab's.
        WrongOrderState: the order is over, or waits for new scans.
        NotShared: the consent was withdrawn, or the case is frozen; nothing may be shared any more.
        FileNotInOrder.
        LinksUsedUp: the member had as many as a day allows.
    """

    def work(unit: Unit) -> list[tuple[Order, SharedFile]]:
        order, party = seen(unit, ctx, wish.order_id)
        if party is not Party.LAB:
            raise OrderNotFound
        if order.state not in LINKING:
            raise WrongOrderState(state=order.state, action="link")
        sharing = scans.sharing(unit, order.case_id)
        if sharing.refusal is not None:
            raise NotShared(why=sharing.refusal)
        held = {file.file_id: file for file in order.files}
        asked = sorted(set(wish.file_ids))
        if not held.keys() >= set(asked):
            raise FileNotInOrder
        count = _counted(unit, ctx, len(asked))
        unit.put(count)
        for file_id in asked:
            _record(unit, ctx, order, held[file_id], sharing.patient_id)
        return [(order, held[file_id]) for file_id in asked]

    # Shares and entries are committed before the first link is made: no link without them.
    return FileLinks(links=[_links(blobs, order, file) for order, file in ctx.store.run(work)])


def _counted(unit: Unit, ctx: Context, more: int) -> LinkCount:
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


def _record(unit: Unit, ctx: Context, order: Order, file: SharedFile, patient_id: str) -> None:
    now = ctx.clock.now()
    share = Share(
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
    unit.create(share, ctx.store.new_id())
    audit.record(unit, ctx, "labs.link_file", Order.path_for(order.id), file=file.file_id)


def _links(blobs: Blobs, order: Order, file: SharedFile) -> FileLink:
    name = f"{order.id}-{file.jaw}-{file.version}"
    content = _link(blobs, file.content, name)
    pictures = {
        part: _link(blobs, StoredObject.model_validate(stored), f"{name}-{part}").url
        for part, stored in file.pictures.items()
        if stored
    }
    return FileLink(
        file_id=file.file_id,
        url=content.url,
        thumbnail_url=pictures.get("thumbnail"),
        preview_url=pictures.get("preview"),
        sheet_url=pictures.get("sheet"),
        expires_at=content.expires_at,
    )


def _link(blobs: Blobs, stored: StoredObject, name: str) -> Link:
    """Sign a link to the generation that was ordered, named after the order, never the patient."""
    file_name = f"{name}{links.suffix_of(stored.content_type)}"
    return links.to_object(blobs.bucket, stored, file_name)
