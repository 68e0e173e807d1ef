"""A ticket that a practice opens, and what is written to it, through the services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from core import firebase
from core.blobs import project_blobs
from support import messages, tickets
from support.models import Ticket, TicketMessage
from support.requests import (
    AssignTicket,
    CloseTicket,
    GetTicketMessageLinks,
    ListTickets,
    OpenTicket,
    SendTicketMessage,
    ShowTicket,
    StartTicketAttachment,
    TicketAttachmentSlot,
    TicketFileLinks,
    TicketMessageSent,
    TicketNow,
    Tickets,
    TicketShown,
)
from tests.support import records
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import key, refused


def open_ticket(practice: ClinicFixture, who: str = "member", **changes: Any) -> str:
    """Open a ticket; its id."""
    said = {"subject": "No link", "text": "It fails.", "idempotency_key": key(), **changes}
    request = OpenTicket.model_validate(said)
    return tickets.open_ticket(practice.ctx(who), request).ticket_id


@dataclass
class TicketFixture:
    """One ticket."""

    practice: ClinicFixture
    ticket_id: str = ""
    path: str = field(init=False)

    def __post_init__(self) -> None:
        self.ticket_id = self.ticket_id or open_ticket(self.practice)
        self.path = f"tickets/{self.ticket_id}"

    def _said(self, **more: Any) -> dict[str, Any]:
        return {"ticket_id": self.ticket_id, "idempotency_key": key(), **more}

    def start(self, who: str = "member", **changes: Any) -> TicketAttachmentSlot:
        """Ask for a slot for a photo."""
        said = {"kind": "image", "byte_size": 1000, "file_name": "Meera Joshi.jpg", **changes}
        request = StartTicketAttachment.model_validate(self._said(**said))
        return messages.start_attachment(self.practice.ctx(who), request)

    def attach(self, who: str = "member", **changes: Any) -> str:
        """Ask for a slot and have what was uploaded pass the gate; the attachment's id."""
        upload_id = self.start(who, **changes).upload_id
        records.pass_gate(self.practice.tenants, self.practice.upload_of(upload_id))
        return upload_id

    def say(self, *attachment_ids: str, who: str = "member", **changes: Any) -> TicketMessageSent:
        """Send a message."""
        said = {"text": "Here.", "attachment_ids": list(attachment_ids), **changes}
        request = SendTicketMessage.model_validate(self._said(**said))
        return messages.send(self.practice.ctx(who), request)

    def assign(self, to: str = "admin", who: str = "admin", **changes: Any) -> TicketNow:
        """Give the ticket to somebody."""
        request = AssignTicket.model_validate(self._said(uid=self.practice.uid(to), **changes))
        return tickets.assign(self.practice.ctx(who), request)

    def close(self, who: str = "member", **changes: Any) -> TicketNow:
        """Close the ticket."""
        request = CloseTicket.model_validate(self._said(**changes))
        return tickets.close(self.practice.ctx(who), request)

    def show(self, who: str = "admin") -> TicketShown:
        """Have the ticket shown."""
        return tickets.show(self.practice.ctx(who), ShowTicket(ticket_id=self.ticket_id))

    def listed(self, **request: Any) -> Tickets:
        """List tickets."""
        form = ListTickets.model_validate(request)
        return tickets.list_tickets(self.practice.ctx("admin"), form)

    def links(self, message_id: str, who: str = "admin") -> TicketFileLinks:
        """Fetch links to all that went with a message."""
        request = GetTicketMessageLinks(ticket_id=self.ticket_id, message_id=message_id)
        return messages.message_links(self.practice.ctx(who), project_blobs(), request)

    def ticket(self) -> Ticket:
        """Read the ticket."""
        found = self.practice.ctx().store.get(Ticket, self.ticket_id)
        assert found is not None
        return found

    def message(self, message_id: str) -> TicketMessage:
        """Read a message."""
        found = self.practice.ctx().store.get(TicketMessage, self.ticket_id, message_id)
        assert found is not None
        return found

    def told(self, name: str) -> list[dict[str, Any]]:
        """What somebody heard of the ticket, in order of time."""
        notices = self.practice.notices(name)
        return [item for item in notices if item["refs"].get("ticket") == self.ticket_id]

    def heard(self, name: str) -> list[str]:
        """The kinds of that."""
        return [item["kind"] for item in self.told(name)]

    def said(self) -> int:
        """How many messages there are, which is what the ticket counts."""
        found = firebase.firestore_client().collection(f"{self.path}/messages").get()
        assert self.ticket().messages == len(found)
        return len(found)


Act = Callable[[], object]


def nothing_changes(
    ticket: TicketFixture, call: Act, reason: str, *paths: str, **details: object
) -> None:
    """Make a call that must be refused and leave everything as it was."""
    before, said = snapshot(ticket.practice, ticket.path, *paths), ticket.said()
    refused(call, reason, **details)
    assert (snapshot(ticket.practice, ticket.path, *paths), ticket.said()) == (before, said)


def put(ticket: TicketFixture, **fields: object) -> None:
    """Put the ticket as it may come to stand."""
    changed = Ticket.model_validate({**dict(ticket.ticket()), **fields})
    ticket.practice.tenants.seed(changed.placed(ticket.ticket_id))


def cost(ticket: TicketFixture, call: Act) -> tuple[int, int, int]:
    call()
    tally = ticket.practice.tally
    return tally.reads, tally.writes, tally.transactions
