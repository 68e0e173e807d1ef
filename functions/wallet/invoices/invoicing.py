"""Makes invoices and credit notes: one commit has the documents, their numbers, what is billed.

So numbers have no gaps and no doubles, and every entry is billed once, whoever comes first and
wherever a run ends. See docs/decisions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from core.clock import Clock
from core.contention import OptimisticUnit
from core.queries import Query
from core.store import Store
from wallet.invoices import codes, ranges, vouchers
from wallet.invoices.models import Invoice, InvoiceLine
from wallet.invoices.press import Press, Sold
from wallet.ledger.charges import Charge
from wallet.ledger.errors import LedgerBrokenError
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
        fees: lines of invoices.
        refunds: lines of credit notes, by the hold that they give back from.
        billed: the invoices of holds that were billed before.
    """

    after: int
    through: int
    fees: tuple[Sold, ...]
    refunds: tuple[Sold, ...]
    billed: Mapping[str, Invoice]


def issue(store: Store, clock: Clock, actor: str, wallet_id: str, until: datetime) -> list[str]:
    """Make out what a wallet bought before a moment; the numbers made, vouchers and invoices first.

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
    numbers = vouchers.issue(store, clock, actor, wallet_id, last)  # which invoices then adjust
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
    sold: dict[TransactionKind, list[Sold]] = {kind: [] for kind in _SELLING}
    for entry, transaction in zip(selling, found, strict=True):
        if transaction is None:
            raise LedgerBrokenError
        sale = transaction.sale
        if sale is None or sale.customer not in {None, wallet.id}:  # a clinic's order is the lab's
            continue
        if line := _line(entry, transaction):
            sold[entry.kind].append(Sold(line, sale))
    fees, refunds = sold[TransactionKind.CAPTURE], sold[TransactionKind.REFUND]
    before = {each.line.hold_id for each in refunds} - {each.line.hold_id for each in fees}
    return Batch(
        after=after,
        through=entries[-1].number,
        fees=tuple(fees),
        refunds=tuple(refunds),
        billed={hold: _invoice_of(store, hold) for hold in sorted(before)},
    )


def _line(entry: WalletEntry, transaction: Transaction) -> InvoiceLine | None:
    """Return the line of a sale or its refund; None where it comes to nothing."""
    if transaction.sale is None or transaction.follows is None:
        raise LedgerBrokenError
    charge = Charge.of(transaction.postings)
    if transaction.kind is TransactionKind.REFUND:
        charge = -charge
    if not charge.gross:
        return None
    return InvoiceLine(
        entry=entry.number,
        transaction_id=transaction.id,
        hold_id=transaction.follows,
        item=transaction.sale.item,
        reference=transaction.reference,
        subject=entry.subject,
        at=entry.at,
        tax=0 if transaction.sale.untaxed else transaction.sale.tax,
        sac=codes.code_of(transaction.sale.item),
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
    press = Press(unit, clock.now(), wallet, batch.after, batch.through)
    press.invoices(batch.fees)
    press.credit_notes(batch.refunds, batch.billed)
    press.write(actor)
    left = {"advances": press.advances} if press.advances != wallet.advances else {}
    unit.change(wallet, invoiced=batch.through, **left)
    press.tell(store, clock)
    return press.numbers
