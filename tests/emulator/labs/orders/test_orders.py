"""Orders: placed with everything that speaks against them told at once, moved on, and paid for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from accounts.models import Clinic
from core.errors import ScannerError
from core.firebase import firestore_client
from core.privacy import Viewer
from labs.orders.models import OrderState, Sender, SharedFile
from scans.cases.models import File
from scans.gate.models import Finding
from tests.support import ids
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.lab_fixture import COMMISSION, PRICE, TAX, LabFixture
from tests.support.moments import key, refused
from wallet.accounts import expiry
from wallet.accounts.requests import ReleaseExpired
from wallet.fees.order_money import HELD_FOR
from wallet.invoices import invoicing
from wallet.invoices.models import Invoice
from wallet.ledger.clerk import Clerk
from wallet.ledger.terms import Item

PAID_IN = 1_000_000


@pytest.fixture
def workshop(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def problems(call: Any) -> dict[str, str]:
    """Make a call that must be refused; the problems by where they are."""
    with pytest.raises(ScannerError) as caught:
        call()
    assert caught.value.reason == "order-refused"
    found = caught.value.details["problems"]
    assert all(each["sentence"] for each in found)
    return {each["at"]: each["reason"] for each in found}


# --- placing -------------------------------------------------------------------------------------


def test_an_order_is_what_was_wished_at_the_prices_of_then(workshop: LabFixture) -> None:
    order_id = workshop.place(items=[
        {"service_id": workshop.service_id, "teeth": [26, 11], "material": "zirconia",
         "shade": "A2", "notes": "Light contact."},
    ])  # fmt: skip
    workshop.offer(service_id=workshop.service_id, price=999_900)
    order = workshop.order(order_id)
    (item,) = order.items
    assert (item.teeth, item.quantity, item.unit_price) == ([11, 26], 2, PRICE)
    assert (item.price, order.price) == (2 * PRICE, 2 * PRICE)
    assert (order.sender.name, order.sender.pincode) == ("Smile Dental", "411001")
    assert order.patient.reference.startswith("P-")
    assert order.patient.name is None
    assert workshop.purse.balance == (PAID_IN - 2 * PRICE, 2 * PRICE)
    assert workshop.history(order_id) == {("place", "placed")}
    assert "order_placed" in workshop.practice.inbox("lab owner")


def test_the_patients_name_goes_along_only_where_it_was_switched_on(workshop: LabFixture) -> None:
    told = workshop.order(workshop.place(share_name=True))
    untold = workshop.order(workshop.place())
    assert (told.patient.name, untold.patient.name) == ("Meera Joshi", None)
    assert "Meera" not in untold.model_dump_json()


@pytest.mark.parametrize(
    ("item", "reason", "at"),
    [
        ({"teeth": [19]}, "tooth-unknown", "items.0.teeth.0"),
        ({"teeth": [26, 26]}, "tooth-twice", "items.0.teeth"),
        ({"teeth": []}, "teeth-missing", "items.0.teeth"),
        ({"material": "gold_alloy"}, "material-not-offered", "items.0.material"),
        ({"shade": "2M2"}, "shade-not-in-guide", "items.0.shade"),
        ({"shade": None}, "shade-missing", "items.0.shade"),
        ({"service_id": "A" * 20}, "service-unknown", "items.0.service_id"),
    ],
)
def test_a_line_that_the_lab_could_not_make(
    workshop: LabFixture, item: dict[str, Any], reason: str, at: str
) -> None:
    wallet = f"wallets/{workshop.purse.id}"
    before = snapshot(workshop.practice, wallet)
    assert problems(lambda: workshop.place(item=item)) == {at: reason}
    assert snapshot(workshop.practice, wallet) == before
    workshop.place()


def test_what_is_no_longer_offered_cannot_be_ordered(workshop: LabFixture) -> None:
    workshop.offer(service_id=workshop.service_id, active=False)
    assert problems(workshop.place) == {"items.0.service_id": "service-unknown"}
    workshop.offer(service_id=workshop.service_id)
    workshop.place()


def test_files_that_should_not_go_out(workshop: LabFixture) -> None:
    doubtful = Finding(code="stl-many-pieces", severity="warning", sentence="Several pieces.")
    warned = workshop.file(workshop.case_id, findings=[doubtful])
    old = workshop.file(workshop.case_id, superseded_by=ids.document_id())
    gone = ids.document_id()
    asked = [workshop.file_id, warned, old, gone]
    assert problems(lambda: workshop.place(file_ids=asked)) == {
        f"file_ids.{warned}": "file-has-warnings",
        f"file_ids.{old}": "file-superseded",
        f"file_ids.{gone}": "file-not-found",
    }
    sent = [workshop.file_id, warned]
    assert problems(lambda: workshop.place(file_ids=sent)) == {
        f"file_ids.{warned}": "file-has-warnings"
    }
    order = workshop.order(workshop.place(file_ids=sent, proceed_with_warnings=True))
    assert order.signed_off == [warned]
    assert {file.file_id for file in order.files} == set(sent)


def test_a_lab_is_given_the_working_days_that_it_needs(workshop: LabFixture) -> None:
    """From a Monday: five working days are over on Saturday; on Sundays the lab is closed."""
    early = {"wanted_on": "2026-05-08"}
    assert problems(lambda: workshop.place(**early)) == {"wanted_on": "wanted-too-early"}
    workshop.place(wanted_on="2026-05-09")
    workshop.open(calendar={"closed_weekdays": [5, 6]})
    assert problems(lambda: workshop.place(wanted_on="2026-05-09")) == {
        "wanted_on": "wanted-too-early"
    }
    workshop.place(wanted_on="2026-05-11")


def test_a_lab_that_takes_no_orders(workshop: LabFixture) -> None:
    workshop.open(accepting=False)
    assert problems(workshop.place) == {"lab_id": "lab-not-accepting"}
    workshop.open()
    workshop.practice.suspend("lab owner")
    assert problems(workshop.place) == {"lab_id": "lab-not-accepting"}


def test_a_consent_that_is_not_for_labs(practice: ClinicFixture) -> None:
    workshop = LabFixture(practice, consent={"scope": ["scan", "images"]})
    assert problems(workshop.place) == {"": "consent-does-not-cover"}


def test_a_withdrawn_consent(workshop: LabFixture) -> None:
    workshop.practice.withdraw(workshop.case().consent_id)
    assert problems(workshop.place) == {"": "consent-withdrawn"}


def test_a_wallet_that_is_too_low_by_a_paisa(workshop: LabFixture) -> None:
    workshop.purse.adjust(PRICE - 1 - PAID_IN)
    with pytest.raises(ScannerError) as caught:
        workshop.place()
    (only,) = caught.value.details["problems"]
    assert (only["reason"], only["missing_paise"]) == ("insufficient-funds", 1)
    workshop.purse.adjust(1)
    workshop.place()
    assert workshop.purse.balance == (0, PRICE)


def test_a_lab_that_nobody_could_bill_its_commission(practice: ClinicFixture) -> None:
    workshop = LabFixture(practice, billing=False)
    assert problems(workshop.place) == {"": "billing-details-missing"}


def test_all_problems_are_told_at_once(workshop: LabFixture) -> None:
    item = {"teeth": [99], "material": "petg", "shade": "Z9"}
    found = problems(lambda: workshop.place(item=item, wanted_on="2026-05-05"))
    assert found == {
        "items.0.teeth.0": "tooth-unknown",
        "items.0.material": "material-not-offered",
        "items.0.shade": "shade-not-in-guide",
        "wanted_on": "wanted-too-early",
    }


def test_another_clinics_case_is_not_found(workshop: LabFixture) -> None:
    refused(lambda: workshop.place("stranger"), "case-not-found")


def test_a_retry_is_one_order(workshop: LabFixture) -> None:
    same = {"idempotency_key": key()}
    assert len({workshop.place(**same) for _ in range(3)}) == 1
    assert workshop.purse.balance == (PAID_IN - PRICE, PRICE)


# --- the way of an order, and its money -----------------------------------------------------------


def test_an_order_to_completion(workshop: LabFixture) -> None:
    order_id = workshop.shipped()
    order = workshop.order(order_id)
    assert (order.due_on, order.accepted_by) == (
        "2026-05-09", workshop.practice.uid("technician"),
    )  # fmt: skip
    assert order.shipment is not None
    assert order.shipment.carrier == "Blue Dart"
    assert workshop.purse.balance == (PAID_IN - PRICE, PRICE)
    workshop.move(order_id, "deliver", "complete", who="member")
    assert workshop.purse.balance == (PAID_IN - PRICE, 0)
    assert workshop.earned() == PRICE - COMMISSION - TAX
    captured = workshop.purse.transactions()[-1]
    assert (captured.revenue, captured.tax) == (COMMISSION, TAX)
    assert captured.payable == PRICE - COMMISSION - TAX
    assert captured.sale is not None
    assert (captured.sale.item, captured.sale.customer) == (
        Item.COMMISSION, workshop.practice.tenants.lab,
    )  # fmt: skip
    assert {action for action, _ in workshop.history(order_id)} == {
        "place", "accept", "start", "finish", "ship", "deliver", "complete",
    }  # fmt: skip


def test_delivered_twice_is_paid_once(workshop: LabFixture) -> None:
    order_id = workshop.shipped()
    workshop.move(order_id, "deliver", "deliver", who="member")
    assert workshop.earned() == PRICE - COMMISSION - TAX
    assert workshop.purse.balance == (PAID_IN - PRICE, 0)


@pytest.mark.parametrize(
    ("steps", "who", "action", "reason"),
    [
        ((), "technician", "reject", "no_capacity"),
        ((), "member", "cancel", "not_needed"),
        (("accept",), "member", "cancel", "not_needed"),
        (("accept", "start"), "admin", "cancel", "not_needed"),
        (("accept", "start", "finish"), "admin", "cancel", "not_needed"),
    ],
)
def test_what_is_rejected_or_called_off_is_given_back(
    workshop: LabFixture, steps: tuple[str, ...], who: str, action: str, reason: str
) -> None:
    order_id = workshop.place()
    workshop.move(order_id, *steps)
    workshop.move(order_id, action, who=who, reason=reason)
    assert workshop.purse.balance == (PAID_IN, 0)
    assert workshop.earned() == 0
    assert workshop.order(order_id).state in {OrderState.REJECTED, OrderState.CANCELLED}


def test_a_clinic_calls_off_until_the_work_has_begun(workshop: LabFixture) -> None:
    order_id = workshop.place()
    workshop.move(order_id, "accept", "start")
    refused(
        lambda: workshop.move(order_id, "cancel", who="member", reason="not_needed"),
        "role-not-allowed",
    )
    assert workshop.purse.balance == (PAID_IN - PRICE, PRICE)


def test_a_remake_costs_nothing_and_keeps_the_order(workshop: LabFixture) -> None:
    order_id = workshop.shipped()
    workshop.move(order_id, "deliver", who="member")
    earned = workshop.earned()
    workshop.move(order_id, "request_remake", who="member", reason="does_not_fit")
    workshop.practice.clock.at += timedelta(days=7)
    workshop.move(order_id, "accept", "start", "finish")
    workshop.move(order_id, "ship", shipment={"carrier": "Blue Dart"})
    workshop.move(order_id, "deliver", "complete", who="member")
    order = workshop.order(order_id)
    assert (order.remakes, order.due_on) == (1, "2026-05-16")
    assert workshop.earned() == earned
    assert workshop.purse.balance == (PAID_IN - PRICE, 0)


def test_a_new_scan_takes_the_place_of_what_was_sent(workshop: LabFixture) -> None:
    order_id = workshop.place()
    workshop.move(order_id, "accept")
    workshop.move(order_id, "request_rescan", reason="margin_unclear")
    assert workshop.order(order_id).reason == "margin_unclear"
    refused(lambda: workshop.move(order_id, "send_rescan", who="member"), "files-needed")
    gone = [ids.document_id()]
    found = problems(lambda: workshop.move(order_id, "send_rescan", who="member", file_ids=gone))
    assert set(found.values()) == {"file-not-found"}
    newer = workshop.file(workshop.case_id)
    workshop.move(order_id, "send_rescan", who="member", file_ids=[newer])
    order = workshop.order(order_id)
    assert [file.file_id for file in order.files] == [newer]
    assert (order.state, order.reason) == (OrderState.ACCEPTED, None)


@pytest.mark.parametrize(
    ("action", "wrong", "right"),
    [
        ("reject", "does_not_fit", "not_feasible"),
        ("reject", None, "no_capacity"),
        ("accept", "question", None),
    ],
)
def test_a_step_gives_the_reasons_that_it_asks_for(
    workshop: LabFixture, action: str, wrong: str | None, right: str | None
) -> None:
    order_id = workshop.place()
    refused(lambda: workshop.move(order_id, action, reason=wrong), "reason-needed")
    assert workshop.order(order_id).state is OrderState.PLACED
    workshop.move(order_id, action, reason=right)
    assert workshop.order(order_id).state is not OrderState.PLACED


def test_what_is_sent_names_its_carrier(workshop: LabFixture) -> None:
    order_id = workshop.place()
    workshop.move(order_id, "accept", "start", "finish")
    refused(lambda: workshop.move(order_id, "ship"), "shipment-needed")
    workshop.move(order_id, "ship", shipment={"carrier": "Blue Dart"})


def test_nothing_is_accepted_once_the_consent_is_withdrawn(workshop: LabFixture) -> None:
    order_id = workshop.place()
    workshop.withdraw_unheard()
    found = problems(lambda: workshop.move(order_id, "accept"))
    assert found == {"": "consent-withdrawn"}
    workshop.move(order_id, "cancel", who="member", reason="patient_unavailable")
    assert workshop.purse.balance == (PAID_IN, 0)


@pytest.mark.parametrize("who", ["stranger", "other lab", "lab"])
def test_others_find_no_order(workshop: LabFixture, who: str) -> None:
    order_id = workshop.place()
    if who == "lab":  # of the same lab: the practice's own lab member
        workshop.move(order_id, "accept", who=who)
        return
    refused(lambda: workshop.move(order_id, "accept", who=who), "order-not-found")
    assert workshop.order(order_id).state is OrderState.PLACED


def test_two_members_accept_at_once_and_one_did(workshop: LabFixture) -> None:
    order_id = workshop.place()
    workshop.move(order_id, "accept")
    workshop.move(order_id, "accept", who="lab")
    assert workshop.history(order_id) == {("place", "placed"), ("accept", "accepted")}
    assert workshop.order(order_id).accepted_by == workshop.practice.uid("technician")


def test_the_other_side_is_told(workshop: LabFixture) -> None:
    order_id = workshop.place()
    workshop.move(order_id, "accept")
    assert "order_moved" in workshop.practice.inbox("member")
    before = len(workshop.practice.inbox("technician"))
    workshop.move(order_id, "cancel", who="member", reason="not_needed")
    assert len(workshop.practice.inbox("technician")) == before + 1


def test_what_each_step_costs(workshop: LabFixture) -> None:
    def cost() -> tuple[int, int]:
        return workshop.practice.tally.reads, workshop.practice.tally.writes

    order_id = workshop.place()
    assert cost() == (12, 9)
    for action, expected in (("accept", (5, 6)), ("start", (2, 5)), ("finish", (2, 5))):
        workshop.move(order_id, action)
        assert cost() == expected, action
    workshop.move(order_id, "ship", shipment={"carrier": "Blue Dart"})
    assert cost() == (2, 5)
    workshop.move(order_id, "deliver", who="member")
    assert cost() == (5, 12)


def test_a_part_of_the_price_comes_back_from_all_who_got_of_it(workshop: LabFixture) -> None:
    order_id = workshop.shipped()
    workshop.move(order_id, "deliver", who="member")
    captured = workshop.purse.transactions()[-1]
    workshop.purse.refund(captured.id, PRICE // 2)
    assert workshop.practice.tally.reads == 5
    assert workshop.practice.tally.writes == 7
    assert workshop.purse.balance == (PAID_IN - PRICE // 2, 0)
    assert workshop.earned() == (PRICE - COMMISSION - TAX) // 2
    refund = workshop.purse.transactions()[-1]
    assert (refund.revenue, refund.tax) == (-COMMISSION // 2, -TAX // 2)


def test_the_platform_bills_the_lab_its_commission_and_the_clinic_nothing(
    workshop: LabFixture,
) -> None:
    order_id = workshop.shipped()
    workshop.move(order_id, "deliver", who="member")
    lab, clinic = workshop.practice.tenants.lab, workshop.purse.id
    ctx = workshop.practice.ctx("admin")
    until = workshop.practice.clock.at + timedelta(days=1)
    assert invoicing.issue(ctx.store, ctx.clock, "test", clinic, until) == []
    (number,) = invoicing.issue(ctx.store, ctx.clock, "test", lab, until)
    invoice = ctx.store.get(Invoice, number)
    assert invoice is not None
    assert [line.item for line in invoice.lines] == [Item.COMMISSION]
    assert (invoice.totals.net, invoice.totals.gross) == (COMMISSION, COMMISSION + TAX)


def test_nothing_that_is_not_for_labs_reaches_an_order(workshop: LabFixture) -> None:
    """Marked wherever the clinic's own documents hold words of anybody's."""
    practice = workshop.practice
    patient_id = practice.patient(name="CANARY Joshi")
    named = {"patient_id": patient_id, "consent_id": practice.consent(patient_id)}
    case_id = practice.case(**named, notes="CANARY")
    file_id = workshop.file(case_id, file_name="CANARY.stl", uploaded_by="CANARY")
    order_id = workshop.place(case_id=case_id, file_ids=[file_id])
    stored = firestore_client().document(f"orders/{order_id}").get().to_dict()
    assert "CANARY" not in str(stored)
    assert practice.tenants.clinic in str(stored)
    told = workshop.place(case_id=case_id, file_ids=[file_id], share_name=True)
    assert "CANARY Joshi" in str(firestore_client().document(f"orders/{told}").get().to_dict())


def test_a_file_goes_onto_an_order_with_the_fields_that_are_declared_for_labs() -> None:
    visible = {
        name.split(".")[0]
        for name, held in File.declarations()
        if held is not None and Viewer.LAB in held.seen_by
    }
    assert set(SharedFile.model_fields) == {"file_id", *visible}
    place = {n for n, h in Clinic.declarations() if h is not None and Viewer.LAB in h.seen_by}
    assert set(Sender.model_fields) == place


def expire(workshop: LabFixture) -> None:
    """Let so much time go by that the money set aside goes back by itself."""
    workshop.practice.clock.at += HELD_FOR
    wish = ReleaseExpired(wallet_id=workshop.purse.id)
    assert expiry.release_on_demand(workshop.practice.ctx("admin"), Clerk(), wish).released == 1


def test_calling_off_an_order_whose_hold_expired_moves_no_money(workshop: LabFixture) -> None:
    order_id = workshop.place()
    expire(workshop)
    before = workshop.purse.transactions()
    workshop.move(order_id, "cancel", who="member", reason="not_needed")
    assert workshop.order(order_id).state is OrderState.CANCELLED
    assert workshop.purse.transactions() == before
    assert workshop.purse.balance == (PAID_IN, 0)


def test_an_order_that_arrives_after_its_hold_expired_is_paid_or_not_delivered(
    workshop: LabFixture,
) -> None:
    order_id = workshop.shipped()
    expire(workshop)
    workshop.purse.adjust(PRICE - 1 - PAID_IN)
    deliver = lambda: workshop.move(order_id, "deliver", who="member")  # noqa: E731
    refused(deliver, "insufficient-funds", missing_paise=1)
    assert workshop.order(order_id).state is OrderState.SHIPPED
    workshop.purse.adjust(1)
    deliver()
    assert workshop.earned() == PRICE - COMMISSION - TAX
    assert workshop.purse.balance == (0, 0)
