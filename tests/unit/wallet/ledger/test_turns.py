"""Instances that contend for one wallet take turns; nothing is lost, doubled or overdrawn."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.access import Role
from core.clock import SystemClock
from core.contention import OptimisticUnit, Version
from core.errors import ScannerError
from core.store import Store
from tests.support.concurrency import at_once
from tests.support.memory_firestore import MemoryFirestore
from tests.unit.wallet.ledger.shelf import order
from wallet.ledger import operations, verification
from wallet.ledger.clerk import Clerk
from wallet.ledger.journal import Journal
from wallet.ledger.models import Transaction, Turn, Wallet
from wallet.ledger.turns import PAUSE, SILENCE, TURN, TurnTaking

AT = "w" * 20
NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


class ContendingInstance:
    """One instance of the functions: a clerk, and a store for each request."""

    def __init__(self, database: MemoryFirestore) -> None:
        self.database, self.clerk = database, Clerk()

    def adjust(self, key: object, paise: int) -> str:
        """Book an amount under a key; the id of what was booked, or the reason why nothing was."""
        mine = order(key)

        def work(journal: Journal) -> Transaction:
            wallet = journal.wallet(AT, Role.CLINIC)
            return operations.adjust(journal, mine, wallet, paise, "For the test.")

        store: Any = Store(self.database)  # type: ignore[arg-type]
        try:
            return self.clerk.book(store, SystemClock(), AT, mine, work).id
        except ScannerError as err:
            return err.reason


def live(commit_takes: float = 0) -> MemoryFirestore:
    """A database whose clock goes; a commit takes it so many seconds."""
    return MemoryFirestore(
        before_commit=lambda: time.sleep(commit_takes), clock=lambda: datetime.now(UTC)
    )


def wallet_of(database: MemoryFirestore) -> Wallet:
    """The wallet as it stands, which adds up to its entries and their transactions."""
    store = Store(database)  # type: ignore[arg-type]
    found = store.get(Wallet, AT)
    assert found is not None
    assert list(verification.faults(store, found)) == []
    return found


def test_instances_spend_a_wallet_to_the_last_paisa_each_key_is_answered_once() -> None:
    """A third of the keys come twice, from two instances; the wallet covers half of them all."""
    database, drawn = live(0.001), random.Random(18)
    instances = [ContendingInstance(database) for _ in range(4)]
    instances[0].adjust("paid", 120)
    keys = [f"k{n}" for n in range(240)]
    asked = keys + drawn.sample(keys, 80)
    drawn.shuffle(asked)
    lists = [asked[n::16] for n in range(16)]

    def spend(number: int) -> list[tuple[str, str]]:
        return [(key, instances[number % 4].adjust(key, -1)) for key in lists[number]]

    lists_of_answers = at_once([lambda n=n: spend(n) for n in range(16)])  # type: ignore[misc]
    answers = [each for answered in lists_of_answers for each in answered]
    booked = {key for key, answer in answers if answer != "insufficient-funds"}
    assert len(answers) == 320
    assert {answer for key, answer in answers if key in booked} == {
        order(key).transaction_id for key in booked
    }
    assert len(booked) == 120
    wallet = wallet_of(database)
    assert (wallet.available, wallet.sequence) == (0, 121)


def test_an_instance_alone_takes_no_turn_and_reads_no_more() -> None:
    database = MemoryFirestore()
    instance = ContendingInstance(database)
    instance.adjust("a", 5)
    store = Store(database)  # type: ignore[arg-type]
    mine = order("b")

    def work(journal: Journal) -> Transaction:
        return operations.adjust(journal, mine, journal.wallet(AT, Role.CLINIC), 5, "why")

    instance.clerk.book(store, SystemClock(), AT, mine, work)
    assert (store.tally.reads, store.tally.writes, store.tally.aborted) == (2, 3, 0)
    assert wallet_of(database).turn is None


def _overtaken(database: MemoryFirestore, once: Callable[[], object]) -> None:
    """Have somebody else write just before the next commit."""

    def before() -> None:
        database.before_commit = lambda: None
        once()

    database.before_commit = before


def _book_two(instance: ContendingInstance, first: str, paise: int) -> list[str]:
    """Book two works in one commit, as two requests at the same moment do."""
    from wallet.ledger.clerk import Waiting

    other = order(f"{first}-2")

    def work(journal: Journal) -> Transaction:
        return operations.adjust(journal, other, journal.wallet(AT, Role.CLINIC), paise, "why")

    waiting = Waiting(other, work)
    instance.clerk.queue(AT).append(waiting)
    answer = instance.adjust(first, paise)
    error = waiting.answer.exception()
    return [answer, error.reason if isinstance(error, ScannerError) else waiting.answer.result().id]


def in_its_turn(database: MemoryFirestore) -> ContendingInstance:
    """An instance that has lost a commit, and has the turn since."""
    one, other = ContendingInstance(database), ContendingInstance(database)
    one.adjust("paid", 100)
    _overtaken(database, lambda: other.adjust("between", 10))
    _book_two(one, "mine", -1)
    assert wallet_of(database).turn is not None
    return one


def test_who_lost_a_commit_takes_the_turn_and_reads_the_wallet_no_more() -> None:
    database = MemoryFirestore()
    instance = in_its_turn(database)
    store, mine = Store(database), order("next")  # type: ignore[arg-type]

    def work(journal: Journal) -> Transaction:
        return operations.adjust(journal, mine, journal.wallet(AT, Role.CLINIC), -1, "why")

    instance.clerk.book(store, SystemClock(), AT, mine, work)
    assert (store.tally.reads, store.tally.writes) == (0, 3)
    assert wallet_of(database).available == 107


def test_what_was_presumed_and_is_not_so_is_read() -> None:
    """Somebody else spends all of it meanwhile: the debit is refused, and nothing overdrawn."""
    database = live()
    instance = in_its_turn(database)
    _overtaken(database, lambda: ContendingInstance(database).adjust("all", -108))
    assert instance.adjust("one more", -1) == "insufficient-funds"
    assert wallet_of(database).available == 0


def test_a_refusal_is_never_by_what_was_presumed() -> None:
    """The wallet was topped up meanwhile, which nobody told the instance that has the turn."""
    database = live()
    instance = in_its_turn(database)
    assert ContendingInstance(database).adjust("more", 500) == order("more").transaction_id
    assert instance.adjust("much", -600) == order("much").transaction_id
    assert instance.adjust("too much", -600) == "insufficient-funds"
    assert wallet_of(database).available == 8


def test_a_key_that_another_instance_answered_is_answered_alike_in_a_turn() -> None:
    database = live()
    instance = in_its_turn(database)
    ContendingInstance(database).adjust("key", -7)
    before = wallet_of(database)
    assert instance.adjust("key", -7) == order("key").transaction_id
    assert wallet_of(database).available == before.available


def test_an_instance_that_dies_in_its_turn_blocks_nobody_for_long() -> None:
    database = live()
    instance = in_its_turn(database)
    dead = threading.Event()

    def die() -> None:
        dead.set()
        raise KeyboardInterrupt

    database.before_commit = die
    with pytest.raises(KeyboardInterrupt):
        instance.adjust("lost", -1)
    assert dead.is_set()
    database.before_commit = lambda: None
    began = time.monotonic()
    assert ContendingInstance(database).adjust("after", -1) == order("after").transaction_id
    assert time.monotonic() - began < (TURN + SILENCE).total_seconds() + 1


def found(**times: Any) -> Version[Wallet]:
    """A wallet that another holds: written so many milliseconds ago, held for so many."""
    ago = {name: NOW - timedelta(milliseconds=each) for name, each in times.items()}
    turn = Turn(holder=times.get("holder", "other"), since=ago["since"])
    wallet = Wallet(kind=Role.CLINIC, turn=turn).placed(AT)
    return Version(wallet, ago["written"], NOW)


@pytest.mark.parametrize(
    ("written", "since", "is_waited_for"),
    [(50, 100, True), (249, 300, True), (250, 300, False), (1, 499, True), (1, 500, False)],
)
def test_a_turn_is_over_when_its_holder_is_silent_or_it_has_lasted(
    written: int, since: int, is_waited_for: bool
) -> None:
    assert (TurnTaking().behind(found(written=written, since=since), 0) > 0) is is_waited_for


def test_who_has_waited_long_looks_more_often() -> None:
    looks = [
        max(TurnTaking().behind(found(written=1, since=1), waited) for _ in range(50))
        for waited in (0, 0.75, 1.5, 9)
    ]
    assert looks[0] > looks[1] > looks[2]
    assert looks[3] < 0.02


def test_a_turn_ends_and_its_holder_stays_away_for_a_moment() -> None:
    turns = TurnTaking()
    mine = turns.taken(Version(None, None, NOW), contended=True, goes_on=False)
    assert mine is not None
    wallet = Wallet(kind=Role.CLINIC, turn=mine).placed(AT)
    version = Version(wallet, NOW)
    assert turns.taken(version, contended=False, goes_on=True) == mine
    assert turns.pause == 0
    time.sleep(TURN.total_seconds())
    assert turns.taken(version, contended=False, goes_on=True) is None
    assert turns.pause == PAUSE


def test_a_document_is_presumed_and_guarded() -> None:
    """A unit that presumes writes where it is right, and fails where it is not."""
    from core.contention import LOST

    database = MemoryFirestore()
    ContendingInstance(database).adjust("a", 5)
    read = OptimisticUnit(Store(database)).version(Wallet, AT)  # type: ignore[arg-type]
    for credit in (1, 2):
        unit = OptimisticUnit(Store(database))  # type: ignore[arg-type]
        unit.presume(Wallet, AT, version=read)
        unit.change(unit.get(Wallet, AT), credit_limit=credit)  # type: ignore[type-var]
        if credit == 1:
            unit.commit()
            continue
        with pytest.raises(LOST):
            unit.commit()
    after = wallet_of(database)
    assert Counter(credit=after.credit_limit) == Counter(credit=1)
