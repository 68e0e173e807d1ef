"""Requests about tickets, with an example of each."""

from typing import ClassVar, Self

from pydantic import AwareDatetime, Field

from core.access import Role
from core.callables import Message
from core.downloads import FileLink
from core.fields import DocId, Name, Prose, Uid, Whole
from core.figures import DateRange, Rate
from core.idempotency import IdempotencyKey
from core.paging import PageRequest, WorkPage
from scans.service import PICTURE_TYPES, AttachmentIds, AttachmentToUpload, UploadSlot
from support.models import About, Ticket, TicketMessage, TicketState

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

    subject: Name = Field(
        description="What it is about, in one line, as the lists of the apps show it."
    )
    text: Prose = Field(description="The first message to support; line breaks are kept.")
    about: About | None = Field(
        default=None,
        description="The path of the case or order that it is about, such as "
        "`orders/oR5Hs8RcTj2FgWq7nPx0`, which the caller must be allowed to see; left out where it "
        "is about neither.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "subject": "The lab does not answer",
        "text": "The order was due on Friday.\nWho can help?",
        "about": _ORDER,
        "idempotency_key": _KEY,
    }


class TicketOpened(Message):
    """The ticket, which its opener now reads at `tickets/{ticket_id}`."""

    ticket_id: str = Field(
        description="The ticket, the same for every retry; its messages are read at "
        "`tickets/{ticket_id}/messages`."
    )

    example: ClassVar = {"ticket_id": _TICKET}


class StartTicketAttachment(AttachmentToUpload):
    """Ask for a slot to upload a file into that is to be sent with a message of the ticket."""

    ticket_id: DocId = Field(
        description="The ticket that the file is to be sent to, which the caller opened or, as an "
        "admin, answers."
    )

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
        "content_types": PICTURE_TYPES,
    }


class SendTicketMessage(Message):
    """Write to support, or to the person who asks; line breaks are kept.

    An attachment is one of the caller's own to this ticket that is ready; it is sent once.
    """

    ticket_id: DocId = Field(
        description="The ticket to write to, which the caller opened or, as an admin, answers."
    )
    text: Prose = Field(description="The message; line breaks are kept.")
    attachment_ids: AttachmentIds = Field(
        default=[],
        description="The files to send with it: uploads of the caller's own to this ticket that "
        "are `ready`, each by its `upload_id`.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "ticket_id": _TICKET,
        "text": "This is what the app shows.",
        "attachment_ids": [_ATTACHMENT],
        "idempotency_key": _KEY,
    }


class TicketMessageSent(Message):
    """The message, and the ticket's state after it."""

    ticket_id: str = Field(description="The ticket of the request.")
    message_id: str = Field(
        description="The message, the same for every retry; it is read at "
        "`tickets/{ticket_id}/messages/{message_id}`."
    )
    state: TicketState = Field(
        description="Where the ticket stands after it: `open` waits for an admin, `answered` for "
        "the person who opened it."
    )
    sent_at: AwareDatetime = Field(description="When it was sent, in UTC.")

    example: ClassVar = {
        "ticket_id": _TICKET,
        "message_id": _MESSAGE,
        "state": "open",
        "sent_at": "2026-05-04T09:40:00Z",
    }


