"""The gateway's lists beside the books: what is missing is booked, and what differs is listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.moments import refused
from tests.unit.wallet.payments.payment_shelf import NOW, PAISE, PaymentShelf, captured, dispute
from tools.gateway import KEY_ID, KEY_SECRET, Json, StandIn, dispute_of, payment_of, refund_of
from wallet.payments import daily, reconciliation
from wallet.payments.gateway import Gateway
from wallet.payments.reports import Difference, DifferenceKind, ReconciliationReport

DAY = date(2026, 5, 4)
MADE = int(NOW.timestamp())
CLOCK: Any = SimpleNamespace(now=lambda: NOW)


class Both:
    """The books on a shelf, and the gateway's stand-in with the same payment of 1,000 paise."""

    def __init__(self, stand_in: StandIn) -> None:
        self.stand_in, self.books = stand_in, PaymentShelf()
        self.at = Gateway(KEY_ID, KEY_SECRET, stand_in.url)

    def paid(self, number: int = 1, **changes: Any) -> Json:
        """Have the gateway take a payment that nothing is told of."""
        order = {"id": "order_1", "amount": PAISE, "currency": "INR"}
        made = payment_of(order, id=f"pay_{number:014d}", created_at=MADE, **changes)
        self.stand_in.payments[made["id"]] = made
        return made

    def refunded(self, payment: Json, **changes: Any) -> Json:
        """Have it give the payment back."""
        made = refund_of(payment, id="rfnd_00000000000001", created_at=MADE, **changes)
        self.stand_in.refunds[made["id"]] = made
        return made

    def disputed(self, payment: Json, **changes: Any) -> Json:
        """Have a bank dispute it."""
        made = dispute_of(payment, id="disp_00000000000001", created_at=MADE, **changes)
        self.stand_in.disputes[made["id"]] = made
        return made

    def run(self, first: date = DAY, last: date = DAY) -> ReconciliationReport:
        """Reconcile."""
        store: Any = self.books.store
        return reconciliation.reconcile(store, CLOCK, self.at, first, last, seconds=60)

    def differences(self) -> set[tuple[str, str]]:
        """What differs, by kind and id."""
        return {(str(each.kind), each.subject) for each in self.run().differences}


@pytest.fixture
def both() -> Iterator[Both]:
    """The gateway and the books."""
    with StandIn() as stand_in:
        yield Both(stand_in)


def test_what_no_event_told_is_booked_as_the_events_would_have(both: Both) -> None:
    payment = both.paid()
    both.refunded(payment, amount=300)
    both.disputed(payment, amount=500)
    report = both.run()
    assert report.booked == [payment["id"], "rfnd_00000000000001", "disp_00000000000001"]
    assert report.differences == []
    assert (report.payments, report.paid, report.refunds, report.refunded) == (1, PAISE, 1, 300)
    wallet = both.books.wallet
    assert wallet is not None
    assert (wallet.available, wallet.held) == (200, 500)
    told = both.books.told()
    assert (told["payment_received"], told["payment_refunded"], told["payment_disputed"]) == (
        1,
    ) * 3

    before = dict(both.books.shelf.documents)
    again = both.run()
    assert (again.booked, again.differences) == ([], [])
    assert both.books.shelf.documents == before


def test_an_event_that_arrives_after_all_books_nothing_more(both: Both) -> None:
    payment = both.paid()
    both.run()
    assert both.books.deliver(captured(id=payment["id"]), "late") == "already_booked"
    assert both.books.balances == {"platform/gateway": -PAISE, "clinic/c1/available": PAISE}


def test_a_dispute_that_was_lost_long_after_it_was_raised_is_asked_about(both: Both) -> None:
    """Lists go by the day on which it was raised."""
    payment = both.paid()
    found = both.disputed(payment)
    both.run()
    found.update(status="lost", amount_deducted=PAISE, created_at=MADE - 90 * 86_400)
    report = both.run()
    assert report.booked == [found["id"]]
    assert both.books.balances == {}
    assert both.books.states() == {found["id"]: "lost"}


def lost_here(both: Both) -> tuple[str, str]:
    """It was lost, and goes on at the gateway."""
    found = both.disputed(both.paid(), status="lost", amount_deducted=PAISE)
    both.run()
    found.update(status="under_review")
    return "other_state", found["id"]


def in_an_unknown_state(both: Both) -> tuple[str, str]:
    """The gateway has a word for a dispute that nobody knows here."""
    return "dispute_not_booked", both.disputed(both.paid(), status="in_arbitration")["id"]


def gone_there(both: Both) -> tuple[str, str]:
    payment = both.paid()
    both.run()
    del both.stand_in.payments[payment["id"]]
    return "not_there", payment["id"]


def of_a_stranger(both: Both) -> tuple[str, str]:
    return "not_booked", both.paid(order_id="order_of_somebody_else")["id"]


def second(both: Both) -> tuple[str, str]:
    both.paid()
    both.run()
    return "second_payment", both.paid(2)["id"]


def more(both: Both) -> tuple[str, str]:
    return "other_amount", both.paid(amount=PAISE + 1)["id"]


