"""Requests about tickets, with an example of each."""

from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, Field

from core.access import Role
from core.callables import Message
from core.downloads import FileLink
from core.fields import DocId, LeftOut, Prose, Uid
from core.figures import Days, Rate
from core.idempotency import IdempotencyKey
from scans.service import AttachmentIds, FileWish, UploadSlot
from support.models import About, SubjectLine, Ticket, TicketMessage, TicketState

_KEY = "0f8b2f6e-6a0e-4c58-9c43-8f7f6f1c2d3e"
_TICKET = "tK4Nd8WsGj1RbXz6vLq3"
_MESSAGE = "mS3Tb6VyPk9QhLx2WzRd"
_ATTACHMENT = "u8Kd2MvQx5ZrTn4WbYc7"
_ORDER = "orders/oR5Hs8RcTj2FgWq7nPx0"
_PERSON = "kJ3nQ8vYt2RcXz1LmP0aWd7sEf42"
_ADMIN = "aD5mWn2ZcVb8QxKt4RyLs1Hf7Pg9"


class OpenTicket(Message):
    """Ask support something; name the case or order that it is about, where there is one.

    Files go along with the next message.
    """

    subject: SubjectLine
    text: Prose
    about: About | None = None
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "subject": "The lab does not answer",
        "text": "The order was due on Friday.\nWho can help?",
        "about": _ORDER,
        "idempotency_key": _KEY,
    }


class TicketOpened(Message):
    """The ticket, which its opener now reads at `tickets/{ticket_id}`."""

    ticket_id: str

    example: ClassVar = {"ticket_id": _TICKET}


class StartTicketAttachment(FileWish):
    """Ask for a slot to upload a file into that is to be sent with a message of the ticket."""

    ticket_id: DocId

    example: ClassVar = {
        "ticket_id": _TICKET,
        "file_name": "screen.png",
        "kind": "image",
        "byte_size": 480000,
        "idempotency_key": _KEY,
    }


class TicketAttachmentSlot(UploadSlot):
    """Where the bytes go; `upload_id` is the attachment's id, and `uploads/` tells its outcome."""

    example: ClassVar = {
        **UploadSlot.example,
        "content_types": ["image/jpeg", "image/png", "image/webp"],
    }


class SendTicketMessage(Message):
    """Write to support, or to the person who asks; line breaks are kept.

    An attachment is one of the caller's own to this ticket that is ready; it is sent once.
    """

    ticket_id: DocId
    text: Prose
    attachment_ids: AttachmentIds = []
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "ticket_id": _TICKET,
        "text": "This is what the app shows.",
        "attachment_ids": [_ATTACHMENT],
        "idempotency_key": _KEY,
    }


class TicketMessageSent(Message):
    """The message, and the ticket's state after it."""

    ticket_id: str
    message_id: str
    state: TicketState
    sent_at: AwareDatetime

    example: ClassVar = {
        "ticket_id": _TICKET,
        "message_id": _MESSAGE,
        "state": "open",
        "sent_at": "2026-05-04T09:40:00Z",
    }


class AssignTicket(Message):
    """Give a ticket to an admin, oneself or another."""

    ticket_id: DocId
    uid: Uid
    idempotency_key: IdempotencyKey

    example: ClassVar = {"ticket_id": _TICKET, "uid": _ADMIN, "idempotency_key": _KEY}


class CloseTicket(Message):
    """Close a ticket; a message within thirty days takes it up again."""

    ticket_id: DocId
    idempotency_key: IdempotencyKey

    example: ClassVar = {"ticket_id": _TICKET, "idempotency_key": _KEY}


class TicketNow(Message):
    """The ticket after the act."""

    ticket_id: str
    state: TicketState
    assignee: str | None

    example: ClassVar = {"ticket_id": _TICKET, "state": "open", "assignee": _ADMIN}


class ListTickets(Message):
    """One page of the tickets of a state, those first that have been in it the longest."""

    state: TicketState = TicketState.OPEN
    assignee: Uid | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"state": "open", "assignee": _ADMIN}


