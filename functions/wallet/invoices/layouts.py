"""Prints an invoice, a credit note or a voucher from what is stored alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.paper import Column, Sheet
from core.wording import day
from wallet.invoices.models import Amounts, Invoice, InvoiceLine, Paper
from wallet.invoices.wording import ITEMS, about, percent, referred, rupees, state
from wallet.ledger.billing import WITHOUT_LEGISLATURE, Billing
from wallet.ledger.terms import SaleItem

_UNTAXED = (
    "Credit without tax: the time in which a credit note could reduce the tax is over (CGST Act "
    "2017, section 34(2)). The tax on the invoice stays paid, and the recipient's input tax credit "
    "is not affected."
)
_UNDETERMINED = (
    "What it will pay for is not known yet: it bears tax at {rate} (CGST Rules 2017, rule 50, "
    "first proviso), which is in the amount. The tax is adjusted on the invoices that the "
    "advance pays."
)
SIGNED = "This is a computer-generated document. It needs no signature."

_TITLES = {
    Paper.CREDIT_NOTE: "Credit note",
    Paper.FINANCIAL_CREDIT_NOTE: "Financial credit note",
    Paper.RECEIPT_VOUCHER: "Receipt voucher",
    Paper.REFUND_VOUCHER: "Refund voucher",
}
_RECIPIENT = {
    Paper.INVOICE: "Billed to",
    Paper.CREDIT_NOTE: "Credited to",
    Paper.FINANCIAL_CREDIT_NOTE: "Credited to",
    Paper.RECEIPT_VOUCHER: "Received from",
    Paper.REFUND_VOUCHER: "Refunded to",
}
#: What the last column of a voucher is called.
_AMOUNT = {Paper.RECEIPT_VOUCHER: "Advance", Paper.REFUND_VOUCHER: "Refund"}


def invoice(made: Invoice) -> bytes:
    """Return the PDF of a document, with what CGST Rules 46, 50, 51 and 53 ask for.

    The third part beside the parties is left to the QR code of an e-invoice (rule 46(r)).
    """
    name = title(made)
    sheet = Sheet(name, made.id, made.issued_at)
    sheet.heading(name)
    if made.kind is Paper.INVOICE:
        sheet.paragraph("Original for recipient", grey=True)
        sheet.ln(2)
    sheet.blocks(
        ("Supplier", party(made.supplier, registered=True)),
        (_RECIPIENT[made.kind], party(made.customer, registered=False)),
        ("", []),
    )
    sheet.facts(_facts(made))
    taxes = _taxes(made)
    sheet.rows(
        _columns(taxes, _AMOUNT.get(made.kind, "Total")),
        [
            [
                str(number),
                day(line.at),
                _described(line),
                line.sac or made.sac,
                *_amounts(line, taxes),
            ]
            for number, line in enumerate(made.lines, 1)
        ],
        totals=[["", "", "Total", "", *_amounts(made.totals, taxes)]],
    )
    _close(sheet, made)
    return sheet.finished()


def title(made: Invoice) -> str:
    """Return what a document is called: only who is registered makes out tax invoices.

    A registered supplier bills what bears no tax by a bill of supply: CGST Act 2017, section 31(3).
    """
    if made.kind is not Paper.INVOICE:
        return _TITLES[made.kind]
    if made.supplier.gstin is None:
        return "Invoice"
    return "Tax invoice" if any(line.tax for line in made.lines) else "Bill of supply"


def party(billing: Billing, *, registered: bool) -> list[str]:
    """Return the lines that name a party; `registered` asks for one that should be."""
    missing = "not registered" if registered else "none given"
    return [
        billing.legal_name,
        billing.address,
        f"State: {state(billing.state)}",
        f"GSTIN: {billing.gstin or missing}",
    ]


def _facts(made: Invoice) -> list[tuple[str, str]]:
    first, last = day(made.covered.first), day(made.covered.last)
    facts = [
        ("Number", made.id),
        ("Place of supply", state(made.place_of_supply)),
        ("Date", day(made.issued_at)),
        ("Reverse charge", "No"),
        ("Period", first if first == last else f"{first} to {last}"),
    ]
    if made.follows and made.followed_at:
        name = "Receipt voucher" if made.kind is Paper.REFUND_VOUCHER else "Against invoice"
        facts.append((name, f"{made.follows} of {day(made.followed_at)}"))
    if made.irn:
        facts.append(("IRN", made.irn))
    return facts


@dataclass(frozen=True)
class _Tax:
    """A tax that a document shows: its name, its field of the amounts, and its part of the rate."""

    name: str
    field: str
    divided_by: int = 1


def _taxes(made: Invoice) -> list[_Tax]:
    """Return the taxes of the law that any line bears."""
    totals = made.totals
    found = []
    if totals.cgst or totals.sgst:
        of_state = "UTGST" if made.place_of_supply in WITHOUT_LEGISLATURE else "SGST"
        found += [_Tax("CGST", "cgst", 2), _Tax(of_state, "sgst", 2)]
    if totals.igst:
        found.append(_Tax("IGST", "igst"))
    return found


def _columns(taxes: Sequence[_Tax], amount: str) -> list[Column]:
    """Return the columns: each tax has one for its rate and one for its amount."""
    of_taxes = [
        column
        for tax in taxes
        for column in (
            Column(f"{tax.name} %", 13, "RIGHT"),
            Column(f"{tax.name} ₹", 18.5, "RIGHT"),
        )
    ]
    return [
        Column("#", 6, "RIGHT"),
        Column("Date", 12),
        Column("Description", 43),
        Column("SAC", 12),
        Column("Taxable value ₹", 23, "RIGHT"),
        *of_taxes,
        Column(f"{amount} ₹", 23, "RIGHT"),
    ]


def _amounts(amounts: Amounts, taxes: Sequence[_Tax]) -> list[str]:
    rate = amounts.tax if isinstance(amounts, InvoiceLine) else None
    shown = []
    for tax in taxes:
        shown.append("" if rate is None else percent(Fraction(rate, tax.divided_by)))
        shown.append(rupees(getattr(amounts, tax.field)))
    return [rupees(amounts.net), *shown, rupees(amounts.gross)]


def _described(line: InvoiceLine) -> str:
    about_it = "" if _is_payment(line) else referred(line.reference)
    return "\n".join(filter(None, (ITEMS[line.item], about(line.subject), about_it)))


def _is_payment(line: InvoiceLine) -> bool:
    """Tell whether a line is about a payment, whose id no column holds: it stands below."""
    return line.reference.startswith("payments/")


def _close(sheet: Sheet, made: Invoice) -> None:
    sheet.ln(2)
    sheet.paragraph(_settled(made))
    for number, line in enumerate(made.lines, 1):
        if _is_payment(line):
            sheet.paragraph(f"{number}: {referred(line.reference)}")
    if made.adjusted:
        sheet.paragraph("Paid out of advances, whose tax is adjusted here:")
    for part in made.adjusted:
        tax = rupees(part.gross - part.net)
        said = (
            f"{part.voucher} of {day(part.issued_at)}: ₹ {rupees(part.gross)}, with tax of ₹ {tax}"
        )
        sheet.paragraph(said)
    if made.kind is Paper.RECEIPT_VOUCHER:
        sheet.paragraph(_UNDETERMINED.format(rate=percent(Fraction(made.lines[0].tax))))
    if made.kind is Paper.FINANCIAL_CREDIT_NOTE:
        sheet.paragraph(_UNTAXED)
    if made.supplier.gstin is None:
        sheet.paragraph("The supplier is not registered under GST: no tax is charged.")
    sheet.paragraph(SIGNED, grey=True)


def _settled(made: Invoice) -> str:
    """Return where the money of a document is."""
    commission = all(line.item is SaleItem.COMMISSION for line in made.lines)
    gross = rupees(made.totals.gross)
    if made.kind is Paper.RECEIPT_VOUCHER:
        return f"₹ {gross} received in advance into the customer's Scanner wallet."
    if made.kind is Paper.REFUND_VOUCHER:
        return f"₹ {gross} of the advance went back: the supplier supplied nothing for it."
    if made.follows and commission:
        went = "went to the clinic with the refund of the order"
        return f"₹ {gross} of commission taken back: it {went}."
    if commission:
        return "Withheld from the price of the order: nothing is due."
    if made.follows:
        return f"₹ {gross} credited to the customer's Scanner wallet."
    return "Paid in full from the customer's Scanner wallet: nothing is due."
