"""Scenes of the labs' callables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from accounts.models import Lab
from core.access import Role
from tests.emulator.stage import Scene, Stage
from tests.support import lab_records
from tests.support.moments import key
from tests.support.practice import Practice
from tests.support.scene import organisation
from tests.support.talk import Talk
from tests.support.workshop import Workshop


def _of_a_lab(stage: Stage) -> str:
    """Give the practice's lab an owner and a document; its id."""
    lab = stage.practice.scene.lab
    owner = stage.practice.join("lab owner", Role.LAB, lab, owner=True)
    stage.practice.scene.seed(organisation(Lab, lab, owner))
    return lab


def _showing(stage: Stage) -> Scene:
    path = f"lab_profiles/{_of_a_lab(stage)}"
    return Scene(stage.practice.person("lab owner"), {"accepting": True}, [path])


def _offering(stage: Stage) -> Scene:
    """A change of what the lab offers."""
    lab = _of_a_lab(stage)
    service = lab_records.service(stage.practice.scene)
    stage.practice.scene.seed(service)
    wish = {
        "idempotency_key": key(),
        "service_id": service.id,
        "name": "Zirconia crown, layered",
        "work": "crown",
        "materials": ["zirconia"],
        "per": "tooth",
        "price": 320_000,
        "turnaround": 7,
    }
    path = f"labs/{lab}/catalogue/{service.id}"
    return Scene(stage.practice.person("lab owner"), wish, [path], {"price": 330_000})


def _ordering(_: Stage) -> Scene:
    workshop = Workshop(Practice(datetime.now(UTC)))
    wish = workshop.wish().model_dump(mode="json", exclude_none=True)
    watched = [f"wallets/{workshop.purse.id}", f"cases/{workshop.case_id}"]
    return Scene(workshop.practice.person("member"), wish, watched, {"share_name": True})


def _moving_an_order(stage: Stage) -> Scene:
    workshop = Workshop(Practice(datetime.now(UTC)))
    order_id = workshop.place()
    wish = {"order_id": order_id, "action": "cancel", "reason": "not_needed"}
    member, watched = workshop.practice.person("member"), [f"orders/{order_id}"]
    return Scene(member, {"idempotency_key": key(), **wish}, watched, {"reason": "ordered_twice"})


def _linking_an_order(stage: Stage) -> Scene:
    workshop = Workshop(Practice(datetime.now(UTC)))
    order_id = workshop.place()
    wish = {"order_id": order_id, "file_ids": [workshop.file_id]}
    return Scene(workshop.practice.person("technician"), wish, [f"orders/{order_id}"])


#: Some days that figures are asked for.
DAYS = {"first_day": "2026-05-01", "last_day": "2026-05-31"}


def _counting(stage: Stage) -> Scene:
    lab = _of_a_lab(stage)
    return Scene(stage.practice.person("lab owner"), {"lab_id": lab, **DAYS}, [f"labs/{lab}"])


def _asking_for_a_receipt(stage: Stage) -> Scene:
    workshop = Workshop(Practice(datetime.now(UTC)))
    order_id = workshop.place()
    return Scene(workshop.practice.person("member"), {"order_id": order_id}, [f"orders/{order_id}"])


def _attaching(_: Stage) -> Scene:
    talk = Talk(Workshop(Practice(datetime.now(UTC))))
    wish = {
        "idempotency_key": key(),
        "order_id": talk.order_id,
        "file_name": "margin.jpg",
        "kind": "image",
        "byte_size": 1000,
    }
    technician = talk.workshop.practice.person("technician")
    return Scene(technician, wish, [talk.path], {"byte_size": 1001})


def _messaging(_: Stage) -> Scene:
    talk = Talk(Workshop(Practice(datetime.now(UTC))))
    photo = talk.attach()
    wish = {
        "idempotency_key": key(),
        "order_id": talk.order_id,
        "text": "Here.",
        "attachment_ids": [photo],
    }
    watched = [talk.path, f"uploads/{photo}"]
    return Scene(talk.workshop.practice.person("member"), wish, watched, {"text": "There."})


def _linking_a_message(_: Stage) -> Scene:
    talk = Talk(Workshop(Practice(datetime.now(UTC))))
    wish = {"order_id": talk.order_id, "message_id": talk.say(talk.attach()).message_id}
    return Scene(talk.workshop.practice.person("technician"), wish, [talk.path])


LABS: dict[str, Callable[[Stage], Scene]] = {
    "labs/get_figures": _counting,
    "labs/get_file_links": _linking_an_order,
    "labs/get_message_links": _linking_a_message,
    "labs/get_receipt": _asking_for_a_receipt,
    "labs/move_order": _moving_an_order,
    "labs/place_order": _ordering,
    "labs/save_profile": _showing,
    "labs/save_service": _offering,
    "labs/send_message": _messaging,
    "labs/start_attachment": _attaching,
}
