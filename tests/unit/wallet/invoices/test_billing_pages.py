"""A month's billing, page by page: each wallet with anything new once, whatever dies on the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.access import Caller, Role
from core.context import Context
from core.queues import CloudTasks
from core.store import Store
from core.unknown import stored
from tests.support.cloud_tasks import Settings, TaskFaults, VirtualQueue
from tests.support.memory_firestore import MemoryFirestore
from tests.support.moments import Clock
from wallet.invoices import monthly_billing
from wallet.invoices.monthly_billing import PAGE
from wallet.invoices.requests import StartBilling
from wallet.invoices.tasks import bill
from wallet.ledger.models import Wallet

#: The first of June, two o'clock in India.
FIRST = datetime(2026, 5, 31, 20, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
MAY = StartBilling(month="2026-05")


class DeathError(Exception):
    """The instance is gone."""


@dataclass
class BillingWorld:
    """Wallets in memory, the queue, and what the queue was handed for wallets."""

    faults: TaskFaults = field(default_factory=TaskFaults)
    #: The instance dies with the task of this number that it hands in.
    dies_at: int = 0
    client: MemoryFirestore = field(default_factory=MemoryFirestore)
    clock: Clock = field(default_factory=lambda: Clock(FIRST))
    billed: Counter[str] = field(default_factory=Counter)
    reads: int = 0
    pages: int = 0

    def __post_init__(self) -> None:
        self.queue = VirtualQueue(self.clock, Settings.of(bill), self.faults)
        self.tasks = 0

    def open(self, number: int, *, new: int = 1, kind: Role = Role.CLINIC) -> list[str]:
        """Put down wallets with so many entries that are not invoiced; their ids."""
        ids = [f"{kind.value}{place:015d}" for place in range(number)]
        for each in ids:
            wallet = Wallet(kind=kind, sequence=new + 3, invoiced=3)
            batch = self.client.batch()
            batch.create(
                self.client.document(f"wallets/{each}"), {**stored(wallet), "kind": kind.value}
            )
            batch.commit()
        return ids

    @property
    def store(self) -> Store:
        """A store of an instance's own."""
        return Store(self.client, CloudTasks(lambda _: self))

    def enqueue(self, data: object, options: Any) -> str:
        """Hand a task in, or die of it once."""
        self.tasks += 1
        if self.tasks == self.dies_at:
            raise DeathError
        return self.queue.enqueue(data, options)

    def run(self) -> None:
        """Dispatch until nothing is left; a wallet's task is noted and not done."""
        while (at := self.queue.next_at()) is not None:
            self.clock.at = max(self.clock.at, at)
            self.queue.dispatch(self.take)

    def take(self, data: dict[str, str]) -> None:
        """Do a page's task; note a wallet's."""
        if "wallet_id" in data:
            self.billed[data["wallet_id"]] += 1
            return
        store = self.store
        self.pages += 1
        try:
            monthly_billing.take(store, self.clock, data)
        finally:
            self.reads += store.tally.reads


@pytest.mark.parametrize("number", [0, 1, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE + 7])
def test_each_wallet_with_anything_new_is_billed_once(number: int) -> None:
    world = BillingWorld()
    ids = world.open(number)
    world.open(5, new=0, kind=Role.LAB)
    assert monthly_billing.start_due(world.store, world.clock) == ("2026-05", True)
    assert (world.queue.waiting, world.reads) == (1, 0)
    world.run()
    assert world.billed == Counter(ids)
    pages = (number + 5) // PAGE + 1
    # An empty page is one read.
    assert world.pages == pages
    assert world.reads == number + 5 + ((number + 5) % PAGE == 0)
    assert world.tasks == pages + number


@pytest.mark.parametrize("kind", [Role.CLINIC, Role.LAB])
def test_clinics_and_labs_are_billed_alike(kind: Role) -> None:
    world = BillingWorld()
    ids = world.open(PAGE + 1, kind=kind)
    monthly_billing.start_due(world.store, world.clock)
    world.run()
    assert world.billed == Counter(ids)


@pytest.mark.parametrize("dies_at", [2, 3, 2 + PAGE, 3 + PAGE, 4 + 2 * PAGE])
def test_a_page_that_died_goes_on_and_nothing_starts_over(dies_at: int) -> None:
    """The page is read once more; no wallet is handed in twice."""
    world = BillingWorld(dies_at=dies_at)
    ids = world.open(3 * PAGE)
    monthly_billing.start_due(world.store, world.clock)
    world.run()
    assert world.billed == Counter(ids)
    # Three full pages and an empty one; one full page, or the empty one, twice.
    assert world.pages == 5
    assert world.reads <= 4 * PAGE + 1


