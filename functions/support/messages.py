"""Sends messages between a person and the admins on a ticket, with attachments."""

from datetime import datetime, timedelta

from core import audit, downloads
from core.blobs import Blobs
from core.context import Context
from core.downloads import Fetched
from core.idempotency import once
from core.machines import Party, Step
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from scans import service as scans
from support import telling
from support.errors import FilesStopped, TicketFull, TicketMessageNotFound, WrongTicketState
from support.models import Ticket, TicketMessage, TicketState
from support.requests import (
    GetTicketMessageLinks,
    SendTicketMessage,
    StartTicketAttachment,
    TicketAttachmentSlot,
    TicketFileLinks,
    TicketMessageSent,
)
from support.states import TICKET, TicketAction
from support.tickets import MAX_MESSAGES, side

#: How long a message takes a closed ticket up again.
REOPENING = timedelta(days=30)

_WRITES = {Party.PERSON: TicketAction.ASK, Party.ADMIN: TicketAction.ANSWER}


def start_attachment(ctx: Context, request: StartTicketAttachment) -> TicketAttachmentSlot:
    """Issue a slot for a file that is to go with a message. Four reads, two writes, a retry record.

    One read more where the ticket is about a case. Open slots of the caller cost what
    `scans.start_attachment` says.

    Raises:
        TicketNotFound, WrongTicketState, FilesStopped, FileTooLarge, TooManyOpenUploads,
        AccountNotActive, KeyReused.
    """

    def work(unit: UnitOfWork) -> TicketAttachmentSlot:
        ticket, party = side(unit, ctx, request.ticket_id)
        _writing(ctx, ticket, party)
        _check_files(unit, ticket)
        path = Ticket.path_for(ticket.id)
        slot = scans.start_attachment(unit, ctx, request, path, ticket.case_id)
        return TicketAttachmentSlot.model_validate(slot.model_dump())

    key = request.idempotency_key
    return once(ctx, "support/start_attachment", key, request, TicketAttachmentSlot, work)


def send(ctx: Context, request: SendTicketMessage) -> TicketMessageSent:
    """Send a message to the other side. Two reads and six writes, one of both for each file.

    One write less where the ticket waits already and is nobody's. A read more for the case, where
    files go along.

    Raises:
        TicketNotFound, WrongTicketState, TicketFull, FilesStopped, AttachmentNotFound,
        AttachmentNotReady, AttachmentSent, KeyReused.
    """

    def work(unit: UnitOfWork) -> TicketMessageSent:
        ticket, party = side(unit, ctx, request.ticket_id)
        step = _writing(ctx, ticket, party)
        if ticket.messages >= MAX_MESSAGES:
            raise TicketFull(limit=MAX_MESSAGES)
        if request.attachment_ids:
            _check_files(unit, ticket)
        uploads = scans.own_attachments(
            unit, ctx, Ticket.path_for(ticket.id), request.attachment_ids
        )
        message_id, now = ctx.store.new_id(), ctx.clock.now()
        path = TicketMessage.path_for(ticket.id, message_id)
        message = TicketMessage(
            uid=ticket.uid,
            party=party,
            author=ctx.caller.uid,
            text=request.text,
            attachments=scans.send_attachments(unit, uploads, path),
            sent_at=now,
        )
        unit.create(message, ticket.id, message_id)
        changed = _taken(unit, ctx, ticket, party, step.to or ticket.state, now)
        if party is Party.PERSON:
            telling.asked(unit, ctx, ticket)
        else:
            refs, person = {"ticket": ticket.id, "message": message_id}, Audience.holder(ticket.uid)
            notify(unit, ctx.store, ctx.clock, person, Notice.SUPPORT_REPLY, **refs)
        audit.record(unit, ctx, "support.send_message", path)
        return TicketMessageSent(
            ticket_id=ticket.id, message_id=message_id, state=changed.state, sent_at=now
        )

    return once(
        ctx, "support/send_message", request.idempotency_key, request, TicketMessageSent, work
    )


def message_links(ctx: Context, blobs: Blobs, request: GetTicketMessageLinks) -> TicketFileLinks:
    """Sign links to all that is attached to a message. Two reads, and an audit entry a file.

    The entries are committed before the first link is made. A read more where the ticket is about
    a case.

    Raises:
        TicketNotFound, TicketMessageNotFound, FilesStopped.
    """

    def work(unit: UnitOfWork) -> list[Fetched]:
        ticket, _ = side(unit, ctx, request.ticket_id)
        message = unit.get(TicketMessage, ticket.id, request.message_id)
        if message is None:
            raise TicketMessageNotFound
        _check_files(unit, ticket)
        path = TicketMessage.path_for(ticket.id, message.id)
        for sent in message.attachments:
            audit.record(unit, ctx, "support.link_file", path, file=sent.attachment_id)
        return scans.fetched(ticket.id, message.attachments)

    return TicketFileLinks(links=downloads.signed(blobs, ctx.store.run(work)))


def _writing(ctx: Context, ticket: Ticket, party: Party) -> Step[TicketState]:
    """Return what a message of a party does to the ticket.

    Raises:
        WrongTicketState: it was closed too long ago.
    """
    action = _WRITES[party]
    over = ticket.state is TicketState.CLOSED and ctx.clock.now() - ticket.since > REOPENING
    if over:
        raise WrongTicketState(state=ticket.state, action=action)
    return TICKET.must(ticket.state, action, party)


def _check_files(unit: UnitOfWork, ticket: Ticket) -> None:
    """Refuse files of a case that is frozen. One read where the ticket is about one.

    Raises:
        FilesStopped
    """
    if ticket.case_id is not None and scans.frozen(unit, ticket.case_id):
        raise FilesStopped


def _taken(
    unit: UnitOfWork, ctx: Context, ticket: Ticket, party: Party, state: TicketState, now: datetime
) -> Ticket:
    """Write the ticket after a message. Which admin answers first has it, if nobody else does."""
    answers = party is Party.ADMIN
    return unit.change(
        ticket,
        state=state,
        since=ticket.since if state is ticket.state else now,
        assignee=ticket.assignee or (ctx.caller.uid if answers else None),
        first_answered_at=ticket.first_answered_at or (now if answers else None),
        last_at=now,
        messages=ticket.messages + 1,
    )
