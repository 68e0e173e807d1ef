"""Makes the documents of a commit: which there are, whom they are made out to, their numbers.

A document has one supplier, one customer, one place of supply and so one kind of tax, and is of one
month: IGST Act 2017, sections 7, 8 and 12(2); CGST Rules 2017, rule 46(n).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from datetime import datetime

from core import audit
from core.clock import Clock
from core.contention import OptimisticUnit
from core.store import Store
from wallet.invoices.adjusting import Taken, pay
from wallet.invoices.dating import dated
from wallet.invoices.errors import SupplierMissing
from wallet.invoices.models import Adjusted, Covered, Invoice, InvoiceLine, Paper, Series, total
from wallet.invoices.numbers import number_in, series_of
from wallet.ledger import supplying
from wallet.ledger.accounting_periods import month_of
from wallet.ledger.advances import Advance
from wallet.ledger.billing import Billing
from wallet.ledger.charges import Charge
from wallet.ledger.errors import BillingMissing, LedgerBrokenError
from wallet.ledger.models import Wallet
from wallet.ledger.terms import Sale, SaleItem


@dataclass(frozen=True)
class Sold:
    """A line, and the sale that it is of."""

    line: InvoiceLine
    sale: Sale


@dataclass(frozen=True)
class Parties:
    """Who sells to whom, and the state of the place of supply."""

    supplier: Billing
    customer: Billing
    place: str

    @property
    def registrations(self) -> tuple[str | None, ...]:
        """Return what tells them from others; an address alone does not."""
        who = (self.supplier, self.customer)
        named = [part for each in who for part in (each.gstin, each.legal_name, each.state)]
        return (*named, self.place)


class Press:
    """Makes the documents of a batch: reads the series, then writes it all in one unit.

    `after` and `through` are the numbers of the wallet's entries that the batch lies between.
    """

    def __init__(
        self, unit: OptimisticUnit, now: datetime, wallet: Wallet, after: int, through: int
    ) -> None:
        self._unit, self._now, self._wallet = unit, now, wallet
        self._after, self._through = after, through
        self._series: dict[str, Series | None] = {}
        self._last: dict[str, int] = {}
        self._made: list[Invoice] = []
        self._invoice_of: dict[str, Invoice] = {}
        #: What is left of the wallet's advances once the invoices made here are paid of them.
        self.advances: list[Advance] = list(wallet.advances)

    def made(self, number: str) -> Invoice | None:
        """Return a document that was made here."""
        return next((made for made in self._made if made.id == number), None)

    @property
    def numbers(self) -> list[str]:
        """The numbers given."""
        return [made.id for made in self._made]

    def invoices(self, fees: Iterable[Sold]) -> None:
        """Make an invoice for each month and each pair of registrations that fees are of.

        Raises:
            BillingMissing: the wallet has no details to make one out to.
            SupplierMissing: the platform's own do not allow it.
        """
        lines: dict[tuple[str | None, ...], list[InvoiceLine]] = {}
        parties: dict[tuple[str | None, ...], Parties] = {}
        paid: dict[tuple[str | None, ...], list[Taken]] = {}
        for sold in fees:
            found = self._parties(sold)
            key = (month_of(sold.line.at), *found.registrations)
            lines.setdefault(key, []).append(sold.line)
            parties[key] = found  # the last one: an address is that of the last sale
            paid.setdefault(key, []).extend(self._paid(sold.line))
        for key, of_invoice in lines.items():
            holds = [line.hold_id for line in of_invoice]
            adjusted = _adjusted(paid[key])
            made = self.make(
                Paper.INVOICE, parties[key], of_invoice, holds=holds, adjusted=adjusted
            )
            self._invoice_of |= dict.fromkeys(holds, made)

    def credit_notes(self, refunds: Iterable[Sold], billed: Mapping[str, Invoice]) -> None:
        """Make the credit notes, each for one invoice and of one month, to whom that was made out.

        `billed` are the invoices of holds that were billed before. What is given back too late for
        the tax to follow has notes of its own.
        """
        lines: dict[tuple[str, Paper, str], list[InvoiceLine]] = {}
        originals: dict[str, Invoice] = {}
        for sold in refunds:
            line = sold.line
            original = billed.get(line.hold_id) or self._invoice_of.get(line.hold_id)
            if original is None:
                raise LedgerBrokenError
            originals[original.id] = original
            kind = Paper.FINANCIAL_CREDIT_NOTE if sold.sale.untaxed else Paper.CREDIT_NOTE
            lines.setdefault((original.id, kind, month_of(line.at)), []).append(line)
        for (number, kind, _), of_note in lines.items():
            original = originals[number]
            parties = Parties(original.supplier, original.customer, original.place_of_supply)
            self.make(kind, parties, of_note, original)

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
                subject=Wallet.path_for(self._wallet.id),
                at=self._now,
                refs={"first": self._made[0].id, "last": self._made[-1].id},
            )
            # Named after its first document: the entry is as unique as that, and written with it.
            self._unit.create(entry, f"issued-{self._made[0].id}")

    def tell(self, store: Store, clock: Clock) -> None:
        """Tell the owners of what was made out to them. A write each."""
        from messaging.service import Audience, Notice, notify  # only who makes documents waits

        owners = Audience.organisation(self._wallet.kind, self._wallet.id)
        for number in self.numbers:
            notify(self._unit, store, clock, owners, Notice.INVOICE_ISSUED, invoice=number)

    def _paid(self, line: InvoiceLine) -> list[Taken]:
        """Use up advances for a fee; what is withheld from a price is paid of no advance."""
        if line.item is SaleItem.COMMISSION:
            return []
        self.advances, parts = pay(self.advances, line.gross, line.entry)
        return parts

    def _parties(self, sold: Sold) -> Parties:
        """Return who sold to whom when the sale was agreed, and where it was supplied."""
        under, line = sold.sale.registration, sold.line
        taxed = line.gross != line.net
        supplier = (under.supplier if under else None) or supplying.platform(taxed=taxed)
        if supplier is None or (taxed and supplier.gstin is None):
            raise SupplierMissing
        customer = (
            self._wallet.registered(under.customer) if under else self._agreed(line, supplier)
        )
        if customer is None:
            raise BillingMissing
        local = bool(line.cgst or line.sgst)
        # What was taxed as local before details were kept with sales was supplied at home.
        place = supplier.state if local else customer.state
        if line.igst and place == supplier.state:
            raise LedgerBrokenError
        return Parties(supplier, customer, place)

    def _agreed(self, line: InvoiceLine, supplier: Billing) -> Billing | None:
        """Return the first details that a sale can have been made under, of those it was not kept.

        Tax across states was agreed with a customer of another state. Where a wallet that has moved
        since has no such details, it is billed once they were saved anew.
        """
        known = self._wallet.known_registrations
        return next((b for b in known if not line.igst or b.state != supplier.state), None)

    def make(
        self,
        kind: Paper,
        parties: Parties,
        lines: Sequence[InvoiceLine],
        followed: Invoice | None = None,
        adjusted: Sequence[Adjusted] = (),
        **more: object,
    ) -> Invoice:
        """Make a document of these lines; one that corrects another follows it."""
        times = [line.at for line in lines]
        issued_at = dated(max(times), self._now)
        if adjusted:  # an invoice does not come before the vouchers that it adjusts
            issued_at = max(issued_at, *(each.issued_at for each in adjusted))
        if followed is not None:  # a note does not come before what it corrects
            issued_at = max(issued_at, followed.issued_at)
            more |= {"follows": followed.id, "followed_at": followed.issued_at}
        fields = {
            "kind": kind,
            "wallet_id": self._wallet.id,
            "issued_at": issued_at,
            "covered": Covered(
                after=self._after, through=self._through, first=min(times), last=max(times)
            ),
            "supplier": parties.supplier,
            "customer": parties.customer,
            "place": parties.place,
            "sac": lines[0].sac,
            "lines": list(lines),
            "totals": total(list(lines)),
            "adjusted": list(adjusted),
            **more,
        }
        made = Invoice.model_validate(fields).placed(self._number(kind, issued_at))
        self._made.append(made)
        return made

    def _number(self, kind: Paper, issued_at: datetime) -> str:
        """Take the next number of a series, which is read once and guarded by this commit."""
        name = series_of(kind, issued_at)
        if name not in self._series:
            self._series[name] = found = self._unit.get(Series, name)
            self._last[name] = found.last if found else 0
        self._last[name] += 1
        return number_in(name, self._last[name])


def _adjusted(parts: Iterable[Taken]) -> list[Adjusted]:
    """Return what an invoice takes of each advance, the parts of its fees added up."""
    sums: dict[str, Charge] = {}
    dates: dict[str, datetime] = {}
    for part in parts:
        voucher, before = part.advance.voucher, sums.get(part.advance.voucher, Charge(0))
        added = zip(astuple(before), astuple(part.charge), strict=True)
        sums[voucher] = Charge(*(one + other for one, other in added))
        dates[voucher] = part.advance.issued_at
    return [
        Adjusted(voucher=voucher, issued_at=dates[voucher], gross=whole.gross, **asdict(whole))
        for voucher, whole in sums.items()
    ]
