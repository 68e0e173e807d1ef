"""Answers with a receipt: reads the records, notes who looks, prints it, and signs links."""

import hashlib
from collections.abc import Mapping

from core import audit, links
from core.blobs import Blobs
from core.context import Context
from core.machines import Party
from core.objects import StoredObject
from core.privacy import Viewer
from core.queries import Search
from core.units import UnitOfWork
from labs.links import queries
from labs.orders import history
from labs.orders.errors import ReasonNeeded
from labs.orders.models import Order
from labs.orders.transitions import seen
from labs.receipts import building
from labs.receipts.building import Records
from labs.receipts.requests import GetReceipt, OrderReceipt, Purpose, ReceiptGiven, ReceiptLink
from scans import service as scans

#: Records of each kind that one receipt holds; an order has twenty or so.
MOST = 500
#: Pictures in one receipt.
MOST_PICTURES = 40

_PDF, _HTML = "application/pdf", "text/html; charset=utf-8"


def hand_out(ctx: Context, blobs: Blobs, request: GetReceipt, most: int = MOST) -> ReceiptGiven:
    """Print the receipt of an order at this moment, and sign links to it.

    Reads the order, its history and its shares (`most` of each), and for the sides the case and
    its consent; writes an audit entry, before anything is printed. Objects are named after what
    they hold: the same receipt is kept once, another state of the order is another one.

    Raises:
        OrderNotFound: there is none, or it is none of the caller's.
        ReasonNeeded: admins say for what they look, the sides do not.
    """

    def work(unit: UnitOfWork) -> tuple[OrderReceipt, Mapping[str, StoredObject]]:
        order, party = seen(unit, ctx, request.order_id)
        refs = _purpose(party, request.reason)
        records = _records(unit, order, most)
        shown = building.build(_VIEWERS.get(party, Viewer.LAB), records)
        pictures = _pictures(unit, order, party, records)
        audit.record(unit, ctx, "labs.get_receipt", Order.path_for(order.id), **refs)
        return shown, pictures

    shown, pictures = ctx.store.run(work)
    thumbnails = {
        file_id: data
        for file_id, stored in pictures.items()
        if (data := blobs.read(stored.name, stored.generation, most=stored.byte_size)) is not None
    }
    from labs.receipts import page, pdf  # fpdf and jinja2: only who prints waits for them

    return ReceiptGiven(
        receipt=shown,
        pdf=_kept(blobs, shown, "pdf", pdf.printed(shown, thumbnails), _PDF),
        html=_kept(blobs, shown, "html", page.written(shown, thumbnails), _HTML),
    )


#: Both sides hold the same paper, made of what labs may see; admins see less.
_VIEWERS = {Party.ADMIN: Viewer.ADMIN}


def _purpose(party: Party, reason: Purpose | None) -> dict[str, str]:
    """Return what the audit entry says beside who looked at what."""
    allowed = sorted(Purpose) if party is Party.ADMIN else []
    if (reason is None) == bool(allowed):
        raise ReasonNeeded(allowed=allowed)
    return {"reason": reason.value} if reason else {}


def _records(unit: UnitOfWork, order: Order, most: int) -> Records:
    path = Order.path_for(order.id)
    unit.ahead(
        Search(history.EVENTS, limit=most + 1, under=path),
        Search(queries.SHARES, (order.id,), limit=most + 1),
    )
    events = unit.find(history.EVENTS, limit=most + 1, under=path)
    shares = unit.find(queries.SHARES, order.id, limit=most + 1)
    complete = max(len(events), len(shares)) <= most
    return Records(order, events[:most], shares[:most], complete, order.messages)


def _pictures(
    unit: UnitOfWork, order: Order, party: Party, records: Records
) -> dict[str, StoredObject]:
    """Return the thumbnails that may be in it: of what the lab was given, while it may be shared.

    So a receipt gives nobody a picture that was not given before; and admins get none.
    """
    given = {share.file_id for share in records.shares}
    if party is Party.ADMIN or not given or not _shared(unit, order):
        return {}
    sent = [file for event in records.events for file in event.files] + order.files
    found = {f.file_id: f.pictures.get("thumbnail") for f in sent if f.file_id in given}
    return {
        file_id: StoredObject.model_validate(stored)
        for file_id, stored in list(found.items())[-MOST_PICTURES:]
        if stored is not None  # it was sent before it was drawn
    }


def _shared(unit: UnitOfWork, order: Order) -> bool:
    try:
        return scans.sharing(unit, order.case_id).refusal is None
    except scans.CaseNotFound:
        return False


def _kept(blobs: Blobs, shown: OrderReceipt, suffix: str, data: bytes, kind: str) -> ReceiptLink:
    digest = hashlib.sha256(data).hexdigest()[:32]
    kept = blobs.write(f"receipts/{shown.order_id}/{digest}.{suffix}", data, kind)
    link = links.to_object(blobs, kept, f"receipt-{shown.order_id}.{suffix}")
    return ReceiptLink(url=link.url, expires_at=link.expires_at)
