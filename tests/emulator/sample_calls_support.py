"""Sample calls of support's callables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.emulator.sample_call import SampleCall, Samples
from tests.support.ticket_fixture import TicketFixture


def _on_a_ticket(
    who: str, other: dict[str, Any], **request: Any
) -> Callable[[Samples], SampleCall]:
    """A call about a ticket, with a key."""

    def make(samples: Samples) -> SampleCall:
        ticket = TicketFixture(samples.practice)
        return samples.keyed(who, [ticket.path], other, ticket_id=ticket.ticket_id, **request)

    return make


def _asking(samples: Samples) -> SampleCall:
    case_id = samples.practice.case()
    request = {"subject": "No link", "text": "It fails.", "about": f"cases/{case_id}"}
    return samples.keyed("member", [f"cases/{case_id}"], {"text": "It works."}, **request)


def _assigning(samples: Samples) -> SampleCall:
    ticket, uid = TicketFixture(samples.practice), samples.practice.uid("admin")
    other = {"uid": samples.practice.uid("member")}
    return samples.keyed("admin", [ticket.path], other, ticket_id=ticket.ticket_id, uid=uid)


def _closing(samples: Samples) -> SampleCall:
    other = {"ticket_id": TicketFixture(samples.practice).ticket_id}
    return _on_a_ticket("member", other)(samples)


def _listing(samples: Samples) -> SampleCall:
    return SampleCall(
        samples.practice.person("admin"), {"limit": 1}, [TicketFixture(samples.practice).path]
    )


def _showing(samples: Samples) -> SampleCall:
    ticket = TicketFixture(samples.practice)
    return SampleCall(
        samples.practice.person("admin"), {"ticket_id": ticket.ticket_id}, [ticket.path]
    )


def _linking(samples: Samples) -> SampleCall:
    ticket = TicketFixture(samples.practice)
    sent = ticket.say(ticket.attach())
    request = {"ticket_id": ticket.ticket_id, "message_id": sent.message_id}
    return SampleCall(samples.practice.person("member"), request, [ticket.path])


_FILE = {"file_name": "screen.png", "kind": "image", "byte_size": 1000}

SUPPORT: dict[str, Callable[[Samples], SampleCall]] = {
    "support/assign_ticket": _assigning,
    "support/close_ticket": _closing,
    "support/get_figures": lambda samples: SampleCall(
        samples.practice.person("admin"), {"first_day": "2026-05-01", "last_day": "2026-05-31"}, []
    ),
    "support/get_queue": lambda samples: SampleCall(samples.practice.person("admin"), {}, []),
    "support/get_message_links": _linking,
    "support/list_tickets": _listing,
    "support/open_ticket": _asking,
    "support/send_message": _on_a_ticket("member", {"text": "There."}, text="Here."),
    "support/show_ticket": _showing,
    "support/start_attachment": _on_a_ticket("member", {"byte_size": 1001}, **_FILE),
}
