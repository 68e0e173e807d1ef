"""Makes vouchers for advances: a receipt voucher of each payment in, a refund voucher of what goes.

CGST Act 2017, section 31(3)(d) and (e); CGST Rules 2017, rules 50 and 51. Only from the day on that
a setting names. They are numbered as invoices are, each entry of the wallet is looked at once, and
what is left of each advance stands in the wallet, from which invoices adjust it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core import settings
from core.clock import Clock, start_of
from core.contention import OptimisticUnit
from core.store import Store
from wallet.invoices import codes, ranges
from wallet.invoices.adjusting import take
from wallet.invoices.errors import SupplierMissing
from wallet.invoices.models import Invoice, InvoiceLine, Paper
from wallet.invoices.press import Parties, Press
from wallet.invoices.statements import changed
from wallet.ledger import supplying
from wallet.ledger.accounting_periods import month_of
from wallet.ledger.advances import Advance
from wallet.ledger.charges import Charge
from wallet.ledger.errors import BillingMissing, LedgerBrokenError
from wallet.ledger.models import Transaction, TransactionKind, Wallet, WalletEntry
from wallet.ledger.terms import SaleItem

#: Entries looked at in one commit: most make one document, few make more.
MOST = 50

#: What brings money into a wallet that nothing was supplied for yet; what came back is such again.
_COMES_IN = frozenset(
    {TransactionKind.TOP_UP, TransactionKind.REFUND_REVERSAL, TransactionKind.PAYOUT_RETURN}
)

#: Commits of one call; the next one goes on.
PASSES = 100


@dataclass(frozen=True)
class UnseenEntries:
    """Entries that were not looked at before, and those among them that vouchers are made of."""

    seen: int
    after: int
    through: int
    entries: tuple[WalletEntry, ...]


def issue(store: Store, clock: Clock, actor: str, wallet_id: str, last: int) -> list[str]:
    """Make the vouchers of a wallet's entries up to a number; return theirs.

    Nothing where vouchers are not switched on. For each fifty entries two reads of the wallet, and
    one of each entry, capture and series; the first time two more, for where to begin. Writes the
    documents, their series, notices, an audit entry and the wallet. Repeating it makes nothing
    twice.

    Raises:
        BillingMissing: there is an advance and nobody to make its voucher out to.
        SupplierMissing: the platform's own details do not allow it.
        Busy.
    """
    begins = settings.VOUCHERS_FROM.value
    numbers: list[str] = []
    for _ in range(PASSES if begins else 0):
        wallet = store.get(Wallet, wallet_id)
        after = _begin(store, wallet, date.fromisoformat(begins), clock.now()) if wallet else last
        if wallet is None or after >= last:
            break
        batch = _gathered(store, wallet, after, last)
        numbers += store.compete(lambda unit: _make(unit, store, clock, actor, wallet_id, batch))  # noqa: B023
        if batch.through >= last:
            break
    return numbers


def goes_back(entry: WalletEntry, transaction: Transaction | None) -> bool:
    """Tell whether money left a wallet without a supply of the platform to whom it belongs to.

    That is a payment given back through the gateway, a payout, a price paid to a lab, a correction.
    """
    if changed(entry) >= 0:
        return False
    sale = transaction.sale if transaction else None
    own = sale is not None and sale.customer in {None, entry.ids[0]}
    return not (entry.kind is TransactionKind.CAPTURE and own)


def _begin(store: Store, wallet: Wallet, first_day: date, now: datetime) -> int:
    """Return the number of the last entry that is done with: looked at, or of a time before."""
    begins, gone = start_of(first_day), wallet.brought_forward
    if wallet.vouchered:
        return max(wallet.vouchered, wallet.begins_after)
    if gone is not None and begins <= gone.at:
        return gone.number
    return ranges.at(store, wallet.id, begins, now).number


def _gathered(store: Store, wallet: Wallet, after: int, last: int) -> UnseenEntries:
    entries = ranges.between(store, wallet.id, after, min(last, after + MOST))
    taken = [entry for entry in entries if entry.kind is TransactionKind.CAPTURE]
    found = store.several(Transaction, *(entry.transaction_id for entry in taken))
    behind = {entry.number: each for entry, each in zip(taken, found, strict=True)}
    relevant = (
        entry
        for entry in entries
        if entry.kind in _COMES_IN or goes_back(entry, behind.get(entry.number))
    )
    return UnseenEntries(wallet.vouchered, after, entries[-1].number, tuple(relevant))


def _make(
    unit: OptimisticUnit,
    store: Store,
    clock: Clock,
    actor: str,
    wallet_id: str,
    batch: UnseenEntries,
) -> list[str]:
    """Write a batch's vouchers, unless somebody else has meanwhile."""
    wallet = unit.get(Wallet, wallet_id)
    if wallet is None or wallet.vouchered != batch.seen:
        return []
    press = Press(unit, clock.now(), wallet, batch.after, batch.through)
    left: Sequence[Advance] = wallet.advances
    refunds: dict[tuple[str, str], list[InvoiceLine]] = {}
    for entry in batch.entries:
        if entry.kind in _COMES_IN:
            left = [*left, _receipt(press, wallet, entry)]
            continue
        left, parts = take(left, -changed(entry), entry.reference)
        for part in parts:
            at = (part.advance.voucher, month_of(entry.at))
            refunds.setdefault(at, []).append(_line(entry, part.charge))
    _refund(unit, press, refunds)
    press.write(actor)
    unit.change(wallet, vouchered=batch.through, advances=list(left))
    press.tell(store, clock)
    return press.numbers


