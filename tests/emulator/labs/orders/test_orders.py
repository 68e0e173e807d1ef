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
from scans.gate.models import FileFinding
from tests.support import ids
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.lab_fixture import COMMISSION, PRICE, TAX, LabFixture, problems
from tests.support.moments import key, refused
from wallet.accounts import expiry
from wallet.accounts.requests import ReleaseExpired
from wallet.fees.holding import HELD_FOR
from wallet.invoices import invoicing
from wallet.invoices.models import Invoice
from wallet.ledger.clerk import Clerk
from wallet.ledger.terms import SaleItem

PAID_IN = 1_000_000


@pytest.fixture
def lab(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


# --- placing -------------------------------------------------------------------------------------


def test_an_order_is_what_was_wished_at_the_prices_of_then(lab: LabFixture) -> None:
    order_id = lab.place(items=[
        {"service_id": lab.service_id, "teeth": [26, 11], "material": "zirconia",
         "shade": "A2", "notes": "Light contact."},
    ])  # fmt: skip
    lab.offer(service_id=lab.service_id, price=999_900)
    order = lab.order(order_id)
    (item,) = order.items
    assert (item.teeth, item.quantity, item.unit_price) == ([11, 26], 2, PRICE)
    assert (item.price, order.price) == (2 * PRICE, 2 * PRICE)
    assert (order.sender.name, order.sender.pincode) == ("Smile Dental", "411001")
    assert order.patient.reference.startswith("P-")
    assert order.patient.name is None
    assert lab.wallet.balance == (PAID_IN - 2 * PRICE, 2 * PRICE)
    assert lab.history(order_id) == {("place", "placed")}
    assert "order_placed" in lab.practice.inbox("lab owner")


def test_the_patients_name_goes_along_only_where_it_was_switched_on(lab: LabFixture) -> None:
    told = lab.order(lab.place(share_name=True))
    untold = lab.order(lab.place())
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
    lab: LabFixture, item: dict[str, Any], reason: str, at: str
) -> None:
    path = f"wallets/{lab.wallet.id}"
    before = snapshot(lab.practice, path)
    assert problems(lambda: lab.place(item=item)) == {at: reason}
    assert snapshot(lab.practice, path) == before
    lab.place()


def bridge(*units: str) -> dict[str, Any]:
    """Units such as `14r` and `15p`, in place of the crown's tooth."""
    parts = {"r": "retainer", "p": "pontic"}
    return {"teeth": [], "units": [{"tooth": int(u[:2]), "part": parts[u[2]]} for u in units]}


def test_a_bridge_is_priced_by_its_units(lab: LabFixture) -> None:
    service = lab.offer(work="bridge", name="Zirconia bridge")
    said = {"service_id": service, **bridge("21r", "12r", "11p")}
    order = lab.order(lab.place(item=said))
    (item,) = order.items
    assert [(unit.tooth, unit.part.value) for unit in item.units] == [
        (12, "retainer"), (11, "pontic"), (21, "retainer"),
    ]  # fmt: skip
    assert (item.teeth, item.quantity, order.price) == ([12, 11, 21], 3, 3 * PRICE)
    assert lab.wallet.balance == (PAID_IN - 3 * PRICE, 3 * PRICE)


@pytest.mark.parametrize(
    ("units", "reason"),
    [
        (["14r"], "bridge-too-short"),
        (["16r", "46p"], "two-arches"),
        (["14r", "16p"], "bridge-has-gap"),
        (["14r", "55p"], "two-dentitions"),
        (["14p", "15p"], "retainer-missing"),
    ],
)
def test_a_bridge_that_cannot_be_made_is_refused(
    lab: LabFixture, units: list[str], reason: str
) -> None:
    """Those of the issue: each was accepted, and its price set aside."""
    service = lab.offer(work="bridge", name="Zirconia bridge")
    path = f"wallets/{lab.wallet.id}"
    before = snapshot(lab.practice, path)
    refusal = problems(lambda: lab.place(item={"service_id": service, **bridge(*units)}))
    assert refusal == {"items.0.units": reason}
    assert snapshot(lab.practice, path) == before
    lab.place(item={"service_id": service, **bridge("14r", "15p", "16r")})