class AssignTicket(Message):
    """Give a ticket to an admin, oneself or another."""

    ticket_id: DocId = Field(description="The ticket to give away, as `support/list` shows it.")
    uid: Uid = Field(
        description="The admin who is to look after it, oneself or another, who is told."
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {"ticket_id": _TICKET, "uid": _ADMIN, "idempotency_key": _KEY}


class CloseTicket(Message):
    """Close a ticket; a message within thirty days takes it up again."""

    ticket_id: DocId = Field(
        description="The ticket to close, which the caller opened or, as an admin, answers."
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {"ticket_id": _TICKET, "idempotency_key": _KEY}


class TicketNow(Message):
    """The ticket after the act."""

    ticket_id: str = Field(description="The ticket of the request.")
    state: TicketState = Field(
        description="Where it stands now: `open` waits for an admin, `answered` for the person who "
        "opened it."
    )
    assignee: str | None = Field(
        description="The uid of the admin who looks after it; null while nobody does."
    )

    example: ClassVar = {"ticket_id": _TICKET, "state": "open", "assignee": _ADMIN}


class ListTickets(PageRequest):
    """One page of the tickets of a state, those first that have been in it the longest."""

    state: TicketState = Field(
        default=TicketState.OPEN,
        description="Where the tickets stand that are listed; `open` ones wait for an admin.",
    )
    assignee: Uid | None = Field(
        default=None,
        description="Only those that this admin looks after, by uid; left out, those of all and of "
        "nobody.",
    )

    example: ClassVar = {"state": "open", "assignee": _ADMIN}


class TicketRow(Message):
    """A ticket as a list shows it: no words of anybody's, those are shown on record."""

    ticket_id: str = Field(
        description="The ticket, which `support/show`, `support/assign` and `support/close` take."
    )
    uid: str = Field(description="Who opened it.")
    role: Role = Field(description="The role of who opened it, at that time.")
    org: str | None = Field(
        description="The id of the clinic or lab that who opened it acted for; null for others."
    )
    about: str | None = Field(
        description="The path of the case or order that it is about; null where none was named."
    )
    state: TicketState = Field(
        description="Where it stands: `open` waits for an admin, `answered` for the person who "
        "opened it."
    )
    since: AwareDatetime = Field(description="Since when it has been in that state, in UTC.")
    assignee: str | None = Field(
        description="The uid of the admin who looks after it; null while nobody does."
    )
    opened_at: AwareDatetime = Field(description="When it was opened, in UTC.")
    first_answer_minutes: int | None = Field(
        description="How long the first answer took, in full minutes; null while there is none."
    )
    last_at: AwareDatetime = Field(description="When the last message was sent, in UTC.")
    messages: int = Field(description="How many messages there are, of both sides.")

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


class Tickets(WorkPage):
    """The page, and the cursor for the next; no cursor, no next page."""

    tickets: list[TicketRow] = Field(
        description="The tickets of this page, those first that have been in the state the "
        "longest; empty where there are none."
    )

    example: ClassVar = {"tickets": [TicketRow.example], "cursor": None, "left_out": 0}


class ShowTicket(Message):
    """A ticket with all its messages, for an admin; the look at it is on record."""

    ticket_id: DocId = Field(description="The ticket to look at, as `support/list` shows it.")

    example: ClassVar = {"ticket_id": _TICKET}


class MessageShown(Message):
    """One message; of what is attached, the ids."""

    message_id: str = Field(description="The message; `support/get_message_links` takes it.")
    party: str = Field(
        description="As whom it was written: `the person` who opened the ticket, or `an admin`."
    )
    author: str = Field(description="The uid of who wrote it.")
    text: str = Field(description="The words, with their line breaks, to be shown as plain text.")
    attachment_ids: list[str] = Field(
        description="The files that went with it, each id as links to them name it; empty where "
        "none did."
    )
    sent_at: AwareDatetime = Field(description="When it was sent, in UTC.")

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

    ticket: TicketRow = Field(description="The ticket as the list shows it.")
    subject: str = Field(description="What it is about, in the words of who opened it.")
    messages: list[MessageShown] = Field(
        description="All that was written, the first message first."
    )

    example: ClassVar = {
        "ticket": TicketRow.example,
        "subject": "The lab does not answer",
        "messages": [MessageShown.example],
    }


class GetTicketMessageLinks(Message):
    """Links to all that is attached to a message."""

    ticket_id: DocId = Field(
        description="The ticket of the message, which the caller opened or, as an admin, answers."
    )
    message_id: DocId = Field(
        description="The message whose files are wanted, by its id below the ticket."
    )

    example: ClassVar = {"ticket_id": _TICKET, "message_id": _MESSAGE}


class TicketFileLinks(Message):
    """The links, one entry for each file."""

    links: list[FileLink] = Field(
        description="Links to each file that is attached; empty where none is."
    )

    example: ClassVar = {"links": [FileLink.example]}


class GetQueue(Message):
    """Ask how much waits for admins now."""

    example: ClassVar = {}


class Queue(Message):
    """How much waits for any of the admins, by what it is; of nobody in particular."""

    visits: int = Field(description="How many visits need an operator.")
    accounts: int = Field(description="How many accounts wait for approval.")
    tickets: int = Field(description="How many tickets wait for an answer.")
    payouts: int = Field(description="How many payouts wait for approval.")
    jobs: int = Field(description="How many jobs have failed and wait to be run again.")

    example: ClassVar = {"visits": 3, "accounts": 1, "tickets": 4, "payouts": 2, "jobs": 0}


class GetSupportFigures(DateRange):
    """The figures of some days."""

    hours: Whole = Field(
        default=24,
        ge=1,
        le=24 * 30,
        description="From how many hours on a first answer counts as slow.",
    )

    example: ClassVar = {"first_day": "2026-04-01", "last_day": "2026-06-30"}


class SupportFigures(Message):
    """How many tickets were opened, first answered and closed in these days; how many wait now."""

    opened: int = Field(description="How many tickets were opened in these days.")
    answered: int = Field(
        description="How many tickets got their first answer in these days, whenever they were "
        "opened."
    )
    average_minutes: int | None = Field(
        description="How long these first answers took on average, in minutes, rounded; null where "
        "there were none."
    )
    slow: Rate | None = Field(
        description="How many of these first answers took `hours` or more; null where there were "
        "none."
    )
    closed: int = Field(description="How many tickets were closed in these days and still are.")
    waiting: int = Field(description="How many tickets wait for an admin now, whatever the days.")

    example: ClassVar = {
        "opened": 42,
        "answered": 40,
        "average_minutes": 95,
        "slow": Rate.example,
        "closed": 38,
        "waiting": 4,
    }
