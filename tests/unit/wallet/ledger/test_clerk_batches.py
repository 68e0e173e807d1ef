"""Works that fail in a batch of the clerk's touch no other: each subset of a batch, each way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from google.api_core.exceptions import InvalidArgument

from core.access import Role
from core.clock import SystemClock
from core.errors import Busy, ScannerError
from tests.unit.wallet.ledger.shelf import NOW, Contending, Shelf, ShelfStore, order
from wallet.ledger import chain, clerk, operations
from wallet.ledger.errors import InsufficientFunds, LedgerBrokenError
from wallet.ledger.journal import Journal
from wallet.ledger.models import Hold, Transaction, Wallet

WALLET = "w" * 20
#: What each work of a batch adds, in paise: sums tell which were booked.
ADDS = (1, 10, 100, 1_000)

#: A document that no database takes.
POISON = "poison"


class Refusing(Contending):
    """A unit whose commit is refused for what one of its works wrote."""

    def flush(self) -> None:
        """Commit, unless something of it is refused."""
        if any(path.endswith(POISON) for path in self._writes):
            raise InvalidArgument("a document is too large")
        super().flush()


class RefusingStore(ShelfStore):
    """A store of such units."""

    def compete(self, work: Callable[[Any], Any]) -> Any:
        """Run the work on a unit and commit it."""
        unit = Refusing(self.shelf)
        result = work(unit)
        unit.flush()
        self.commits += 1
        return result


def _good(journal: Journal, number: int) -> Transaction:
    wallet = journal.wallet(WALLET, Role.CLINIC)
    return operations.top_up(journal, order(number), wallet, ADDS[number], f"payments/p{number}")


def _refused(journal: Journal, number: int) -> Transaction:
    """A typed refusal, before anything was posted."""
    wallet = journal.wallet(WALLET, Role.CLINIC)
    return operations.adjust(journal, order(number), wallet, -(10**9), "too much")


def _broken(journal: Journal, number: int) -> Transaction:
    """A fault of ours, as a refund of nothing was."""
    wallet = journal.wallet(WALLET, Role.CLINIC)
    return operations.top_up(journal, order(number), wallet, 0, "payments/p")


def _broken_after(journal: Journal, number: int) -> Transaction:
    """A fault after it posted, held and read another wallet."""
    _good(journal, number)
    wallet = journal.wallet(WALLET, Role.CLINIC)
    made = Hold(reference="visits/v", amount=1, made_at=NOW, expires_at=NOW + timedelta(days=1))
    operations.hold(journal, order(f"{number} hold"), wallet, made)
    other = journal.wallet("o" * 20, Role.LAB)
    operations.top_up(journal, order(f"{number} other"), other, 5, "payments/p")
    raise RuntimeError("a fault")


def _poisonous(journal: Journal, number: int) -> Transaction:
    """What posts well and cannot be committed."""
    booked = _good(journal, number)
    journal.add(Wallet(kind=Role.CLINIC), POISON)
    return booked


WAYS: dict[Callable[[Journal, int], Transaction], type[Exception]] = {
    _refused: InsufficientFunds,
    _broken: LedgerBrokenError,
    _broken_after: RuntimeError,
    _poisonous: InvalidArgument,
}


def booked(works: list[Callable[[Journal, int], Transaction]]) -> tuple[Shelf, list[object]]:
    """Book works in one batch; what is stored, and each one's answer or error."""
    store, books = RefusingStore(Shelf()), clerk.Clerk()

    def waiting(number: int, work: Callable[[Journal, int], Transaction]) -> clerk.Waiting:
        return clerk.Waiting(order(number), lambda journal: work(journal, number))

    batch = [waiting(number, work) for number, work in enumerate(works)]
    books.queue(WALLET).extend(batch[:-1])
    last = batch[-1]
    try:
        answer: object = books.book(store, SystemClock(), WALLET, last.order, last.work)  # type: ignore[arg-type]
    except Exception as err:  # noqa: BLE001 (looked at below)
        answer = err
    ends = [each.answer.exception() or each.answer.result() for each in batch[:-1]]
    return store.shelf, [*ends, answer]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("fails", list(product([False, True], repeat=len(ADDS))))
def test_whichever_works_fail_the_others_are_booked(
    fails: tuple[bool, ...], way: Callable[[Journal, int], Transaction]
) -> None:
    shelf, ends = booked([way if failing else _good for failing in fails])
    for number, (failing, end) in enumerate(zip(fails, ends, strict=True)):
        if failing:
            assert isinstance(end, WAYS[way])
        else:
            assert isinstance(end, Transaction)
            assert end.id == order(number).transaction_id
    adds = [paise for paise, failing in zip(ADDS, fails, strict=True) if not failing]
    assert {each.id for each in shelf.of(Transaction)} == {
        end.id for end in ends if isinstance(end, Transaction)
    }
    wallets = {wallet.id: wallet for wallet in shelf.of(Wallet)}
    assert set(wallets) == ({WALLET} if adds else set())
    if adds:
        assert (wallets[WALLET].available, wallets[WALLET].held) == (sum(adds), 0)
        assert list(chain.faults(wallets[WALLET], shelf.entries(WALLET))) == []
    assert shelf.holds(WALLET) == {}


def test_all_ways_to_fail_in_one_batch() -> None:
    """And the one that is well between them is booked."""
    ways = list(WAYS)
    shelf, ends = booked([ways[2], _good, ways[0], ways[3]])
    assert [type(end) for end in ends] == [
        RuntimeError,
        Transaction,
        InsufficientFunds,
        InvalidArgument,
    ]
    assert next(shelf.of(Wallet)).available == ADDS[1]


def test_who_was_too_slow_is_told_so_and_nobody_waits_again() -> None:
    """Contention is everybody's: halves of the batch would have to wait as long."""

    class Slow(ShelfStore):
        """A store in which others are faster."""

        def compete(self, work: Callable[[Any], Any]) -> Any:
            """Give up."""
            self.commits += 1
            raise Busy

    store, books = Slow(Shelf()), clerk.Clerk()
    other = clerk.Waiting(order(1), lambda journal: _good(journal, 1))
    books.queue(WALLET).append(other)
    with pytest.raises(ScannerError):
        books.book(store, SystemClock(), WALLET, order(0), lambda journal: _good(journal, 0))  # type: ignore[arg-type]
    assert isinstance(other.answer.exception(), Busy)
    assert store.commits == 1