def test_a_night_guard_is_for_an_arch(lab: LabFixture) -> None:
    service = lab.offer(work="night_guard", name="Night guard", shade_guide=None, per="arch")
    said = {"service_id": service, "teeth": [11], "shade": None}
    assert problems(lambda: lab.place(item=said)) == {
        "items.0.teeth": "named-otherwise", "items.0.arches": "arches-missing",
    }  # fmt: skip
    order = lab.order(lab.place(item={**said, "teeth": [], "arches": ["upper"]}))
    assert (order.items[0].teeth, order.items[0].arches, order.price) == ([], ["upper"], PRICE)


def test_a_tooth_is_not_crowned_in_two_lines(lab: LabFixture) -> None:
    line = {"service_id": lab.service_id, "teeth": [26], "material": "zirconia", "shade": "A2"}
    twice = [line, {**line, "material": "lithium_disilicate"}]
    assert problems(lambda: lab.place(items=twice)) == {"items.1.teeth": "tooth-twice"}
    after = [{**line, "teeth": [15]}, {**line, "teeth": [55]}]
    assert problems(lambda: lab.place(items=after)) == {"items.1.teeth": "tooth-with-successor"}
    assert lab.wallet.balance == (PAID_IN, 0)
    lab.place(items=[line, {**line, "teeth": [27]}])


def test_nothing_is_wished_for_more_than_a_year_ahead(lab: LabFixture) -> None:
    """The tests' clock stands at the fourth of May 2026."""
    with pytest.raises(ScannerError) as caught:
        lab.place(wanted_on="2027-05-05")
    (only,) = caught.value.details["problems"]
    assert (only["reason"], only["latest"]) == ("wanted-too-late", "2027-05-04")
    lab.place(wanted_on="2027-05-04")


def test_what_is_no_longer_offered_cannot_be_ordered(lab: LabFixture) -> None:
    lab.offer(service_id=lab.service_id, active=False)
    assert problems(lab.place) == {"items.0.service_id": "service-unknown"}
    lab.offer(service_id=lab.service_id)
    lab.place()


def test_files_that_should_not_go_out(lab: LabFixture) -> None:
    doubtful = FileFinding(code="stl-many-pieces", severity="warning", sentence="Several pieces.")
    warned = lab.file(lab.case_id, findings=[doubtful])
    old = lab.file(lab.case_id, superseded_by=ids.document_id())
    gone = ids.document_id()
    asked = [lab.file_id, warned, old, gone]
    assert problems(lambda: lab.place(file_ids=asked, proceed_with_warnings=False)) == {
        f"file_ids.{warned}": "file-has-warnings",
        "file_ids": "case-has-findings",
        f"file_ids.{old}": "file-superseded",
        f"file_ids.{gone}": "file-not-found",
    }
    sent = [lab.file_id, warned]
    unsigned = {"file_ids": sent, "proceed_with_warnings": False}
    assert problems(lambda: lab.place(**unsigned)) == {
        f"file_ids.{warned}": "file-has-warnings", "file_ids": "case-has-findings",
    }  # fmt: skip
    order = lab.order(lab.place(file_ids=sent))
    assert order.signed_off == [warned]
    assert {file.file_id for file in order.files} == set(sent)


def test_a_lab_is_given_the_working_days_that_it_needs(lab: LabFixture) -> None:
    """From a Monday: five working days are over on Saturday; on Sundays the lab is closed."""
    early = {"wanted_on": "2026-05-08"}
    assert problems(lambda: lab.place(**early)) == {"wanted_on": "wanted-too-early"}
    lab.place(wanted_on="2026-05-09")
    lab.open(calendar={"closed_weekdays": [5, 6]})
    assert problems(lambda: lab.place(wanted_on="2026-05-09")) == {"wanted_on": "wanted-too-early"}
    lab.place(wanted_on="2026-05-11")


def test_a_lab_that_takes_no_orders(lab: LabFixture) -> None:
    lab.open(accepting=False)
    assert problems(lab.place) == {"lab_id": "lab-not-accepting"}
    lab.open()
    lab.practice.suspend("lab owner")
    assert problems(lab.place) == {"lab_id": "lab-not-accepting"}


