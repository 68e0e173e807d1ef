"""Makes vouchers for advances: a receipt voucher of each payment in, a refund voucher of what goes.

CGST Act 2017, section 31(3)(d) and (e); CGST Rules 2017, rules 50 and 51. Only from the day on that
a setting names. They are numbered as invoices are, each entry of the wallet is looked at once, and
what is left of each advance stands in the wallet, from which invoices adjust it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core import settings
from core.clock import Clock, start_of
from core.contention import OptimisticUnit
from core.store import Store
from wallet.invoices import adjusting, codes, given_back, ranges
from wallet.invoices.advance_movements import (
    COMES_BACK,
    COMES_IN,
    goes_back,
    leaves,
    pays_a_fee,
    received,
)
from wallet.invoices.errors import SupplierMissing
from wallet.invoices.given_back import VoucherLine
from wallet.invoices.models import Invoice, InvoiceLine, Paper
from wallet.invoices.press import Parties, Press
from wallet.ledger import supplying
from wallet.ledger.accounting_periods import month_of
from wallet.ledger.advances import Advance
from wallet.ledger.charges import Charge
from wallet.ledger.errors import BillingMissing
from wallet.ledger.models import Transaction, TransactionKind, Wallet, WalletEntry
from wallet.ledger.terms import SaleItem

#: Entries looked at in one commit: most make one document, few make more.
MOST = 50

#: Commits of one call; the next one goes on.
PASSES = 100


@dataclass(frozen=True)
class UnseenEntries:
    """Entries that were not looked at before, and those among them that change advances.

    Attributes:
        seen: what the wallet said of how far it was looked at.
        after: number of the last entry that is done with.
        through: number of the last one here.
        entries: those that bring an advance, pay with one or give one back.
        fees: what the platform's own fees came to, by the numbers of the entries that took them.
        lines: those of vouchers made before, of the references of what comes back.
    """

    seen: int
    after: int
    through: int
    entries: tuple[WalletEntry, ...]
    fees: Mapping[int, int]
    lines: tuple[VoucherLine, ...]


def issue(store: Store, clock: Clock, actor: str, wallet_id: str, last: int) -> list[str]:
    """Make the vouchers of a wallet's entries up to a number; return theirs.

    Nothing where vouchers are not switched on. For each fifty entries two reads of the wallet, and
    one of each entry, capture and series; the first time two more, for where to begin. Where money
    came back that had left, one of each voucher of the wallet. Writes the documents, their series,
    notices, an audit entry and the wallet. Repeating it makes nothing twice.

    Raises:
        BillingMissing: there is an advance and nobody to make its voucher out to.
        SupplierMissing: the platform's own details do not allow it.
        Busy.
    """
    begins = settings.VOUCHERS_FROM.value
    numbers: list[str] = []
    for _ in range(PASSES if begins else 0):
        wallet = store.get(Wallet, wallet_id)
        after = _begin(store, wallet, begins, clock.now()) if wallet and begins else last
        if wallet is None or after >= last:
            break
        batch = _gathered(store, wallet, after, last)
        numbers += store.compete(lambda unit: _make(unit, store, clock, actor, wallet_id, batch))  # noqa: B023
        if batch.through >= last:
            break
    return numbers


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
    behind = {entry.number: (entry, of) for entry, of in zip(taken, found, strict=True)}
    fees = {
        number: Charge.of(found.postings).gross
        for number, (entry, found) in behind.items()
        if found and pays_a_fee(entry, found)
    }
    relevant = tuple(
        entry
        for entry in entries
        if entry.kind in COMES_IN
        or entry.number in fees
        or goes_back(entry, behind.get(entry.number, (entry, None))[1])
    )
    back = frozenset(entry.reference for entry in relevant if entry.kind in COMES_BACK)
    lines = given_back.read(store, wallet.id, back)
    return UnseenEntries(wallet.vouchered, after, entries[-1].number, relevant, fees, lines)


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
    movements = _Movements(press, wallet, batch)
    for entry in batch.entries:
        movements.add(entry)
    gone = set(_refund(unit, press, movements.refunds))
    press.write(actor)
    left = [each for each in movements.left if each.voucher not in gone]
    unit.change(wallet, vouchered=batch.through, advances=left)
    press.tell(store, clock)
    return press.numbers


class _Movements:
    """What the entries of a batch do to a wallet's advances, one after the other.

    Attributes:
        left: what is left of advances after the entries so far.
        refunds: what goes back, by receipt voucher and month.
    """

    def __init__(self, press: Press, wallet: Wallet, batch: UnseenEntries) -> None:
        self._press, self._wallet, self._fees = press, wallet, batch.fees
        self._lines = list(batch.lines)
        self.left: list[Advance] = list(wallet.advances)
        self.refunds: dict[tuple[str, str], list[InvoiceLine]] = {}

    def add(self, entry: WalletEntry) -> None:
        """Take in what the next entry does; makes a receipt voucher where it brings an advance."""
        if entry.kind in COMES_IN:
            self._receive(entry)
        elif entry.number not in self._fees:
            self._give_back(entry)
        elif entry.number > self._wallet.invoiced:  # else it was billed before there were vouchers
            self.left = adjusting.set_apart(self.left, self._fees[entry.number])

    def _receive(self, entry: WalletEntry) -> None:
        paise = received(self.left, entry)
        if entry.kind in COMES_BACK:
            paise = min(paise, given_back.outstanding(self._lines, entry.reference))
        if paise:
            advance, line = _receipt(self._press, self._wallet, entry, paise)
            self.left.append(advance)
            self._lines.append(VoucherLine(Paper.RECEIPT_VOUCHER, line))

    def _give_back(self, entry: WalletEntry) -> None:
        self.left, parts = adjusting.take(self.left, leaves(self.left, entry), entry.reference)
        for part in parts:
            line = _line(entry, part.charge)
            of = part.advance.voucher, month_of(entry.at)
            self.refunds.setdefault(of, []).append(line)
            self._lines.append(VoucherLine(Paper.REFUND_VOUCHER, line))


def _receipt(
    press: Press, wallet: Wallet, entry: WalletEntry, paise: int
) -> tuple[Advance, InvoiceLine]:
    """Make the voucher of an advance, and its line; what it is for nobody knows yet.

    So the rate is that of rule 50, first proviso (i). Where the customer is, is known: without its
    details no voucher can be made (rule 50(d)), so that proviso (ii) has no case.
    """
    supplier = supplying.platform(taxed=True)
    if supplier is None:
        raise SupplierMissing
    if wallet.billing is None:
        raise BillingMissing
    same_state = supplier.state == wallet.billing.state
    charge = Charge.within(paise, settings.ADVANCE_TAX.value, same_state=same_state)
    parties = Parties(supplier, wallet.billing, wallet.billing.state)
    line = _line(entry, charge)
    made = press.make(Paper.RECEIPT_VOUCHER, parties, [line])
    advance = Advance(
        voucher=made.id,
        issued_at=made.issued_at,
        reference=entry.reference,
        entry=entry.number,
        gross=charge.gross,
        cgst=charge.cgst,
        sgst=charge.sgst,
        igst=charge.igst,
        left=charge.gross,
    )
    return advance, line


def _refund(
    unit: OptimisticUnit, press: Press, refunds: Mapping[tuple[str, str], Sequence[InvoiceLine]]
) -> Iterator[str]:
    """Make a voucher for each receipt voucher and month that anything went back of.

    Yields the numbers of receipt vouchers that are gone by retention: nothing can follow them, and
    what was left of them is no advance any more.
    """
    for (number, _), lines in refunds.items():
        original = press.made(number) or unit.get(Invoice, number)
        if original is None:
            yield number
            continue
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
