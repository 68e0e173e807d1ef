"""The documents of the ledger: wallets, their entries and holds, and the transactions."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field, computed_field

from core.access import Role
from core.documents import Document, Record
from core.fields import Whole
from core.privacy import Viewer
from wallet.declarations import ACTOR, BOOKS, ID, OWNERS, SUM, Paise, money
from wallet.ledger.billing import Billing
from wallet.ledger.chart import Book, book_of
from wallet.ledger.terms import STANDARD, Sale, Terms


class Forward(Record):
    """Where a wallet's entries begin: what the last one said that retention took away."""

    number: Whole
    hash: str
    available: Paise
    held: Paise
    at: AwareDatetime


class Wallet(Document):
    """`wallets/{org}`: what a clinic or lab has, in paise. One wallet an organisation."""

    path: ClassVar[str] = "wallets/{wallet_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.LAB})

    kind: Annotated[Role, ID]
    available: Annotated[Paise, SUM] = 0
    held: Annotated[Paise, SUM, Field(ge=0)] = 0
    #: How far `available` may fall below zero; an admin grants it.
    credit_limit: Annotated[Paise, SUM, Field(ge=0)] = 0
    #: Number of the last entry, and its hash: the head of the chain.
    sequence: Annotated[Whole, ID] = 0
    head: Annotated[str, ID] = ""
    #: The price lists that apply, and whom invoices are made out to.
    tariff: Annotated[str, ID] = STANDARD
    billing: Annotated[Billing | None, money("user.contact", *OWNERS)] = None
    #: All details that sales were made under, `billing` among them; what is sold names its number.
    registrations: Annotated[list[Billing], money("user.contact", *OWNERS)] = []
    #: Number of the last entry that invoices were made for.
    invoiced: Annotated[Whole, ID] = 0
    #: What stood before the first entry that is still there, once retention took the older ones.
    brought_forward: Annotated[Forward | None, SUM] = None
    #: When that first entry was booked; None where there is none.
    oldest_at: Annotated[AwareDatetime | None, ID] = None

    @property
    def begins_after(self) -> int:
        """Return the number of the last entry that is gone; 0 where none is."""
        return self.brought_forward.number if self.brought_forward else 0

    @property
    def registration(self) -> int:
        """Return the number of the details that apply, counted from 1; 0 where there are none."""
        if self.billing is None:
            return 0
        return self.known_registrations.index(self.billing) + 1

    @property
    def known_registrations(self) -> list[Billing]:
        """Return all details that it had and has; one's number is its place, which it keeps."""
        new = self.billing is not None and self.billing not in self.registrations
        return [*self.registrations, *([self.billing] if self.billing and new else [])]

    def registered(self, number: int) -> Billing | None:
        """Return the details of a number; the first ones for what was sold before they had any."""
        known = self.known_registrations
        return known[max(0, number - 1)] if known else None

    def lacks(self, paise: int) -> int:
        """Return by how much the wallet is too low to spend an amount; 0 where it is not."""
        return max(0, paise - self.available - self.credit_limit)


class TransactionKind(StrEnum):
    """What a transaction does."""

    TOP_UP = "top_up"  # money was paid in
    HOLD = "hold"  # money was set aside for a visit or an order
    CAPTURE = "capture"  # what was set aside was taken, or a share of it
    RELEASE = "release"  # what was set aside was given back
    REFUND = "refund"  # what was captured was given back, or a part of it
    TRANSFER = "transfer"  # money went to another wallet
    ADJUSTMENT = "adjustment"  # an admin corrected the balance
    PAYOUT = "payout"  # what was set aside went to the lab's bank account
    PAYOUT_RETURN = "payout_return"  # the bank sent back what had been paid out


class Posting(Record):
    """One line of a transaction: an account and what it gains (or, below zero, loses) in paise."""

    account: str
    paise: Paise


class Transaction(Document):
    """`transactions/{transaction_id}`: postings that sum to zero. Written once, never changed.

    The id is made from the idempotency key, so that one key is one transaction.
    """

    path: ClassVar[str] = "transactions/{transaction_id}"

    kind: Annotated[TransactionKind, ID]
    postings: Annotated[list[Posting], SUM]
    #: The document that it pays for, and the transaction that it goes on from, if any.
    reference: Annotated[str, ID]
    follows: Annotated[str | None, ID] = None
    reason: Annotated[str | None, money("user.content.private")] = None
    #: What was sold, where anything was; a refund names what it is for.
    sale: Annotated[Sale | None, ID] = None
    actor: Annotated[str, ACTOR]
    #: Tells a retry from another request under the same key.
    fingerprint: Annotated[str, ID]
    at: Annotated[AwareDatetime, ID]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def revenue(self) -> Annotated[int, BOOKS]:
        """Sum up what the platform earned, in paise: a figure for aggregation queries."""
        return self._sum(Book.REVENUE)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def tax(self) -> Annotated[int, BOOKS]:
        """Sum up the tax in it, in paise."""
        return self._sum(Book.TAX)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def payable(self) -> Annotated[int, BOOKS]:
        """Sum up what labs gained in it, in paise: what the platform owes them."""
        return self._sum(Book.LAB)

    @property
    def wallets(self) -> list[str]:
        """Return the ids of the wallets that it changed."""
        accounts = [posting.account.split("/") for posting in self.postings]
        return sorted({parts[1] for parts in accounts if parts[0] != "platform"})

    def _sum(self, book: Book) -> int:
        return sum(p.paise for p in self.postings if book_of(p.account) is book)


class WalletEntry(Document):
    """`wallets/{wallet_id}/entries/{number}`: one transaction's effect on one wallet.

    Each carries the balances after it and is chained by hash to the one before.
    """

    path: ClassVar[str] = "wallets/{wallet_id}/entries/{entry_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.LAB})

    number: Annotated[Whole, ID]
    transaction_id: Annotated[str, ID]
    kind: Annotated[TransactionKind, ID]
    reference: Annotated[str, ID]
    available_change: Annotated[Paise, SUM]
    held_change: Annotated[Paise, SUM]
    available: Annotated[Paise, SUM]
    held_after: Annotated[Paise, SUM]
    at: Annotated[AwareDatetime, ID]
    previous: Annotated[str, ID]
    hash: Annotated[str, ID]


class HoldState(StrEnum):
    """Where a hold stands."""

    OPEN = "open"
    CAPTURED = "captured"
    RELEASED = "released"


class Hold(Document):
    """`wallets/{wallet_id}/holds/{hold_id}`: money set aside for one thing, in paise.

    The id is that of the transaction that made it.
    """

    path: ClassVar[str] = "wallets/{wallet_id}/holds/{hold_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.LAB})

    reference: Annotated[str, ID]
    amount: Annotated[Paise, SUM, Field(gt=0)]
    captured: Annotated[Paise, SUM, Field(ge=0)] = 0
    released: Annotated[Paise, SUM, Field(ge=0)] = 0
    refunded: Annotated[Paise, SUM, Field(ge=0)] = 0
    #: What of it was given back too late to give back tax.
    untaxed: Annotated[Paise, SUM, Field(ge=0)] = 0
    state: Annotated[HoldState, ID] = HoldState.OPEN
    #: The transaction that captured it.
    capture: Annotated[str | None, ID] = None
    #: What was agreed about the fee of a visit.
    terms: Annotated[Terms | None, ID] = None
    expires_at: Annotated[AwareDatetime, ID]
    made_at: Annotated[AwareDatetime, ID]
