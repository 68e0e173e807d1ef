"""Retention of money and of the audit: what is left still adds up, and is verified."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import Clinic
from core import audit, firebase, periods
from core.access import Role
from core.blobs import Blobs
from core.clock import day_of
from core.privacy import Retention
from core.store import Store
from privacy.audit import sealing
from privacy.audit import verification as audit_verification
from privacy.models import Seal
from tests.emulator.scans.intake.landing_steps import CrashError, Instance, StepStore
from tests.support import account_records, ids, money
from tests.support.account_records import Tenants
from tests.support.backups import Backup
from tests.support.fixed_holds import FixedHolds
from tests.support.moments import Clock, refused
from tests.support.projects import own_project
from tests.support.retention_fixture import RetentionFixture
from wallet.invoices import ranges, statements
from wallet.ledger import operations, verification
from wallet.ledger.clerk import Clerk
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Entry, Transaction, Wallet
from wallet.ledger.verification import BY_NUMBER

TICK, DAY = datetime.resolution, timedelta(days=1)
#: In the financial year that ends with March 2027, and in the one after it.
FIRST, SECOND = datetime(2026, 5, 4, 9, tzinfo=UTC), datetime(2027, 5, 4, 9, tzinfo=UTC)
DUE = periods.due(Retention.FINANCIAL, FIRST)


@pytest.fixture
def clock() -> Clock:
    """A clock at the first booking."""
    return Clock(FIRST)


@pytest.fixture
def keeper(clock: Clock) -> Iterator[RetentionFixture]:
    """Retention in a project of the test's own."""
    with own_project("books"):
        yield RetentionFixture(clock, Blobs(firebase.bucket()), Store(firebase.firestore_client()))


def book(keeper: RetentionFixture, wallet_id: str, times: int, paise: int = 100) -> None:
    """Have an admin put something into a wallet, so many times."""
    for _ in range(times):
        order = PostingRequest("admin", ids.document_id(), "x")

        def work(journal: Journal, order: PostingRequest = order) -> Transaction:
            wallet = journal.wallet(wallet_id, Role.CLINIC)
            return operations.adjust(journal, order, wallet, paise, "for the test")

        Clerk().book(keeper.store, keeper.clock, wallet_id, order, work)


def wallet_of(keeper: RetentionFixture, wallet_id: str) -> Wallet:
    found = keeper.store.get(Wallet, wallet_id)
    assert found is not None
    return found


def entries(keeper: RetentionFixture, wallet_id: str) -> list[int]:
    """The numbers of the entries that are there."""
    under = Wallet.path_for(wallet_id)
    found: list[Entry] = keeper.store.find(BY_NUMBER, limit=1000, under=under)
    return [entry.number for entry in found]


def sums(keeper: RetentionFixture) -> int:
    return len(keeper.store.client.collection("transactions").get())


def verified(keeper: RetentionFixture, wallet_id: str) -> bool:
    return list(verification.faults(keeper.store, wallet_of(keeper, wallet_id))) == []


def test_the_oldest_year_goes_and_the_wallet_says_what_stood_before(
    keeper: RetentionFixture, clock: Clock
) -> None:
    mine, other = ids.document_id(), ids.document_id()
    book(keeper, mine, 3)
    book(keeper, other, 1)
    clock.at = SECOND
    book(keeper, mine, 2)
    assert wallet_of(keeper, mine).oldest_at == FIRST

    clock.at = DUE - TICK
    keeper.day()
    assert (entries(keeper, mine), sums(keeper)) == ([1, 2, 3, 4, 5], 6)

    clock.at = DUE
    reads, writes = keeper.store.tally.reads, keeper.store.tally.writes
    keeper.turn("entries")
    cost = keeper.store.tally.reads - reads, keeper.store.tally.writes - writes
    # The page of two wallets; each of them and its entries, and the record of what went.
    assert cost == (2 + (1 + 5) + (1 + 1), (3 + 1 + 1) + (1 + 1 + 1))
    assert (entries(keeper, mine), entries(keeper, other)) == ([4, 5], [])
    assert sums(keeper) == 6
    assert verified(keeper, mine)
    found = wallet_of(keeper, mine)
    assert found.brought_forward is not None
    assert (found.brought_forward.number, found.brought_forward.available) == (3, 300)
    assert (found.available, found.oldest_at) == (500, SECOND)
    keeper.turn("transactions")
    assert sums(keeper) == 2
    assert verified(keeper, mine)
    book(keeper, mine, 1)
    assert (entries(keeper, mine), verified(keeper, mine)) == ([4, 5, 6], True)