class TicketRow(Message):
    """A ticket as a list shows it: no words of anybody's, those are shown on record.

    `first_answer_minutes` is how long the first answer took; none while there is none.
    """

    ticket_id: str
    uid: str
    role: Role
    org: str | None
    about: str | None
    state: TicketState
    since: AwareDatetime
    assignee: str | None
    opened_at: AwareDatetime
    first_answer_minutes: int | None
    last_at: AwareDatetime
    messages: int

    example: ClassVar = {
        "ticket_id": _TICKET,
        "uid": _PERSON,
        "role": "clinic",
        "org": "cL7Pq2XwNf4ZrTb9mKd1",
        "about": _ORDER,
        "state": "open",
        "since": "2026-05-04T09:30:00Z",
        "assignee": None,
        "opened_at": "2026-05-04T09:30:00Z",
        "first_answer_minutes": None,
        "last_at": "2026-05-04T09:40:00Z",
        "messages": 2,
    }

    @classmethod
    def of(cls, ticket: Ticket) -> Self:
        """Return what a list shows of a ticket."""
        shown = cls.model_fields.keys() - {"ticket_id"}
        return cls(ticket_id=ticket.id, **{name: getattr(ticket, name) for name in shown})


class Tickets(Message):
    """The page, and the cursor for the next; no cursor, no next page."""

    tickets: list[TicketRow]
    cursor: str | None
    left_out: LeftOut = 0

    example: ClassVar = {"tickets": [TicketRow.example], "cursor": None, "left_out": 0}


class ShowTicket(Message):
    """A ticket with all its messages, for an admin; the look at it is on record."""

    ticket_id: DocId

    example: ClassVar = {"ticket_id": _TICKET}


class MessageShown(Message):
    """One message; of what is attached, the ids."""

    message_id: str
    party: str
    author: str
    text: str
    attachment_ids: list[str]
    sent_at: AwareDatetime

    example: ClassVar = {
        "message_id": _MESSAGE,
        "party": "the person",
        "author": _PERSON,
        "text": "The order was due on Friday.\nWho can help?",
        "attachment_ids": [],
        "sent_at": "2026-05-04T09:30:00Z",
    }

    @classmethod
    def of(cls, message: TicketMessage) -> Self:
        """Return what is shown of a message."""
        return cls(
            message_id=message.id,
            party=message.party,
            author=message.author,
            text=message.text,
            attachment_ids=[sent.attachment_id for sent in message.attachments],
            sent_at=message.sent_at,
        )


class TicketShown(Message):
    """The ticket, and what was written, in order of time."""

    ticket: TicketRow
    subject: str
    messages: list[MessageShown]

    example: ClassVar = {
        "ticket": TicketRow.example,
        "subject": "The lab does not answer",
        "messages": [MessageShown.example],
    }


class GetTicketMessageLinks(Message):
    """Links to all that is attached to a message."""

    ticket_id: DocId
    message_id: DocId

    example: ClassVar = {"ticket_id": _TICKET, "message_id": _MESSAGE}


class TicketFileLinks(Message):
    """The links, one entry for each file."""

    links: list[FileLink]

    example: ClassVar = {"links": [FileLink.example]}


class GetSupportFigures(Days):
    """The figures of some days; a first answer is slow that took `hours` or more."""

    hours: Annotated[int, Field(ge=1, le=24 * 30)] = 24

    example: ClassVar = {"first_day": "2026-04-01", "last_day": "2026-06-30"}


class SupportFigures(Message):
    """How many tickets were opened, first answered and closed in these days, and how many wait now.

    `average_minutes` is how long the first answers took; `slow` how many of them took too long.
    """

    opened: int
    answered: int
    average_minutes: int | None
    slow: Rate | None
    closed: int
    waiting: int

    example: ClassVar = {
        "opened": 42,
        "answered": 40,
        "average_minutes": 95,
        "slow": Rate.example,
        "closed": 38,
        "waiting": 4,
    }
