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
from wallet.fees.holding import HELD_FOR
from wallet.ledger import chart
from wallet.ledger.clerk import Clerk
from wallet.ledger.models import HoldState, TransactionKind
from wallet.ledger.terms import SaleItem

LATE = FEE // 2


@pytest.fixture
def wallet(practice: ClinicFixture) -> WalletFixture:
    """The clinic's wallet with ₹10,000 in it."""
    return WalletFixture(practice)


def test_a_fee_is_held_when_asked_for_and_captured_when_completed(wallet: WalletFixture) -> None:
    asked = wallet.scanned()
    assert wallet.balance == (1_000_000 - FEE, FEE)
    wallet.complete(asked.visit_id)
    assert wallet.balance == (1_000_000 - FEE, 0)
    _, held, captured = wallet.transactions()
    assert (held.kind, captured.kind) == (TransactionKind.HOLD, TransactionKind.CAPTURE)
    assert captured.reference == held.reference == f"visits/{asked.visit_id}"
    assert (captured.revenue, captured.tax, captured.payable) == (150_000, 27_000, 0)
    assert captured.sale is not None
    assert (captured.sale.item, captured.sale.tax) == (SaleItem.VISIT, 1_800)
    assert captured.follows == held.id
    gains = {p.account: p.paise for p in captured.postings if p.account.startswith("platform")}
    assert gains == {chart.REVENUE: 150_000, chart.CGST: 13_500, chart.SGST: 13_500}
    hold = wallet.hold_of(asked.visit_id)
    assert hold is not None
    assert (hold.state, hold.captured, hold.released) == (HoldState.CAPTURED, FEE, 0)
    assert hold.capture == captured.id


def test_a_clinic_of_another_state_pays_integrated_tax(practice: ClinicFixture) -> None:
    wallet = WalletFixture(practice, billing=BILLING.model_copy(update={"state": "29"}))
    wallet.complete(wallet.scanned().visit_id)
    captured = wallet.transactions()[-1]
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
        (cancelled_after("accept"), LATE, SaleItem.LATE_CANCELLATION),
        (cancelled_after("accept", "depart", "arrive"), LATE, SaleItem.LATE_CANCELLATION),
        (cancelled_after("accept", "decline"), 0, None),
        (cancelled_after("accept", by="admin"), 0, None),
        (moved_then_cancelled, LATE, SaleItem.LATE_CANCELLATION),
        (accepted_anew_after_a_decline, LATE, SaleItem.LATE_CANCELLATION),
        (missed, FEE, SaleItem.NO_SHOW),
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
def test_what_an_end_costs(
    wallet: WalletFixture, end: Ending, kept: int, item: SaleItem | None
) -> None:
    visit_id = wallet.request().visit_id
    end(wallet.practice, visit_id)
    assert wallet.balance == (1_000_000 - kept, 0)
    last = wallet.transactions()[-1]
    assert last.kind is (TransactionKind.CAPTURE if kept else TransactionKind.RELEASE)
    assert (last.sale.item if last.sale else None) is item
    assert last.revenue + last.tax == kept


def test_a_list_may_forgo_what_calling_off_costs(practice: ClinicFixture) -> None:
    wallet = WalletFixture(practice, listed=LIST.model_copy(update={"late_cancellation": 0}))
    visit_id = wallet.request().visit_id
    cancelled_after("accept")(practice, visit_id)
    assert wallet.balance == (1_000_000, 0)
    assert wallet.transactions()[-1].kind is TransactionKind.RELEASE


def test_moving_a_visit_moves_no_money(wallet: WalletFixture) -> None:
    visit_id = wallet.request().visit_id
    wallet.practice.assign(visit_id)
    wallet.practice.move(visit_id, "accept", "decline")
    wallet.practice.reschedule(visit_id)
    assert wallet.balance == (1_000_000 - FEE, FEE)
    assert len(wallet.transactions()) == 2


