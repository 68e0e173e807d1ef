"""Sample calls of the labs' callables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from accounts.models import Lab
from core.access import Role
from tests.emulator.sample_call import SampleCall, Samples
from tests.support import lab_records
from tests.support.account_records import organisation
from tests.support.clinic_fixture import ClinicFixture
from tests.support.conversation_fixture import ConversationFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import key
from tests.support.wallet_fixture import BILLING
from wallet.ledger.models import Wallet


def _of_a_lab(samples: Samples) -> str:
    """Give the practice's lab an owner and a document; its id."""
    lab_id = samples.practice.tenants.lab
    owner = samples.practice.join("lab owner", Role.LAB, lab_id, owner=True)
    samples.practice.tenants.seed(organisation(Lab, lab_id, owner))
    return lab_id


def _showing(samples: Samples) -> SampleCall:
    lab_id = _of_a_lab(samples)
    path = f"lab_profiles/{lab_id}"
    samples.practice.tenants.seed(Wallet(kind=Role.LAB, billing=BILLING).placed(lab_id))
    return SampleCall(samples.practice.person("lab owner"), {"accepting": True}, [path])


def _offering(samples: Samples) -> SampleCall:
    """A change of what the lab offers."""
    lab_id = _of_a_lab(samples)
    service = lab_records.service(samples.practice.tenants)
    samples.practice.tenants.seed(service)
    request = {
        "idempotency_key": key(),
        "service_id": service.id,
        "name": "Zirconia crown, layered",
        "work": "crown",
        "materials": ["zirconia"],
        "per": "tooth",
        "price": 320_000,
        "turnaround": 7,
    }
    path = f"labs/{lab_id}/catalogue/{service.id}"
    return SampleCall(samples.practice.person("lab owner"), request, [path], {"price": 330_000})


def _ordering(_: Samples) -> SampleCall:
    lab = LabFixture(ClinicFixture(datetime.now(UTC)))
    request = lab.request().model_dump(mode="json", exclude_none=True)
    watched = [f"wallets/{lab.wallet.id}", f"cases/{lab.case_id}"]
    return SampleCall(lab.practice.person("member"), request, watched, {"share_name": True})


def _checking(_: Samples) -> SampleCall:
    lab = LabFixture(ClinicFixture(datetime.now(UTC)))
    form = lab.request().model_dump(mode="json", exclude={"share_name", "idempotency_key"})
    watched = [f"wallets/{lab.wallet.id}", f"cases/{lab.case_id}"]
    return SampleCall(lab.practice.person("member"), form, watched)


def _moving_an_order(samples: Samples) -> SampleCall:
    lab = LabFixture(ClinicFixture(datetime.now(UTC)))
    order_id = lab.place()
    request = {"order_id": order_id, "action": "cancel", "reason": "not_needed"}
    member, watched = lab.practice.person("member"), [f"orders/{order_id}"]
    return SampleCall(
        member, {"idempotency_key": key(), **request}, watched, {"reason": "ordered_twice"}
    )


def _linking_an_order(samples: Samples) -> SampleCall:
    lab = LabFixture(ClinicFixture(datetime.now(UTC)))
    order_id = lab.place()
    request = {"order_id": order_id, "file_ids": [lab.file_id]}
    return SampleCall(lab.practice.person("technician"), request, [f"orders/{order_id}"])


#: Some days that figures are asked for.
DAYS = {"first_day": "2026-05-01", "last_day": "2026-05-31"}


def _counting(samples: Samples) -> SampleCall:
    lab_id = _of_a_lab(samples)
    return SampleCall(
        samples.practice.person("lab owner"), {"lab_id": lab_id, **DAYS}, [f"labs/{lab_id}"]
    )


def _asking_for_a_receipt(samples: Samples) -> SampleCall:
    lab = LabFixture(ClinicFixture(datetime.now(UTC)))
    order_id = lab.place()
    return SampleCall(lab.practice.person("member"), {"order_id": order_id}, [f"orders/{order_id}"])


def _attaching(_: Samples) -> SampleCall:
    conversation = ConversationFixture(LabFixture(ClinicFixture(datetime.now(UTC))))
    request = {
        "idempotency_key": key(),
        "order_id": conversation.order_id,
        "file_name": "margin.jpg",
        "kind": "image",
        "byte_size": 1000,
    }
    technician = conversation.lab.practice.person("technician")
    return SampleCall(technician, request, [conversation.path], {"byte_size": 1001})


def _messaging(_: Samples) -> SampleCall:
    conversation = ConversationFixture(LabFixture(ClinicFixture(datetime.now(UTC))))
    photo = conversation.attach()
    request = {
        "idempotency_key": key(),
        "order_id": conversation.order_id,
        "text": "Here.",
        "attachment_ids": [photo],
    }
    watched = [conversation.path, f"uploads/{photo}"]
    return SampleCall(
        conversation.lab.practice.person("member"), request, watched, {"text": "There."}
    )


def _linking_a_message(_: Samples) -> SampleCall:
    conversation = ConversationFixture(LabFixture(ClinicFixture(datetime.now(UTC))))
    request = {
        "order_id": conversation.order_id,
        "message_id": conversation.say(conversation.attach()).message_id,
    }
    return SampleCall(conversation.lab.practice.person("technician"), request, [conversation.path])


LABS: dict[str, Callable[[Samples], SampleCall]] = {
    "labs/check_order": _checking,
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
