"""Retention of money and of the audit: what is left still adds up, and is verified."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import Clinic
from core import audit, firebase, periods
from core.access import Role
from core.blobs import project_blobs
from core.clock import day_of
from core.privacy import Retention
from core.store import Store
from privacy.audit import sealing
from privacy.audit import verification as audit_verification
from privacy.models import Seal
from tests.emulator.scans.intake.landing_steps import Instance, StepStore
from tests.support import account_records, ids, money
from tests.support.account_records import Tenants
from tests.support.backups import Backup
from tests.support.crashes import CrashError, deaths
from tests.support.fixed_holds import FixedHolds
from tests.support.moments import Clock, refused
from tests.support.projects import own_project
from tests.support.retention_fixture import RetentionFixture
from wallet.invoices import ranges, statements
from wallet.ledger import operations, verification
from wallet.ledger.clerk import Clerk
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Transaction, Wallet, WalletEntry
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
def retention(clock: Clock) -> Iterator[RetentionFixture]:
    """Retention in a project of the test's own."""
    with own_project("books"):
        yield RetentionFixture(clock, project_blobs(), Store(firebase.firestore_client()))


def book(retention: RetentionFixture, wallet_id: str, times: int, paise: int = 100) -> None:
    """Have an admin put something into a wallet, so many times."""
    for _ in range(times):
        order = PostingRequest("admin", ids.document_id(), "x")

        def work(journal: Journal, order: PostingRequest = order) -> Transaction:
            wallet = journal.wallet(wallet_id, Role.CLINIC)
            return operations.adjust(journal, order, wallet, paise, "for the test")

        Clerk().book(retention.store, retention.clock, wallet_id, order, work)


def wallet_of(retention: RetentionFixture, wallet_id: str) -> Wallet:
    found = retention.store.get(Wallet, wallet_id)
    assert found is not None
    return found


def entries(retention: RetentionFixture, wallet_id: str) -> list[int]:
    """The numbers of the entries that are there."""
    under = Wallet.path_for(wallet_id)
    found: list[WalletEntry] = retention.store.find(BY_NUMBER, limit=1000, under=under)
    return [entry.number for entry in found]


def sums(retention: RetentionFixture) -> int:
    return len(retention.store.client.collection("transactions").get())


def verified(retention: RetentionFixture, wallet_id: str) -> bool:
    return list(verification.faults(retention.store, wallet_of(retention, wallet_id))) == []


def test_the_oldest_year_goes_and_the_wallet_says_what_stood_before(
    retention: RetentionFixture, clock: Clock
) -> None:
    mine, other = ids.document_id(), ids.document_id()
    book(retention, mine, 3)
    book(retention, other, 1)
    clock.at = SECOND
    book(retention, mine, 2)
    assert wallet_of(retention, mine).oldest_at == FIRST

    clock.at = DUE - TICK
    retention.day()
    assert (entries(retention, mine), sums(retention)) == ([1, 2, 3, 4, 5], 6)

    clock.at = DUE
    reads, writes = retention.store.tally.reads, retention.store.tally.writes
    retention.turn("entries")
    cost = retention.store.tally.reads - reads, retention.store.tally.writes - writes
    # The page of two wallets; each of them and its entries, and the record of what went.
    assert cost == (2 + (1 + 5) + (1 + 1), (3 + 1 + 1) + (1 + 1 + 1))
    assert (entries(retention, mine), entries(retention, other)) == ([4, 5], [])
    assert sums(retention) == 6
    assert verified(retention, mine)
    found = wallet_of(retention, mine)
    assert found.brought_forward is not None
    assert (found.brought_forward.number, found.brought_forward.available) == (3, 300)
    assert (found.available, found.oldest_at) == (500, SECOND)
    retention.turn("transactions")
    assert sums(retention) == 2
    assert verified(retention, mine)
    book(retention, mine, 1)
    assert (entries(retention, mine), verified(retention, mine)) == ([4, 5, 6], True)


def test_a_wallet_that_lost_its_beginning_otherwise_is_found_out(
    retention: RetentionFixture, clock: Clock
) -> None:
    mine = ids.document_id()
    book(retention, mine, 2)
    clock.at = SECOND
    book(retention, mine, 2)
    clock.at = DUE
    retention.turn("entries")
    assert verified(retention, mine)
    path = f"{Wallet.path_for(mine)}/entries/{3:012d}"
    retention.store.client.document(path).delete()
    assert not verified(retention, mine)


