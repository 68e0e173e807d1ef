"""Signs links to the attachments of a message, for both sides of its order."""

from core import downloads
from core.blobs import Blobs
from core.context import Context
from core.downloads import Fetched
from core.machines import Party
from core.units import UnitOfWork
from labs.links.file_links import on_record
from labs.links.requests import OrderFileLinks
from labs.messages.conversation import check_talking
from labs.messages.errors import MessageNotFound
from labs.messages.models import OrderMessage
from labs.messages.requests import GetMessageLinks
from labs.orders.sides import shared_patient, side
from scans import service as scans


def message_links(ctx: Context, blobs: Blobs, request: GetMessageLinks) -> OrderFileLinks:
    """Sign links to all that is attached to a message. Four reads, and one for a lab's day.

    For each file an audit entry, for a lab also a share, and one write for its day's count: all of
    them, or no link. The clinic fetches as long as nothing stops the sharing of its case; a lab no
    longer than files may be sent to it.

    Raises:
        OrderNotFound, WrongOrderState, NotShared, CaseNotFound, MessageNotFound.
        LinksUsedUp: a lab's member had as many as a day allows.
    """

    def work(unit: UnitOfWork) -> list[Fetched]:
        order, party = side(unit, ctx, request.order_id)
        if party is Party.LAB:
            check_talking(ctx, order, files=True)
        patient_id = shared_patient(unit, order)
        message = unit.get(OrderMessage, order.id, request.message_id)
        if message is None:
            raise MessageNotFound
        files = scans.fetched(order.id, message.attachments)
        on_record(unit, ctx, order, party, patient_id, files)
        return files

    return OrderFileLinks(links=downloads.signed(blobs, ctx.store.run(work)))
