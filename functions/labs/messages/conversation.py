"""Sends messages between the sides of an order, with attachments."""

from datetime import timedelta

from core import audit
from core.access import Caller
from core.context import Context
from core.idempotency import once
from core.reading import Key
from core.units import UnitOfWork
from labs.messages.errors import TooManyMessages
from labs.messages.models import OrderMessage
from labs.messages.requests import AttachmentSlot, MessageSent, SendMessage, StartAttachment
from labs.orders import history
from labs.orders.errors import WrongOrderState
from labs.orders.models import Order
from labs.orders.sides import shared_patient, side
from labs.orders.states import ATTACHING, ENDED
from messaging.service import Notice
from scans import service as scans

#: How long the sides still write to one another after the end of an order.
TALKING = timedelta(days=30)
#: Clients read an order's messages all at once.
MAX_MESSAGES = 500


def start_attachment(ctx: Context, request: StartAttachment) -> AttachmentSlot:
    """Issue a slot for a file that is to go with a message. Six reads, two writes, a retry record.

    Open slots of the caller cost what `scans.start_attachment` says.

    Raises:
        OrderNotFound, WrongOrderState, NotShared, CaseNotFound, FileTooLarge, TooManyOpenUploads,
        AccountNotActive, KeyReused.
    """

    def work(unit: UnitOfWork) -> AttachmentSlot:
        order, _ = side(unit, ctx, request.order_id)
        check_talking(ctx, order, files=True)
        shared_patient(unit, order)
        path = Order.path_for(order.id)
        slot = scans.start_attachment(unit, ctx, request, path, order.case_id)
        return AttachmentSlot.model_validate(slot.model_dump())

    return once(
        ctx, "labs/start_attachment", request.idempotency_key, request, AttachmentSlot, work
    )


def files_wanted(_: Caller, request: SendMessage) -> list[Key]:
    """Return the uploads that go with a message, which `send` reads."""
    return scans.attachment_keys(request.attachment_ids)


def send(ctx: Context, request: SendMessage) -> MessageSent:
    """Send a message to the other side. Four reads and five writes, and one of both for each file.

    Each owner of a lab is a read and a write while nobody there has accepted the order.

    Raises:
        OrderNotFound, WrongOrderState, NotShared, CaseNotFound, TooManyMessages,
        AttachmentNotFound, AttachmentNotReady, AttachmentSent, KeyReused.
    """

    def work(unit: UnitOfWork) -> MessageSent:
        order, party = side(unit, ctx, request.order_id)
        check_talking(ctx, order, files=bool(request.attachment_ids))
        if order.messages >= MAX_MESSAGES:
            raise TooManyMessages(limit=MAX_MESSAGES)
        shared_patient(unit, order)
        uploads = scans.own_attachments(unit, ctx, Order.path_for(order.id), request.attachment_ids)
        message_id, now = ctx.store.new_id(), ctx.clock.now()
        path = OrderMessage.path_for(order.id, message_id)
        message = OrderMessage(
            clinic_id=order.clinic_id,
            lab_id=order.lab_id,
            party=party,
            author=ctx.caller.uid,
            text=request.text,
            attachments=scans.send_attachments(unit, uploads, path),
            sent_at=now,
        )
        unit.create(message, order.id, message_id)
        unit.change(order, messages=order.messages + 1)
        told = history.concerned(order, party)
        history.tell(unit, ctx, order, Notice.ORDER_MESSAGE, told, message=message_id)
        audit.record(unit, ctx, "labs.send_message", path)
        return MessageSent(order_id=order.id, message_id=message_id, sent_at=now)

    return once(ctx, "labs/send_message", request.idempotency_key, request, MessageSent, work)


def check_talking(ctx: Context, order: Order, *, files: bool) -> None:
    """Refuse what comes too late: words after an order's end, files also once it was called off.

    Raises:
        WrongOrderState
    """
    ended = order.times[order.state] if order.state in ENDED else None
    over = ended is not None and ctx.clock.now() - ended > TALKING
    if over or (files and order.state not in ATTACHING):
        raise WrongOrderState(state=order.state, action="attach" if files else "message")