def test_a_wallet_whose_organisation_is_gone_goes_with_its_last_entry(
    retention: RetentionFixture, clock: Clock
) -> None:
    empty, owed, lives = (ids.document_id() for _ in range(3))
    for wallet_id, second in ((empty, -100), (owed, -50), (lives, -100)):
        book(retention, wallet_id, 1)
        book(retention, wallet_id, 1, second)
    clinic = account_records.organisation(Clinic, lives, ids.uid())
    Tenants().seed(clinic)
    clock.at = DUE
    retention.turn("entries")
    assert retention.store.get(Wallet, empty) is None
    assert wallet_of(retention, owed).available == 50
    assert wallet_of(retention, lives).oldest_at is None


def test_a_crash_at_any_step_leaves_wallets_that_add_up(
    retention: RetentionFixture, clock: Clock
) -> None:
    mine = ids.document_id()
    book(retention, mine, 130)
    clock.at = SECOND
    book(retention, mine, 2)
    clock.at = DUE
    before, smooth = Backup.taken(firebase.clean_bucket()), Instance()

    def turns(instance: Instance | None = None) -> None:
        own = RetentionFixture(
            clock, retention.blobs, StepStore(instance) if instance else retention.store
        )
        for name in ("entries", "transactions"):
            own.turn(name)

    turns(smooth)
    assert len(smooth.steps) >= 4
    for at, after in deaths(smooth.steps):
        before.restore()
        with pytest.raises(CrashError):
            turns(Instance(at=at, after=after))
        assert verified(retention, mine)
        turns()
        assert (entries(retention, mine), sums(retention)) == ([131, 132], 2)
        assert verified(retention, mine)


def test_a_held_wallet_stays_with_its_transactions(
    retention: RetentionFixture, clock: Clock
) -> None:
    mine, other = ids.document_id(), ids.document_id()
    book(retention, mine, 2)
    book(retention, other, 2)
    clock.at = DUE
    retention.held = FixedHolds(ids=frozenset({mine}))
    retention.day()
    assert (entries(retention, mine), entries(retention, other), sums(retention)) == ([1, 2], [], 2)
    retention.held = FixedHolds()
    clock.at += DAY
    retention.day()
    assert (entries(retention, mine), sums(retention)) == ([], 0)


def test_a_transaction_waits_for_its_entries(retention: RetentionFixture, clock: Clock) -> None:
    book(retention, ids.document_id(), 1)
    clock.at = DUE
    retention.turn("transactions")
    assert sums(retention) == 1
    retention.turn("entries")
    retention.turn("transactions")
    assert sums(retention) == 0


def test_an_invoice_waits_for_its_entries(retention: RetentionFixture, clock: Clock) -> None:
    tenants = Tenants()
    invoice = money.invoice(tenants, Role.CLINIC)
    invoice = invoice.model_copy(update={"issued_at": FIRST}).placed(invoice.id)
    book(retention, tenants.clinic, max(line.entry for line in invoice.lines))
    tenants.seed(invoice)
    clock.at = DUE
    retention.turn("invoices")
    assert account_records.snapshot(f"invoices/{invoice.id}").exists
    retention.turn("entries")
    retention.turn("invoices")
    assert not account_records.snapshot(f"invoices/{invoice.id}").exists


def test_a_statement_of_what_is_gone_is_refused(retention: RetentionFixture, clock: Clock) -> None:
    mine = ids.document_id()
    book(retention, mine, 2)
    clock.at = SECOND
    book(retention, mine, 2)
    clock.at = DUE
    first, today = day_of(FIRST), day_of(DUE)
    whole = statements.read(retention.store, mine, first, today, clock.at)
    assert (whole.opening.number, whole.closing.balance) == (0, 400)
    retention.day()
    for day in (first - 30 * DAY, first):
        refused(
            lambda day=day: statements.read(retention.store, mine, day, today, clock.at),
            "statement-too-old",
            begins="2026-05-05",
        )
    left = statements.read(retention.store, mine, first + DAY, today, clock.at)
    assert (left.opening.number, left.opening.balance, left.closing.balance) == (2, 200, 400)
    assert [entry.number for entry in left.entries] == [3, 4]
    # Before anything was booked, where nothing is gone.
    assert ranges.at(retention.store, ids.document_id(), FIRST, clock.at).number == 0


# --- the audit -----------------------------------------------------------------------------------


