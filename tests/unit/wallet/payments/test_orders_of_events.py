"""Refunds and disputes come twice, late and in any order: each order ends in the same books."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.unit.wallet.payments.payment_shelf import (
    NOW,
    PAISE,
    PaymentShelf,
    ToldEvent,
    captured,
    dispute,
    refund,
)

#: What the gateway tells, in whichever order, what is left in the wallet, and what is set aside.
#: Figures by hand: 1,000 paise were paid in.
STORIES: dict[str, tuple[list[ToldEvent], int, int, dict[str, str]]] = {
    "a refund of a part": (
        [captured(), refund("pending"), refund("processed")],
        700, 0, {"rfnd_1": "processed"},
    ),
    "two refunds of the whole": (
        [captured(), refund("processed", 1, 400), refund("processed", 2, 600)],
        0, 0, {"rfnd_1": "processed", "rfnd_2": "processed"},
    ),
    "a refund that failed, and another": (
        [captured(), refund("processed", 1, 1000), refund("failed", 1, 1000),
         refund("processed", 2, 1000)],
        0, 0, {"rfnd_1": "failed", "rfnd_2": "processed"},
    ),
    "a refund that failed": (
        [captured(), refund("pending"), refund("processed"), refund("failed")],
        1000, 0, {"rfnd_1": "failed"},
    ),
    "a dispute that goes on": (
        [captured(), dispute("created", at=1), dispute("under_review", at=2),
         dispute("action_required", at=3)],
        0, 1000, {"disp_1": "action_required"},
    ),
    "a dispute that was lost": (
        [captured(), dispute("created", at=1), dispute("under_review", at=2),
         dispute("lost", deducted=1000, at=3)],
        0, 0, {"disp_1": "lost"},
    ),
    "a dispute of a part, lost in part": (
        [captured(), dispute("created", amount=600), dispute("lost", amount=600, deducted=250)],
        750, 0, {"disp_1": "lost"},
    ),
    "a dispute that was won": (
        [captured(), dispute("created"), dispute("under_review"), dispute("won")],
        1000, 0, {"disp_1": "won"},
    ),
    "a dispute that was won, raised again and lost": (
        [captured(), dispute("created", at=1), dispute("won", at=2),
         dispute("lost", deducted=1000, at=3)],
        0, 0, {"disp_1": "lost"},
    ),
    "a refund that closes a dispute": (
        [captured(), dispute("created"), refund("processed", amount=1000), dispute("closed")],
        0, 0, {"disp_1": "closed", "rfnd_1": "processed"},
    ),
    "two disputes and a refund": (
        [captured(), dispute("lost", 1, 200, deducted=200), dispute("created", 2, 500),
         refund("processed", amount=100)],
        200, 500, {"disp_1": "lost", "disp_2": "open", "rfnd_1": "processed"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_every_order_of_events_ends_in_the_same_books(story: str) -> None:
    events, available, held, states = STORIES[story]
    for order in permutations(events):
        at = PaymentShelf()
        at.deliver_all(order)
        told = [each.event for each in order]
        wallet = at.wallet
        assert wallet is not None
        assert (wallet.available, wallet.held) == (available, held), told
        assert at.states() == states, told
        assert at.payment.refunds + at.payment.disputes == sorted(
            states, key=lambda at: (at.startswith("disp"), at)
        )
        gone = {"platform/gateway": -(available + held), "clinic/c1/available": available}
        expected = {**gone, "clinic/c1/held": held}
        assert at.balances == {account: paise for account, paise in expected.items() if paise}
        assert not set(at.outcomes()) & {"wrong_amount", "returned_twice", "contradicted"} or (
            story == "a refund that failed, and another"  # the second may seem too much for a while
        )


@pytest.mark.parametrize("story", STORIES)
def test_without_the_payment_nothing_is_taken_from_a_wallet(story: str) -> None:
    """What was never credited here is not taken either, and its state is known all the same."""
    events, _, _, states = STORIES[story]
    at = PaymentShelf()
    at.deliver_all(events[1:])
    assert at.wallet is None
    assert at.states() == states


def test_a_second_payment_of_the_order_is_given_back_without_touching_the_wallet() -> None:
    """It is what an admin does who hears of a second payment."""
    second = {**captured().payment, "id": "pay_2"}
    at = PaymentShelf()
    assert at.deliver(captured(), "e1") == "booked"
    assert at.deliver(captured(id="pay_2"), "e2") == "paid_twice"
    assert at.deliver(refund("processed", amount=PAISE, of=second), "e3") == "not_credited"
    assert at.balances == {"platform/gateway": -PAISE, "clinic/c1/available": PAISE}
    assert at.states() == {"rfnd_1": "processed"}
    assert at.deliver(refund("processed", 2, PAISE), "e4") == "booked"
    assert at.balances == {}


@pytest.mark.parametrize(
    ("step", "alarms"),
    [("created", 1), ("action_required", 1), ("lost", 1), ("under_review", 0), ("won", 0)],
)
@pytest.mark.parametrize("credited", [False, True])
def test_admins_answer_for_what_no_wallet_got(step: str, alarms: int, credited: bool) -> None:
    """The platform loses it at the gateway all the same, where nobody answers in time."""
    other = captured(id="pay_2")
    at = PaymentShelf()
    if credited:
        assert at.deliver(captured(), "e1") == "booked"
        assert at.deliver(other, "e2") == "paid_twice"
    before, balances = at.told()["payment_alarm"], at.balances
    told = dispute(step, of=other.payment)
    assert at.deliver(told, "e3") == ("not_credited" if credited else "recorded")
    assert at.told()["payment_alarm"] - before == alarms
    assert at.deliver(told, "e4") == "already_booked"
    assert at.told()["payment_alarm"] - before == alarms
    assert at.balances == balances


def test_no_more_is_refunded_than_was_paid_in() -> None:
    at = PaymentShelf()
    at.deliver(captured(), "e1")
    assert at.deliver(refund("processed", 1, PAISE), "e2") == "booked"
    assert at.deliver(refund("processed", 2, 1), "e3") == "wrong_amount"
    assert at.deliver(refund("processed", 3, PAISE + 1), "e4") == "wrong_amount"
    assert at.balances == {}
    assert at.told()["payment_alarm"] == 3
    assert at.deliver(refund("failed", 1, PAISE), "e5") == "booked"
    assert at.balances == {"platform/gateway": -999, "clinic/c1/available": 999}


@pytest.mark.parametrize(
    ("first", "then", "outcome", "alarms"),
    [
        (refund("processed"), refund("failed", amount=301), "wrong_amount", 1),
        (refund("processed"), refund("failed"), "booked", 1),
        (dispute("created"), dispute("lost", amount=999), "wrong_amount", 1),
        (dispute("created"), dispute("lost", deducted=1001), "deducted_otherwise", 1),
        (dispute("created"), dispute("lost", deducted=1000), "booked", 1),
        (dispute("lost", at=2), dispute("won", at=3), "contradicted", 1),
        (dispute("lost", at=2), dispute("won", at=1), "too_late", 0),
        (dispute("lost"), dispute("closed"), "too_late", 0),
        (refund("processed", amount=1), dispute("lost"), "returned_twice", 1),
        (refund("failed", amount=1), dispute("lost"), "booked", 1),
        (refund("failed"), refund("processed"), "too_late", 0),
        (dispute("under_review", at=2), dispute("action_required", at=1), "too_late", 0),
        (dispute("under_review", at=2), dispute("action_required", at=2), "recorded", 1),
        (dispute("created", at=1), dispute("under_review", at=2), "recorded", 0),
    ],
)
def test_what_an_event_comes_to_after_another(
    first: ToldEvent, then: ToldEvent, outcome: str, alarms: int
) -> None:
    at = PaymentShelf()
    at.deliver(captured(), "e1")
    at.deliver(first, "e2")
    before = at.told()["payment_alarm"]
    assert at.deliver(then, "e3") == outcome
    assert at.told()["payment_alarm"] - before == alarms


def test_the_payer_hears_of_each_booking_once() -> None:
    at = PaymentShelf()
    steps = [
        (captured(), "payment_received"),
        (refund("processed"), "payment_refunded"),
        (refund("failed"), "refund_failed"),
        (dispute("created", 1), "payment_disputed"),
        (dispute("won", 1), "dispute_won"),
        (dispute("created", 2), "payment_disputed"),
        (dispute("lost", 2), "dispute_lost"),
    ]
    heard: list[str] = []
    for number, (told, notice) in enumerate(steps):
        before = at.told()
        at.deliver_all([told])
        assert at.deliver(told, f"e{number}") != "booked"
        heard += (at.told() - before).elements()
        assert notice in heard
        at.shelf.documents = {
            path: each
            for path, each in at.shelf.documents.items()
            if not path.startswith("payment_events/")
        }
    assert sorted(name for name in heard if name != "payment_alarm") == sorted(n for _, n in steps)
    assert heard.count("payment_alarm") == len(steps) - 1  # each step but that of money in


def test_a_wallet_that_has_spent_it_is_left_with_a_debt() -> None:
    at = PaymentShelf()
    at.deliver(captured(), "e1")
    path = next(path for path in at.shelf.documents if path == "wallets/c1")
    assert at.deliver(dispute("lost"), "e2") == "booked"
    assert at.deliver(refund("processed", amount=PAISE), "e3") == "returned_twice"
    assert at.shelf.documents[path]["available"] == -PAISE
    assert at.wallet is not None


@pytest.mark.parametrize(
    "told",
    [captured(order_id="o2"), refund("processed", of={**captured().payment, "order_id": "o2"})],
    ids=lambda told: told.event,
)
def test_what_is_about_an_unknown_order_alarms(told: ToldEvent) -> None:
    at = PaymentShelf()
    assert at.deliver(told, "e1") == "unknown_order"
    assert at.told() == {"payment_alarm": 1}
    assert at.balances == {}


def test_each_change_of_a_refund_or_dispute_writes_the_payment() -> None:
    """An event that read the payment before must not be committed beside it (write skew)."""
    at = PaymentShelf()
    steps = [refund("pending"), refund("processed"), dispute("created"), dispute("under_review")]
    for number, told in enumerate(steps, 1):
        at.deliver(told, f"e{number}")
        assert at.payment.changes == number
    at.deliver(steps[0], "again")
    assert at.payment.changes == len(steps)
    at.deliver(captured(), "e9")  # which books the refund and sets the disputed amount aside
    assert at.payment.changes == len(steps) + 2


@pytest.mark.parametrize("end", ["won", "lost"])
def test_what_is_disputed_is_set_aside_until_the_end_and_kept_from_then_on(end: str) -> None:
    """The last day that there is; then the day from which the law's years are counted."""
    at = PaymentShelf()
    at.deliver(captured(), "e1")
    at.deliver(dispute("created"), "e2")
    (hold,) = at.shelf.holds("c1").values()
    assert (hold.state, hold.expires_at.year) == ("open", 9999)
    at.deliver(dispute(end), "e3")
    (hold,) = at.shelf.holds("c1").values()
    assert (hold.state, hold.expires_at) == ("released" if end == "won" else "captured", NOW)


class TaskNames:
    """Takes tasks as Cloud Tasks does: one of each name."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def add(self, _function: str, name: str, _data: object, at: object = None) -> bool:
        """Take one in, unless there was one of that name."""
        assert at is None
        if name in self.names:
            return False
        self.names.append(name)
        return True


def test_each_booking_of_a_payment_asks_for_its_vouchers_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A refund within the hour of its payment is not held to be the payment told once more."""
    monkeypatch.setenv("SCANNER_VOUCHERS_FROM", "2026-01-01")
    shelf, asked = PaymentShelf(), TaskNames()
    shelf.store.queues = asked
    for told, name in ((captured(), "paid"), (refund("processed"), "back")):
        for _ in range(2):
            shelf.deliver(told, name)
    assert len(asked.names) == 2