def test_a_consent_that_is_not_for_labs(practice: ClinicFixture) -> None:
    lab = LabFixture(practice, consent={"scope": ["scan", "images"]})
    assert problems(lab.place) == {"": "consent-does-not-cover"}


def test_a_withdrawn_consent(lab: LabFixture) -> None:
    lab.practice.withdraw(lab.case().consent_id)
    assert problems(lab.place) == {"": "consent-withdrawn"}


def test_a_wallet_that_is_too_low_by_a_paisa(lab: LabFixture) -> None:
    lab.wallet.adjust(PRICE - 1 - PAID_IN)
    with pytest.raises(ScannerError) as caught:
        lab.place()
    (only,) = caught.value.details["problems"]
    assert (only["reason"], only["missing_paise"]) == ("insufficient-funds", 1)
    lab.wallet.adjust(1)
    lab.place()
    assert lab.wallet.balance == (0, PRICE)


def test_a_lab_that_nobody_could_bill_its_commission(practice: ClinicFixture) -> None:
    lab = LabFixture(practice, billing=False)
    assert problems(lab.place) == {"": "billing-details-missing"}


def test_all_problems_are_told_at_once(lab: LabFixture) -> None:
    item = {"teeth": [19], "material": "petg", "shade": "Z9"}
    found = problems(lambda: lab.place(item=item, wanted_on="2026-05-05"))
    assert found == {
        "items.0.teeth.0": "tooth-unknown",
        "items.0.material": "material-not-offered",
        "items.0.shade": "shade-not-in-guide",
        "wanted_on": "wanted-too-early",
    }


def test_another_clinics_case_is_not_found(lab: LabFixture) -> None:
    refused(lambda: lab.place("stranger"), "case-not-found")


def test_a_retry_is_one_order(lab: LabFixture) -> None:
    same = {"idempotency_key": key()}
    assert len({lab.place(**same) for _ in range(3)}) == 1
    assert lab.wallet.balance == (PAID_IN - PRICE, PRICE)


# --- the way of an order, and its money -----------------------------------------------------------


def test_an_order_to_completion(lab: LabFixture) -> None:
    order_id = lab.shipped()
    order = lab.order(order_id)
    assert (order.due_on, order.accepted_by) == (
        "2026-05-09", lab.practice.uid("technician"),
    )  # fmt: skip
    assert order.shipment is not None
    assert order.shipment.carrier == "Blue Dart"
    assert lab.wallet.balance == (PAID_IN - PRICE, PRICE)
    lab.move(order_id, "deliver", "complete", who="member")
    assert lab.wallet.balance == (PAID_IN - PRICE, 0)
    assert lab.earned() == PRICE - COMMISSION - TAX
    captured = lab.wallet.transactions()[-1]
    assert (captured.revenue, captured.tax) == (COMMISSION, TAX)
    assert captured.payable == PRICE - COMMISSION - TAX
    assert captured.sale is not None
    assert (captured.sale.item, captured.sale.customer) == (
        SaleItem.COMMISSION, lab.practice.tenants.lab,
    )  # fmt: skip
    assert {action for action, _ in lab.history(order_id)} == {
        "place", "accept", "start", "finish", "ship", "deliver", "complete",
    }  # fmt: skip


def test_delivered_twice_is_paid_once(lab: LabFixture) -> None:
    order_id = lab.shipped()
    lab.move(order_id, "deliver", "deliver", who="member")
    assert lab.earned() == PRICE - COMMISSION - TAX
    assert lab.wallet.balance == (PAID_IN - PRICE, 0)


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
    lab: LabFixture, steps: tuple[str, ...], who: str, action: str, reason: str
) -> None:
    order_id = lab.place()
    lab.move(order_id, *steps)
    lab.move(order_id, action, who=who, reason=reason)
    assert lab.wallet.balance == (PAID_IN, 0)
    assert lab.earned() == 0
    assert lab.order(order_id).state in {OrderState.REJECTED, OrderState.CANCELLED}


