"""What waits at the desks: tickets, a request about a patient's data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.models import TicketState
from tools.seed.asking import ask

if TYPE_CHECKING:
    from tools.client import Person
    from tools.seed.plan import SeededTicket


def open_ticket(planned: SeededTicket, opener: Person, admin: Person) -> str:
    """Open a ticket and bring it to where it stands; its id."""
    said = {"subject": planned.subject, "text": planned.text}
    ticket_id = str(ask(opener, "support/open_ticket", **said)["ticket_id"])
    if planned.state is TicketState.OPEN:
        return ticket_id
    ask(admin, "support/assign_ticket", ticket_id=ticket_id, uid=admin.uid)
    ask(admin, "support/send_message", ticket_id=ticket_id, text="Thank you, it is corrected.")
    if planned.state is TicketState.CLOSED:
        ask(opener, "support/close_ticket", ticket_id=ticket_id)
    return ticket_id


def ask_for_erasure(owner: Person, patient_id: str) -> str:
    """Ask that a patient be erased, which cools off for days; the request's id."""
    owner.sign_in()
    return str(ask(owner, "privacy/request_erasure", patient_id=patient_id)["request_id"])
