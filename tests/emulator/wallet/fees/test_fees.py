"""The fees of visits: what each end of a visit costs, at the prices that were shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from scans.visits.models import VisitState
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import Clock, hour, key, refused
from tests.support.wallet_fixture import BILLING, FEE, LIST, WalletFixture
from wallet.accounts import expiry
from wallet.accounts.requests import ReleaseExpired
from wallet.fees.visit_fees import HELD_FOR
from wallet.ledger import chart
from wallet.ledger.clerk import Clerk
from wallet.ledger.models import HoldState, Kind
from wallet.ledger.terms import Item

LATE = FEE // 2


@pytest.fixture
def purse(practice: ClinicFixture) -> WalletFixture:
    """The clinic's wallet with ₹10,000 in it."""
    return WalletFixture(practice)


def test_a_fee_is_held_when_asked_for_and_captured_when_completed(purse: WalletFixture) -> None:
    asked = purse.scanned()
    assert purse.balance == (1_000_000 - FEE, FEE)
    purse.complete(asked.visit_id)
    assert purse.balance == (1_000_000 - FEE, 0)
    _, held, captured = purse.transactions()
    assert (held.kind, captured.kind) == (Kind.HOLD, Kind.CAPTURE)
    assert captured.reference == held.reference == f"visits/{asked.visit_id}"
    assert (captured.revenue, captured.tax, captured.payable) == (150_000, 27_000, 0)
    assert captured.sale is not None
    assert (captured.sale.item, captured.sale.tax) == (Item.VISIT, 1_800)
    assert captured.follows == held.id
    gains = {p.account: p.paise for p in captured.postings if p.account.startswith("platform")}
    assert gains == {chart.REVENUE: 150_000, chart.CGST: 13_500, chart.SGST: 13_500}
    hold = purse.hold_of(asked.visit_id)
    assert hold is not None
    assert (hold.state, hold.captured, hold.released) == (HoldState.CAPTURED, FEE, 0)
    assert hold.capture == captured.id


def test_a_clinic_of_another_state_pays_integrated_tax(practice: ClinicFixture) -> None:
    purse = WalletFixture(practice, billing=BILLING.model_copy(update={"state": "29"}))
    purse.complete(purse.scanned().visit_id)
    captured = purse.transactions()[-1]
    gains = {p.account: p.paise for p in captured.postings if p.account.startswith("platform")}
    assert gains == {chart.REVENUE: 150_000, chart.IGST: 27_000}


Ending = Callable[[ClinicFixture, str], None]


def cancelled_after(*actions: str, by: str = "member") -> Ending:
    """The visit is called off after these steps of its operator."""

    def end(practice: ClinicFixture, visit_id: str) -> None:
        practice.assign(visit_id)
        practice.move(visit_id, *actions)
        practice.cancel(visit_id, by)

    return end


def moved_then_cancelled(practice: ClinicFixture, visit_id: str) -> None:
    """The clinic moves an accepted visit, and calls it off then."""
    practice.assign(visit_id)
    practice.move(visit_id, "accept")
    practice.reschedule(visit_id)
    practice.cancel(visit_id)


def accepted_anew_after_a_decline(practice: ClinicFixture, visit_id: str) -> None:
    """One operator takes it back, another one accepts, the clinic calls it off."""
    practice.assign(visit_id)
    practice.move(visit_id, "accept", "decline")
    practice.clock.at += timedelta(minutes=1)
    practice.assign(visit_id, "other operator")
    practice.move(visit_id, "accept", who="other operator")
    practice.cancel(visit_id)


def missed(practice: ClinicFixture, visit_id: str) -> None:
    """The operator meets nobody."""
    practice.assign(visit_id)
    practice.move(visit_id, "accept", "depart", "arrive")
    practice.clock.at = hour(24).starts_at
    practice.move(visit_id, "report_no_show")


