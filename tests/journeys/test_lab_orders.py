"""Orders to labs, from the scan that a clinic uploads to its crown; or until somebody stops it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.firebase import firestore_client
from tests.journeys.steps import ask, decided, drawn, inbox, refused, upload
from tests.support.forms import open_case
from tests.support.people import Cast
from tools import samples
from tools.client import CallError, DeniedError, Person, fetch, wait_for
from tools.gateway import settle_at

PRICE = 250_000


@dataclass
class Trade:
    """A clinic with money and a scanned case, and a lab that makes crowns."""

    cast: Cast
    clinic: Person = field(init=False)
    lab: Person = field(init=False)

    def __post_init__(self) -> None:
        self.clinic, self.lab = self.cast.member(), self.cast.member("lab")
        wallet = self.clinic.call("wallet/get_balance")["wallet_id"]
        credit = {"wallet_id": wallet, "kind": "clinic", "paise": 2 * PRICE, "reason": "Paid in."}
        ask(self.cast.admin, "wallet/adjust_wallet", **credit)
        billing = {"legal_name": "Pearl Lab LLP", "address": "3 Station Road, Pune", "state": "27"}
        with pytest.raises(CallError, match="billing") as unbilled:
            self.lab.call("labs/save_profile", accepting=True)
        assert unbilled.value.reason == "billing-needed"
        self.lab.call("wallet/set_billing", billing=billing)
        self.lab_id = self.lab.call("labs/save_profile", accepting=True)["lab_id"]
        crown = {"name": "Zirconia crown", "work": "crown", "materials": ["zirconia"],
                 "shade_guide": "vita_classical", "per": "tooth", "price": PRICE,
                 "turnaround": 3}  # fmt: skip
        self.service = ask(self.lab, "labs/save_service", **crown)["service_id"]
        self.case, self.scan = open_case(self.clinic), samples.arch("upper", 1000)
        self.file = self.scanned(self.scan)

    def scanned(self, data: bytes) -> str:
        """Upload a scan and watch it until it is drawn; the file's id."""
        file = str(upload(self.clinic, data, case_id=self.case)["id"])
        drawn(self.clinic, self.case, file)
        return file

    def place(self, clinic: Person | None = None) -> str:
        """Order a crown; the order's id."""
        item = {"service_id": self.service, "teeth": [26], "material": "zirconia", "shade": "A2"}
        wanted = datetime.now(UTC).date() + timedelta(days=30)
        placed = ask(
            clinic or self.clinic, "labs/place_order", case_id=self.case, lab_id=self.lab_id,
            items=[item], file_ids=[self.file], wanted_on=wanted.isoformat(),
            proceed_with_warnings=True,
        )  # fmt: skip
        return str(placed["order_id"])

    def move(self, person: Person, order: str, action: str, **more: Any) -> str:
        """Take a step; the state after it."""
        return str(ask(person, "labs/move_order", order_id=order, action=action, **more)["state"])

    def link(self, order: str, person: Person | None = None) -> str:
        """A link to the order's file."""
        request = {"order_id": order, "file_ids": [self.file]}
        (found,) = (person or self.lab).call("labs/get_file_links", **request)["links"]
        return str(found["url"])

    def balance(self, person: Person) -> tuple[int, int]:
        """What somebody's wallet has, and what is set aside in it."""
        found = person.call("wallet/get_balance")
        return found["available"], found["held"]


def attach(person: Person, order: str, data: bytes) -> str:
    """Upload a photo for a message on an order, and watch it until it passed; its id."""
    said = {"file_name": "Meera Joshi.jpg", "kind": "image", "byte_size": len(data)}
    slot = ask(person, "labs/start_attachment", order_id=order, **said)
    person.upload(slot["object_name"], data, "image/jpeg")
    path = f"uploads/{slot['upload_id']}"
    found = wait_for(lambda: decided(person.read(path)), what="no outcome")
    assert found["state"] == "ready"
    return str(found["id"])


