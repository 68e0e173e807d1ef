"""Scenes of support's callables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.emulator.stage import Scene, Stage
from tests.support.helpdesk import Desk


def _on_a_ticket(who: str, other: dict[str, Any], **wish: Any) -> Callable[[Stage], Scene]:
    """A call about a ticket, with a key."""

    def make(stage: Stage) -> Scene:
        desk = Desk(stage.practice)
        return stage.keyed(who, [desk.path], other, ticket_id=desk.ticket_id, **wish)

    return make


def _asking(stage: Stage) -> Scene:
    case_id = stage.practice.case()
    wish = {"subject": "No link", "text": "It fails.", "about": f"cases/{case_id}"}
    return stage.keyed("member", [f"cases/{case_id}"], {"text": "It works."}, **wish)


def _assigning(stage: Stage) -> Scene:
    desk, uid = Desk(stage.practice), stage.practice.uid("admin")
    other = {"uid": stage.practice.uid("member")}
    return stage.keyed("admin", [desk.path], other, ticket_id=desk.ticket_id, uid=uid)


def _closing(stage: Stage) -> Scene:
    other = {"ticket_id": Desk(stage.practice).ticket_id}
    return _on_a_ticket("member", other)(stage)


def _listing(stage: Stage) -> Scene:
    return Scene(stage.practice.person("admin"), {"limit": 1}, [Desk(stage.practice).path])


def _showing(stage: Stage) -> Scene:
    desk = Desk(stage.practice)
    return Scene(stage.practice.person("admin"), {"ticket_id": desk.ticket_id}, [desk.path])


def _linking(stage: Stage) -> Scene:
    desk = Desk(stage.practice)
    sent = desk.say(desk.attach())
    wish = {"ticket_id": desk.ticket_id, "message_id": sent.message_id}
    return Scene(stage.practice.person("member"), wish, [desk.path])


_FILE = {"file_name": "screen.png", "kind": "image", "byte_size": 1000}

SUPPORT: dict[str, Callable[[Stage], Scene]] = {
    "support/assign_ticket": _assigning,
    "support/close_ticket": _closing,
    "support/get_figures": lambda stage: Scene(
        stage.practice.person("admin"), {"first_day": "2026-05-01", "last_day": "2026-05-31"}, []
    ),
    "support/get_message_links": _linking,
    "support/list_tickets": _listing,
    "support/open_ticket": _asking,
    "support/send_message": _on_a_ticket("member", {"text": "There."}, text="Here."),
    "support/show_ticket": _showing,
    "support/start_attachment": _on_a_ticket("member", {"byte_size": 1001}, **_FILE),
}