def more_by_now(both: Both) -> tuple[str, str]:
    payment = both.paid()
    both.run()
    payment["amount"] = PAISE - 1
    return "other_amount", payment["id"]


def refund_of_a_stranger(both: Both) -> tuple[str, str]:
    payment = both.paid(status="failed", order_id=None)
    return "refund_not_booked", both.refunded(payment)["id"]


def dispute_of_a_stranger(both: Both) -> tuple[str, str]:
    payment = both.paid(status="failed", order_id=None)
    return "dispute_not_booked", both.disputed(payment)["id"]


def more_than_was_paid(both: Both) -> tuple[str, str]:
    """Refunds of more than the payment, of which the last is not booked."""
    payment = both.paid()
    both.refunded(payment)
    both.run()
    more = refund_of(payment, id="rfnd_00000000000002", created_at=MADE)
    both.stand_in.refunds[more["id"]] = more
    return "refund_not_booked", more["id"]


def settled_of_a_stranger(both: Both) -> tuple[str, str]:
    item = {"entity_id": "pay_x", "type": "payment", "amount": 5, "credit": 5, "debit": 0}
    both.stand_in.items.append({**item, "settlement_id": "setl_1", "settled_at": MADE})
    return "settled_not_booked", "pay_x"


def settled_in_another_amount(both: Both) -> tuple[str, str]:
    payment = both.paid()
    both.run()
    item = {"entity_id": payment["id"], "type": "payment", "amount": 999, "credit": 999}
    both.stand_in.items.append({**item, "settlement_id": "setl_1", "settled_at": MADE})
    return "other_amount", payment["id"]


def unreadable(both: Both) -> tuple[str, str]:
    """Among others that are read: it is of no amount."""
    both.paid(2, amount="a lot")
    return "unreadable", both.paid(2, amount="a lot")["id"]


def booked_and_unreadable(both: Both) -> tuple[str, str]:
    """It is known here, and is not said to be missing there."""
    payment = both.paid()
    both.run()
    payment["amount"] = None
    return "unreadable", payment["id"]


def dispute_unreadable(both: Both) -> tuple[str, str]:
    """Of another day, so that it is asked about by its id."""
    found = both.disputed(both.paid())
    both.run()
    found.update(amount=None, created_at=MADE - 90 * 86_400)
    return "unreadable", found["id"]


def settled_otherwise(both: Both) -> tuple[str, str]:
    item = {"entity_id": "adj_1", "type": "adjustment", "amount": 5, "credit": 0, "debit": 5}
    both.stand_in.items.append({**item, "settlement_id": "setl_1", "settled_at": MADE})
    made = {"id": "setl_1", "amount": -4, "fees": 0, "tax": 0, "status": "processed"}
    both.stand_in.settlements["setl_1"] = {**made, "created_at": MADE}
    return "settled_otherwise", "setl_1"


@pytest.mark.parametrize(
    "arrange",
    [
        lost_here,
        in_an_unknown_state,
        gone_there,
        of_a_stranger,
        second,
        more,
        more_by_now,
        refund_of_a_stranger,
        dispute_of_a_stranger,
        more_than_was_paid,
        settled_of_a_stranger,
        settled_in_another_amount,
        unreadable,
        booked_and_unreadable,
        dispute_unreadable,
        settled_otherwise,
    ],
    ids=lambda each: each.__name__,
)
def test_what_differs_is_listed_every_time_and_told_of_once(
    both: Both, arrange: Callable[[Both], tuple[str, str]]
) -> None:
    before = both.books.balances
    expected = arrange(both)
    first = both.run()
    assert [(str(each.kind), each.subject) for each in first.differences] == [expected]
    store: Any = both.books.store
    heard = both.books.told()["payment_alarm"]
    assert daily.alarm(store, CLOCK, first) == 1
    assert daily.alarm(store, CLOCK, both.run()) == 0
    assert both.books.told()["payment_alarm"] == heard + 1
    if not both.books.payment.gateway_payment:
        assert both.books.balances == before


def test_what_cannot_be_read_stops_no_other(both: Both) -> None:
    both.paid(2, order_id=7)
    payment = both.paid()
    report = both.run()
    assert report.booked == [payment["id"]]
    assert [each.subject for each in report.differences] == ["pay_00000000000002"]
    assert report.through == DAY


def test_what_is_known_does_not_hide_what_is_new(both: Both) -> None:
    """More is known than is told of in one run: what came after it is told of nonetheless."""
    store: Any = both.books.store
    report = ReconciliationReport()
    report.differs(Difference(DifferenceKind.NOT_THERE, f"pay_{n}") for n in range(101))
    assert [daily.alarm(store, CLOCK, report) for _ in range(3)] == [100, 1, 0]
    report.differs([Difference(DifferenceKind.NOT_THERE, "pay_101")])
    assert daily.alarm(store, CLOCK, report) == 1