def act(retention: RetentionFixture, times: int, subject: str = "cases/c1") -> None:
    """Put acts of this moment on record."""
    for _ in range(times):
        retention.store.run(
            lambda unit: audit.record(unit, retention.ctx, "scans.open_case", subject)
        )


def seal(retention: RetentionFixture) -> Seal:
    """Seal what was done until now; the last seal."""
    retention.clock.at += timedelta(hours=2)
    assert sealing.seal_audit(retention.ctx) > 0
    last = sealing._last(retention.store)
    assert last is not None
    return last


def told(retention: RetentionFixture) -> list[str]:
    """The actions on record, but for retention's own."""
    found = retention.store.client.collection("audit").get()
    return [a.get("subject") for a in found if a.get("action") != "privacy.retain"]


def green(retention: RetentionFixture) -> bool:
    return list(audit_verification.faults(retention.store, retention.clock.at)) == []


def test_the_oldest_seals_are_retired_and_what_they_sealed_goes(
    retention: RetentionFixture, clock: Clock
) -> None:
    act(retention, 3)
    first = seal(retention)
    clock.at += 5 * DAY
    act(retention, 2, "cases/c2")
    second = seal(retention)
    due = periods.due(Retention.AUDIT, first.until.at)

    def turn_at(moment: datetime) -> list[str]:
        clock.at = moment
        sealing.seal_audit(retention.ctx)
        retention.turn("audit")
        assert green(retention)
        return sorted(told(retention))

    assert turn_at(due - TICK) == ["cases/c1"] * 3 + ["cases/c2"] * 2
    assert turn_at(due) == ["cases/c2"] * 2
    assert turn_at(periods.due(Retention.AUDIT, second.until.at)) == []
    seals = retention.store.client.collection("audit_seals").order_by("number").get()
    retired = [each.get("retired_at") is not None for each in seals]
    assert retired == sorted(retired, reverse=True), "a prefix"
    assert retired[:2] == [True, True]


def test_a_seal_is_retired_before_its_first_entry_goes(
    retention: RetentionFixture, clock: Clock
) -> None:
    """At no step is the audit not what was sealed."""
    act(retention, 150)
    first = seal(retention)
    clock.at = periods.due(Retention.AUDIT, first.until.at)
    sealing.seal_audit(retention.ctx)
    before, smooth = Backup.taken(firebase.clean_bucket()), Instance()
    RetentionFixture(clock, retention.blobs, StepStore(smooth)).turn("audit")
    assert len(smooth.steps) >= 3
    for at, after in deaths(smooth.steps):
        before.restore()
        dying = StepStore(Instance(at=at, after=after))
        with pytest.raises(CrashError):
            RetentionFixture(clock, retention.blobs, dying).turn("audit")
        assert green(retention)
        retention.turn("audit")
        assert (told(retention), green(retention)) == ([], True)


def test_an_entry_that_is_held_stays_and_is_still_verified(
    retention: RetentionFixture, clock: Clock
) -> None:
    act(retention, 1)
    act(retention, 1, "cases/held")
    first = seal(retention)
    clock.at = periods.due(Retention.AUDIT, first.until.at)
    sealing.seal_audit(retention.ctx)
    retention.held = FixedHolds(paths=frozenset({"cases/held"}))
    retention.turn("audit")
    assert (told(retention), green(retention)) == (["cases/held"], True)
    client = retention.store.client
    (found,) = [a for a in client.collection("audit").get() if a.get("subject") == "cases/held"]
    client.document(found.reference.path).update({"actor": "somebody else"})
    assert not green(retention)
    client.document(found.reference.path).update({"actor": "system"})
    retention.held = FixedHolds()
    retention.turn("audit")
    assert (told(retention), green(retention)) == ([], True)


def test_what_is_not_sealed_stays(retention: RetentionFixture, clock: Clock) -> None:
    """Nobody could tell afterwards that it was there."""
    act(retention, 2)
    clock.at = periods.due(Retention.AUDIT, clock.at) + 30 * DAY
    retention.turn("audit")
    assert told(retention) == ["cases/c1"] * 2


def test_what_came_after_the_last_seal_that_is_over_stays(
    retention: RetentionFixture, clock: Clock
) -> None:
    """However old it is itself: its own seal has to be over."""
    act(retention, 1)
    first = seal(retention)
    act(retention, 1, "cases/later")
    clock.at = periods.due(Retention.AUDIT, first.until.at) + 30 * DAY
    retention.turn("audit")
    assert told(retention) == ["cases/later"]
