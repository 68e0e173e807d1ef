"""The world of the run of money: a database in memory, wallets, people, and the model beside it."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from core.access import Caller, Role
from core.context import Context
from core.errors import ScannerError
from core.store import Store
from tests.soak.money_books import Balance, Books, Customer, Sale
from tests.soak.money_faults import PlannedFaults, T
from tests.support.memory_firestore import MemoryFirestore
from wallet.accounts import terms
from wallet.accounts.requests import SetBilling
from wallet.ledger import operations
from wallet.ledger.billing import Billing
from wallet.ledger.clerk import Clerk
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Transaction
from wallet.ledger.terms import Prices
from wallet.prices import tariffs
from wallet.prices.requests import PublishPrices

#: Wallets, and the state that each is in at first: one is that of the platform, one a union
#: territory without legislature.
CLINICS = {f"clinic{name:0<14}": state for name, state in (("A", "27"), ("B", "29"), ("C", "04"))}
LABS = {f"lab{name:0<17}": state for name, state in (("A", "27"), ("B", "38"))}
#: Who is registered in a state is the same firm; in the others it has no GSTIN.
GSTINS = {"27": "27AAPFU0939F1ZV"}
SUPPLIER = "29"
#: What the settings of the run are.
SETTINGS = {
    "SCANNER_STATE": SUPPLIER,
    "SCANNER_GSTIN": "29AAGCB7383J1Z4",
    "SCANNER_TDS_RATE": "10",
    "SCANNER_TCS_RATE": "50",
    "SCANNER_VOUCHERS_FROM": "2026-03-01",
}
#: What is kept of a visit's fee, and of an order's price, in basis points.
SHARES = {"visit": 10_000, "late_cancellation": 3_333, "no_show": 9_999}
COMMISSION, TAX = 1_234, 1_800
BEGIN = datetime(2026, 1, 5, 4, tzinfo=UTC)


class NoQueues:
    """Cloud Tasks that take everything and do nothing."""

    def add(self, function: str, name: str, data: Any, at: object = None) -> bool:
        """Take a task."""
        return True


class World:
    """What operations act on.

    Attributes:
        drawn: where all that is drawn comes from.
        at: the time; each read of the database's own clock takes it a little on.
    """

    def __init__(self, seed: int, days: float) -> None:
        self.drawn = random.Random(seed)
        self.at, self.step = BEGIN, timedelta(days=days)
        self.database = MemoryFirestore(clock=self._tick)
        self.clerk = Clerk()
        self.books = Books()
        self.faults = PlannedFaults(self.database, self.drawn, self._overtake)
        self.customers: dict[str, Customer] = {}
        self.price_list, self.visit_price = 0, 0
        self._keys = 0
        for wallet_id, state in {**CLINICS, **LABS}.items():
            self.books.balances[wallet_id] = Balance()
            self.register(wallet_id, state)
        self.publish()

    # --- who acts, and when -----------------------------------------------------------------------

    def now(self) -> datetime:
        """The time: the world is the clock of all services."""
        return self.at

    @property
    def store(self) -> Any:
        """A store of its own, as each request has."""
        return Store(self.database, NoQueues())  # type: ignore[arg-type]

    def ctx(self, wallet_id: str = "") -> Context:
        """The surroundings of an owner's request; without a wallet, an admin's."""
        role = kind_of(wallet_id) if wallet_id else Role.ADMIN
        uid = f"of-{wallet_id or 'platform'}"
        caller = Caller(uid, "", email_verified=True, role=role, org=wallet_id or None, owner=True)
        return Context(self.store, caller, self)

    def key(self) -> str:
        """A fresh idempotency key."""
        self._keys += 1
        return f"k{self._keys:017d}"

    # --- how it acts ------------------------------------------------------------------------------

    def ends(self, work: Callable[[], T], *, repeatable: bool = True) -> str | None:
        """Do something, whatever befalls it; None, or the reason why it was refused."""
        try:
            self.faults.survive(work, repeatable=repeatable)
        except ScannerError as err:
            return err.reason
        return None

    def book(
        self, wallet_id: str, work: Callable[[Journal, PostingRequest], Transaction], key: str = ""
    ) -> str | None:
        """Have the clerk book a work on a wallet; None, or the reason why it was refused."""
        order = PostingRequest("admin", key or self.key(), "same")

        def booked() -> Transaction:
            return self.clerk.book(
                self.store, self, wallet_id, order, lambda journal: work(journal, order)
            )

        return self.ends(booked)

    def register(self, wallet_id: str, state: str) -> None:
        """Have an owner say that the organisation is in a state now."""
        gstin = GSTINS.get(state)
        billing = Billing(legal_name="A firm", address=f"1 Road, {state}", state=state, gstin=gstin)
        body = SetBilling(billing=billing)
        assert self.ends(lambda: terms.set_billing(self.ctx(wallet_id), body)) is None
        self.customers[wallet_id] = Customer(state, gstin)

    def publish(self) -> None:
        """Publish another price list."""
        self.visit_price = self.drawn.randint(50_000, 250_000)
        listed = Prices(
            visit=self.visit_price,
            tax=TAX,
            late_cancellation=SHARES["late_cancellation"],
            no_show=SHARES["no_show"],
            commission=COMMISSION,
            low_balance=0,
        )
        key = self.key()
        body = PublishPrices(
            tariff="standard", replaces=self.price_list, prices=listed, idempotency_key=key
        )
        assert self.ends(lambda: tariffs.publish(self.ctx(), body)) is None
        self.price_list += 1

    def set_aside(self, wallet_id: str, paise: int) -> None:
        """Have the model set money aside; below zero, give it back."""
        balance = self.books.balances[wallet_id]
        balance.available -= paise
        balance.held += paise

    def sale(self, payer: str, invoiced: str, hold_id: str) -> Sale:
        """A sale that is agreed now."""
        return Sale(payer, invoiced, hold_id, self.customers[invoiced], TAX)

    # --- what goes wrong --------------------------------------------------------------------------

    def _overtake(self, wallet_id: str | None) -> None:
        """Another instance books on a wallet just now, on any if none is named."""
        wallet_id = wallet_id or self.drawn.choice([*CLINICS, *LABS])
        order = PostingRequest("admin", self.key(), "same")

        def work(journal: Journal) -> Transaction:
            wallet = journal.wallet(wallet_id, kind_of(wallet_id))
            return operations.adjust(journal, order, wallet, 7, "Another instance.")

        Clerk().book(self.store, self, wallet_id, order, work)
        self.books.balances[wallet_id].available += 7

    def _tick(self) -> datetime:
        self.at += timedelta(milliseconds=200)
        return self.at


def kind_of(wallet_id: str) -> Role:
    """Whose wallet it is."""
    return Role.CLINIC if wallet_id in CLINICS else Role.LAB