def test_a_wallet_that_lost_its_beginning_otherwise_is_found_out(
    keeper: RetentionFixture, clock: Clock
) -> None:
    mine = ids.document_id()
    book(keeper, mine, 2)
    clock.at = SECOND
    book(keeper, mine, 2)
    clock.at = DUE
    keeper.turn("entries")
    assert verified(keeper, mine)
    path = f"{Wallet.path_for(mine)}/entries/{3:012d}"
    keeper.store.client.document(path).delete()
    assert not verified(keeper, mine)


def test_a_wallet_whose_organisation_is_gone_goes_with_its_last_entry(
    keeper: RetentionFixture, clock: Clock
) -> None:
    empty, owed, lives = (ids.document_id() for _ in range(3))
    for wallet_id, second in ((empty, -100), (owed, -50), (lives, -100)):
        book(keeper, wallet_id, 1)
        book(keeper, wallet_id, 1, second)
    clinic = account_records.organisation(Clinic, lives, ids.uid())
    Tenants().seed(clinic)
    clock.at = DUE
    keeper.turn("entries")
    assert keeper.store.get(Wallet, empty) is None
    assert wallet_of(keeper, owed).available == 50
    assert wallet_of(keeper, lives).oldest_at is None


def test_a_crash_at_any_step_leaves_wallets_that_add_up(
    keeper: RetentionFixture, clock: Clock
) -> None:
    mine = ids.document_id()
    book(keeper, mine, 130)
    clock.at = SECOND
    book(keeper, mine, 2)
    clock.at = DUE
    before, smooth = Backup.taken(firebase.bucket()), Instance()

    def turns(instance: Instance | None = None) -> None:
        own = RetentionFixture(
            clock, keeper.blobs, StepStore(instance) if instance else keeper.store
        )
        for name in ("entries", "transactions"):
            own.turn(name)

    turns(smooth)
    assert len(smooth.steps) >= 4
    for at in range(len(smooth.steps)):
        for after in (False, True):
            before.restore()
            with pytest.raises(CrashError):
                turns(Instance(at=at, after=after))
            assert verified(keeper, mine)
            turns()
            assert (entries(keeper, mine), sums(keeper)) == ([131, 132], 2)
            assert verified(keeper, mine)


def test_a_held_wallet_stays_with_its_transactions(keeper: RetentionFixture, clock: Clock) -> None:
    mine, other = ids.document_id(), ids.document_id()
    book(keeper, mine, 2)
    book(keeper, other, 2)
    clock.at = DUE
    keeper.held = FixedHolds(ids=frozenset({mine}))
    keeper.day()
    assert (entries(keeper, mine), entries(keeper, other), sums(keeper)) == ([1, 2], [], 2)
    keeper.held = FixedHolds()
    clock.at += DAY
    keeper.day()
    assert (entries(keeper, mine), sums(keeper)) == ([], 0)


def test_a_transaction_waits_for_its_entries(keeper: RetentionFixture, clock: Clock) -> None:
    book(keeper, ids.document_id(), 1)
    clock.at = DUE
    keeper.turn("transactions")
    assert sums(keeper) == 1
    keeper.turn("entries")
    keeper.turn("transactions")
    assert sums(keeper) == 0


def test_an_invoice_waits_for_its_entries(keeper: RetentionFixture, clock: Clock) -> None:
    tenants = Tenants()
    invoice = money.invoice(tenants, Role.CLINIC)
    invoice = invoice.model_copy(update={"issued_at": FIRST}).placed(invoice.id)
    book(keeper, tenants.clinic, max(line.entry for line in invoice.lines))
    tenants.seed(invoice)
    clock.at = DUE
    keeper.turn("invoices")
    assert account_records.snapshot(f"invoices/{invoice.id}").exists
    keeper.turn("entries")
    keeper.turn("invoices")
    assert not account_records.snapshot(f"invoices/{invoice.id}").exists


def test_a_statement_of_what_is_gone_is_refused(keeper: RetentionFixture, clock: Clock) -> None:
    mine = ids.document_id()
    book(keeper, mine, 2)
    clock.at = SECOND
    book(keeper, mine, 2)
    clock.at = DUE
    first, today = day_of(FIRST), day_of(DUE)
    whole = statements.read(keeper.store, mine, first, today, clock.at)
    assert (whole.opening.number, whole.closing.balance) == (0, 400)
    keeper.day()
    for day in (first - 30 * DAY, first):
        refused(
            lambda day=day: statements.read(keeper.store, mine, day, today, clock.at),
            "statement-too-old",
            begins="2026-05-05",
        )
    left = statements.read(keeper.store, mine, first + DAY, today, clock.at)
    assert (left.opening.number, left.opening.balance, left.closing.balance) == (2, 200, 400)
    assert [entry.number for entry in left.entries] == [3, 4]
    # Before anything was booked, where nothing is gone.
    assert ranges.at(keeper.store, ids.document_id(), FIRST, clock.at).number == 0


