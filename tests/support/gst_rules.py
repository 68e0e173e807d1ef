"""An independent reading of the tax law: what is wrong with a document, and what a sale is taxed.

That is GST and, where a platform credits a seller, what it withholds of the sale. Written from the
acts and rules, in fractions and dates, and from nothing of the code under test. It takes documents
as they are stored: plain dictionaries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

INDIA = timezone(timedelta(hours=5, minutes=30))

#: Union territories without legislature, whose tax is UTGST: UTGST Act 2017, sections 2(8) and 7;
#: codes 26 for Dadra and Nagar Haveli and Daman and Diu, 38 for Ladakh. Delhi (07), Jammu and
#: Kashmir (01) and Puducherry (34) have legislatures and an SGST Act of their own.
WITHOUT_LEGISLATURE = frozenset({"04", "26", "31", "35", "38"})

#: CGST Rules 2017, rule 46(b): at most sixteen characters, letters, digits, hyphen, slash.
NUMBER = re.compile(r"[A-Z0-9/-]{1,16}")
PREFIXES = {
    "invoice": "SC",
    "credit_note": "SN",
    "financial_credit_note": "SF",
    "receipt_voucher": "SR",
    "refund_voucher": "SV",
}
#: The rate of an advance whose own cannot be determined: CGST Rules 2017, rule 50, first proviso.
UNDETERMINED = 1_800


_PARTS = ("net", "cgst", "sgst", "igst", "gross")


def day(moment: datetime) -> date:
    """The day of a moment in India."""
    return moment.astimezone(INDIA).date()


def year_of(on: date) -> int:
    """The year in which the financial year of a day began: 1 April to 31 March."""
    return on.year - (on < date(on.year, 4, 1))


def paisa(amount: Fraction) -> int:
    """Rounded to the paisa, half a paisa up."""
    whole, rest = divmod(amount.numerator, amount.denominator)
    return whole + (2 * rest >= amount.denominator)


def taxes(net: int, rate: int, supplier: str, place: str) -> dict[str, int]:
    """The taxes on a net amount at a rate in basis points: IGST Act, sections 5, 7, 8; CGST, 9.

    Within one state half the rate is the Union's and half the state's; across, all is IGST.
    """
    if supplier == place:
        half = paisa(Fraction(net * rate, 20_000))
        return {"cgst": half, "sgst": half, "igst": 0}
    return {"cgst": 0, "sgst": 0, "igst": paisa(Fraction(net * rate, 10_000))}


def taxes_within(gross: int, rate: int, supplier: str, place: str) -> dict[str, int]:
    """The taxes in an amount that includes them: CGST Rules 2017, rule 35."""
    if supplier == place:
        half = paisa(Fraction(gross * rate, 2 * (10_000 + rate)))
        return {"cgst": half, "sgst": half, "igst": 0}
    return {"cgst": 0, "sgst": 0, "igst": paisa(Fraction(gross * rate, 10_000 + rate))}


def tax_returns_until(sold: date) -> date:
    """The last day for a credit note with tax: CGST Act, section 34(2), as of 1 October 2022."""
    return date(year_of(sold) + 1, 11, 30)


def faults(doc: Mapping[str, Any], number: str, original: Mapping[str, Any] | None) -> list[str]:
    """Everything that the law would not have of a document; a note comes with its invoice."""
    return [*_form(doc, number), *_time(doc), *_tax(doc), *_note(doc, original), *_advance(doc)]


def advance_faults(documents: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """What is adjusted or refunded beyond the advance, or before it, of all of a customer's.

    What was supplied before a payment is not paid by it in advance, and the return of a month has
    only advances of it and of those before. An advance's tax is adjusted once, and refunded only
    where no invoice was issued for it: CGST Act 2017, section 31(3)(d) and (e).
    """
    vouchers = {n: doc for n, doc in documents.items() if doc["kind"] == "receipt_voucher"}
    used = {number: dict.fromkeys(_PARTS, 0) for number in vouchers}
    found = []
    for number, doc in documents.items():
        for voucher, dated, part in _uses(doc):
            if voucher not in vouchers or vouchers[voucher]["issued_at"] != dated:
                found.append(f"{number}: there is no {voucher} of that date")
                continue
            came = max(line["at"] for line in vouchers[voucher]["lines"])
            if doc["issued_at"] < dated or max(line["at"] for line in doc["lines"]) < came:
                found.append(f"{number}: it is of before {voucher}")
            used[voucher] = {name: used[voucher][name] + part[name] for name in _PARTS}
    return found + [
        f"{number}: its parts are not the whole, or more than that"
        for number, parts in used.items()
        if not _fit(parts, vouchers[number]["totals"])
    ]


def _uses(doc: Mapping[str, Any]) -> Iterator[tuple[str, datetime, Mapping[str, Any]]]:
    """What a document takes of advances: the voucher, its date, the amounts."""
    for each in doc.get("adjusted", []):
        yield each["voucher"], each["issued_at"], each
    if doc["kind"] == "refund_voucher":
        yield doc["follows"], doc["followed_at"], doc["totals"]


def _fit(parts: Mapping[str, int], whole: Mapping[str, int]) -> bool:
    """Whether parts are no more than a whole and, where they are all of it, tax by tax."""
    if parts["gross"] == whole["gross"]:
        return all(parts[name] == whole[name] for name in _PARTS)
    return all(parts[name] <= whole[name] for name in _PARTS)


def consecutive(numbers: list[str]) -> bool:
    """Whether numbers of one series follow each other without a gap: rule 46(b)."""
    places = sorted(int(number.rsplit("-", 1)[1]) for number in numbers)
    return places == list(range(places[0], places[0] + len(places)))


def _form(doc: Mapping[str, Any], number: str) -> Iterator[str]:
    first = year_of(day(doc["issued_at"]))
    series = f"{PREFIXES[doc['kind']]}-{first % 100:02d}{(first + 1) % 100:02d}-"
    if not NUMBER.fullmatch(number) or not number.startswith(series):
        yield f"{number} is no number of {series}"
    if not doc["supplier"]["gstin"] and any(doc["totals"][tax] for tax in ("cgst", "sgst", "igst")):
        yield "who is not registered collects tax (section 32)"
    for who in (doc["supplier"], doc["customer"]):
        if who["gstin"] and who["gstin"][:2] != who["state"]:
            yield "a registration is of another state"
    for line in doc["lines"]:
        if not re.fullmatch(r"99[0-9]{4}", line["sac"]):
            yield f"{line['sac']} is no code of six digits"


def _time(doc: Mapping[str, Any]) -> Iterator[str]:
    issued, lines = day(doc["issued_at"]), [day(line["at"]) for line in doc["lines"]]
    if len({(on.year, on.month) for on in lines}) != 1:
        yield "it is of several months"
    if max(lines) > issued:
        yield "it is dated before what it is for"


def late(doc: Mapping[str, Any]) -> bool:
    """Whether an invoice is dated later than 30 days after what it is for: rule 47."""
    first = min(day(line["at"]) for line in doc["lines"])
    return day(doc["issued_at"]) - first > timedelta(days=30)


def _tax(doc: Mapping[str, Any]) -> Iterator[str]:
    supplier, place = doc["supplier"]["state"], doc["place"]
    wrong = ("igst",) if supplier == place else ("cgst", "sgst")
    for line in [*doc["lines"], doc["totals"]]:
        if any(line[tax] for tax in wrong):
            yield f"tax from {supplier} to {place} is of the wrong kind"
        if line["net"] + line["cgst"] + line["sgst"] + line["igst"] != line["gross"]:
            yield "a line does not add up"
    for name in ("net", "cgst", "sgst", "igst", "gross"):
        if sum(line[name] for line in doc["lines"]) != doc["totals"][name]:
            yield f"the total of {name} is another"
    if doc["kind"] == "invoice":
        yield from _supplied(doc, supplier, place)


def _supplied(doc: Mapping[str, Any], supplier: str, place: str) -> Iterator[str]:
    if place != doc["customer"]["state"]:
        yield "the place of supply is not where the customer is (IGST Act, section 12(2))"
    for line in doc["lines"]:
        expected = taxes(line["net"], line["tax"], supplier, place)
        if {tax: line[tax] for tax in expected} != expected:
            yield f"{line['net']} at {line['tax']} bears other taxes"


def _advance(doc: Mapping[str, Any]) -> Iterator[str]:
    """Points of rules 50 and 51 that are of vouchers alone."""
    if doc["kind"] not in {"receipt_voucher", "refund_voucher"}:
        return
    if not doc["supplier"]["gstin"]:
        yield "only who is registered makes vouchers (section 31(3))"
    if doc["kind"] == "refund_voucher":
        return
    supplier, place = doc["supplier"]["state"], doc["place"]
    for line in doc["lines"]:
        if line["tax"] != UNDETERMINED:
            yield "an advance bears another rate (rule 50, first proviso)"
        expected = taxes_within(line["gross"], line["tax"], supplier, place)
        if {tax: line[tax] for tax in expected} != expected:
            yield f"{line['gross']} at {line['tax']} has other taxes in it"


def _note(doc: Mapping[str, Any], original: Mapping[str, Any] | None) -> Iterator[str]:
    if doc["kind"] in {"invoice", "receipt_voucher"}:
        return
    if original is None:
        yield "its invoice is missing (section 34(1))"
        return
    for name in ("supplier", "customer", "place"):
        if doc[name] != original[name]:
            yield f"its {name} is not that of its invoice"
    if doc["followed_at"] != original["issued_at"] or doc["issued_at"] < original["issued_at"]:
        yield "it says another date of what it follows (rules 51(e), 53(1A))"
    if doc["kind"] == "refund_voucher":
        yield from () if original["kind"] == "receipt_voucher" else ("no advance went back",)
        return
    yield from _credited(doc, original)


def _credited(doc: Mapping[str, Any], original: Mapping[str, Any]) -> Iterator[str]:
    billed = {line["hold_id"]: line for line in original["lines"]}
    for line in doc["lines"]:
        yield from _given_back(doc["kind"], line, billed[line["hold_id"]])


def _given_back(kind: str, line: Mapping[str, Any], sold: Mapping[str, Any]) -> Iterator[str]:
    tax, bore = (each["cgst"] + each["sgst"] + each["igst"] for each in (line, sold))
    in_time = day(line["at"]) <= tax_returns_until(day(sold["at"]))
    if tax and not in_time:
        yield "tax is given back after its time (section 34(2))"
    if (kind == "financial_credit_note") != (bool(bore) and not in_time):
        yield "it is the other kind of credit note"


# --- what an e-commerce operator withholds of a participant's sale --------------------------------


def income_tax(value: int, pan: str | None, sold_before: int, on: date) -> int:
    """What is deducted of a credit: Income-tax Act 1961, sections 194-O and 206AA.

    One per cent; a tenth of one from 1 October 2024 (Finance (No. 2) Act 2024). Five per cent of
    who furnishes no PAN. Nothing of an individual (P) or a Hindu undivided family (H) with one,
    while the sales of the financial year do not exceed five lakh rupees.
    """
    if pan is None:
        return paisa(Fraction(value * 5, 100))
    if pan[3] in "PH" and sold_before + value <= 5 * 100_000 * 100:
        return 0
    rate = Fraction(1, 1000) if on >= date(2024, 10, 1) else Fraction(1, 100)
    return paisa(value * rate)


def collected(
    value: int, registered: bool, supplier: str, place: str, on: date
) -> tuple[int, int, int]:
    """The central, the state's and the integrated tax collected at source: CGST Act, section 52.

    Of the net value of taxable supplies by the registered; half a per cent each of the Union and
    the state, or one across states (Notifications 52/2018-Central Tax, 2/2018-Integrated Tax); half
    of that from 10 July 2024 (15/2024-Central Tax, 1/2024-Integrated Tax).
    """
    if not registered:
        return 0, 0, 0
    whole = Fraction(1, 100) if on < date(2024, 7, 10) else Fraction(1, 200)
    if supplier != place:
        return 0, 0, paisa(value * whole)
    half = paisa(value * whole / 2)
    return half, half, 0


def deduction_is_adjusted(sold: date, given_back: date) -> bool:
    """Whether a return still lowers the income tax deducted: within the same financial year.

    CBDT Circular 20/2023 of 28 December 2023.
    """
    return year_of(sold) == year_of(given_back)
