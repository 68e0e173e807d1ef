"""The documents of the ledger: wallets, their entries and holds, and the transactions."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field, computed_field

from core.access import Role
from core.documents import Document, Record
from core.fields import Whole
from core.privacy import Viewer
from wallet.declarations import ACTOR, BOOKS, ID, OWNERS, PARTIES, SUM, Paise, money
from wallet.ledger.advances import Advance
from wallet.ledger.billing import Billing
from wallet.ledger.chart import TCS_CGST, TCS_IGST, TCS_SGST, TDS, Book, book_of
from wallet.ledger.subjects import Subject
from wallet.ledger.terms import STANDARD, Sale, Terms


class Forward(Record):
    """Where a wallet's entries begin: what the last one said that retention took away."""

    number: Whole
    hash: str
    available: Paise
    held: Paise
    at: AwareDatetime


class Turn(Record):
    """Which instance books on a wallet for the moment, since when: see wallet/ledger/turns.py."""

    holder: str
    since: AwareDatetime


class YearOfSales(Record):
    """What a lab sold in a financial year, such as `2627`, in paise without GST.

    Refunds do not lower it. It decides from when on income tax is deducted from an individual.
    """

    year: str
    value: Annotated[Whole, Field(ge=0)]


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
    #: The permanent account number of whom no GSTIN tells it.
    pan: Annotated[str | None, money("user.government_id", *OWNERS)] = None
    #: A lab's sales of the last financial year in which it sold anything.
    sales: Annotated[YearOfSales | None, SUM] = None
    #: The details that something was sold under; what is sold names the number of its own.
    registrations: Annotated[list[Billing], money("user.contact", *OWNERS)] = []
    #: Number of the last entry that invoices were made for.
    invoiced: Annotated[Whole, ID] = 0
    #: Number of the last entry that vouchers were made for, and what is left of advances, the
    #: oldest first.
    vouchered: Annotated[Whole, ID] = 0
    advances: Annotated[list[Advance], SUM] = []
    #: What stood before the first entry that is still there, once retention took the older ones.
    brought_forward: Annotated[Forward | None, SUM] = None
    #: When that first entry was booked; None where there is none.
    oldest_at: Annotated[AwareDatetime | None, ID] = None
    #: Whose turn it is to book, where instances of the functions contend.
    turn: Annotated[Turn | None, ID] = None

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
    def known_pan(self) -> str | None:
        """Return the permanent account number: the third to twelfth letter of the GSTIN, if any."""
        gstin = self.billing.gstin if self.billing else None
        return gstin[2:12] if gstin else self.pan

    @property
    def known_registrations(self) -> list[Billing]:
        """Return the details that it sold under, and those that it would; numbers are places.

        A number stays from its first sale on; details without a sale may still lose theirs.
        """
        new = self.billing is not None and self.billing not in self.registrations
        return [*self.registrations, *([self.billing] if self.billing and new else [])]

    @property
    def used_registrations(self) -> list[Billing]:
        """Return the details that it sold under, as far as it is known.

        A wallet of before these were numbered may have sold under those that it has.
        """
        return (
            self.registrations
            if self.registrations or not self.sequence
            else self.known_registrations
        )

    def registered(self, number: int) -> Billing | None:
        """Return the details of a number; the first ones for what was sold before they had any."""
        known = self.known_registrations
        return known[max(0, number - 1)] if known else None

    def sold_in(self, year: str) -> int:
        """Return what it sold in a financial year, the last one that it sold in, in paise."""
        return self.sales.value if self.sales and self.sales.year == year else 0

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
    PAYMENT_REFUND = "payment_refund"  # the gateway gave a payment back to who paid, or a part
    REFUND_REVERSAL = "refund_reversal"  # the gateway could not give it back after all
    DISPUTE_HOLD = "dispute_hold"  # what a payer's bank disputes was set aside
    DISPUTE_LOSS = "dispute_loss"  # the bank took back what it disputed
    DISPUTE_RELEASE = "dispute_release"  # the dispute ended otherwise: it is the wallet's again
    PAYOUT = "payout"  # what was set aside went to the lab's bank account
    PAYOUT_RETURN = "payout_return"  # the bank sent back what had been paid out


