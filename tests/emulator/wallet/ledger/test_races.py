"""Many who book on one wallet at once: nothing is lost, doubled or overdrawn, and nobody hangs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from core import firebase
from core.access import Role
from core.errors import ScannerError
from core.store import Store
from tests.support import ids
from tests.support.concurrency import at_once
from tests.support.crashes import CrashError, DyingStore
from tests.support.lost_answers import LosingClient
from tests.support.moments import NOW, Clock, key, refused
from wallet.ledger import chart, operations, verification
from wallet.ledger.clerk import Clerk
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Hold, HoldState, Posting, Transaction, Wallet, WalletEntry


def fresh_store() -> Store:
    """A store of its own, as every instance and request has."""
    return Store(firebase.firestore_client())


@dataclass
class LedgerInstance:
    """One instance of the functions at one wallet: a clerk, and the store that it books in."""

    wallet_id: str = field(default_factory=ids.document_id)
    clerk: Clerk = field(default_factory=Clerk)
    store: Store = field(default_factory=fresh_store)

    def book(
        self, order: PostingRequest, post: Callable[[Journal, Wallet], Transaction]
    ) -> Transaction:
        """Book what `post` posts on the wallet."""

        def work(journal: Journal) -> Transaction:
            return post(journal, journal.wallet(self.wallet_id, Role.CLINIC))

        return self.clerk.book(self.store, Clock(), self.wallet_id, order, work)

    def adjust(self, paise: int, order: PostingRequest | None = None) -> Transaction:
        """Credit or debit the wallet."""
        order = order or ordered()
        return self.book(order, lambda j, w: operations.adjust(j, order, w, paise, "For the test."))

    def hold(self, paise: int) -> str:
        """Set money aside; the hold's id."""
        order, made = (
            ordered(),
            Hold(
                reference="visits/x", amount=paise, made_at=NOW, expires_at=NOW + timedelta(days=1)
            ),
        )
        return self.book(order, lambda j, w: operations.hold(j, order, w, made)).id

    def capture(self, hold_id: str, paise: int) -> Transaction:
        """Take what was set aside, as revenue."""
        order, shares = ordered(), [Posting(account=chart.REVENUE, paise=paise)]
        return self.book(order, lambda j, w: operations.capture(j, order, w, hold_id, shares))

    def release(self, hold_id: str) -> Transaction:
        """Give back what was set aside."""
        order = ordered()
        return self.book(order, lambda j, w: operations.release(j, order, w, hold_id))

    def wallet(self) -> Wallet:
        """The wallet as it stands, which adds up to the last entry."""
        found = fresh_store().get(Wallet, self.wallet_id)
        assert found is not None
        assert list(verification.faults(fresh_store(), found)) == []
        return found

    def entries(self) -> list[WalletEntry]:
        """The first thousand entries, in their order."""
        under = Wallet.path_for(self.wallet_id)
        found: list[WalletEntry] = fresh_store().find(
            verification.BY_NUMBER, limit=1000, under=under
        )
        return found


def ordered(name: str = "", body: str = "same") -> PostingRequest:
    """An order under a key of this name, or under a fresh one."""
    return PostingRequest("admin", name or key(), body)


def outcome(call: Callable[[], Transaction]) -> str:
    """The id of what was booked, or the reason why nothing was."""
    try:
        return call().id
    except ScannerError as err:
        return err.reason


def test_a_thousand_replays_of_a_key_are_one_posting() -> None:
    instance, order = LedgerInstance(), ordered()
    answers = at_once([lambda: instance.adjust(700, order)] * 1000)
    assert all(answer == answers[0] for answer in answers)
    wallet = instance.wallet()
    assert (wallet.available, wallet.sequence) == (700, 1)
    refused(lambda: instance.adjust(700, ordered(order.key, "another")), "idempotency-key-reused")
    assert instance.wallet() == wallet


@pytest.mark.parametrize("instances", [1, 2])
def test_writers_spend_a_wallet_to_the_last_paisa_and_no_further(instances: int) -> None:
    first = LedgerInstance()
    tills = [first, *(LedgerInstance(first.wallet_id) for _ in range(instances - 1))]
    first.adjust(40_000)

    def spend(instance: LedgerInstance) -> list[str]:
        return [outcome(lambda: instance.adjust(-100)) for _ in range(20)]

    lists = at_once([lambda instance=tills[n % instances]: spend(instance) for n in range(32)])  # type: ignore[misc]
    answers = Counter(answer for each in lists for answer in each)
    assert answers.pop("insufficient-funds") == 240
    assert set(answers.values()) == {1}

    wallet, entries = first.wallet(), first.entries()
    assert (wallet.available, wallet.held, wallet.sequence) == (0, 0, 401)
    assert [entry.number for entry in entries] == list(range(1, 402))
    assert {entry.transaction_id for entry in entries[1:]} == set(answers)
    assert min(entry.available for entry in entries) == 0


def test_two_instances_replay_one_key_as_one_posting() -> None:
    first, order = LedgerInstance(), ordered()
    tills = [first, LedgerInstance(first.wallet_id)]
    answers = at_once(
        [lambda instance=instance: instance.adjust(5, order) for instance in tills * 20]
    )  # type: ignore[misc]
    assert len({answer.id for answer in answers}) == 1
    assert (first.wallet().available, first.wallet().sequence) == (5, 1)


def test_a_hold_captured_and_released_at_once_ends_one_way() -> None:
    for _ in range(10):
        one = LedgerInstance()
        other = LedgerInstance(one.wallet_id)
        one.adjust(1000)
        hold_id = one.hold(600)
        captured, released = at_once(
            [
                lambda: outcome(lambda: one.capture(hold_id, 600)),  # noqa: B023
                lambda: outcome(lambda: other.release(hold_id)),  # noqa: B023
            ]
        )
        assert [captured, released].count("hold-closed") == 1
        hold = one.store.get(Hold, one.wallet_id, hold_id)
        assert hold is not None
        won = released == "hold-closed"
        assert hold.state is (HoldState.CAPTURED if won else HoldState.RELEASED)
        assert (hold.captured, hold.released) == ((600, 0) if won else (0, 600))
        wallet = one.wallet()
        assert (wallet.available, wallet.held) == (400 if won else 1000, 0)
        assert wallet.sequence == 3


@pytest.mark.parametrize("committed", [False, True])
def test_a_clerk_that_dies_and_is_asked_again_books_once(committed: bool) -> None:
    instance, order = LedgerInstance(), ordered()
    instance.adjust(100)
    dying = LedgerInstance(instance.wallet_id, instance.clerk, DyingStore(0, committed=committed))
    with pytest.raises(CrashError):
        dying.adjust(-60, order)
    assert instance.wallet().available == (40 if committed else 100)
    instance.adjust(-60, order)
    assert (instance.wallet().available, instance.wallet().sequence) == (40, 2)


def test_a_commit_whose_answer_is_lost_is_not_booked_again() -> None:
    client: Any = LosingClient(firebase.firestore_client())
    instance = LedgerInstance(store=Store(client))
    booked = instance.adjust(100)
    assert client.lost == 2
    assert [entry.transaction_id for entry in instance.entries()] == [booked.id]
    assert instance.wallet().available == 100