def test_a_withdrawn_consent_frees_the_fees_of_all_its_visits(wallet: WalletFixture) -> None:
    named = wallet.practice.consented()
    first, second = (wallet.request(**named, again=True).visit_id for _ in range(2))
    wallet.practice.assign(first)
    wallet.practice.move(first, "accept")
    assert wallet.balance == (1_000_000 - 2 * FEE, 2 * FEE)
    wallet.practice.withdraw(named["consent_id"])
    assert wallet.balance == (1_000_000, 0)
    for visit_id in (first, second):
        hold = wallet.hold_of(visit_id)
        assert hold is not None
        assert hold.state is HoldState.RELEASED


def test_too_little_money_is_refused_with_what_is_missing(practice: ClinicFixture) -> None:
    wallet = WalletFixture(practice, paid_in=FEE - 1)
    named = practice.consented()
    before = snapshot(practice, f"wallets/{wallet.id}", f"consents/{named['consent_id']}")
    refused(lambda: wallet.request(**named), "insufficient-funds", missing_paise=1)
    assert snapshot(practice, f"wallets/{wallet.id}", f"consents/{named['consent_id']}") == before
    wallet.adjust(1)
    wallet.request(**named)
    assert wallet.balance == (0, FEE)


def test_a_visit_costs_what_was_shown(wallet: WalletFixture) -> None:
    named = wallet.practice.consented()
    asked = wallet.scanned()
    shown = wallet.number
    wallet.publish(LIST.model_copy(update={"visit": 200_000}))
    before = snapshot(wallet.practice, f"wallets/{wallet.id}", f"consents/{named['consent_id']}")
    refused(
        lambda: wallet.request(price_list=shown, **named),
        "prices-changed",
        price_list=wallet.number,
    )
    after = snapshot(wallet.practice, f"wallets/{wallet.id}", f"consents/{named['consent_id']}")
    assert after == before

    wallet.complete(asked.visit_id)
    assert wallet.transactions()[-1].revenue == 150_000
    asked = wallet.scanned(to="other operator", **named)
    wallet.complete(asked.visit_id)
    assert wallet.transactions()[-1].revenue == 200_000


def test_who_pays_must_be_known_first(practice: ClinicFixture) -> None:
    wallet = WalletFixture(practice, billing=None)
    named = practice.consented()
    before = snapshot(practice, f"wallets/{wallet.id}")
    refused(lambda: wallet.request(**named), "billing-details-missing")
    assert snapshot(practice, f"wallets/{wallet.id}") == before
    wallet.bill_to(BILLING)
    wallet.request(**named)
    assert wallet.balance == (1_000_000 - FEE, FEE)


def test_a_visit_that_is_free_touches_no_wallet(practice: ClinicFixture) -> None:
    wallet = WalletFixture(practice, listed=LIST.model_copy(update={"visit": 0}), billing=None)
    before = wallet.document
    asked = wallet.scanned()
    wallet.complete(asked.visit_id)
    wallet.practice.cancel(wallet.request().visit_id)
    assert wallet.document == before