def test_a_clinic_calls_off_until_the_work_has_begun(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.move(order_id, "accept", "start")
    refused(
        lambda: lab.move(order_id, "cancel", who="member", reason="not_needed"),
        "role-not-allowed",
    )
    assert lab.wallet.balance == (PAID_IN - PRICE, PRICE)


def test_a_remake_costs_nothing_and_keeps_the_order(lab: LabFixture) -> None:
    order_id = lab.shipped()
    lab.move(order_id, "deliver", who="member")
    earned = lab.earned()
    lab.move(order_id, "request_remake", who="member", reason="does_not_fit")
    lab.practice.clock.at += timedelta(days=7)
    lab.move(order_id, "accept", "start", "finish")
    lab.move(order_id, "ship", shipment={"carrier": "Blue Dart"})
    lab.move(order_id, "deliver", "complete", who="member")
    order = lab.order(order_id)
    assert (order.remakes, order.due_on) == (1, "2026-05-16")
    assert lab.earned() == earned
    assert lab.wallet.balance == (PAID_IN - PRICE, 0)


def test_a_new_scan_takes_the_place_of_what_was_sent(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.move(order_id, "accept")
    lab.move(order_id, "request_rescan", reason="margin_unclear")
    assert lab.order(order_id).reason == "margin_unclear"
    refused(lambda: lab.move(order_id, "send_rescan", who="member"), "files-needed")
    gone = [ids.document_id()]
    found = problems(lambda: lab.move(order_id, "send_rescan", who="member", file_ids=gone))
    assert set(found.values()) == {"file-not-found"}
    newer = lab.file(lab.case_id)
    lab.move(order_id, "send_rescan", who="member", file_ids=[newer])
    order = lab.order(order_id)
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
    lab: LabFixture, action: str, wrong: str | None, right: str | None
) -> None:
    order_id = lab.place()
    refused(lambda: lab.move(order_id, action, reason=wrong), "reason-needed")
    assert lab.order(order_id).state is OrderState.PLACED
    lab.move(order_id, action, reason=right)
    assert lab.order(order_id).state is not OrderState.PLACED


def test_what_is_sent_names_its_carrier(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.move(order_id, "accept", "start", "finish")
    refused(lambda: lab.move(order_id, "ship"), "shipment-needed")
    lab.move(order_id, "ship", shipment={"carrier": "Blue Dart"})


def test_nothing_is_accepted_once_the_consent_is_withdrawn(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.withdraw_unheard()
    found = problems(lambda: lab.move(order_id, "accept"))
    assert found == {"": "consent-withdrawn"}
    lab.move(order_id, "cancel", who="member", reason="patient_unavailable")
    assert lab.wallet.balance == (PAID_IN, 0)


@pytest.mark.parametrize("who", ["stranger", "other lab", "lab"])
def test_others_find_no_order(lab: LabFixture, who: str) -> None:
    order_id = lab.place()
    if who == "lab":  # of the same lab: the practice's own lab member
        lab.move(order_id, "accept", who=who)
        return
    refused(lambda: lab.move(order_id, "accept", who=who), "order-not-found")
    assert lab.order(order_id).state is OrderState.PLACED


def test_two_members_accept_at_once_and_one_did(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.move(order_id, "accept")
    lab.move(order_id, "accept", who="lab")
    assert lab.history(order_id) == {("place", "placed"), ("accept", "accepted")}
    assert lab.order(order_id).accepted_by == lab.practice.uid("technician")


def test_the_other_side_is_told(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.move(order_id, "accept")
    assert "order_moved" in lab.practice.inbox("member")
    before = len(lab.practice.inbox("technician"))
    lab.move(order_id, "cancel", who="member", reason="not_needed")
    assert len(lab.practice.inbox("technician")) == before + 1


def test_what_each_step_costs(lab: LabFixture) -> None:
    def cost() -> tuple[int, int]:
        return lab.practice.tally.reads, lab.practice.tally.writes

    order_id = lab.place()
    assert cost() == (13, 10)  # the first under the lab's billing details, which it keeps then
    lab.place()
    assert cost() == (13, 9)
    for action, expected in (("accept", (5, 6)), ("start", (4, 5)), ("finish", (2, 5))):
        lab.move(order_id, action)
        assert cost() == expected, action
    lab.move(order_id, "ship", shipment={"carrier": "Blue Dart"})
    assert cost() == (2, 5)
    lab.move(order_id, "deliver", who="member")
    assert cost() == (5, 12)


def test_a_part_of_the_price_comes_back_from_all_who_got_of_it(lab: LabFixture) -> None:
    order_id = lab.shipped()
    lab.move(order_id, "deliver", who="member")
    captured = lab.wallet.transactions()[-1]
    lab.wallet.refund(captured.id, PRICE // 2)
    assert lab.practice.tally.reads == 5
    assert lab.practice.tally.writes == 7
    assert lab.wallet.balance == (PAID_IN - PRICE // 2, 0)
    assert lab.earned() == (PRICE - COMMISSION - TAX) // 2
    refund = lab.wallet.transactions()[-1]
    assert (refund.revenue, refund.tax) == (-COMMISSION // 2, -TAX // 2)


def test_the_platform_bills_the_lab_its_commission_and_the_clinic_nothing(
    lab: LabFixture,
) -> None:
    order_id = lab.shipped()
    lab.move(order_id, "deliver", who="member")
    lab_id, clinic = lab.practice.tenants.lab, lab.wallet.id
    ctx = lab.practice.ctx("admin")
    until = lab.practice.clock.at + timedelta(days=1)
    assert invoicing.issue(ctx.store, ctx.clock, "test", clinic, until) == []
    (number,) = invoicing.issue(ctx.store, ctx.clock, "test", lab_id, until)
    invoice = ctx.store.get(Invoice, number)
    assert invoice is not None
    assert [line.item for line in invoice.lines] == [SaleItem.COMMISSION]
    assert (invoice.totals.net, invoice.totals.gross) == (COMMISSION, COMMISSION + TAX)


def test_nothing_that_is_not_for_labs_reaches_an_order(lab: LabFixture) -> None:
    """Marked wherever the clinic's own documents hold words of anybody's."""
    practice = lab.practice
    patient_id = practice.patient(name="CANARY Joshi")
    named = {"patient_id": patient_id, "consent_id": practice.consent(patient_id)}
    case_id = practice.case(**named, notes="CANARY")
    file_id = lab.file(case_id, file_name="CANARY.stl", uploaded_by="CANARY")
    order_id = lab.place(case_id=case_id, file_ids=[file_id])
    stored = firestore_client().document(f"orders/{order_id}").get().to_dict()
    assert "CANARY" not in str(stored)
    assert practice.tenants.clinic in str(stored)
    told = lab.place(case_id=case_id, file_ids=[file_id], share_name=True)
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


def expire(lab: LabFixture) -> None:
    """Let so much time go by that the money set aside goes back by itself."""
    lab.practice.clock.at += HELD_FOR
    request = ReleaseExpired(wallet_id=lab.wallet.id)
    assert expiry.release_on_demand(lab.practice.ctx("admin"), Clerk(), request).released == 1


def test_calling_off_an_order_whose_hold_expired_moves_no_money(lab: LabFixture) -> None:
    order_id = lab.place()
    expire(lab)
    before = lab.wallet.transactions()
    lab.move(order_id, "cancel", who="member", reason="not_needed")
    assert lab.order(order_id).state is OrderState.CANCELLED
    assert lab.wallet.transactions() == before
    assert lab.wallet.balance == (PAID_IN, 0)


def test_an_order_that_arrives_after_its_hold_expired_is_paid_or_not_delivered(
    lab: LabFixture,
) -> None:
    order_id = lab.shipped()
    expire(lab)
    lab.wallet.adjust(PRICE - 1 - PAID_IN)
    deliver = lambda: lab.move(order_id, "deliver", who="member")  # noqa: E731
    refused(deliver, "insufficient-funds", missing_paise=1)
    assert lab.order(order_id).state is OrderState.SHIPPED
    lab.wallet.adjust(1)
    deliver()
    assert lab.earned() == PRICE - COMMISSION - TAX
    assert lab.wallet.balance == (0, 0)
