"""A wallet whose owner buys visits at a time of the test's choosing, and is invoiced for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from google.cloud.firestore import FieldFilter

from core import firebase
from core.access import Role
from core.snapshots import load
from core.store import Store
from tests.support import ids
from tests.support.moments import Clock, key
from wallet.invoices import invoicing
from wallet.invoices.models import Invoice
from wallet.ledger import operations, verification
from wallet.ledger.billing import Billing
from wallet.ledger.charges import Charge, given_back
from wallet.ledger.clerk import Clerk
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Hold, Transaction, TransactionKind, Wallet, WalletEntry
from wallet.ledger.terms import Sale, SaleItem

BILLING = Billing(
    legal_name="Smile Dental Care LLP",
    address="12 MG Road, Pune 411001",
    state="27",
    gstin="27AAPFU0939F1ZV",
)


def may_of(year: int) -> datetime:
    """A morning in May of a year that no other test invoices in: its series is the test's own."""
    return datetime(year, 5, 4, 4, 0, tzinfo=UTC)


@dataclass
class CustomerFixture:
    """A clinic's wallet, filled, and what its owner buys. Amounts in paise."""

    at: datetime
    wallet_id: str = field(default_factory=ids.document_id)
    billing: Billing | None = BILLING
    clock: Clock = field(init=False)
    clerk: Clerk = field(default_factory=Clerk)
    store: Store = field(default_factory=lambda: Store(firebase.firestore_client()))

    def __post_init__(self) -> None:
        self.clock = Clock(self.at)
        made = Wallet(kind=Role.CLINIC, billing=self.billing)
        client = firebase.firestore_client()
        client.document(Wallet.path_for(self.wallet_id)).set(made.model_dump(mode="python"))
        self.fill(100_000_000)

    # --- what its owner does --------------------------------------------------------------

    def fill(self, paise: int) -> Transaction:
        """Correct the balance by hand."""
        order = _order()

        def work(journal: Journal) -> Transaction:
            return operations.adjust(journal, order, self._in(journal), paise, "For the test.")

        return self._book(order, work)

    def hold(self, paise: int) -> str:
        """Set money aside; the hold's id."""
        order, now = _order(), self.clock.now()
        made = Hold(
            reference=f"visits/{ids.document_id()}",
            amount=paise,
            made_at=now,
            expires_at=now + timedelta(days=90),
        )
        return self._book(order, lambda j: operations.hold(j, order, self._in(j), made)).id

    def buy(
        self,
        net: int = 150_000,
        tax: int = 1_800,
        *,
        near: bool = True,
        item: SaleItem = SaleItem.VISIT,
    ) -> Transaction:
        """Hold a fee and have it taken; the capture."""
        charge = Charge.on(net, tax, same_state=near)
        hold_id, order, sale = self.hold(charge.gross), _order(), Sale(item=item, tax=tax)

        def work(journal: Journal) -> Transaction:
            wallet = self._in(journal)
            return operations.capture(journal, order, wallet, hold_id, charge.postings(), sale)

        return self._book(order, work)

    def take(self, paise: int) -> Transaction:
        """Have something taken that is no sale of the platform's, as a lab's order is none."""
        hold_id, order, shares = self.hold(paise), _order(), Charge(paise).postings()
        return self._book(
            order, lambda j: operations.capture(j, order, self._in(j), hold_id, shares)
        )

    def refund(self, captured: Transaction, paise: int) -> Transaction:
        """Get a part of a fee back."""
        order, hold_id = _order(), captured.follows or ""

        def work(journal: Journal) -> Transaction:
            hold = journal.hold(self.wallet_id, hold_id)
            assert hold is not None
            given = given_back(Charge.of(captured.postings).postings(), hold.refunded, paise)
            wallet, reason = self._in(journal), "Meera Joshi was not at home."
            return operations.refund(
                journal, order, wallet, hold_id, given, reason, sale=captured.sale
            )

        return self._book(order, work)

    def issue(self, until: datetime | None = None, store: Store | None = None) -> list[str]:
        """Have invoices made out, up to now where no other moment is given."""
        until = until or self.clock.now() + timedelta(days=1)
        return invoicing.issue(store or self.store, self.clock, "system", self.wallet_id, until)

    # --- what stands there afterwards -----------------------------------------------------

    def wallet(self) -> Wallet:
        """The wallet, which adds up."""
        found = self.store.get(Wallet, self.wallet_id)
        assert found is not None
        assert list(verification.faults(self.store, found)) == []
        return found

    def invoices(self) -> list[Invoice]:
        """All documents made out, by number."""
        query = firebase.firestore_client().collection("invoices")
        mine = query.where(filter=FieldFilter("wallet_id", "==", self.wallet_id)).get()
        found = [load(Invoice, (s.id,), s) for s in mine]
        return sorted((each for each in found if each), key=lambda each: each.id)

    def invoice(self, number: str) -> Invoice:
        """One of them."""
        return next(each for each in self.invoices() if each.id == number)

    def sold(self) -> list[str]:
        """The transactions that sold something or took a sale back, in order."""
        under = Wallet.path_for(self.wallet_id)
        entries: list[WalletEntry] = self.store.find(
            verification.BY_NUMBER, limit=1000, under=under
        )
        kinds = (TransactionKind.CAPTURE, TransactionKind.REFUND)
        wanted = [entry.transaction_id for entry in entries if entry.kind in kinds]
        found = self.store.several(Transaction, *wanted)
        return [each.id for each in found if each is not None and each.sale is not None]

    def _book(self, order: PostingRequest, work: object) -> Transaction:
        return self.clerk.book(self.store, self.clock, self.wallet_id, order, work)  # type: ignore[arg-type]

    def _in(self, journal: Journal) -> Wallet:
        return journal.wallet(self.wallet_id, Role.CLINIC)


def _order() -> PostingRequest:
    return PostingRequest("admin", key(), "same")