def test_what_is_noted_without_a_booking_is_not_said_to_be_booked(both: Both) -> None:
    """Of a second payment, which no wallet got: it is known from then on, and that is all."""
    payment = both.paid()
    both.run()
    other = both.paid(2)
    both.refunded(other, amount=300)
    both.disputed(other, amount=500)
    assert both.run().booked == []
    assert set(both.books.states()) == {"rfnd_00000000000001", "disp_00000000000001"}
    assert both.books.told()["payment_alarm"] == 2  # it was paid twice, and is disputed
    refund = both.stand_in.refunds["rfnd_00000000000001"]
    both.stand_in.refunds["rfnd_2"] = {**refund, "id": "rfnd_2", "payment_id": payment["id"]}
    assert both.run().booked == ["rfnd_2"]


def test_a_second_payment_that_went_back_is_nothing_to_look_at(both: Both) -> None:
    second(both)
    payment = both.stand_in.payments[f"pay_{2:014d}"]
    payment["status"] = "refunded"
    both.refunded(payment)
    assert both.differences() == set()
    assert both.books.balances == {"platform/gateway": -PAISE, "clinic/c1/available": PAISE}


def test_what_was_settled_is_shown_with_its_fees(both: Both) -> None:
    """Two percent of 1,000 paise, and 18 percent of that: 20, and 3 of tax; 300 went back."""
    both.refunded(both.paid(), amount=300)
    both.stand_in.act_on("settle", {})
    for made in (*both.stand_in.items, *both.stand_in.settlements.values()):
        made.update(settled_at=MADE, created_at=MADE)
    report = both.run()
    assert report.differences == []
    assert (report.settled, report.fees, report.tax) == (677, 23, 3)


def test_more_than_a_page_is_read_and_each_once(both: Both) -> None:
    for number in range(205):
        both.paid(number, status="failed")
    both.stand_in.payments["pay_00000000000204"]["status"] = "captured"
    both.stand_in.mishaps.extend([""] * 20)
    report = both.run()
    assert (report.payments, report.booked) == (1, ["pay_00000000000204"])
    assert 20 - len(both.stand_in.mishaps) == 3 + 4  # pages of payments; one of each other list


def test_days_are_those_of_india_and_only_those_that_are_named(both: Both) -> None:
    payment = both.paid()
    for day in (DAY - timedelta(days=1), DAY + timedelta(days=1)):
        assert both.run(day, day).payments == 0
    begins = int(datetime(2026, 5, 3, 18, 30, tzinfo=UTC).timestamp())  # 4 May, 0:00 in India
    for at, found in ((-1, 0), (0, 1), (86_399, 1), (86_400, 0)):
        payment["created_at"] = begins + at
        assert both.run().payments == found


def test_one_that_is_cut_off_says_how_far_it_came_and_goes_on(both: Both) -> None:
    store: Any = both.books.store
    first, last = DAY - timedelta(days=2), DAY
    both.paid()
    report = reconciliation.reconcile(store, CLOCK, both.at, first, last, seconds=0)
    assert (report.through, report.payments) == (first, 0)
    assert both.run(first + timedelta(days=1), last).booked == ["pay_00000000000001"]


@pytest.mark.parametrize("number", range(5))
def test_a_gateway_that_fails_on_the_way_is_asked_again_later(both: Both, number: int) -> None:
    """Whichever of its answers fails: what was booked by then stays, and comes once."""
    both.paid()
    both.stand_in.mishaps.extend([""] * number + ["fail"])
    refused(both.run, "payment-gateway-unavailable")
    both.run()
    assert both.books.balances == {"platform/gateway": -PAISE, "clinic/c1/available": PAISE}
    assert both.books.told()["payment_received"] == 1


def test_a_dispute_that_goes_on_is_the_same_in_both_words(both: Both) -> None:
    """The gateway tells that it asks for more, and lists the dispute as open."""
    payment = both.paid()
    found = both.disputed(payment)
    both.run()
    step = dispute("action_required", at=MADE + 1)
    step.claim.update(id=found["id"], payment_id=payment["id"])  # type: ignore[union-attr]
    told = type(step)(step.event, payment, step.claim, step.at)
    assert both.books.deliver(told, "e1") == "recorded"
    assert both.differences() == set()


def test_every_night_the_last_days_are_compared_and_what_differs_alarms(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three days, today among them; nothing where the platform has no account at the gateway."""
    store: Any = both.books.store
    monkeypatch.setenv("RAZORPAY_URL", both.stand_in.url)
    monkeypatch.setenv("RAZORPAY_KEY_SECRET", KEY_SECRET)
    monkeypatch.setenv("RAZORPAY_KEY_ID", "")
    assert daily.reconcile_last(store, CLOCK, seconds=60) is None
    monkeypatch.setenv("RAZORPAY_KEY_ID", KEY_ID)
    two_days, three_days = (both.paid(number, order_id=f"o{number}") for number in (2, 3))
    two_days["created_at"] -= 2 * 86_400
    three_days["created_at"] -= 3 * 86_400
    payment = both.paid()
    report = daily.reconcile_last(store, CLOCK, seconds=60)
    assert report is not None
    assert report.booked == [payment["id"]]
    assert [each.subject for each in report.differences] == [two_days["id"]]
    heard = both.books.told()
    assert heard["payment_alarm"] == 2  # the unknown order, and that it differs
    daily.reconcile_last(store, CLOCK, seconds=60)
    assert both.books.told() == heard