@pytest.mark.parametrize(
    ("end", "kept", "item"),
    [
        (lambda practice, visit_id: practice.cancel(visit_id), 0, None),
        (cancelled_after(), 0, None),
        (cancelled_after("accept"), LATE, Item.LATE_CANCELLATION),
        (cancelled_after("accept", "depart", "arrive"), LATE, Item.LATE_CANCELLATION),
        (cancelled_after("accept", "decline"), 0, None),
        (cancelled_after("accept", by="admin"), 0, None),
        (moved_then_cancelled, LATE, Item.LATE_CANCELLATION),
        (accepted_anew_after_a_decline, LATE, Item.LATE_CANCELLATION),
        (missed, FEE, Item.NO_SHOW),
    ],
    ids=[
        "cancelled at once",
        "cancelled before it was accepted",
        "cancelled after",
        "cancelled at the door",
        "cancelled after the operator took it back",
        "cancelled by an admin",
        "moved, then cancelled",
        "accepted by another",
        "no show",
    ],
)
def test_what_an_end_costs(purse: WalletFixture, end: Ending, kept: int, item: Item | None) -> None:
    visit_id = purse.request().visit_id
    end(purse.practice, visit_id)
    assert purse.balance == (1_000_000 - kept, 0)
    last = purse.transactions()[-1]
    assert last.kind is (Kind.CAPTURE if kept else Kind.RELEASE)
    assert (last.sale.item if last.sale else None) is item
    assert last.revenue + last.tax == kept


def test_a_list_may_forgo_what_calling_off_costs(practice: ClinicFixture) -> None:
    purse = WalletFixture(practice, listed=LIST.model_copy(update={"late_cancellation": 0}))
    visit_id = purse.request().visit_id
    cancelled_after("accept")(practice, visit_id)
    assert purse.balance == (1_000_000, 0)
    assert purse.transactions()[-1].kind is Kind.RELEASE


def test_moving_a_visit_moves_no_money(purse: WalletFixture) -> None:
    visit_id = purse.request().visit_id
    purse.practice.assign(visit_id)
    purse.practice.move(visit_id, "accept", "decline")
    purse.practice.reschedule(visit_id)
    assert purse.balance == (1_000_000 - FEE, FEE)
    assert len(purse.transactions()) == 2


def test_a_withdrawn_consent_frees_the_fees_of_all_its_visits(purse: WalletFixture) -> None:
    named = purse.practice.consented()
    first, second = (purse.request(**named).visit_id for _ in range(2))
    purse.practice.assign(first)
    purse.practice.move(first, "accept")
    assert purse.balance == (1_000_000 - 2 * FEE, 2 * FEE)
    purse.practice.withdraw(named["consent_id"])
    assert purse.balance == (1_000_000, 0)
    for visit_id in (first, second):
        hold = purse.hold_of(visit_id)
        assert hold is not None
        assert hold.state is HoldState.RELEASED


def test_too_little_money_is_refused_with_what_is_missing(practice: ClinicFixture) -> None:
    purse = WalletFixture(practice, paid_in=FEE - 1)
    named = practice.consented()
    before = snapshot(practice, f"wallets/{purse.id}", f"consents/{named['consent_id']}")
    refused(lambda: purse.request(**named), "insufficient-funds", missing_paise=1)
    assert snapshot(practice, f"wallets/{purse.id}", f"consents/{named['consent_id']}") == before
    purse.adjust(1)
    purse.request(**named)
    assert purse.balance == (0, FEE)


def test_a_visit_costs_what_was_shown(purse: WalletFixture) -> None:
    named = purse.practice.consented()
    asked = purse.scanned()
    shown = purse.number
    purse.publish(LIST.model_copy(update={"visit": 200_000}))
    before = snapshot(purse.practice, f"wallets/{purse.id}", f"consents/{named['consent_id']}")
    refused(
        lambda: purse.request(price_list=shown, **named), "prices-changed", price_list=purse.number
    )
    after = snapshot(purse.practice, f"wallets/{purse.id}", f"consents/{named['consent_id']}")
    assert after == before

    purse.complete(asked.visit_id)
    assert purse.transactions()[-1].revenue == 150_000
    asked = purse.scanned(to="other operator", **named)
    purse.complete(asked.visit_id)
    assert purse.transactions()[-1].revenue == 200_000


def test_who_pays_must_be_known_first(practice: ClinicFixture) -> None:
    purse = WalletFixture(practice, billing=None)
    named = practice.consented()
    before = snapshot(practice, f"wallets/{purse.id}")
    refused(lambda: purse.request(**named), "billing-details-missing")
    assert snapshot(practice, f"wallets/{purse.id}") == before
    purse.bill_to(BILLING)
    purse.request(**named)
    assert purse.balance == (1_000_000 - FEE, FEE)