@pytest.fixture
def trade(cast: Cast) -> Trade:
    """A clinic and a lab that may trade."""
    return Trade(cast)


def test_an_order_to_completion(trade: Trade) -> None:
    order = trade.place()
    assert trade.balance(trade.clinic) == (PRICE, PRICE)
    seen = trade.lab.read(f"orders/{order}")
    assert seen is not None
    assert "Meera" not in str(seen)
    with pytest.raises(DeniedError):
        trade.lab.read(f"cases/{trade.case}")
    with pytest.raises(DeniedError):
        trade.cast.member("lab").read(f"orders/{order}")

    assert trade.move(trade.lab, order, "accept") == "accepted"
    fetched = fetch(trade.link(order))
    assert fetched[80:] == trade.scan[80:]
    assert not any(fetched[:80])
    for action, state in (("start", "in_production"), ("finish", "ready")):
        assert trade.move(trade.lab, order, action) == state
    assert trade.move(trade.lab, order, "ship", shipment={"carrier": "Blue Dart"}) == "shipped"
    assert trade.move(trade.clinic, order, "deliver") == "delivered"
    assert trade.move(trade.clinic, order, "complete") == "completed"
    assert trade.balance(trade.clinic) == (PRICE, 0)
    assert trade.balance(trade.lab) == (PRICE, 0)
    shares = trade.clinic.query("shares", ("clinic_id", "EQUAL", seen["clinic_id"]))
    assert [(share["uid"], share["file_id"]) for share in shares] == [(trade.lab.uid, trade.file)]


def test_a_rescan_and_a_remake_are_on_the_receipt(trade: Trade) -> None:
    """Each side fetches the receipt by itself: it is the same, and tells the story."""
    order, first = trade.place(), trade.file
    trade.move(trade.lab, order, "accept")
    trade.link(order)
    trade.move(trade.lab, order, "start")
    trade.move(trade.lab, order, "request_rescan", reason="margin_unclear")
    trade.file = trade.scanned(samples.arch("upper", 1200))
    sent = {"file_ids": [trade.file], "proceed_with_warnings": True}
    assert trade.move(trade.clinic, order, "send_rescan", **sent) == "accepted"
    trade.link(order)
    for action in ("start", "finish"):
        trade.move(trade.lab, order, action)
    trade.move(trade.lab, order, "ship", shipment={"carrier": "Blue Dart"})
    trade.move(trade.clinic, order, "deliver")
    trade.move(trade.clinic, order, "request_remake", reason="does_not_fit")
    trade.move(trade.lab, order, "accept")

    clinics, labs = (p.call("labs/get_receipt", order_id=order) for p in (trade.clinic, trade.lab))
    told = labs["receipt"]
    assert told == clinics["receipt"]
    assert [file["file_id"] for file in told["files"]] == [first, trade.file]
    assert [file["version"] for file in told["files"]] == [1, 2]
    assert told["files"][0]["replaced_by"] == 2
    seen = trade.lab.read(f"orders/{order}")
    assert seen is not None
    assert told["files"][1]["crc32c"] == seen["files"][0]["content"]["crc32c"]
    assert [(q["kind"], q["reason"], q["answer"]) for q in told["questions"]] == [
        ("rescan", "margin_unclear", "send_rescan"), ("remake", "does_not_fit", "accept"),
    ]  # fmt: skip
    codes = {each["code"] for each in told["conclusions"]}
    assert {"fetched-before-start", "rescan-answered", "remake-answered"} <= codes
    page = fetch(labs["html"]["url"]).decode()
    assert page.count("<img ") == 2
    assert "Replaced by version 2" in page
    assert "Meera" not in page
    assert fetch(clinics["pdf"]["url"]).startswith(b"%PDF-")
    assert refused(trade.cast.member("lab"), "labs/get_receipt", order_id=order) == (
        "order-not-found"
    )


