"""A lab is asked for a crown: it gets the scan and no name, and is paid on delivery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from tools.client import CallError, Person, fetch
from tools.demo import refused
from tools.demo.asking import ask
from tools.demo.chapters.visit import Scanned
from tools.demo.people import People, apply_for, notice_claims, sign_up
from tools.demo.saving import save
from tools.demo.scan import Scan, compare
from tools.demo.show import console, problems_table, rupees
from tools.demo.steps import Steps, UnexpectedError

_CROWN = {
    "name": "Full-contour zirconia crown",
    "work": "crown",
    "materials": ["zirconia"],
    "shade_guide": "vita_classical",
    "per": "tooth",
    "price": 250_000,
    "turnaround": 5,
}
_BILLING = {"legal_name": "Pearl Dental Lab", "address": "4 FC Road, Pune", "state": "27"}


@dataclass(frozen=True)
class Offered:
    """What the clinic can order, and who makes it."""

    lab: Person
    lab_id: str
    service_id: str


def play(steps: Steps, people: People, scanned: Scanned, scan: Scan) -> Offered:
    """Play it, on the case of the first visit; returns what the lab makes."""
    lab, lab_id, service_id = _open(steps, people)
    body = _body(scanned, lab_id, service_id)
    order_id = _order(steps, people.clinic, body)
    _look(steps, lab, scanned, order_id)
    _make(steps, people.clinic, lab, order_id, scanned, scan)
    _print(steps, people.clinic, lab, order_id)
    return Offered(lab, lab_id, service_id)


def _open(steps: Steps, people: People) -> tuple[Person, str, str]:
    with steps.step("a lab is approved, shows what it makes") as step:
        lab = sign_up("lab")
        apply_for(lab, "Meena Iyer", lab="Pearl Dental Lab")
        people.admin.call("accounts/approve_account", uid=lab.uid)
        notice_claims(lab)
        lab.call("wallet/set_billing", billing=_BILLING)
        lab_id = str(lab.call("labs/save_profile", accepting=True)["lab_id"])
        service_id = str(ask(lab, "labs/save_service", **_CROWN)["service_id"])
        step.found(f"{_CROWN['name']}, ₹{rupees(250_000)} a tooth, {_CROWN['turnaround']} days")
    with steps.step("the clinic browses its catalogue") as step:
        shown = people.clinic.query("catalogue", parent=f"labs/{lab_id}")
        if [service["id"] for service in shown] != [service_id]:
            raise UnexpectedError(f"the catalogue shows {shown}")
        step.found(f"{len(shown)} service, read under the rules")
    return lab, lab_id, service_id


def _body(scanned: Scanned, lab_id: str, service_id: str) -> dict[str, Any]:
    return {
        "case_id": scanned.case_id,
        "lab_id": lab_id,
        "items": [{"service_id": service_id, "teeth": [26], "material": "zirconia", "shade": "A2"}],
        "file_ids": [scanned.file_id],
        "wanted_on": (datetime.now(UTC).date() + timedelta(days=30)).isoformat(),
        # A single scan has no antagonist, which the case check asks to have signed off.
        "proceed_with_warnings": True,
    }


def _order(steps: Steps, clinic: Person, body: dict[str, Any]) -> str:
    with steps.step("the clinic orders with three mistakes") as step:
        item = {**body["items"][0], "teeth": [19], "shade": "Z9"}
        tomorrow = (datetime.now(UTC).date() + timedelta(days=1)).isoformat()
        try:
            ask(clinic, "labs/place_order", **{**body, "items": [item], "wanted_on": tomorrow})
        except CallError as err:
            problems = err.details["problems"]
        else:
            raise UnexpectedError("it was placed")
        step.found(f"{len(problems)} problems, told at once")
    console.print(problems_table(problems))
    with steps.step("the clinic orders a crown for tooth 26") as step:
        placed = ask(clinic, "labs/place_order", **body)
        held = clinic.call("wallet/get_balance")["held"]
        step.found(f"₹{rupees(placed['price'])}; set aside: ₹{rupees(held)}")
    return str(placed["order_id"])


def _look(steps: Steps, lab: Person, scanned: Scanned, order_id: str) -> None:
    with steps.step("the lab reads the order") as step:
        order = lab.read(f"orders/{order_id}") or {}
        if "Meera" in str(order) or not order.get("patient", {}).get("reference"):
            raise UnexpectedError(f"the lab reads {order}")
        refused.read(lab, f"cases/{scanned.case_id}")
        step.found(f"patient {order['patient']['reference']}, and no name; the case is denied")
    with steps.step("the lab accepts") as step:
        now = ask(lab, "labs/move_order", order_id=order_id, action="accept")
        step.found(f"promised for {now['due_on']}, in its own working days")


def _make(
    steps: Steps, clinic: Person, lab: Person, order_id: str, scanned: Scanned, scan: Scan
) -> None:
    with steps.step("the lab fetches the scan, compares") as step:
        body = {"order_id": order_id, "file_ids": [scanned.file_id]}
        (link,) = lab.call("labs/get_file_links", **body)["links"]
        file = clinic.read(f"cases/{scanned.case_id}/files/{scanned.file_id}") or {}
        verdict = compare(scan.read(), fetch(link["url"]), file["report"]["format"])
        if verdict is None:
            raise UnexpectedError("the file is not what was uploaded")
        step.found(verdict)
    with steps.step("the lab makes and ships it") as step:
        for action in ("start", "finish"):
            ask(lab, "labs/move_order", order_id=order_id, action=action)
        shipment = {"carrier": "Blue Dart", "tracking": "BD 4711"}
        ask(lab, "labs/move_order", order_id=order_id, action="ship", shipment=shipment)
        step.found("Blue Dart, BD 4711")
    with steps.step("the clinic has it") as step:
        for action in ("deliver", "complete"):
            ask(clinic, "labs/move_order", order_id=order_id, action=action)
        earned = lab.call("wallet/get_balance")["available"]
        step.found(f"the lab was paid ₹{rupees(earned)}: the price less commission and its tax")
    with steps.step("the clinic looks up who was given what") as step:
        clinic_id = str(clinic.call("wallet/get_balance")["wallet_id"])
        shares = clinic.query("shares", ("clinic_id", "EQUAL", clinic_id))
        if [share["uid"] for share in shares] != [lab.uid]:
            raise UnexpectedError(f"{len(shares)} links are on record")
        step.found(f"{len(shares)} link, to the lab's {lab.uid[:6]}…, at {shares[0]['at']}"[:78])


def _print(steps: Steps, clinic: Person, lab: Person, order_id: str) -> None:
    with steps.step("the receipt is printed") as step:
        found, same = (each.call("labs/get_receipt", order_id=order_id) for each in (clinic, lab))
        if found["receipt"] != same["receipt"]:
            raise UnexpectedError("the two sides got different receipts")
        pdf = fetch(found["pdf"]["url"])
        if not pdf.startswith(b"%PDF-"):
            raise UnexpectedError("the receipt is not a PDF")
        save(fetch(found["html"]["url"]), f"receipt-{order_id}.html")
        step.found(f"the same for both sides; {save(pdf, f'receipt-{order_id}.pdf')}")