# --- the audit -----------------------------------------------------------------------------------


def act(keeper: RetentionFixture, times: int, subject: str = "cases/c1") -> None:
    """Put acts of this moment on record."""
    for _ in range(times):
        keeper.store.run(lambda unit: audit.record(unit, keeper.ctx, "scans.open_case", subject))


def seal(keeper: RetentionFixture) -> Seal:
    """Seal what was done until now; the last seal."""
    keeper.clock.at += timedelta(hours=2)
    assert sealing.seal_audit(keeper.ctx) > 0
    last = sealing._last(keeper.store)
    assert last is not None
    return last


def told(keeper: RetentionFixture) -> list[str]:
    """The actions on record, but for retention's own."""
    found = keeper.store.client.collection("audit").get()
    return [a.get("subject") for a in found if a.get("action") != "privacy.retain"]


def green(keeper: RetentionFixture) -> bool:
    return list(audit_verification.faults(keeper.store, keeper.clock.at)) == []


def test_the_oldest_seals_are_retired_and_what_they_sealed_goes(
    keeper: RetentionFixture, clock: Clock
) -> None:
    act(keeper, 3)
    first = seal(keeper)
    clock.at += 5 * DAY
    act(keeper, 2, "cases/c2")
    second = seal(keeper)
    due = periods.due(Retention.AUDIT, first.until.at)

    def turn_at(moment: datetime) -> list[str]:
        clock.at = moment
        sealing.seal_audit(keeper.ctx)
        keeper.turn("audit")
        assert green(keeper)
        return sorted(told(keeper))

    assert turn_at(due - TICK) == ["cases/c1"] * 3 + ["cases/c2"] * 2
    assert turn_at(due) == ["cases/c2"] * 2
    assert turn_at(periods.due(Retention.AUDIT, second.until.at)) == []
    seals = keeper.store.client.collection("audit_seals").order_by("number").get()
    retired = [each.get("retired_at") is not None for each in seals]
    assert retired == sorted(retired, reverse=True), "a prefix"
    assert retired[:2] == [True, True]


def test_a_seal_is_retired_before_its_first_entry_goes(
    keeper: RetentionFixture, clock: Clock
) -> None:
    """At no step is the audit not what was sealed."""
    act(keeper, 150)
    first = seal(keeper)
    clock.at = periods.due(Retention.AUDIT, first.until.at)
    sealing.seal_audit(keeper.ctx)
    before, smooth = Backup.taken(firebase.bucket()), Instance()
    RetentionFixture(clock, keeper.blobs, StepStore(smooth)).turn("audit")
    assert len(smooth.steps) >= 3
    for at in range(len(smooth.steps)):
        for after in (False, True):
            before.restore()
            with pytest.raises(CrashError):
                RetentionFixture(clock, keeper.blobs, StepStore(Instance(at=at, after=after))).turn(
                    "audit"
                )
            assert green(keeper)
            keeper.turn("audit")
            assert (told(keeper), green(keeper)) == ([], True)


def test_an_entry_that_is_held_stays_and_is_still_verified(
    keeper: RetentionFixture, clock: Clock
) -> None:
    act(keeper, 1)
    act(keeper, 1, "cases/held")
    first = seal(keeper)
    clock.at = periods.due(Retention.AUDIT, first.until.at)
    sealing.seal_audit(keeper.ctx)
    keeper.held = FixedHolds(paths=frozenset({"cases/held"}))
    keeper.turn("audit")
    assert (told(keeper), green(keeper)) == (["cases/held"], True)
    client = keeper.store.client
    (found,) = [a for a in client.collection("audit").get() if a.get("subject") == "cases/held"]
    client.document(found.reference.path).update({"actor": "somebody else"})
    assert not green(keeper)
    client.document(found.reference.path).update({"actor": "system"})
    keeper.held = FixedHolds()
    keeper.turn("audit")
    assert (told(keeper), green(keeper)) == ([], True)


def test_what_is_not_sealed_stays(keeper: RetentionFixture, clock: Clock) -> None:
    """Nobody could tell afterwards that it was there."""
    act(keeper, 2)
    clock.at = periods.due(Retention.AUDIT, clock.at) + 30 * DAY
    keeper.turn("audit")
    assert told(keeper) == ["cases/c1"] * 2


def test_what_came_after_the_last_seal_that_is_over_stays(
    keeper: RetentionFixture, clock: Clock
) -> None:
    """However old it is itself: its own seal has to be over."""
    act(keeper, 1)
    first = seal(keeper)
    act(keeper, 1, "cases/later")
    clock.at = periods.due(Retention.AUDIT, first.until.at) + 30 * DAY
    keeper.turn("audit")
    assert told(keeper) == ["cases/later"]