def test_the_two_sides_talk_about_an_order(trade: Trade) -> None:
    order, stranger = trade.place(), trade.cast.member("lab")
    photo = attach(trade.clinic, order, samples.photo_with_gps())
    with pytest.raises(DeniedError):
        trade.lab.read(f"uploads/{photo}")
    request = {"order_id": order, "text": "The margin,\nfrom the front.", "attachment_ids": [photo]}
    sent = ask(trade.clinic, "labs/send_message", **request)["message_id"]

    assert wait_for(lambda: "order_message" in inbox(trade.lab))
    messages, ours = f"orders/{order}", ("lab_id", "EQUAL", trade.lab_id)
    (seen,) = trade.lab.query("messages", ours, parent=messages)
    assert (seen["id"], seen["text"]) == (sent, "The margin,\nfrom the front.")
    assert [a["attachment_id"] for a in seen["attachments"]] == [photo]
    with pytest.raises(DeniedError):
        stranger.query("messages", ours, parent=messages)
    with pytest.raises(DeniedError):
        trade.cast.admin.read(f"orders/{order}/messages/{sent}")

    (link,) = trade.lab.call("labs/get_message_links", order_id=order, message_id=sent)["links"]
    fetched = fetch(link["url"])
    assert fetched.startswith(b"\xff\xd8")
    assert b"Exif" not in fetched
    assert fetch(link["thumbnail_url"]).startswith(b"\x89PNG")
    theirs = ("clinic_id", "EQUAL", seen["clinic_id"])
    shares = trade.clinic.query("shares", theirs)
    assert [(share["uid"], share["file_id"]) for share in shares] == [(trade.lab.uid, photo)]

    ask(trade.lab, "labs/send_message", order_id=order, text="Thank you.")
    read = trade.clinic.query("messages", theirs, parent=messages)
    assert sorted(m["text"] for m in read) == ["Thank you.", "The margin,\nfrom the front."]


def test_a_lab_that_is_suspended_in_the_middle(trade: Trade) -> None:
    order = trade.place()
    trade.move(trade.lab, order, "accept")
    trade.link(order)
    trade.cast.admin.call("accounts/suspend_account", uid=trade.lab.uid, reason="For the test.")
    request = {"order_id": order, "file_ids": [trade.file]}
    assert refused(trade.lab, "labs/get_file_links", **request) == "account-not-active"
    assert refused(trade.lab, "labs/move_order", order_id=order, action="start") == (
        "account-not-active"
    )
    with pytest.raises(DeniedError):
        trade.lab.read(f"orders/{order}")
    assert trade.move(trade.clinic, order, "cancel", reason="not_needed") == "cancelled"
    assert trade.balance(trade.clinic) == (2 * PRICE, 0)


def test_a_consent_withdrawn_in_the_middle(trade: Trade) -> None:
    order = trade.place()
    trade.move(trade.lab, order, "accept")
    trade.link(order)
    case = trade.clinic.read(f"cases/{trade.case}")
    assert case is not None
    ask(trade.clinic, "scans/withdraw_consent", consent_id=case["consent_id"])
    request = {"order_id": order, "file_ids": [trade.file]}
    at_once = refused(trade.lab, "labs/get_file_links", **request)
    assert at_once in {"not-shared", "wrong-order-state"}  # before the order is stopped, or after

    def stopped() -> bool:
        seen = trade.lab.read(f"orders/{order}")
        return seen is not None and seen["state"] == "cancelled"

    wait_for(stopped)
    assert trade.balance(trade.clinic) == (2 * PRICE, 0)
    for person in (trade.clinic, trade.lab):
        assert wait_for(lambda person=person: "order_moved" in inbox(person))  # type: ignore[misc]
    assert refused(trade.lab, "labs/get_file_links", **request) == "wrong-order-state"


def test_a_rejected_order_is_given_back(trade: Trade) -> None:
    order = trade.place()
    assert trade.move(trade.lab, order, "reject", reason="no_capacity") == "rejected"
    assert trade.balance(trade.clinic) == (2 * PRICE, 0)
    assert refused(trade.lab, "labs/move_order", order_id=order, action="accept") == (
        "wrong-order-state"
    )