def test_tasks_may_come_twice_and_late() -> None:
    world = BillingWorld(TaskFaults(doubled=0.5, late=timedelta(minutes=30)))
    ids = world.open(2 * PAGE + 1)
    monthly_billing.start_due(world.store, world.clock)
    world.run()
    assert set(world.billed) == set(ids)


def test_a_month_is_begun_once_within_the_hour_by_whomever() -> None:
    world = BillingWorld()
    ids = world.open(PAGE + 1)
    admin = Context(
        world.store, Caller("a" * 20, "", email_verified=False, role=Role.ADMIN), world.clock
    )
    assert monthly_billing.start_due(world.store, world.clock)[1]
    assert not monthly_billing.start(admin, MAY).started
    world.run()
    assert not monthly_billing.start_due(world.store, world.clock)[1]
    assert world.billed == Counter(ids)
    world.clock.at += HOUR + timedelta(minutes=10)
    assert monthly_billing.start(admin, MAY).started
    world.run()
    assert set(world.billed.values()) == {2}, "none was invoiced meanwhile, so each is asked again"


@pytest.mark.parametrize("part", ["all", "middle"])
@pytest.mark.parametrize("behind", [timedelta(minutes=59), timedelta(minutes=61)])
def test_a_run_that_begins_while_names_of_the_one_before_are_taken_ends(
    behind: timedelta, part: str
) -> None:
    """The first page is free an hour after it was done; those behind it, long after that."""
    world = BillingWorld()
    world.clock.at += timedelta(days=15 if part == "middle" else 0)
    ids = world.open(2 * PAGE + 1)
    monthly_billing.start_due(world.store, world.clock)
    world.queue.dispatch(world.take)
    first_done = world.clock.at
    world.clock.at += timedelta(minutes=30)
    world.run()
    assert (world.pages, world.billed) == (3, Counter(ids))
    world.clock.at = first_done + behind
    begun = behind >= HOUR
    assert monthly_billing.start_due(world.store, world.clock)[1] == begun
    world.run()
    assert world.pages == 3 * (1 + begun)
    assert world.billed == Counter(ids * (1 + begun)), "what failed before is tried again"


def test_a_page_of_a_release_that_named_no_run_goes_on() -> None:
    world = BillingWorld()
    ids = world.open(PAGE + 1)
    world.take({"month": "2026-05", "part": "all", "after": ""})
    world.run()
    assert world.billed == Counter(ids)


def test_an_admin_is_answered_at_once() -> None:
    """A write and a task, however many wallets there are."""
    world = BillingWorld()
    world.open(2 * PAGE)
    store = world.store
    admin = Context(store, Caller("a" * 20, "", email_verified=False, role=Role.ADMIN), world.clock)
    assert monthly_billing.start(admin, MAY).started
    assert (store.tally.reads, store.tally.writes, world.tasks) == (0, 1, 1)
    (entry,) = world.client.collection("audit").stream()
    said = entry.to_dict()
    assert said is not None
    assert (said["action"], said["refs"]) == ("wallet.start_billing", {"month": "2026-05"})


@pytest.mark.parametrize(
    ("day", "month", "part"),
    [(1, "2026-05", "all"), (15, "2026-05", "all"), (16, "2026-06", "middle")],
)
def test_the_middle_of_a_month_is_asked_for_from_its_sixteenth_on(
    day: int, month: str, part: str
) -> None:
    world = BillingWorld()
    (wallet,) = world.open(1)
    world.clock.at = datetime(2026, 6, day, 2, tzinfo=UTC)
    assert monthly_billing.start_due(world.store, world.clock) == (month, True)
    world.run()
    assert world.billed == Counter([wallet])
    assert f'"part": "{part}"'.encode() in world.queue.seen[0]
    assert (b'"part": "middle"' in world.queue.seen[1]) == (part == "middle")


@pytest.mark.parametrize(
    "wrong", [{"month": "May"}, {"after": "x"}, {"part": "vouchers"}, {"more": "1"}, {"run": "1"}]
)
def test_a_page_that_is_none_is_not_tried_again(wrong: dict[str, str]) -> None:
    world = BillingWorld()
    world.open(1)
    right = {"month": "2026-05", "part": "all", "after": ""}
    monthly_billing.take(world.store, world.clock, right | wrong)
    assert world.tasks == 0
    monthly_billing.take(world.store, world.clock, right)
    assert world.tasks == 1
