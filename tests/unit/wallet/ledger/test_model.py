"""The ledger against a model of it: thousands of operations, the same balances and refusals."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from core.access import Role
from core.errors import ScannerError
from tests.unit.wallet.ledger.machine import LedgerMachine
from tests.unit.wallet.ledger.shelf import Shelf, new_hold, order
from wallet.ledger import chart, operations
from wallet.ledger.errors import LedgerBrokenError, UnbalancedError
from wallet.ledger.journal import Journal
from wallet.ledger.models import Posting, TransactionKind, Wallet

TestLedger = LedgerMachine.TestCase
TestLedger.settings = settings(
    max_examples=80,
    stateful_step_count=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


def _wallet(journal: Journal) -> Wallet:
    return journal.wallet("c1", Role.CLINIC)


def _posting(account: str, paise: int) -> Posting:
    return Posting(account=account, paise=paise)


@pytest.mark.parametrize("surplus", [-1, 1])
def test_what_does_not_balance_is_not_booked(surplus: int) -> None:
    shelf = Shelf()
    _, journal = shelf.journal()
    here = chart.available(Role.CLINIC, _wallet(journal).id)
    postings = [_posting(chart.GATEWAY, -100), _posting(here, 100 + surplus)]
    with pytest.raises(UnbalancedError):
        journal.post(order("k"), TransactionKind.TOP_UP, postings, "payments/p1")
    assert _wallet(journal).sequence == 0


def test_a_transaction_of_nothing_is_not_booked() -> None:
    _, journal = Shelf().journal()
    with pytest.raises(UnbalancedError):
        journal.post(order("k"), TransactionKind.TOP_UP, [], "payments/p1")


def test_less_than_nothing_is_never_set_aside() -> None:
    _, journal = Shelf().journal()
    at = _wallet(journal).id
    here, aside = chart.available(Role.CLINIC, at), chart.set_aside(Role.CLINIC, at)
    with pytest.raises(LedgerBrokenError):
        journal.post(
            order("k"), TransactionKind.RELEASE, [_posting(aside, -1), _posting(here, 1)], "x/1"
        )
    assert _wallet(journal).sequence == 0


def test_a_refusal_books_nothing_for_the_others_either() -> None:
    """The lab lacks what the refund asks of it: the clinic gets nothing, the hold stays."""
    shelf = Shelf()
    unit, journal = shelf.journal()
    lab = journal.wallet("l1", Role.LAB)
    operations.top_up(journal, order(1), _wallet(journal), 500, "payments/p1")
    held = operations.hold(journal, order(2), _wallet(journal), new_hold(300))
    share = chart.available(Role.LAB, lab.id)
    operations.capture(journal, order(3), _wallet(journal), held.id, [_posting(share, 300)])
    operations.adjust(journal, order(4), journal.wallet("l1", Role.LAB), -300, "paid out")
    journal.write()
    unit.flush()
    before = dict(shelf.documents)
    unit, journal = shelf.journal()
    wallet, _ = _wallet(journal), journal.wallet("l1", Role.LAB)
    with pytest.raises(ScannerError, match="insufficient-funds"):
        operations.refund(
            journal, order(5), wallet, held.id, [_posting(share, -300)], "For the test."
        )
    journal.write()
    unit.flush()
    assert shelf.documents == before


def test_credit_is_spent_to_the_paisa_and_what_is_owed_beyond_it_can_be_paid_back() -> None:
    """Credit that is taken back stays owed: money still comes in, none goes out."""
    shelf = Shelf()
    shelf.documents["wallets/c1"] = {"kind": "clinic", "credit_limit": 100}
    unit, journal = shelf.journal()
    with pytest.raises(ScannerError, match="insufficient-funds") as caught:
        operations.adjust(journal, order(1), _wallet(journal), -101, "too much")
    assert caught.value.details == {"missing_paise": 1}
    operations.adjust(journal, order(2), _wallet(journal), -100, "all of it")
    journal.write()
    unit.flush()
    shelf.documents["wallets/c1"]["credit_limit"] = 0
    _, journal = shelf.journal()
    operations.top_up(journal, order(3), _wallet(journal), 40, "payments/p1")
    assert _wallet(journal).available == -60