def test_an_order_called_off_late_takes_an_admin(trade: Trade) -> None:
    """Once the lab has begun, the clinic cannot by itself; an admin can, and the money is back."""
    order = trade.place()
    for action in ("accept", "start"):
        trade.move(trade.lab, order, action)
    assert trade.balance(trade.clinic) == (PRICE, PRICE)
    request = {"order_id": order, "action": "cancel", "reason": "not_needed"}
    assert refused(trade.clinic, "labs/move_order", **request) == "role-not-allowed"
    assert trade.balance(trade.clinic) == (PRICE, PRICE)
    assert trade.move(trade.cast.admin, order, "cancel", reason="not_needed") == "cancelled"
    assert trade.balance(trade.clinic) == (2 * PRICE, 0)
    with pytest.raises(CallError) as caught:
        trade.link(order)
    assert caught.value.reason == "wrong-order-state"

    def told() -> bool:
        found = trade.lab.query("inbox", parent=f"users/{trade.lab.uid}")
        return "cancelled" in [item["refs"].get("state") for item in found]

    assert wait_for(told)


# --- what the lab earned is paid out --------------------------------------------------------------


def test_what_a_lab_earned_is_paid_out_fails_and_is_paid_again(trade: Trade) -> None:
    """The first payout is in a file that the bank refuses; the second one comes back late."""
    order = trade.place()
    for action in ("accept", "start", "finish"):
        trade.move(trade.lab, order, action)
    trade.move(trade.lab, order, "ship", shipment={"carrier": "Blue Dart"})
    trade.move(trade.clinic, order, "deliver")
    earned, _ = trade.balance(trade.lab)
    account = {"holder": "Pearl Lab LLP", "account_number": "0501001234", "ifsc": "HDFC0001234"}
    shown = trade.lab.call("wallet/set_payout_method", account)
    assert shown["to"] == "HDFC0001234 ****1234"
    # A day goes by: the account is as old as it has to be.
    method = firestore_client().document(f"payout_methods/{trade.lab_id}")
    method.update({"since": datetime.now(UTC) - timedelta(days=2)})
    with pytest.raises(DeniedError):
        trade.lab.read(f"payout_methods/{trade.lab_id}")

    first = ask(trade.lab, "wallet/request_payout", paise=earned)["payout_id"]
    assert trade.balance(trade.lab) == (0, earned)
    admin = trade.cast.admin
    assert admin.call("wallet/approve_payout", payout_id=first)["state"] == "approved"
    made = ask(admin, "wallet/export_payouts", payout_ids=[first])
    link = admin.call("wallet/get_payout_file", batch_id=made["batch_id"])
    assert first in fetch(link["url"]).decode()
    told = ["reference,result,failure", f"{first},failed,account_closed"]
    assert admin.call("wallet/record_payout_file", lines=told)["lines"][0]["outcome"] == "booked"
    assert trade.balance(trade.lab) == (earned, 0)

    second = ask(trade.lab, "wallet/request_payout", paise=earned)["payout_id"]
    admin.call("wallet/approve_payout", payout_id=second)
    (sent,) = admin.call("payments/send_payouts", payout_ids=[second])["payouts"]
    assert (sent["outcome"], sent["state"]) == ("sent", "sent")
    assert settle_at(second, "processed") == 200
    assert trade.balance(trade.lab) == (0, 0)
    assert settle_at(second, "reversed") == 200
    assert trade.balance(trade.lab) == (earned, 0)
    rows = trade.lab.call("wallet/list_payouts")["payouts"]
    assert [(row["payout_id"], row["state"]) for row in rows] == [
        (second, "returned"),
        (first, "failed"),
    ]
    wanted = {"payout_failed", "payout_paid", "payout_returned", "payout_method_changed"}
    assert wait_for(lambda: wanted <= inbox(trade.lab), what="notices are missing")
