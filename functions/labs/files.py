"""Links for labs: to the files of an order, minutes long, each on record before it is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from core import audit, links, log, settings
from core.blobs import Blobs
from core.clock import day_of
from core.context import Context
from core.links import Link
from core.machines import Party
from core.objects import StoredObject
from core.store import Unit
from labs.errors import FileNotInOrder, LinksUsedUp, OrderNotFound, WrongOrderState
from labs.models import LinkCount, Order, Share, SharedFile
from labs.requests.files import FileLink, FileLinks, GetFileLinks
from labs.sides import shared_patient, side
from labs.states import LINKING


@dataclass(frozen=True)
class Fetched:
    """A file that is given out: its id, what downloads of it are named, and its objects by part."""

    file_id: str
    name: str
    content: StoredObject
    pictures: dict[str, Any]


def file_links(ctx: Context, blobs: Blobs, wish: GetFileLinks) -> FileLinks:
    """Sign links to files of an order for a member of its lab.

    Four reads; for each file an audit entry and a share, and one write for the day's count: all of
    them, or no link.

    Raises:
        OrderNotFound: there is none, or it is another lab's.
        WrongOrderState: the order is over, or waits for new scans.
        NotShared, CaseNotFound, FileNotInOrder.
        LinksUsedUp: the member had as many as a day allows.
    """

    def work(unit: Unit) -> list[Fetched]:
        order, party = side(unit, ctx, wish.order_id)
        if party is not Party.LAB:
            raise OrderNotFound
        if order.state not in LINKING:
            raise WrongOrderState(state=order.state, action="link")
        patient_id = shared_patient(unit, order)
        held = {file.file_id: file for file in order.files}
        asked = sorted(set(wish.file_ids))
        if not held.keys() >= set(asked):
            raise FileNotInOrder
        files = [_fetched(order, held[file_id]) for file_id in asked]
        on_record(unit, ctx, order, party, patient_id, files)
        return files

    return signed(blobs, ctx.store.run(work))


def on_record(
    unit: Unit, ctx: Context, order: Order, party: Party, patient_id: str, files: Sequence[Fetched]
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


def signed(blobs: Blobs, files: Sequence[Fetched]) -> FileLinks:
    """Sign the links to files that are on record."""
    return FileLinks(links=[_links(blobs, file) for file in files])


def _fetched(order: Order, file: SharedFile) -> Fetched:
    name = f"{order.id}-{file.jaw}-{file.version}"
    return Fetched(file.file_id, name, file.content, file.pictures)


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


def _links(blobs: Blobs, file: Fetched) -> FileLink:
    content = _link(blobs, file.content, file.name)
    pictures = {
        part: _link(blobs, StoredObject.model_validate(stored), f"{file.name}-{part}").url
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