def test_a_visit_that_is_free_touches_no_wallet(practice: ClinicFixture) -> None:
    purse = WalletFixture(practice, listed=LIST.model_copy(update={"visit": 0}), billing=None)
    before = purse.wallet
    asked = purse.scanned()
    purse.complete(asked.visit_id)
    purse.practice.cancel(purse.request().visit_id)
    assert purse.wallet == before


def test_a_retry_holds_one_fee(purse: WalletFixture) -> None:
    same = {"idempotency_key": key(), **purse.practice.consented()}
    answers = [purse.request(**same) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert purse.balance == (1_000_000 - FEE, FEE)


def test_owners_hear_once_that_a_wallet_fell_low(practice: ClinicFixture) -> None:
    purse = WalletFixture(practice, listed=LIST.model_copy(update={"low_balance": 1_000_000 - FEE}))
    purse.request()
    assert "balance_low" not in practice.inbox("owner")  # at the mark, not below it
    for _ in range(2):
        purse.request()
    assert practice.inbox("owner").count("balance_low") == 1
    assert "balance_low" not in practice.inbox("member")


def expire(purse: WalletFixture) -> int:
    """Run what the hours run: how many holds of the clinic were released."""
    ctx = purse.practice.ctx("admin")
    return expiry.release_on_demand(ctx, Clerk(), ReleaseExpired(wallet_id=purse.id)).released


def test_a_hold_that_nobody_ends_expires(purse: WalletFixture) -> None:
    visit_id = purse.request().visit_id
    purse.later(HELD_FOR - timedelta(seconds=1))
    assert expire(purse) == 0
    assert purse.balance == (1_000_000 - FEE, FEE)
    purse.later(timedelta(seconds=1))
    assert expire(purse) == 1
    assert purse.practice.tally.reads == 4
    assert purse.practice.tally.writes == 4 + 1
    assert expire(purse) == 0
    assert purse.balance == (1_000_000, 0)
    purse.practice.cancel(visit_id)
    assert purse.practice.visit_of(visit_id).state is VisitState.CANCELLED
    assert purse.balance == (1_000_000, 0)


def test_calling_off_is_free_once_the_hold_expired(purse: WalletFixture) -> None:
    visit_id = purse.request().visit_id
    purse.practice.assign(visit_id)
    purse.practice.move(visit_id, "accept")
    purse.later(HELD_FOR)
    assert expire(purse) == 1
    before = purse.transactions()
    purse.practice.cancel(visit_id)
    assert purse.balance == (1_000_000, 0)
    assert purse.transactions() == before


def test_every_hour_the_oldest_holds_of_all_wallets_expire() -> None:
    """Long before any other test's; so this one finds its own alone."""
    for year in (1990, 1991):
        purse = WalletFixture(ClinicFixture(datetime(year, 5, 4, tzinfo=UTC)))
        purse.request()
        clock = Clock(datetime(year, 12, 1, tzinfo=UTC))
        store = purse.practice.ctx().store
        assert expiry.release_expired(store, clock, Clerk()) == 1
        assert purse.balance == (1_000_000, 0)


def test_a_visit_after_its_hold_expired_is_paid_or_not_completed(purse: WalletFixture) -> None:
    asked = purse.scanned()
    purse.later(HELD_FOR)
    assert expire(purse) == 1
    purse.adjust(FEE - 1 - 1_000_000)
    refused(lambda: purse.complete(asked.visit_id), "insufficient-funds", missing_paise=1)
    assert purse.practice.visit_of(asked.visit_id).state is VisitState.UPLOADED
    purse.adjust(1)
    purse.complete(asked.visit_id)
    assert purse.practice.visit_of(asked.visit_id).state is VisitState.COMPLETED
    assert purse.balance == (0, 0)
    assert purse.transactions()[-1].revenue == 150_000


def test_what_fees_cost(purse: WalletFixture) -> None:
    asked = purse.scanned()

    def cost(act: Callable[[], object]) -> tuple[int, int]:
        act()
        return purse.practice.tally.reads, purse.practice.tally.writes

    named = purse.practice.consented()
    assert cost(lambda: purse.request(**named)) == (6, 13)
    assert cost(lambda: purse.complete(asked.visit_id)) == (7, 11)
    visit_id = purse.request().visit_id
    assert cost(lambda: purse.practice.cancel(visit_id)) == (5, 9)
