"""What is printed: the words of an invoice, its amounts, its pages, and the same bytes again."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from babel.numbers import format_decimal
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pymupdf_fonts import FiraGO_Bold, FiraGO_Regular
from pypdf import PdfReader

from core.printable import printable
from tests.support import gst_rules
from tests.support.paper import KERNED, READERS, lines, shaped
from tests.unit.wallet.invoices.papers import (
    CUSTOMER,
    HINDI,
    MIXED,
    MOMENT,
    SUPPLIER,
    entries,
    line,
    made,
    other_reader,
    pages,
    printed,
)
from wallet.invoices import layouts, statement_layout, statements
from wallet.invoices.models import Paper, total
from wallet.invoices.ranges import Point
from wallet.invoices.wording import ITEMS, KINDS, percent, plain, rupees
from wallet.ledger.billing import STATES, Billing
from wallet.ledger.models import TransactionKind
from wallet.ledger.terms import SaleItem


@cache
def usual() -> str:
    """The text of an invoice as most are."""
    return printed(made())


# --- an invoice ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        # CGST Rule 46, letter by letter
        "Scanner Example Private Limited",
        "1 Example Road, Mumbai 400001",
        "GSTIN: 27AAAAA0000A1Z2",
        "SC-2627-000123",
        "1 Jun 2026",
        "Smile Dental Care LLP",
        "12 MG Road, Pune 411001",
        "GSTIN: 27AAPFU0939F1ZV",
        "State: Maharashtra (27)",
        "999316",
        "Intra-oral scan visit",
        "1,500.00",
        "CGST %",
        "SGST %",
        "9%",
        "135.00",
        "Place of supply Maharashtra (27)",
        "Reverse charge",
        # and what an accountant looks for
        "Tax invoice",
        "Original for recipient",
        "Visit v5Hs8RcTj2FgWq7nPx0M",
        "1,770.00",
        "nothing is due",
        "computer-generated",
        "Page 1 of 1",
    ],
)
def test_an_invoice_says(said: str) -> None:
    assert said in usual()


def test_within_the_state_two_taxes_are_shown_and_across_it_one() -> None:
    near, far = usual(), printed(made(line(near=False)))
    assert [tax in near for tax in ("CGST", "SGST", "IGST")] == [True, True, False]
    assert [tax in far for tax in ("CGST", "SGST", "IGST")] == [False, False, True]
    assert near.count("9%") == 2
    assert near.count("135.00") == 4, "each tax by itself, in the line and in the total"
    assert re.search(r"1,500.00 18% 270.00 1,770.00", far)


def test_a_labs_papers_say_where_its_money_went() -> None:
    """A commission is withheld from a price, and what is taken back of it the clinic has."""
    commission = line().model_copy(update={"item": SaleItem.COMMISSION})
    invoice = printed(made(commission))
    assert "Withheld from the price of the order: nothing is due." in invoice
    assert "Paid in full" not in invoice
    noted = {"kind": Paper.CREDIT_NOTE, "follows": "SC-2627-000123", "followed_at": MOMENT}
    note = printed(made(commission, number="SN-2627-000001", **noted))
    assert "1,770.00 of commission taken back" in note
    assert "credited to the customer's" not in note
    assert "credited to the customer's" in printed(made(number="SN-2627-000001", **noted))


@pytest.mark.parametrize("near", [True, False])
def test_an_amount_of_crores_stands_on_one_line(near: bool) -> None:
    text = printed(made(line(net=8_46_66_666_00, near=near)))
    assert text.count("8,46,66,666.00") == 2, "in the line and in the total"
    assert text.count("9,99,06,665.88") == 2, "with 18 per cent"


@pytest.mark.parametrize("code", sorted(STATES))
def test_a_union_territory_without_legislature_has_utgst(code: str) -> None:
    """UTGST Act 2017; Delhi, Jammu and Kashmir and Puducherry have an SGST Act of their own."""
    home = SUPPLIER.model_copy(update={"state": code, "gstin": None})
    text = printed(made(supplier=home, customer=home, place=code))
    ours = code in gst_rules.WITHOUT_LEGISLATURE
    assert ("UTGST ₹" in text, "SGST ₹" in text.replace("UTGST", "")) == (ours, not ours)


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        ("visits/v5Hs8RcTj2FgWq7nPx0M", "Visit v5Hs8RcTj2FgWq7nPx0M"),
        # Wider than one of a million that Firestore makes.
        ("orders/WmQGOWmQGOWmN0123456", "WmQGOWmQGOWmN0123456"),
    ],
)
def test_no_path_is_on_paper_and_an_id_stays_whole(reference: str, shown: str) -> None:
    """Copied from the page, it finds what it names; each of two readers agrees."""
    data = layouts.invoice(made(line().model_copy(update={"reference": reference})))
    for text in ("\n".join(pages(data)), other_reader(data)):
        assert shown in text
        assert reference not in text


def test_a_statement_names_what_it_is_about_and_ids_stay_whole() -> None:
    first = entries(1)[0].model_copy(update={"reference": f"payments/{'d' * 40}"})
    opening = Point(0, 0, 0)
    span = statements.StatementPeriod(
        date(2026, 6, 1), date(2026, 6, 30), opening, (first,), Point(1, first.available, 0)
    )
    data = statement_layout.statement(span, None, "w" * 20, MOMENT)
    for text in ("\n".join(pages(data)), other_reader(data)):
        assert "d" * 40 in text
        assert "payments/" not in text
        assert "w" * 20 in text


def test_an_e_invoice_has_its_number_and_room_for_its_code() -> None:
    """Rule 46(r): the QR code stands beside the parties, where nothing else is printed."""
    irn = "a5c12dca80e743321740b001fd70953e8738d109865d28ba4013750f2046f229"
    data = layouts.invoice(made(irn=irn))
    assert irn in other_reader(data).replace("\r\n", "").replace("\n", "")
    assert "IRN" not in usual()
    with pdfium.PdfDocument(layouts.invoice(made())) as document:
        text = document[0].get_textpage()
        height = document[0].get_height()
        # Millimetres from the upper left corner of the page: 30 by 30 for the code.
        mm = 72 / 25.4
        box = {"left": 145 * mm, "right": 180 * mm, "top": height - 32 * mm}
        assert text.get_text_bounded(**box, bottom=height - 62 * mm).strip() == ""


def test_a_financial_credit_note_says_that_no_tax_goes_back() -> None:
    late = line(tax=0).model_copy(update={"tax": 0})
    note = made(
        late,
        number="SF-2728-000001",
        kind=Paper.FINANCIAL_CREDIT_NOTE,
        follows="SC-2627-000001",
        followed_at=MOMENT,
    )
    text = printed(note).replace("\n", " ")
    assert "Financial credit note" in text
    assert "Credit without tax" in text
    assert "section 34(2)" in text
    assert "GST %" not in text
    assert "₹ 1,500.00 credited" in text
    twin = printed(made(late, number="SN-2728-000001", kind=Paper.CREDIT_NOTE, follows="SC-1"))
    assert "Credit without tax" not in twin


def test_a_document_from_before_lines_had_codes_prints_its_own() -> None:
    assert "9993 " in printed(made(line().model_copy(update={"sac": ""}), sac="9993"))


def test_a_credit_note_names_its_invoice() -> None:
    note = made(
        number="SN-2627-000007",
        kind=Paper.CREDIT_NOTE,
        follows="SC-2627-000001",
        followed_at=MOMENT - timedelta(days=30),
    )
    text = printed(note)
    assert "Credit note" in text
    assert "SC-2627-000001 of 2 May 2026" in text
    assert "Tax invoice" not in text
    assert "nothing is due" not in text


@pytest.mark.parametrize(
    ("supplier", "tax", "title"),
    [
        (SUPPLIER, 1_800, "Tax invoice"),
        (SUPPLIER, 0, "Bill of supply"),
        (SUPPLIER.model_copy(update={"gstin": None}), 0, "Invoice"),
    ],
)
def test_what_it_is_called_follows_from_the_law(supplier: Billing, tax: int, title: str) -> None:
    invoice = made(line(tax=tax), supplier=supplier)
    assert layouts.title(invoice) == title
    assert title in printed(invoice)
    assert ("not registered under GST" in printed(invoice)) == (title == "Invoice")


def test_it_breaks_over_pages_and_adds_up() -> None:
    lines = [line(n % 28 + 1, 150_000 + n) for n in range(60)]
    found = pages(layouts.invoice(made(*lines)))
    assert len(found) == 3
    for number, page in enumerate(found, 1):
        assert "Taxable value" in page, "the head of the table comes again"
        assert f"Page {number} of 3" in page
        assert "SC-2627-000123" in page
    amounts = re.findall(r"9% ([\d,.]+) 9% ([\d,.]+) ([\d,.]+)", "\n".join(found))
    assert len(amounts) == 60
    for place, name in enumerate(("cgst", "sgst", "gross")):
        shown = sum(int(re.sub(r"\D", "", row[place])) for row in amounts)
        assert shown == getattr(total(lines), name)
        assert rupees(shown) in found[-1]


@pytest.mark.parametrize("customer", [CUSTOMER, HINDI, MIXED])
def test_the_same_invoice_is_the_same_file(customer: Billing) -> None:
    one, other = (layouts.invoice(made(customer=customer)) for _ in range(2))
    assert one == other
    later = made(customer=customer, issued_at=MOMENT + timedelta(seconds=1))
    assert layouts.invoice(later) != one


def test_fonts_are_embedded_and_only_in_part() -> None:
    data = layouts.invoice(made(customer=HINDI))
    assert len(data) < 60_000  # the fonts alone are 1.6 MB
    fonts = PdfReader(io.BytesIO(data)).pages[0]["/Resources"]["/Font"]
    for font in fonts.values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor.get_object()


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("customer", [HINDI, MIXED])
def test_hindi_is_printed_and_copied_as_it_is_stored(
    customer: Billing, reader: Callable[[bytes], str]
) -> None:
    data = layouts.invoice(made(customer=customer))
    text = reader(data)
    assert f"{customer.legal_name} {customer.address} State: Maharashtra" in text
    assert "?" not in text
    for said in (customer.legal_name, *customer.address.split(", ")):
        (line,) = [line for line in lines(data) if said in line.text]
        right = shaped(line, KERNED)
        assert [step for step, _ in line.drawn] == [step for step, _ in right.drawn]


def test_a_customer_whose_name_cannot_be_printed_is_none() -> None:
    with pytest.raises(ValidationError):
        Billing(legal_name="பல் Clinic", address=HINDI.address, state=HINDI.state)


def test_the_longest_names_stay_in_their_column() -> None:
    long = Billing(legal_name="Wide " * 24, address="Road " * 60, state="27")
    (page,) = pages(layouts.invoice(made(customer=long)))
    assert page.count("Wide") == 24
    assert page.count("Road") == 60 + 1


def test_the_longest_state_is_broken_and_not_cut_off() -> None:
    far = Billing(legal_name="Daman Dental", address="1 Fort Road", state="26")
    text = printed(made(line(near=False), customer=far))
    assert "Place of supply Dadra and Nagar Haveli and Daman and\nDiu (26)" in text


@pytest.mark.parametrize("wrong", [{"net": 1}, {"gross": 1}, {"net": 1, "gross": 1}])
def test_an_invoice_that_does_not_add_up_is_none(wrong: dict[str, int]) -> None:
    """Neither one whose gross is not net and taxes, nor one whose totals are of other lines."""
    right = dict(made().totals)
    made(totals=right)
    more = {name: right[name] + paise for name, paise in wrong.items()}
    with pytest.raises(ValidationError):
        made(totals={**right, **more})


# --- a statement ---------------------------------------------------------------------------------


def test_a_statement_shows_every_entry_between_two_balances() -> None:
    rows = entries(81)
    opening, last = Point(0, 12_300, 0), rows[-1]
    closing = Point(last.number, last.available, last.held_after)
    span = statements.StatementPeriod(date(2026, 6, 1), date(2026, 6, 30), opening, rows, closing)
    found = pages(statement_layout.statement(span, CUSTOMER, "w" * 20, MOMENT))
    text = "\n".join(found)
    assert len(found) > 1
    assert f"Page 1 of {len(found)}" in found[0]
    for said in ("Wallet statement", "1 Jun 2026 to 30 Jun 2026", "Smile Dental Care LLP"):
        assert said in found[0]
    assert len(re.findall(r"Fee taken", text)) == 40
    assert f"Opening balance {rupees(opening.balance)}" in text.replace("₹ ", "")
    assert rupees(closing.balance) in found[-1]
    assert rupees(40 * 177_000) in found[-1]
    assert rupees(50_000_000) in found[-1]


# --- words and letters ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paise", "grouped"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (99_999, "999.99"),
        (100_000, "1,000.00"),
        (12_345_600, "1,23,456.00"),
        (1_000_000_000, "1,00,00,000.00"),
        (-12_345_678, "-1,23,456.78"),
    ],
)
def test_digits_are_grouped_as_in_india(paise: int, grouped: str) -> None:
    assert rupees(paise) == grouped


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize(
    ("amount", "shown"),
    [("1234567.891", "12,34,567.891"), ("12345", "12,345"), ("123456789", "12,34,56,789")],
)
def test_babel_groups_as_published(language: str, amount: str, shown: str) -> None:
    """Unicode's CLDR has the pattern `#,##,##0.###` for both; crores and lakhs by two digits.

    https://cldr.unicode.org/translation/number-currency-formats/number-and-currency-patterns
    """
    assert format_decimal(Decimal(amount), locale=f"{language}_IN") == shown


@given(st.integers(-(10**12), 10**12))
def test_no_amount_is_lost_in_print(paise: int) -> None:
    assert rupees(paise).replace(",", "") == plain(paise)
    assert round(float(plain(paise)) * 100) == paise
    assert re.fullmatch(r"-?\d{1,2}(,\d\d)*,\d{3}\.\d\d|-?\d{1,3}\.\d\d", rupees(paise))


RATES = [
    (Fraction(1_800), "18%"),
    (Fraction(0), "0%"),
    (Fraction(25), "0.25%"),
    (Fraction(25, 2), "0.125%"),
    (Fraction(500), "5%"),
]


@pytest.mark.parametrize(("rate", "shown"), RATES)
def test_rates(rate: Fraction, shown: str) -> None:
    assert percent(rate) == shown


def test_everything_that_is_sold_or_booked_has_words() -> None:
    assert set(ITEMS) == set(SaleItem)
    assert set(KINDS) == set(TransactionKind)


FONTS = [set(TTFont(io.BytesIO(f.fontbuffer)).getBestCmap()) for f in (FiraGO_Regular, FiraGO_Bold)]


@given(st.characters())
def test_what_is_held_to_be_printable_is_in_the_fonts(letter: str) -> None:
    if printable(letter):
        assert all(ord(letter) in font for font in FONTS)


def test_all_that_is_printable_is_in_the_fonts() -> None:
    letters = [chr(code) for code in range(0x20, 0x3000) if printable(chr(code))]
    assert [hex(ord(c)) for c in letters if any(ord(c) not in font for font in FONTS)] == []
    assert {"A", "é", "ग", "₹", "’", "–"} <= set(letters)  # noqa: RUF001
    assert not {"\n", "\x7f", "ப", "گ", "\u00ad"} & set(letters)
