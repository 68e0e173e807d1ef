"""The wallet of a practice's clinic, which pays for visits by a tariff of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from core.access import Role
from scans.visits.requests import VisitRequested
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import key
from wallet.accounts import admin_operations, terms
from wallet.accounts.requests import Adjust, Refund, SetBilling, SetTerms
from wallet.ledger import verification
from wallet.ledger.billing import Billing
from wallet.ledger.journal import PostingRequest
from wallet.ledger.models import Hold, Transaction, Wallet, WalletEntry
from wallet.ledger.terms import Prices
from wallet.prices import tariffs
from wallet.prices.requests import PublishPrices

#: A visit for ₹1,500 and 18 % tax: ₹1,770; half of it when called off late.
LIST = Prices(visit=150_000, tax=1_800, late_cancellation=5_000, no_show=10_000, low_balance=0)
FEE = 177_000
BILLING = Billing(legal_name="Smile Dental Care LLP", address="12 MG Road, Pune", state="27")


@dataclass
class WalletFixture:
    """What the clinic has, and what it is charged. `paid_in` is in paise."""

    practice: ClinicFixture
    listed: Prices = LIST
    billing: Billing | None = BILLING
    paid_in: int = 1_000_000
    tariff: str = field(default_factory=key)
    #: The number of the price list that applies.
    number: int = 0

    def __post_init__(self) -> None:
        self.publish(self.listed)
        body = SetTerms(wallet_id=self.id, kind=Role.CLINIC, tariff=self.tariff)
        terms.set_terms(self.practice.ctx("admin"), body)
        if self.billing is not None:
            self.bill_to(self.billing)
        if self.paid_in:
            self.adjust(self.paid_in)

    @property
    def id(self) -> str:
        """The clinic's id, which is its wallet's."""
        return self.practice.tenants.clinic

    def publish(self, listed: Prices) -> None:
        """Publish the tariff's next price list."""
        body = PublishPrices(
            tariff=self.tariff, replaces=self.number, prices=listed, idempotency_key=key()
        )
        self.number = tariffs.publish(self.practice.ctx("admin"), body).price_list

    def bill_to(self, billing: Billing) -> None:
        """Have the owner say who invoices are made out to."""
        terms.set_billing(self.practice.ctx("owner"), SetBilling(billing=billing))

    def adjust(self, paise: int) -> None:
        """Credit or debit the wallet by hand."""
        body = Adjust(
            wallet_id=self.id,
            kind=Role.CLINIC,
            paise=paise,
            reason="For the test.",
            idempotency_key=key(),
        )
        admin_operations.adjust(self.practice.ctx("admin"), body)

    def refund(self, transaction_id: str, paise: int | None = None) -> str:
        """Give back a captured fee; the transaction."""
        body = Refund(
            wallet_id=self.id,
            transaction_id=transaction_id,
            paise=paise,
            reason="For the test.",
            idempotency_key=key(),
        )
        return admin_operations.refund(self.practice.ctx("admin"), body).transaction_id

    def request(self, **changes: Any) -> VisitRequested:
        """Ask for a visit at the prices that apply."""
        return self.practice.request(**{"price_list": self.number, **changes})

    def scanned(self, to: str = "operator", **changes: Any) -> VisitRequested:
        """Have a visit take place, but for its completion."""
        asked = self.practice.scanning(to, **{"price_list": self.number, **changes})
        self.practice.scanned(asked)
        self.practice.move(asked.visit_id, "finish", who=to)
        return asked

    def complete(self, visit_id: str) -> None:
        """Have the clinic complete a visit that was scanned."""
        self.practice.move(visit_id, "complete", who="member")

    # --- what stands there afterwards -----------------------------------------------------

    @property
    def document(self) -> Wallet:
        """What is stored, which adds up."""
        store = self.practice.ctx().store
        found = store.get(Wallet, self.id)
        assert found is not None
        assert list(verification.faults(store, found)) == []
        return found

    @property
    def balance(self) -> tuple[int, int]:
        """What is available, and what is set aside."""
        return self.document.available, self.document.held

    def hold_of(self, visit_id: str, step: str = "hold") -> Hold | None:
        """The hold of a visit's fee."""
        hold_id = PostingRequest("", f"visits/{visit_id}/{step}", "").transaction_id
        return self.practice.ctx().store.get(Hold, self.id, hold_id)

    def transactions(self) -> list[Transaction]:
        """All that was booked on the wallet, in order."""
        store = self.practice.ctx().store
        under = Wallet.path_for(self.id)
        entries: list[WalletEntry] = store.find(verification.BY_NUMBER, limit=1000, under=under)
        found = [store.get(Transaction, entry.transaction_id) for entry in entries]
        return [transaction for transaction in found if transaction is not None]

    def later(self, by: timedelta) -> None:
        """Move the practice's clock on."""
        self.practice.clock.at += by
