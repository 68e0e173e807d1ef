"""Receipts of orders: for whom, what is kept of them, what they cost and never give."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from pypdf import PdfReader

from core import firebase, settings
from core.blobs import project_blobs
from core.objects import StoredObject
from labs.orders.models import Order
from labs.receipts import links
from labs.receipts.requests import GetReceipt, Purpose, ReceiptGiven
from scans.gate.models import FileFinding
from scans.uploads.models import Pictures
from tests.support import ids
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.lab_fixture import LabFixture
from tests.support.moments import refused
from tests.support.receipts import thumbnail
from tools.client import CallError, fetch

DOUBTFUL = FileFinding(code="stl-many-pieces", severity="warning", sentence="Several pieces.")


@pytest.fixture
def lab(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def later(lab: LabFixture, hours: float = 1) -> None:
    """Let time pass: the history is in order of time."""
    lab.practice.clock.at += timedelta(hours=hours)


def receipt(
    lab: LabFixture,
    order_id: str,
    who: str = "member",
    reason: Purpose | None = None,
    most: int = links.MOST,
) -> ReceiptGiven:
    """Ask for a receipt, service by service."""
    request = GetReceipt(order_id=order_id, reason=reason)
    return links.hand_out(lab.practice.ctx(who), project_blobs(), request, most)


def pictured(lab: LabFixture, **changes: Any) -> str:
    """Put a scan into the case whose thumbnail stands in the bucket; its id."""
    name = f"cases/{'/'.join(ids.document_id() for _ in range(3))}/thumbnail"
    stored = project_blobs().write(name, thumbnail(), "image/png")
    return lab.file(lab.case_id, pictures=Pictures(thumbnail=stored), **changes)


def kept(order_id: str) -> list[str]:
    """The names of what is kept of an order's receipts."""
    found = firebase.clean_bucket().list_blobs(prefix=f"receipts/{order_id}/")
    return sorted(blob.name for blob in found)


def remade(lab: LabFixture) -> str:
    """A doubtful scan, taken anew, and a crown that does not fit; an hour between any two."""
    first = lab.file(lab.case_id, findings=[DOUBTFUL])
    order_id = lab.place(file_ids=[first], proceed_with_warnings=True)
    second = lab.file(lab.case_id, version=2)

    def move(action: str, who: str = "technician", **more: Any) -> None:
        later(lab)
        lab.move(order_id, action, who=who, **more)

    move("accept")
    later(lab)
    lab.links(order_id, first)
    move("start")
    move("request_rescan", reason="margin_unclear")
    move("send_rescan", who="member", file_ids=[second])
    later(lab)
    lab.links(order_id, second)
    lab.links(order_id, second, who="lab owner")
    for action in ("start", "finish"):
        move(action)
    move("ship", shipment={"carrier": "Blue Dart"})
    move("deliver", who="member")
    move("request_remake", who="owner", reason="does_not_fit")
    move("accept", who="lab owner")
    return order_id


# --- the story -----------------------------------------------------------------------------------


def test_after_a_rescan_and_a_remake_it_tells_both(lab: LabFixture) -> None:
    order_id = remade(lab)
    shown = receipt(lab, order_id).receipt
    files = [(f.version, f.sent_with, f.replaced_by, f.signed_off) for f in shown.files]
    assert files == [(1, 0, 2, True), (2, 1, None, False)]
    assert [flag.code for flag in shown.files[0].flags] == ["stl-many-pieces"]
    assert [(q.kind, q.reason, q.answer) for q in shown.questions] == [
        ("rescan", "margin_unclear", "send_rescan"),
        ("remake", "does_not_fit", "accept"),
    ]
    assert [len(file.fetches) for file in shown.files] == [1, 2]
    assert {each.code for each in shown.conclusions} >= {
        "warned-signed-off", "accepted-after-warning", "fetched-before-start", "rescan-answered",
        "remake-answered", "finished-in-time",
    }  # fmt: skip
    assert shown.history[-2].who == "clinic member 2"
    assert [step.due_on is not None for step in shown.history if step.action == "accept"] == [
        True, True,
    ]  # fmt: skip
    (shipped,) = [step for step in shown.history if step.shipment]
    assert shipped.action == "ship"
    assert [len(step.sent) for step in shown.history if step.sent] == [1, 1]


