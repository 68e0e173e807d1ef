"""The journal books balanced transactions; it is the only code that changes a wallet."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.access import Role
from core.documents import Document
from core.errors import KeyReused
from core.units import UnitOfWork
from wallet.ledger import chain
from wallet.ledger.errors import InsufficientFunds, LedgerBrokenError, UnbalancedError
from wallet.ledger.models import (
    OVERDRAWING,
    Hold,
    Posting,
    Transaction,
    TransactionKind,
    Turn,
    Wallet,
    WalletEntry,
    YearOfSales,
)
from wallet.ledger.terms import Sale


@dataclass(frozen=True)
class PostingRequest:
    """Who asks for a transaction, under which key, and what tells it from another request."""

    actor: str
    key: str
    fingerprint: str

    @property
    def transaction_id(self) -> str:
        """Return the id that the key stands for: one key, one transaction."""
        return hashlib.sha256(self.key.encode()).hexdigest()[:40]


class Journal:
    """Transactions of one unit: wallets are read once, changed in memory, written once.

    Everything is read by `wallet`, `hold` and `answered` before `write` writes it.
    """

    def __init__(self, unit: UnitOfWork, now: datetime) -> None:
        self._unit, self._now = unit, now
        self._before: dict[str, Wallet | None] = {}
        self._wallets: dict[str, Wallet] = {}
        self._holds: dict[tuple[str, str], Hold | None] = {}
        self._touched: dict[tuple[str, str], Hold] = {}
        self._entries: list[WalletEntry] = []
        self._transactions: dict[str, Transaction] = {}
        self._recalled: dict[str, Transaction | None] = {}
        self._others: list[tuple[Document, str]] = []

    @property
    def now(self) -> datetime:
        """When all of it is booked."""
        return self._now

    def kept(self) -> Callable[[], None]:
        """Remember what was posted so far; what is returned undoes all that was posted since."""
        before = (
            dict(self._wallets),
            dict(self._touched),
            list(self._entries),
            dict(self._transactions),
            list(self._others),
        )

        def undo() -> None:
            # What was read since stays read: the wallets among it are as they were read.
            read = {at: found for at, found in self._wallets.items() if at not in before[0]}
            wallets = {at: self._as_read(wallet) for at, wallet in read.items()}
            self._wallets = {**wallets, **before[0]}
            _, self._touched, self._entries, self._transactions, self._others = before

        return undo

    def _as_read(self, wallet: Wallet) -> Wallet:
        return self._before[wallet.id] or Wallet(kind=wallet.kind).placed(wallet.id)

    def answered(self, order: PostingRequest) -> Transaction | None:
        """Return the transaction that the key stands for already, if any. One read.

        Raises:
            KeyReused: the key was used for something else.
        """
        at = order.transaction_id
        before = self._transactions.get(at) or self.transaction(at)
        if before is not None and before.fingerprint != order.fingerprint:
            raise KeyReused
        return before

    def recall(self, found: Mapping[str, Transaction | None]) -> None:
        """Take in transactions that were read together, by id; `answered` reads them no more."""
        self._recalled.update(found)

    def wallet(self, wallet_id: str, kind: Role) -> Wallet:
        """Read a wallet, as this journal leaves it; who has none gets one. One read."""
        if wallet_id not in self._wallets:
            before = self._unit.get(Wallet, wallet_id)
            self._before[wallet_id] = before
            self._wallets[wallet_id] = before or Wallet(kind=kind).placed(wallet_id)
        return self._wallets[wallet_id]

    def transaction(self, transaction_id: str) -> Transaction | None:
        """Read a transaction that was booked before. One read."""
        if transaction_id not in self._recalled:
            self._recalled[transaction_id] = self._unit.get(Transaction, transaction_id)
        return self._recalled[transaction_id]

    def use_details(self, wallet_id: str) -> int:
        """Number the details that apply to a wallet, which something is sold under; the number.

        One that is used for the first time is kept with the wallet from now on.
        """
        wallet = self._wallets[wallet_id]
        if (known := wallet.known_registrations) != wallet.registrations:
            self._wallets[wallet_id] = wallet.model_copy(update={"registrations": known})
        return wallet.registration

    def count_sale(self, wallet_id: str, year: str, value: int) -> None:
        """Add a lab's sale to those of its financial year, in paise."""
        wallet = self._wallets[wallet_id]
        sales = YearOfSales(year=year, value=wallet.sold_in(year) + value)
        self._wallets[wallet_id] = wallet.model_copy(update={"sales": sales})

    def hold(self, wallet_id: str, hold_id: str) -> Hold | None:
        """Read a hold, as this journal leaves it. One read."""
        at = (wallet_id, hold_id)
        if at not in self._holds:
            self._holds[at] = self._unit.get(Hold, wallet_id, hold_id)
        return self._touched.get(at, self._holds[at])

    def set_hold(self, wallet_id: str, hold_id: str, hold: Hold) -> None:
        """Take in a hold's new state."""
        self._touched[wallet_id, hold_id] = hold.placed(wallet_id, hold_id)

    def changed(self, wallet_id: str) -> bool:
        """Tell whether anything was posted on a wallet."""
        wallet, before = self._wallets.get(wallet_id), self._before.get(wallet_id)
        return wallet is not None and wallet.sequence != (before.sequence if before else 0)

    def set_turn(self, wallet_id: str, turn: Turn | None) -> None:
        """Have a wallet that was changed say whose turn it is."""
        wallet = self._wallets[wallet_id]
        if wallet.turn != turn:
            self._wallets[wallet_id] = wallet.model_copy(update={"turn": turn})

    def left(self, wallet_id: str) -> Wallet:
        """Return a wallet that was read, as this journal leaves it."""
        return self._wallets[wallet_id]

    def add(self, document: Document, document_id: str) -> None:
        """Have another document made with what is booked, such as its audit entry."""
        self._others.append((document, document_id))

    def post(
        self,
        order: PostingRequest,
        kind: TransactionKind,
        postings: Sequence[Posting],
        reference: str,
        follows: str | None = None,
        reason: str | None = None,
        sale: Sale | None = None,
    ) -> Transaction:
        """Book a transaction; every wallet that it names was read before.

        Raises:
            InsufficientFunds: a wallet lacks what it would lose; nothing is booked then. A kind
                that is `OVERDRAWING` is booked all the same, and leaves a debt.
        """
        if sum(posting.paise for posting in postings) or not postings:
            raise UnbalancedError
        transaction = Transaction(
            kind=kind,
            postings=list(postings),
            reference=reference,
            follows=follows,
            reason=reason,
            sale=sale,
            actor=order.actor,
            fingerprint=order.fingerprint,
            at=self._now,
        ).placed(order.transaction_id)
        changed = [
            self._moved(wallet_id, change, transaction)
            for wallet_id, change in changes(postings).items()
        ]
        for wallet, entry in changed:
            self._wallets[wallet.id] = wallet
            self._entries.append(entry)
        self._transactions[transaction.id] = transaction
        return transaction

    def write(self) -> None:
        """Write it all: a document for each transaction and entry, wallet and hold."""
        for transaction in self._transactions.values():
            self._unit.create(transaction, transaction.id)
        for entry in self._entries:
            self._unit.create(entry, *entry.ids)
        for document, document_id in self._others:
            self._unit.create(document, document_id)
        for wallet_id, wallet in self._wallets.items():
            self._write_wallet(self._before[wallet_id], wallet)
        for at, hold in self._touched.items():
            before = self._holds.get(at)
            if before is None:
                self._unit.create(hold, *at)
            elif differing := _differences(before, hold):
                # None where another was faster and left it so: the unit's other writes fail then.
                self._unit.change(before, **differing)

    def _write_wallet(self, before: Wallet | None, wallet: Wallet) -> None:
        if before is None and wallet.sequence:  # a refusal makes no wallet
            self._unit.create(wallet, wallet.id)
        elif before and (changes := _differences(before, wallet)):
            self._unit.change(before, **changes)

    def _moved(
        self, wallet_id: str, change: tuple[int, int], transaction: Transaction
    ) -> tuple[Wallet, WalletEntry]:
        """Return a wallet after a change of (available, held), and the entry that says so."""
        wallet = self._wallets[wallet_id]
        available, held = wallet.available + change[0], wallet.held + change[1]
        spends = change[0] < 0 and transaction.kind not in OVERDRAWING
        if spends and (missing := wallet.lacks(-change[0])):
            raise InsufficientFunds(missing_paise=missing)
        if held < 0:
            raise LedgerBrokenError
        entry = chain.sealed(
            WalletEntry(
                number=wallet.sequence + 1,
                transaction_id=transaction.id,
                kind=transaction.kind,
                reference=transaction.reference,
                available_change=change[0],
                held_change=change[1],
                available=available,
                held_after=held,
                credit_limit=wallet.credit_limit,
                at=self._now,
                previous=wallet.head,
                hash="",
            )
        ).placed(wallet_id, f"{wallet.sequence + 1:012d}")
        after = wallet.model_copy(
            update={
                "available": available,
                "held": held,
                "sequence": entry.number,
                "head": entry.hash,
                "oldest_at": wallet.oldest_at or entry.at,
            }
        )
        return after, entry


def changes(postings: Sequence[Posting]) -> dict[str, tuple[int, int]]:
    """Sum up what each wallet gains: (available, held), by wallet id."""
    changes: dict[str, tuple[int, int]] = {}
    for posting in postings:
        owner, *rest = posting.account.split("/")
        if owner == "platform":
            continue
        wallet_id, part = rest
        available, held = changes.get(wallet_id, (0, 0))
        changes[wallet_id] = (
            (available + posting.paise, held)
            if part == "available"
            else (available, held + posting.paise)
        )
    return changes


def _differences(before: Wallet | Hold, after: Wallet | Hold) -> dict[str, object]:
    return {name: value for name, value in dict(after).items() if getattr(before, name) != value}
