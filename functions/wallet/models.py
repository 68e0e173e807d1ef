"""The documents of the ledger: wallets, their entries and holds, and the transactions."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field, computed_field

from core.access import Role
from core.documents import Document, Record
from core.privacy import Erasure, Held, Retention, Viewer, held
from wallet.chart import Book, book_of

_GROUND = "accounts must be kept for eight financial years (Companies Act 2013, section 128(5))"


def _money(category: str, *viewers: Viewer) -> Held:
    return held(
        category,
        *viewers,
        Viewer.ADMIN,
        kept=Retention.FINANCIAL,
        use="essential.service.payment_processing",
        erased=Erasure.KEEP,
        ground=_GROUND,
    )


_OWNERS = (Viewer.CLINIC, Viewer.LAB)
_SUM = _money("user.financial", *_OWNERS)
_ID = _money("system.operations", *_OWNERS)
_ACTOR = _money("user.unique_id")


class Wallet(Document):
    """`wallets/{org}`: what a clinic or lab has, in paise. One wallet an organisation."""

    path: ClassVar[str] = "wallets/{wallet_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.LAB})

    kind: Annotated[Role, _ID]
    available: Annotated[int, _SUM] = 0
    held: Annotated[int, _SUM, Field(ge=0)] = 0
    #: How far `available` may fall below zero; an admin grants it.
    credit_limit: Annotated[int, _SUM, Field(ge=0)] = 0
    #: Number of the last entry, and its hash: the head of the chain.
    sequence: Annotated[int, _ID] = 0
    head: Annotated[str, _ID] = ""


class Kind(StrEnum):
    """What a transaction does."""

    TOP_UP = "top_up"
    HOLD = "hold"
    CAPTURE = "capture"
    RELEASE = "release"
    REFUND = "refund"
    TRANSFER = "transfer"
    ADJUSTMENT = "adjustment"


class Posting(Record):
    """One line of a transaction: an account and what it gains (or, below zero, loses) in paise."""

    account: str
    paise: int


class Transaction(Document):
    """`transactions/{transaction_id}`: postings that sum to zero. Written once, never changed.

    The id is made from the idempotency key, so that one key is one transaction.
    """

    path: ClassVar[str] = "transactions/{transaction_id}"

    kind: Annotated[Kind, _ID]
    postings: Annotated[list[Posting], _SUM]
    #: The document that it pays for, and the transaction that it goes on from, if any.
    reference: Annotated[str, _ID]
    follows: Annotated[str | None, _ID] = None
    reason: Annotated[str | None, _money("user.content.private")] = None
    actor: Annotated[str, _ACTOR]
    #: Tells a retry from another request under the same key.
    fingerprint: Annotated[str, _ID]
    at: Annotated[AwareDatetime, _ID]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def revenue(self) -> Annotated[int, _money("system.operations")]:
        """Sum up what the platform earned, in paise: a figure for aggregation queries."""
        return self._sum(Book.REVENUE)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def tax(self) -> Annotated[int, _money("system.operations")]:
        """Sum up the tax in it, in paise."""
        return self._sum(Book.TAX)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def payable(self) -> Annotated[int, _money("system.operations")]:
        """Sum up what labs gained in it, in paise: what the platform owes them."""
        return self._sum(Book.LAB)

    def _sum(self, book: Book) -> int:
        return sum(p.paise for p in self.postings if book_of(p.account) is book)


class Entry(Document):
    """`wallets/{wallet_id}/entries/{number}`: one transaction's effect on one wallet.

    Each carries the balances after it and is chained by hash to the one before.
    """

    path: ClassVar[str] = "wallets/{wallet_id}/entries/{entry_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.LAB})

    number: Annotated[int, _ID]
    transaction_id: Annotated[str, _ID]
    kind: Annotated[Kind, _ID]
    reference: Annotated[str, _ID]
    available_change: Annotated[int, _SUM]
    held_change: Annotated[int, _SUM]
    available: Annotated[int, _SUM]
    held_after: Annotated[int, _SUM]
    at: Annotated[AwareDatetime, _ID]
    previous: Annotated[str, _ID]
    hash: Annotated[str, _ID]


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

    reference: Annotated[str, _ID]
    amount: Annotated[int, _SUM, Field(gt=0)]
    captured: Annotated[int, _SUM, Field(ge=0)] = 0
    released: Annotated[int, _SUM, Field(ge=0)] = 0
    refunded: Annotated[int, _SUM, Field(ge=0)] = 0
    state: Annotated[HoldState, _ID] = HoldState.OPEN
    expires_at: Annotated[AwareDatetime, _ID]
    made_at: Annotated[AwareDatetime, _ID]