# --- for whom ------------------------------------------------------------------------------------


def test_both_sides_get_the_same(lab: LabFixture) -> None:
    order_id = lab.place(share_name=True)
    lab.links(order_id)
    clinics, labs = (receipt(lab, order_id, who) for who in ("member", "technician"))
    assert clinics.receipt == labs.receipt
    assert urlsplit(clinics.pdf.url).path == urlsplit(labs.pdf.url).path
    assert len(kept(order_id)) == 2
    assert labs.receipt.patient.name == "Meera Joshi"


def test_a_name_that_the_clinic_kept_to_itself_is_on_no_receipt(lab: LabFixture) -> None:
    order_id = lab.place()
    found = receipt(lab, order_id, "owner")
    assert found.receipt.patient.name is None
    assert "Meera" not in found.model_dump_json() + fetch(found.html.url).decode()
    assert lab.case().patient_id not in found.model_dump_json()


@pytest.mark.parametrize("who", ["stranger", "other lab"])
def test_nobody_else_gets_one(lab: LabFixture, who: str) -> None:
    order_id = lab.place()
    before = snapshot(lab.practice, f"orders/{order_id}")
    refused(lambda: receipt(lab, order_id, who), "order-not-found")
    refused(lambda: receipt(lab, ids.document_id()), "order-not-found")
    assert snapshot(lab.practice, f"orders/{order_id}") == before
    assert kept(order_id) == []
    receipt(lab, order_id)
    receipt(lab, order_id, "technician")


def test_an_admin_says_for_what_and_it_is_on_record(lab: LabFixture) -> None:
    order_id = lab.place(share_name=True)
    refused(lambda: receipt(lab, order_id, "admin"), "reason-needed",
            allowed=sorted(Purpose))  # fmt: skip
    refused(lambda: receipt(lab, order_id, "member", Purpose.DISPUTE), "reason-needed",
            allowed=[])  # fmt: skip
    assert not [a for a in lab.practice.acts() if a["action"] == "labs.get_receipt"]
    found = receipt(lab, order_id, "admin", Purpose.DISPUTE)
    (act,) = [a for a in lab.practice.acts() if a["action"] == "labs.get_receipt"]
    assert (act["actor"], act["subject"], act["refs"]) == (
        lab.practice.uid("admin"), f"orders/{order_id}", {"reason": "dispute"},
    )  # fmt: skip
    assert found.receipt.patient.name is None
    assert "Meera" not in fetch(found.html.url).decode()


@pytest.mark.deployed
def test_each_side_asks_by_the_callable(lab: LabFixture) -> None:
    """Through HTTP, as the app does; a stranger is refused."""
    order_id = lab.place()
    lab.links(order_id)
    for who in ("member", "technician"):
        answer = lab.practice.person(who).call("labs/get_receipt", order_id=order_id)
        found = ReceiptGiven.model_validate(answer)
        assert found.receipt.order_id == order_id
        text = PdfReader(io.BytesIO(fetch(found.pdf.url))).pages[0].extract_text()
        assert order_id in text
        assert fetch(found.html.url).startswith(b"<!doctype html>")
    admin = lab.practice.person("admin")
    assert admin.call("labs/get_receipt", order_id=order_id, reason="support")["receipt"]
    for who in ("stranger", "other lab"):
        with pytest.raises(CallError) as caught:
            lab.practice.person(who).call("labs/get_receipt", order_id=order_id)
        assert caught.value.reason == "order-not-found"


# --- links and what is kept ----------------------------------------------------------------------


def test_links_are_short_and_name_nobody(lab: LabFixture) -> None:
    order_id = lab.place(share_name=True)
    found = receipt(lab, order_id)
    reference = found.receipt.patient.reference
    for link, suffix in ((found.pdf, "pdf"), (found.html, "html")):
        query = parse_qs(urlsplit(link.url).query)
        assert int(query["X-Goog-Expires"][0]) == 60 * settings.LINK_MINUTES.value
        assert query["generation"]
        name = unquote(query["response-content-disposition"][0])
        assert name == f"attachment; filename*=UTF-8''receipt-{order_id}.{suffix}"
        assert reference not in unquote(link.url)
        assert "Meera" not in link.url


