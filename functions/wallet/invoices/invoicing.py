"""Makes invoices and credit notes: one commit has the documents, their numbers, what is billed.

So numbers have no gaps and no doubles, and every entry is billed once, whoever comes first and
wherever a run ends. See docs/decisions.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError

from core import audit, firebase, settings
from core.clock import Clock
from core.contention import OptimisticUnit
from core.queries import Query
from core.store import Store
from wallet.invoices import ranges
from wallet.invoices.errors import SupplierMissing
from wallet.invoices.models import Covered, Invoice, InvoiceLine, Paper, Series, total
from wallet.invoices.numbers import number_in, series_of
from wallet.ledger.billing import Billing
from wallet.ledger.charges import Charge
from wallet.ledger.errors import BillingMissing, LedgerBrokenError
from wallet.ledger.models import Transaction, TransactionKind, Wallet, WalletEntry

#: Entries looked at in one commit: a line each, far below Firestore's megabyte for a document.
MOST = 100

#: Commits of one call: a wallet with more entries is finished by the next one.
PASSES = 50

_SELLING = frozenset({TransactionKind.CAPTURE, TransactionKind.REFUND})
BILLED = Query(Invoice, where=(("holds", "array_contains"),))


@dataclass(frozen=True)
class Batch:
    """Entries that wait to be billed, and what is sold and taken back in them.

    Attributes:
        after: number of the last entry that was billed before.
        through: number of the last one here.
        fees: lines of an invoice.
        refunds: lines of credit notes, by the hold that they give back from.
        billed: the invoices of holds that were billed before.
    """

    after: int
    through: int
    fees: tuple[InvoiceLine, ...]
    refunds: tuple[InvoiceLine, ...]
    billed: Mapping[str, Invoice]


def issue(store: Store, clock: Clock, actor: str, wallet_id: str, until: datetime) -> list[str]:
    """Make out what a wallet bought before a moment; the numbers made, invoices before notes.

    A read for the last entry; then for each hundred entries two of the wallet, one of each series
    and of each entry, fee and refund, and one for each hold refunded that was billed before. Writes
    the documents, a notice of each, their series, an audit entry and the wallet. Repeating
    it makes nothing twice.

    Raises:
        BillingMissing: there is something to bill and nobody to bill it to.
        SupplierMissing: the platform's own details do not allow it.
        Busy.
    """
    last = ranges.at(store, wallet_id, until, clock.now()).number
    numbers: list[str] = []
    for _ in range(PASSES):
        wallet = store.get(Wallet, wallet_id)
        if wallet is None or wallet.invoiced >= last:
            break
        batch = gathered(store, wallet, last)
        numbers += store.compete(lambda unit: _bill(unit, store, clock, actor, wallet_id, batch))  # noqa: B023
        if batch.through >= last:
            break
    return numbers


def gathered(store: Store, wallet: Wallet, through: int) -> Batch:
    """Read what the next commit bills. Nothing of it ever changes, so no commit need guard it."""
    after = wallet.invoiced
    entries = ranges.between(store, wallet.id, after, min(through, after + MOST))
    selling = [entry for entry in entries if entry.kind in _SELLING]
    found = store.several(Transaction, *(entry.transaction_id for entry in selling))
    lines: dict[TransactionKind, list[InvoiceLine]] = {kind: [] for kind in _SELLING}
    for entry, transaction in zip(selling, found, strict=True):
        if transaction is None:
            raise LedgerBrokenError
        sale = transaction.sale
        if sale is not None and sale.customer in {None, wallet.id}:  # a clinic's order is the lab's
            lines[entry.kind].append(_line(entry, transaction))
    fees, refunds = lines[TransactionKind.CAPTURE], lines[TransactionKind.REFUND]
    before = {line.hold_id for line in refunds} - {line.hold_id for line in fees}
    return Batch(
        after=after,
        through=entries[-1].number,
        fees=tuple(fees),
        refunds=tuple(refunds),
        billed={hold: _invoice_of(store, hold) for hold in sorted(before)},
    )


def _line(entry: WalletEntry, transaction: Transaction) -> InvoiceLine:
    if transaction.sale is None or transaction.follows is None:
        raise LedgerBrokenError
    charge = Charge.of(transaction.postings)
    if transaction.kind is TransactionKind.REFUND:
        charge = -charge
    return InvoiceLine(
        entry=entry.number,
        transaction_id=transaction.id,
        hold_id=transaction.follows,
        item=transaction.sale.item,
        reference=transaction.reference,
        at=entry.at,
        tax=transaction.sale.tax,
        net=charge.net,
        cgst=charge.cgst,
        sgst=charge.sgst,
        igst=charge.igst,
        gross=charge.gross,
    )


def _invoice_of(store: Store, hold_id: str) -> Invoice:
    """Find the invoice of a fee that was billed before; there is one, for entries are in order."""
    found: list[Invoice] = store.find(BILLED, hold_id, limit=1)
    if not found:
        raise LedgerBrokenError
    return found[0]


def _bill(
    unit: OptimisticUnit, store: Store, clock: Clock, actor: str, wallet_id: str, batch: Batch
) -> list[str]:
    """Write a batch, unless somebody else has billed it meanwhile."""
    wallet = unit.get(Wallet, wallet_id)
    if wallet is None or wallet.invoiced != batch.after:
        return []
    press = Press(unit, clock.now(), wallet_id, batch)
    if batch.fees:
        if wallet.billing is None:
            raise BillingMissing
        press.invoice(wallet.billing)
    press.credit_notes()
    press.write(actor)
    unit.change(wallet, invoiced=batch.through)
    _tell(unit, store, clock, wallet, press.numbers)
    return press.numbers


def _tell(
    unit: OptimisticUnit, store: Store, clock: Clock, wallet: Wallet, numbers: Sequence[str]
) -> None:
    """Tell the owners of what was made out to them. A write each."""
    from messaging.service import Audience, Notice, notify  # only who makes invoices waits for it

    owners = Audience.organisation(wallet.kind, wallet.id)
    for number in numbers:
        notify(unit, store, clock, owners, Notice.INVOICE_ISSUED, invoice=number)


class Press:
    """Makes the documents of a batch: reads the series, then writes it all in one unit."""

    def __init__(self, unit: OptimisticUnit, now: datetime, wallet_id: str, batch: Batch) -> None:
        self._unit, self._now, self._wallet_id, self._batch = unit, now, wallet_id, batch
        self._series: dict[str, Series | None] = {}
        self._last: dict[str, int] = {}
        self._made: list[Invoice] = []

    @property
    def numbers(self) -> list[str]:
        """The numbers given."""
        return [made.id for made in self._made]

    def invoice(self, customer: Billing) -> None:
        """Make the invoice of the batch's fees."""
        holds = [line.hold_id for line in self._batch.fees]
        self._make(Paper.INVOICE, customer, self._batch.fees, holds=holds)

    def credit_notes(self) -> None:
        """Make a credit note for each invoice that refunds take from, to whom that was made out."""
        own = self._made[0] if self._made else None
        originals: dict[str, Invoice] = {}
        lines: dict[str, list[InvoiceLine]] = {}
        for line in self._batch.refunds:
            original = self._batch.billed.get(line.hold_id) or own
            if original is None:
                raise LedgerBrokenError
            originals[original.id] = original
            lines.setdefault(original.id, []).append(line)
        for number, original in originals.items():
            self._make(
                Paper.CREDIT_NOTE,
                original.customer,
                lines[number],
                follows=number,
                followed_at=original.issued_at,
            )

    def write(self, actor: str) -> None:
        """Write what was made, the series, and one audit entry that names the numbers."""
        for made in self._made:
            self._unit.create(made, made.id)
        for name, last in self._last.items():
            before = self._series[name]
            if before is None:
                self._unit.create(Series(last=last), name)
            else:
                self._unit.change(before, last=last)
        if self._made:
            entry = audit.AuditEntry(
                actor=actor,
                action="wallet.issue_invoices",
                subject=Wallet.path_for(self._wallet_id),
                at=self._now,
                refs={"first": self._made[0].id, "last": self._made[-1].id},
            )
            # Named after its first document: the entry is as unique as that, and written with it.
            self._unit.create(entry, f"issued-{self._made[0].id}")

    def _make(
        self, kind: Paper, customer: Billing, lines: Sequence[InvoiceLine], **more: object
    ) -> None:
        fields = {
            "kind": kind,
            "wallet_id": self._wallet_id,
            "issued_at": self._now,
            "covered": _covered(self._batch, lines),
            "supplier": supplier(lines),
            "customer": customer,
            "sac": settings.SAC.value,
            "lines": list(lines),
            "totals": total(list(lines)),
            **more,
        }
        self._made.append(Invoice.model_validate(fields).placed(self._number(kind)))

    def _number(self, kind: Paper) -> str:
        """Take the next number of a series, which is read once and guarded by this commit."""
        name = series_of(kind, self._now)
        if name not in self._series:
            self._series[name] = found = self._unit.get(Series, name)
            self._last[name] = found.last if found else 0
        self._last[name] += 1
        return number_in(name, self._last[name])


def supplier(lines: Iterable[InvoiceLine]) -> Billing:
    """Return the platform as it stands on what bills these lines.

    Who has no GSTIN may not collect tax: CGST Act 2017, section 32.

    Raises:
        SupplierMissing: the details are incomplete, only examples, or without a GSTIN despite tax.
    """
    example = settings.GSTIN.value == settings.EXAMPLE_GSTIN and not firebase.on_emulator()
    taxed = any(line.gross != line.net for line in lines)
    try:
        found = Billing(
            legal_name=settings.LEGAL_NAME.value,
            address=settings.ADDRESS.value,
            state=settings.STATE.value,
            gstin=settings.GSTIN.value or None,
        )
    except ValidationError as err:
        raise SupplierMissing from err
    if example or (taxed and found.gstin is None):
        raise SupplierMissing
    return found


def _covered(batch: Batch, lines: Sequence[InvoiceLine]) -> Covered:
    times = [line.at for line in lines]
    return Covered(after=batch.after, through=batch.through, first=min(times), last=max(times))
