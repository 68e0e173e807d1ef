"""The clerk without a database: nobody's work is left in the queue."""

from __future__ import annotations

import threading

import pytest

from core.access import Role
from core.clock import SystemClock
from tests.unit.wallet.ledger.shelf import Shelf, ShelfStore, new_hold, order
from wallet.ledger import chart, clerk, operations
from wallet.ledger.errors import InsufficientFunds
from wallet.ledger.journal import Journal
from wallet.ledger.models import Posting, Transaction, Wallet


def test_who_comes_last_in_a_long_queue_is_booked_as_well():
    """The works before it are those of requests that have not got to the lock yet."""
    store, books, wallet_id = ShelfStore(Shelf()), clerk.Clerk(), "w" * 20

    def waiting(number: int) -> clerk.Waiting:
        mine = order(number)

        def work(journal: Journal) -> Transaction:
            wallet = journal.wallet(wallet_id, Role.CLINIC)
            return operations.top_up(journal, mine, wallet, 100, "visits/v1")

        return clerk.Waiting(mine, work)

    others = [waiting(number) for number in range(clerk.MOST)]
    books.queue(wallet_id).extend(others)
    last = waiting(clerk.MOST)
    answers: list[Transaction] = []

    def book() -> None:
        answers.append(books.book(store, SystemClock(), wallet_id, last.order, last.work))

    thread = threading.Thread(target=book, daemon=True)
    thread.start()
    thread.join(20)
    assert [answer.id for answer in answers] == [last.order.transaction_id]
    assert all(other.answer.done() for other in others)
    wallet = next(store.shelf.of(Wallet))
    assert (wallet.sequence, store.commits) == (clerk.MOST + 1, 2)


def test_as_many_as_fit_into_a_commit_are_booked_in_one():
    """Of the works that come to a clerk, a refund of what a lab got writes the most documents."""
    shelf, share = Shelf(), chart.available(Role.LAB, "l1")
    unit, journal = shelf.journal()
    payer = journal.wallet("c1", Role.CLINIC)
    journal.wallet("l1", Role.LAB)
    operations.top_up(journal, order(1), payer, 500, "payments/p1")
    held = operations.hold(journal, order(2), journal.wallet("c1", Role.CLINIC), new_hold(300))
    payer = journal.wallet("c1", Role.CLINIC)
    operations.capture(journal, order(3), payer, held.id, [Posting(account=share, paise=300)])
    journal.write()
    unit.flush()
    before = dict(shelf.documents)
    unit, journal = shelf.journal()
    journal.wallet("l1", Role.LAB)
    back = [Posting(account=share, paise=-300)]
    payer = journal.wallet("c1", Role.CLINIC)
    operations.refund(journal, order(4), payer, held.id, back, "For the test.")
    journal.write()
    unit.flush()
    written = {path for path, each in shelf.documents.items() if before.get(path) != each}
    audit = 1  # which the callable adds
    assert len(written - {"wallets/c1"}) + audit == clerk.MOST_DOCUMENTS
    assert clerk.MOST * clerk.MOST_DOCUMENTS + 1 <= 500


def test_a_refused_work_leaves_nothing_behind():
    store, books, wallet_id = ShelfStore(Shelf()), clerk.Clerk(), "w" * 20

    def pay(number: int, paise: int) -> Transaction:
        mine = order(number)

        def work(journal: Journal) -> Transaction:
            wallet = journal.wallet(wallet_id, Role.CLINIC)
            return operations.adjust(journal, mine, wallet, paise, "For the test.")

        return books.book(store, SystemClock(), wallet_id, mine, work)

    with pytest.raises(InsufficientFunds):
        pay(1, -1)
    assert store.shelf.documents == {}
    pay(2, 1)  # the twin
    assert next(store.shelf.of(Wallet)).available == 1