def _receipt(press: Press, wallet: Wallet, entry: WalletEntry) -> Advance:
    """Make the voucher of a payment in; what it is for nobody knows yet.

    So the rate is that of rule 50, first proviso (i). Where the customer is, is known: without its
    details no voucher can be made (rule 50(d)), so that proviso (ii) has no case.
    """
    supplier = supplying.platform(taxed=True)
    if supplier is None:
        raise SupplierMissing
    if wallet.billing is None:
        raise BillingMissing
    same_state = supplier.state == wallet.billing.state
    charge = Charge.within(changed(entry), settings.ADVANCE_TAX.value, same_state=same_state)
    parties = Parties(supplier, wallet.billing, wallet.billing.state)
    made = press.make(Paper.RECEIPT_VOUCHER, parties, [_line(entry, charge)])
    return Advance(
        voucher=made.id,
        issued_at=made.issued_at,
        reference=entry.reference,
        gross=charge.gross,
        cgst=charge.cgst,
        sgst=charge.sgst,
        igst=charge.igst,
        left=charge.gross,
    )


def _refund(
    unit: OptimisticUnit, press: Press, refunds: Mapping[tuple[str, str], Sequence[InvoiceLine]]
) -> None:
    """Make a voucher for each receipt voucher and month that anything went back of."""
    for (number, _), lines in refunds.items():
        original = press.made(number) or unit.get(Invoice, number)
        if original is None:
            raise LedgerBrokenError
        parties = Parties(original.supplier, original.customer, original.place_of_supply)
        rate = original.lines[0].tax
        at_rate = [line.model_copy(update={"tax": rate}) for line in lines]
        press.make(Paper.REFUND_VOUCHER, parties, at_rate, original)


def _line(entry: WalletEntry, charge: Charge) -> InvoiceLine:
    return InvoiceLine(
        entry=entry.number,
        transaction_id=entry.transaction_id,
        hold_id="",
        item=SaleItem.ADVANCE,
        reference=entry.reference,
        subject=entry.subject,
        at=entry.at,
        tax=settings.ADVANCE_TAX.value,
        sac=codes.code_of(SaleItem.ADVANCE),
        net=charge.net,
        cgst=charge.cgst,
        sgst=charge.sgst,
        igst=charge.igst,
        gross=charge.gross,
    )