def test_a_retry_holds_one_fee(wallet: WalletFixture) -> None:
    same = {"idempotency_key": key(), **wallet.practice.consented()}
    answers = [wallet.request(**same) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert wallet.balance == (1_000_000 - FEE, FEE)


def test_owners_hear_once_that_a_wallet_fell_low(practice: ClinicFixture) -> None:
    wallet = WalletFixture(
        practice, listed=LIST.model_copy(update={"low_balance": 1_000_000 - FEE})
    )
    wallet.request()
    assert "balance_low" not in practice.inbox("owner")  # at the mark, not below it
    for _ in range(2):
        wallet.request()
    assert practice.inbox("owner").count("balance_low") == 1
    assert "balance_low" not in practice.inbox("member")


def test_calling_off_is_free_once_the_hour_went_by_and_nobody_came(wallet: WalletFixture) -> None:
    """The operator caused it; a second before the hour is over, the clinic still does."""
    visits = [wallet.request(again=True).visit_id for _ in range(2)]
    for visit_id, operator in zip(visits, ("operator", "other operator"), strict=True):
        wallet.practice.assign(visit_id, to=operator)
        wallet.practice.move(visit_id, "accept", who=operator)
    slot = wallet.practice.visit_of(visits[0]).slot
    assert slot is not None
    wallet.practice.clock.at = slot.ends_at - timedelta(seconds=1)
    wallet.practice.cancel(visits[0])
    assert wallet.balance == (1_000_000 - LATE - FEE, FEE)
    wallet.later(timedelta(seconds=1))
    wallet.practice.cancel(visits[1])
    assert wallet.balance == (1_000_000 - LATE, 0)


def expire(wallet: WalletFixture) -> int:
    """Run what the hours run: how many holds of the clinic were released."""
    ctx = wallet.practice.ctx("admin")
    return expiry.release_on_demand(ctx, Clerk(), ReleaseExpired(wallet_id=wallet.id)).released


def test_a_hold_that_nobody_ends_expires(wallet: WalletFixture) -> None:
    visit_id = wallet.request().visit_id
    wallet.later(HELD_FOR - timedelta(seconds=1))
    assert expire(wallet) == 0
    assert wallet.balance == (1_000_000 - FEE, FEE)
    wallet.later(timedelta(seconds=1))
    assert expire(wallet) == 1
    assert wallet.practice.tally.reads == 4
    assert wallet.practice.tally.writes == 4 + 1
    assert expire(wallet) == 0
    assert wallet.balance == (1_000_000, 0)
    wallet.practice.cancel(visit_id)
    assert wallet.practice.visit_of(visit_id).state is VisitState.CANCELLED
    assert wallet.balance == (1_000_000, 0)


def test_calling_off_is_free_once_the_hold_expired(wallet: WalletFixture) -> None:
    visit_id = wallet.request().visit_id
    wallet.practice.assign(visit_id)
    wallet.practice.move(visit_id, "accept")
    wallet.later(HELD_FOR)
    assert expire(wallet) == 1
    before = wallet.transactions()
    wallet.practice.cancel(visit_id)
    assert wallet.balance == (1_000_000, 0)
    assert wallet.transactions() == before


def test_every_hour_the_oldest_holds_of_all_wallets_expire() -> None:
    """Long before any other test's; so this one finds its own alone."""
    for year in (2000, 2001):
        wallet = WalletFixture(ClinicFixture(datetime(year, 5, 4, tzinfo=UTC)))
        wallet.request()
        clock = Clock(datetime(year, 5, 4, tzinfo=UTC) + HELD_FOR)
        store = wallet.practice.ctx().store
        assert expiry.release_expired(store, clock, Clerk()) == 1
        assert wallet.balance == (1_000_000, 0)


def test_a_visit_after_its_hold_expired_is_paid_or_not_completed(wallet: WalletFixture) -> None:
    asked = wallet.scanned()
    wallet.later(HELD_FOR)
    assert expire(wallet) == 1
    wallet.adjust(FEE - 1 - 1_000_000)
    refused(lambda: wallet.complete(asked.visit_id), "insufficient-funds", missing_paise=1)
    assert wallet.practice.visit_of(asked.visit_id).state is VisitState.UPLOADED
    wallet.adjust(1)
    wallet.complete(asked.visit_id)
    assert wallet.practice.visit_of(asked.visit_id).state is VisitState.COMPLETED
    assert wallet.balance == (0, 0)
    assert wallet.transactions()[-1].revenue == 150_000


def test_what_fees_cost(wallet: WalletFixture) -> None:
    asked = wallet.scanned()

    def cost(act: Callable[[], object]) -> tuple[int, int]:
        act()
        return wallet.practice.tally.reads, wallet.practice.tally.writes

    named = wallet.practice.consented()
    assert cost(lambda: wallet.request(**named)) == (6, 14)
    assert cost(lambda: wallet.complete(asked.visit_id)) == (7, 11)
    visit_id = wallet.request().visit_id
    assert cost(lambda: wallet.practice.cancel(visit_id)) == (5, 9)