def test_the_same_is_kept_once_and_another_state_beside_it(lab: LabFixture) -> None:
    order_id = lab.place()
    receipt(lab, order_id)
    before = kept(order_id)
    assert [name.rpartition(".")[2] for name in before] in (["html", "pdf"], ["pdf", "html"])
    later(lab)
    receipt(lab, order_id, "technician")
    assert kept(order_id) == before
    lab.move(order_id, "accept")
    receipt(lab, order_id)
    assert len(kept(order_id)) == 4
    assert set(before) < set(kept(order_id))


# --- pictures ------------------------------------------------------------------------------------


def shows(found: ReceiptGiven) -> int:
    """How many pictures are in both files."""
    page = fetch(found.html.url).count(b"<img ")
    pages = PdfReader(io.BytesIO(fetch(found.pdf.url))).pages
    assert sum(len(each.images) for each in pages) == page
    return page


def test_what_the_lab_fetched_is_pictured(lab: LabFixture) -> None:
    order_id = lab.place(file_ids=[pictured(lab)])
    assert shows(receipt(lab, order_id)) == 0
    file = lab.order(order_id).files[0].file_id
    lab.links(order_id, file)
    assert shows(receipt(lab, order_id)) == 1
    assert shows(receipt(lab, order_id, "technician")) == 1
    assert shows(receipt(lab, order_id, "admin", Purpose.DISPUTE)) == 0


def test_a_picture_that_is_gone_fails_nothing(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.links(order_id)
    found = receipt(lab, order_id)
    assert shows(found) == 0
    assert b"no picture" in fetch(found.html.url)


def test_a_scan_that_was_sent_before_it_was_drawn_fails_nothing(lab: LabFixture) -> None:
    """Beside its twin, which was drawn."""
    undrawn, drawn = lab.file(lab.case_id, pictures=None), pictured(lab)
    order_id = lab.place(file_ids=[undrawn, drawn])
    lab.links(order_id, undrawn, drawn)
    found = receipt(lab, order_id)
    assert shows(found) == 1
    assert b"no picture" in fetch(found.html.url)


def test_no_picture_once_the_consent_is_withdrawn(lab: LabFixture) -> None:
    order_id = lab.place(file_ids=[pictured(lab)])
    file = lab.order(order_id).files[0].file_id
    lab.links(order_id, file)
    assert shows(receipt(lab, order_id, "technician")) == 1
    lab.practice.withdraw(lab.case().consent_id)
    assert shows(receipt(lab, order_id, "technician")) == 0


def test_no_picture_once_the_case_is_gone(lab: LabFixture) -> None:
    order_id = lab.place(file_ids=[pictured(lab)])
    lab.links(order_id, lab.order(order_id).files[0].file_id)
    firebase.firestore_client().document(f"cases/{lab.case_id}").delete()
    assert shows(receipt(lab, order_id)) == 0


# --- what it costs -------------------------------------------------------------------------------


def test_it_costs_a_read_for_each_record_and_one_write(lab: LabFixture) -> None:
    order_id = remade(lab)
    receipt(lab, order_id)
    # the order, 11 steps, 3 links, the case and its consent
    assert lab.practice.tally.reads == 1 + 11 + 3 + 2
    assert lab.practice.tally.writes == 1
    receipt(lab, order_id, "admin", Purpose.SUPPORT)
    assert lab.practice.tally.reads == 1 + 11 + 3


def test_it_holds_so_many_records_and_says_where_it_stops(lab: LabFixture) -> None:
    order_id = lab.place()
    for _ in range(3):
        later(lab)
        lab.links(order_id)
    assert receipt(lab, order_id, most=3).receipt.complete
    lab.links(order_id)
    cut = receipt(lab, order_id, most=3).receipt
    assert not cut.complete
    assert cut.files[0].fetches[0].times == 3
    assert lab.practice.tally.reads == 1 + 1 + 4 + 2


def test_what_the_history_keeps_of_files_is_the_orders_own(lab: LabFixture) -> None:
    """The step holds what was sent as it was then, for the receipt rests on records alone."""
    order_id = lab.place()
    found = firebase.firestore_client().collection(f"orders/{order_id}/events").get()
    (event,) = [each.to_dict() or {} for each in found]
    order = lab.practice.ctx().store.get(Order, order_id)
    assert order is not None
    assert event["files"] == [file.model_dump() for file in order.files]
    assert StoredObject.model_validate(event["files"][0]["content"]).crc32c