#: What takes money that has left, or is claimed, at the gateway: the gateway does not ask whether
#: the wallet still has it. These alone may leave a wallet with less than its credit allows.
OVERDRAWING = frozenset({TransactionKind.PAYMENT_REFUND, TransactionKind.DISPUTE_HOLD})


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
    subject: Annotated[Subject | None, PARTIES] = None
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
        """Sum up by how much labs' wallets grew in it, in paise: what the platform owes them."""
        return self._sum(Book.LAB)

    @property
    def wallets(self) -> list[str]:
        """Return the ids of the wallets that it changed."""
        accounts = [posting.account.split("/") for posting in self.postings]
        return sorted({parts[1] for parts in accounts if parts[0] != "platform"})

    @computed_field  # type: ignore[prop-decorator]
    @property
    def seller(self) -> Annotated[str | None, BOOKS]:
        """Name the lab of whose sale the platform withheld; None where it did of none."""
        return self.sale.customer if self.sale and self.sale.withholding else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def sold(self) -> Annotated[int, BOOKS]:
        """Return the value of that sale without GST, in paise; below zero what was returned."""
        found = self.sale.withholding if self.sale else None
        sign = -1 if self.kind is TransactionKind.REFUND else 1
        return sign * found.value if found else 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def tds(self) -> Annotated[int, BOOKS]:
        """Sum up the income tax deducted in it, in paise."""
        return self.booked_on(TDS)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def tcs_cgst(self) -> Annotated[int, BOOKS]:
        """Sum up the central tax collected at source in it, in paise."""
        return self.booked_on(TCS_CGST)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def tcs_sgst(self) -> Annotated[int, BOOKS]:
        """Sum up the tax of states and union territories collected at source in it, in paise."""
        return self.booked_on(TCS_SGST)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def tcs_igst(self) -> Annotated[int, BOOKS]:
        """Sum up the integrated tax collected at source in it, in paise."""
        return self.booked_on(TCS_IGST)

    def booked_on(self, account: str) -> int:
        """Sum up what it booked on an account, in paise."""
        return sum(posting.paise for posting in self.postings if posting.account == account)

    def _sum(self, book: Book) -> int:
        return sum(p.paise for p in self.postings if book_of(p.account) is book)


def _absent(value: object) -> bool:
    return value is None


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
    #: What it is for, without the name of the side whose wallet it is. Left out where there is
    #: none: what is stored is what is hashed.
    subject: Annotated[Subject | None, PARTIES] = Field(default=None, exclude_if=_absent)
    available_change: Annotated[Paise, SUM]
    held_change: Annotated[Paise, SUM]
    available: Annotated[Paise, SUM]
    held_after: Annotated[Paise, SUM]
    #: How far `available` might fall below zero then; None on what was booked before it was kept,
    #: where it is no part of the hash.
    credit_limit: Annotated[Paise | None, SUM, Field(exclude_if=_absent)] = None
    at: Annotated[AwareDatetime, ID]
    previous: Annotated[str, ID]
    hash: Annotated[str, ID]


#: The time of what does not expire: the last day that Firestore and the calendar have.
NEVER = datetime(9999, 12, 31, tzinfo=UTC)


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
    subject: Annotated[Subject | None, PARTIES] = None
    amount: Annotated[Paise, SUM, Field(gt=0)]
    captured: Annotated[Paise, SUM, Field(ge=0)] = 0
    released: Annotated[Paise, SUM, Field(ge=0)] = 0
    refunded: Annotated[Paise, SUM, Field(ge=0)] = 0
    #: What of it was given back too late to give back tax.
    untaxed: Annotated[Paise, SUM, Field(ge=0)] = 0
    #: What of it was given back after its financial year, without the income tax deducted.
    undeducted: Annotated[Paise, SUM, Field(ge=0)] = 0
    state: Annotated[HoldState, ID] = HoldState.OPEN
    #: The transaction that captured it.
    capture: Annotated[str | None, ID] = None
    #: What was agreed about the fee of a visit.
    terms: Annotated[Terms | None, ID] = None
    #: When it is released by itself; `NEVER` where only its end does, and then when that was.
    expires_at: Annotated[AwareDatetime, ID]
    made_at: Annotated[AwareDatetime, ID]
