"""Tickets as the services make them."""

from __future__ import annotations

from core.access import Role
from support.models import Ticket, TicketMessage
from tests.support import ids
from tests.support.account_records import MADE


def ticket(uid: str, role: Role, org: str | None = None, **_: object) -> Ticket:
    """A ticket that waits for an answer."""
    opened = Ticket(
        uid=uid,
        role=role,
        org=org,
        subject="The lab does not answer",
        about=f"orders/{ids.document_id()}",
        case_id=ids.document_id(),
        since=MADE,
        opened_at=MADE,
        last_at=MADE,
        messages=1,
    )
    return opened.placed(ids.document_id())


def message(uid: str, **_: object) -> TicketMessage:
    """What an admin wrote to somebody."""
    written = TicketMessage(
        uid=uid, party="an admin", author=ids.uid(), text="We ask the lab.", sent_at=MADE
    )
    return written.placed(ids.document_id(), ids.document_id())
