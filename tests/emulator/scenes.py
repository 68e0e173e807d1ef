"""A call that succeeds for every callable, and what a refused one must leave as it is."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from accounts.models import Clinic, Lab
from core.access import Role
from core.objects import StoredObject
from tests.support import ids, lab_records, money, records
from tests.support.forms import application, consent, patient, starting
from tests.support.moments import key
from tests.support.people import Cast
from tests.support.practice import Practice
from tests.support.purse import Purse
from tests.support.scene import organisation
from tests.support.workshop import Workshop
from tools.client import Person
from wallet.journal import Order


@dataclass
class Scene:
    """A call that succeeds, and the documents that a refused one must leave as they are.

    `other` changes the request into another one that could be meant: what a key is not reused for.
    """

    caller: Person
    request: dict[str, Any]
    watched: list[str]
    other: dict[str, Any] = field(default_factory=dict)


@dataclass
class Stage:
    """The people of all scenes: with accounts in Auth where these change, seeded ones elsewhere."""

    cast: Cast
    practice: Practice = field(default_factory=lambda: Practice(datetime.now(UTC)))

    def slot(self, after: float) -> dict[str, str]:
        """An hour from now, as requests write it."""
        found: dict[str, str] = self.practice.hour(after).model_dump(mode="json")
        return found

    def keyed(self, name: str, watched: list[str], other: dict[str, Any], /, **wish: Any) -> Scene:
        """A scene with an idempotency key."""
        request = {"idempotency_key": key(), **wish}
        return Scene(self.practice.person(name), request, watched, other)


# --- accounts -----------------------------------------------------------------------------------


def _subject(stage: Stage, person: Person, **more: object) -> Scene:
    return Scene(stage.cast.admin, {"uid": person.uid, **more}, [f"users/{person.uid}"])


def _suspended(stage: Stage) -> Scene:
    person = stage.cast.member("operator")
    stage.cast.admin.call("accounts_suspend", uid=person.uid, reason="For the test.")
    return _subject(stage, person)


def _invited(stage: Stage) -> Scene:
    owner = stage.cast.member()
    invite = owner.call("accounts_invite_member", email=f"{uuid.uuid4().hex}@example.com")
    invite_id = invite["invite_id"]
    return Scene(owner, {"invite_id": invite_id}, [f"invites/{invite_id}"])


def _colleague(stage: Stage) -> Scene:
    owner = stage.cast.member()
    colleague = stage.cast.colleague(owner)
    return Scene(owner, {"uid": colleague.uid}, [f"users/{colleague.uid}", f"users/{owner.uid}"])


def _registering(_: Stage) -> Scene:
    person = Person.sign_up()
    return Scene(person, application(), [f"users/{person.uid}"])


def _inviting(stage: Stage) -> Scene:
    return Scene(stage.cast.member(), {"email": f"{uuid.uuid4().hex}@example.com"}, [])


# --- scans: patients and consents ---------------------------------------------------------------


def _adding(stage: Stage) -> Scene:
    return Scene(stage.practice.person("member"), patient(), [], {"name": "Ravi Kumar"})


def _correcting(stage: Stage) -> Scene:
    patient_id = stage.practice.patient()
    path = f"clinics/{stage.practice.scene.clinic}/patients/{patient_id}"
    wish = patient(patient_id=patient_id)
    return Scene(stage.practice.person("member"), wish, [path], {"name": "Ravi Kumar"})


def _consenting(stage: Stage) -> Scene:
    patient_id = stage.practice.patient()
    path = f"clinics/{stage.practice.scene.clinic}/patients/{patient_id}"
    wish = consent(patient_id)
    return Scene(stage.practice.person("member"), wish, [path], {"language": "hi"})


def _withdrawing(stage: Stage) -> Scene:
    named = stage.practice.consented()
    case_id = stage.practice.case(**named)
    other = {"consent_id": stage.practice.consent(named["patient_id"])}
    consent_id = named["consent_id"]
    watched = [f"consents/{consent_id}", f"cases/{case_id}", f"jobs/erase-{consent_id}"]
    return stage.keyed("member", watched, other, consent_id=consent_id)


def _form(stage: Stage) -> Scene:
    consent_id = stage.practice.consented()["consent_id"]
    found = stage.practice.consent_of(consent_id)
    form = StoredObject(
        name=f"consents/{found.clinic_id}/{consent_id}/x/content",
        generation=1,
        byte_size=1,
        content_type="image/jpeg",
        crc32c="AAAAAA==",
    )
    stage.practice.scene.seed(found.model_copy(update={"form": form}))
    wish = {"consent_id": consent_id}
    return Scene(stage.practice.person("member"), wish, [f"consents/{consent_id}"])


# --- scans: cases and files ---------------------------------------------------------------------


def _opening(stage: Stage) -> Scene:
    named = stage.practice.consented()
    return stage.keyed("member", [f"consents/{named['consent_id']}"], {"notes": "Crown"}, **named)


def _listing(stage: Stage) -> Scene:
    return Scene(stage.practice.person("member"), {"limit": 1}, [])


def _closing(stage: Stage) -> Scene:
    case_id = stage.practice.case()
    other = {"case_id": stage.practice.case()}
    return stage.keyed("member", [f"cases/{case_id}"], other, case_id=case_id)


def _reopening(stage: Stage) -> Scene:
    scene = _closing(stage)
    stage.practice.close(scene.request["case_id"])
    stage.practice.close(scene.other["case_id"])
    return scene


def _starting(stage: Stage) -> Scene:
    case_id = stage.practice.case()
    person = stage.practice.person("member")
    return Scene(person, starting(case_id), [f"cases/{case_id}"], {"jaw": "lower"})


def _linking(stage: Stage) -> Scene:
    case_id, file = stage.practice.case(), records.file(stage.practice.scene)
    stage.practice.scene.seed(file.placed(case_id, file.id))
    wish = {"case_id": case_id, "file_ids": [file.id]}
    watched = [f"cases/{case_id}", f"cases/{case_id}/files/{file.id}"]
    return Scene(stage.practice.person("member"), wish, watched)


# --- scans: visits and operators ----------------------------------------------------------------


def _requesting(stage: Stage) -> Scene:
    named = stage.practice.consented()
    wish = {**named, "slots": [stage.slot(24)], "scans": ["bite"]}
    watched = [f"consents/{named['consent_id']}"]
    return stage.keyed("member", watched, {"scans": ["upper_arch"]}, **wish)


def _suggesting(stage: Stage) -> Scene:
    wish = {"visit_id": stage.practice.request().visit_id, "slot": stage.slot(24)}
    return Scene(stage.practice.person("admin"), wish, [f"visits/{wish['visit_id']}"])


def _assigning(stage: Stage) -> Scene:
    visit_id = stage.practice.request().visit_id
    uid = stage.practice.join("assigned", Role.OPERATOR)
    watched = [f"visits/{visit_id}", f"operators/{uid}"]
    other = {"slot": stage.slot(48)}
    return stage.keyed("admin", watched, other, visit_id=visit_id, uid=uid, slot=stage.slot(24))


def _moving(stage: Stage) -> Scene:
    asked = stage.practice.request()
    stage.practice.join("moving", Role.OPERATOR)
    stage.practice.assign(asked.visit_id, "moving")
    watched = [f"visits/{asked.visit_id}", f"cases/{asked.case_id}"]
    wish = {"visit_id": asked.visit_id, "action": "accept"}
    return stage.keyed("moving", watched, {"action": "decline"}, **wish)


def _rescheduling(stage: Stage) -> Scene:
    visit_id = stage.practice.request().visit_id
    wish = {"visit_id": visit_id, "slots": [stage.slot(72)]}
    return stage.keyed("member", [f"visits/{visit_id}"], {"slots": [stage.slot(96)]}, **wish)


def _cancelling(stage: Stage) -> Scene:
    asked = stage.practice.request()
    watched = [f"visits/{asked.visit_id}", f"cases/{asked.case_id}"]
    wish = {"visit_id": asked.visit_id, "reason": "not_needed"}
    return stage.keyed("member", watched, {"reason": "no_operator"}, **wish)


def _settling(stage: Stage) -> Scene:
    person = stage.practice.person("operator")
    wish = {"city": "Pune", "pincode": "411001", "available": False}
    return Scene(person, wish, [f"operators/{person.uid}"])


# --- wallet -------------------------------------------------------------------------------------


def _adjusting(stage: Stage) -> Scene:
    wallet_id = ids.document_id()
    stage.practice.scene.seed(organisation(Clinic, wallet_id, ids.uid()))
    wish = {"wallet_id": wallet_id, "kind": "clinic", "paise": 100, "reason": "For the test."}
    return stage.keyed("admin", [f"wallets/{wallet_id}"], {"paise": 200}, **wish)


def _terms(stage: Stage) -> Scene:
    wallet_id = ids.document_id()
    stage.practice.scene.seed(organisation(Clinic, wallet_id, ids.uid()))
    wish = {"wallet_id": wallet_id, "kind": "clinic", "credit_limit": 500}
    return Scene(stage.practice.person("admin"), wish, [f"wallets/{wallet_id}"])


def _billing(stage: Stage) -> Scene:
    billing = {"legal_name": "Smile Dental", "address": "12 MG Road, Pune", "state": "27"}
    watched = [f"wallets/{stage.practice.scene.clinic}"]
    return Scene(stage.practice.person("owner"), {"billing": billing}, watched)


def _publishing(stage: Stage) -> Scene:
    prices = {"visit": 1, "tax": 0, "late_cancellation": 0, "no_show": 0, "low_balance": 0}
    wish = {"tariff": key(), "replaces": 0, "prices": prices}
    path = f"tariffs/{wish['tariff']}/prices/000001"
    return stage.keyed("admin", [path], {"prices": {**prices, "visit": 2}}, **wish)


def _refunding(stage: Stage) -> Scene:
    purse = Purse(Practice(datetime.now(UTC)))
    purse.complete(purse.scanned().visit_id)
    paid = purse.transactions()[-1]
    wish = {"wallet_id": purse.id, "transaction_id": paid.id, "reason": "For the test."}
    return stage.keyed("admin", [f"wallets/{purse.id}"], {"paise": 100}, **wish)


def _looking(stage: Stage) -> Scene:
    return Scene(stage.practice.person("member"), {}, [f"wallets/{stage.practice.scene.clinic}"])


def _paying(stage: Stage) -> Scene:
    person, again = stage.practice.person("member"), key()
    order = Order(person.uid, f"{person.uid}/wallet_start_top_up/{again}", "")
    watched = [f"payments/{order.transaction_id}", f"wallets/{stage.practice.scene.clinic}"]
    return stage.keyed("member", watched, {"paise": 200}, paise=100, idempotency_key=again)


def _invoicing(stage: Stage) -> Scene:
    purse = Purse(Practice(datetime.now(UTC)))
    purse.complete(purse.scanned().visit_id)
    return Scene(purse.practice.person("owner"), {}, [f"wallets/{purse.id}"])


def _fetching(stage: Stage) -> Scene:
    invoice = money.invoice(stage.practice.scene, Role.CLINIC)
    stage.practice.scene.seed(invoice)
    wish = {"invoice_id": invoice.id}
    return Scene(stage.practice.person("member"), wish, [f"invoices/{invoice.id}"])


def _exporting(stage: Stage) -> Scene:
    wish = {"first_day": "2026-04-01", "last_day": "2026-04-30", "format": "csv"}
    watched = [f"wallets/{stage.practice.scene.clinic}"]
    return Scene(stage.practice.person("member"), wish, watched)


def _starting_billing(stage: Stage) -> Scene:
    """Of a month before all others: the tasks find nothing to bill."""
    return Scene(stage.practice.person("admin"), {"month": "2020-01"}, [])


def _totalling(stage: Stage) -> Scene:
    wish = {"first_day": "2026-04-01", "last_day": "2026-04-30"}
    return Scene(stage.practice.person("admin"), wish, [])


# --- labs ---------------------------------------------------------------------------------------


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


SCENES: dict[str, Callable[[Stage], Scene]] = {
    "accounts_register": _registering,
    "accounts_approve": lambda stage: _subject(stage, stage.cast.applicant("operator")),
    "accounts_reject": lambda stage: _subject(
        stage, stage.cast.applicant(), reason="For the test."
    ),
    "accounts_change_role": lambda stage: _subject(
        stage, stage.cast.member("operator"), role="admin"
    ),
    "accounts_suspend": lambda stage: _subject(
        stage, stage.cast.member("operator"), reason="For the test."
    ),
    "accounts_reinstate": _suspended,
    "accounts_list": lambda stage: Scene(stage.cast.admin, {"status": "pending", "limit": 1}, []),
    "accounts_invite_member": _inviting,
    "accounts_withdraw_invite": _invited,
    "accounts_remove_member": _colleague,
    "accounts_hand_over_ownership": _colleague,
    "labs_get_file_links": _linking_an_order,
    "labs_move_order": _moving_an_order,
    "labs_place_order": _ordering,
    "labs_save_profile": _showing,
    "labs_save_service": _offering,
    "scans_add_patient": _adding,
    "scans_correct_patient": _correcting,
    "scans_record_consent": _consenting,
    "scans_withdraw_consent": _withdrawing,
    "scans_get_form_link": _form,
    "scans_open_case": _opening,
    "scans_list_cases": _listing,
    "scans_close_case": _closing,
    "scans_reopen_case": _reopening,
    "scans_start_upload": _starting,
    "scans_get_file_links": _linking,
    "scans_request_visit": _requesting,
    "scans_suggest_operators": _suggesting,
    "scans_assign_operator": _assigning,
    "scans_move_visit": _moving,
    "scans_reschedule_visit": _rescheduling,
    "scans_cancel_visit": _cancelling,
    "scans_list_visits": lambda stage: Scene(
        stage.practice.person("admin"), {"state": "requested", "limit": 1}, []
    ),
    "scans_set_service_area": _settling,
    "wallet_adjust": _adjusting,
    "wallet_get_balance": _looking,
    "wallet_get_statement": _looking,
    "wallet_get_prices": _looking,
    "wallet_publish_prices": _publishing,
    "wallet_refund": _refunding,
    "wallet_release_expired": lambda stage: Scene(
        stage.practice.person("admin"), {"wallet_id": stage.practice.scene.clinic}, []
    ),
    "wallet_set_billing": _billing,
    "wallet_set_terms": _terms,
    "wallet_start_top_up": _paying,
    "wallet_issue_invoices": _invoicing,
    "wallet_list_invoices": _looking,
    "wallet_get_invoice_link": _fetching,
    "wallet_get_statement_file": _exporting,
    "wallet_get_totals": _totalling,
    "wallet_start_billing": _starting_billing,
}
