"""The code against the law read a second time, and that reading against documents with faults."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import gst_rules
from wallet.invoices.dating import dated, due_in
from wallet.ledger.billing import STATES, WITHOUT_LEGISLATURE
from wallet.ledger.charges import Charge
from wallet.ledger.refunds import tax_follows_until

MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
CODES = st.sampled_from(sorted(STATES))


@given(st.integers(0, 10**10), st.integers(0, 2_800), CODES, CODES)
def test_tax_is_that_of_the_law(net: int, rate: int, supplier: str, place: str) -> None:
    charge = Charge.on(net, rate, same_state=supplier == place)
    found = {"cgst": charge.cgst, "sgst": charge.sgst, "igst": charge.igst}
    assert found == gst_rules.taxes(net, rate, supplier, place)


def test_territories_without_legislature_are_those_of_the_law() -> None:
    assert WITHOUT_LEGISLATURE == gst_rules.WITHOUT_LEGISLATURE < set(STATES)


@given(MOMENTS)
def test_tax_is_given_back_as_long_as_the_law_allows(sold: datetime) -> None:
    last = tax_follows_until(sold)
    assert last == gst_rules.tax_returns_until(gst_rules.day(sold))
    assert timedelta(days=243) < last - gst_rules.day(sold) < timedelta(days=610)


@pytest.mark.parametrize(
    ("sold", "last"),
    [
        (datetime(2027, 3, 31, 18, 29, tzinfo=UTC), "2027-11-30"),
        (datetime(2027, 3, 31, 18, 30, tzinfo=UTC), "2028-11-30"),  # the first of April in India
    ],
)
def test_the_financial_year_of_the_supply_decides(sold: datetime, last: str) -> None:
    assert tax_follows_until(sold).isoformat() == last


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=90)))
def test_a_document_is_never_dated_before_its_supply_nor_later_than_made(
    supplied: datetime, after: timedelta
) -> None:
    now = supplied + after
    date = dated(supplied, now)
    assert supplied <= date <= now
    same_month = gst_rules.day(date).month == gst_rules.day(supplied).month
    assert same_month or gst_rules.day(now).day > 10 or after > timedelta(days=31)


@given(MOMENTS)
def test_what_the_middle_of_a_month_leaves_is_billed_in_time_at_its_end(moment: datetime) -> None:
    """Rule 47: the run of the next first is at most 30 days after what was left, by the day."""
    left = due_in(f"{gst_rules.day(moment):%Y-%m}")
    last = gst_rules.day(left)
    first = (gst_rules.day(moment).replace(day=1) + timedelta(days=31)).replace(day=1)
    assert (first - last).days == 30


# --- the reading finds faults --------------------------------------------------------------------

_SOLD = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
_WHO = {"legal_name": "x", "address": "x", "state": "27", "gstin": "27AAPFU0939F1ZV"}
_AMOUNTS = {"net": 100_000, "cgst": 9_000, "sgst": 9_000, "igst": 0, "gross": 118_000}
_INVOICE: dict[str, Any] = {
    "kind": "invoice",
    "issued_at": datetime(2026, 5, 31, 18, 29, tzinfo=UTC),
    "supplier": _WHO,
    "customer": _WHO,
    "place": "27",
    "lines": [{"at": _SOLD, "tax": 1_800, "sac": "999316", "hold_id": "h", **_AMOUNTS}],
    "totals": _AMOUNTS,
    "follows": None,
    "followed_at": None,
}
_NUMBER, _NOTE_NUMBER = "SC-2627-000001", "SN-2627-000001"


def note(**line: Any) -> dict[str, Any]:
    """A credit note for all of it, half a year later."""
    given_back = {**_INVOICE["lines"][0], "at": _SOLD + timedelta(days=180), **line}
    return {
        **_INVOICE,
        "kind": "credit_note",
        "issued_at": given_back["at"],
        "lines": [given_back],
        "totals": {name: given_back[name] for name in _AMOUNTS},
        "follows": _NUMBER,
        "followed_at": _INVOICE["issued_at"],
    }


def test_what_is_right_has_no_fault() -> None:
    assert gst_rules.faults(_INVOICE, _NUMBER, None) == []
    assert gst_rules.faults(note(), _NOTE_NUMBER, _INVOICE) == []
    assert gst_rules.consecutive([_NUMBER, "SC-2627-000002"])
    assert not gst_rules.consecutive([_NUMBER, "SC-2627-000003"])
    assert not gst_rules.consecutive([_NUMBER, _NUMBER])


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": "29"},
        {"issued_at": _SOLD - timedelta(days=2)},
        {"issued_at": datetime(2027, 4, 1, tzinfo=UTC)},
        {"customer": {**_WHO, "state": "29", "gstin": None}},
        {"customer": {**_WHO, "state": "29"}},
        {"supplier": {**_WHO, "gstin": None}},
        {"totals": {**_AMOUNTS, "net": 1}},
        {"kind": "credit_note"},
    ],
    ids=str,
)
def test_a_fault_of_a_document_is_found(wrong: dict[str, Any]) -> None:
    assert gst_rules.faults({**_INVOICE, **wrong}, _NUMBER, None) != []


@pytest.mark.parametrize(
    "wrong",
    [{"cgst": 0, "sgst": 0, "igst": 18_000}, {"tax": 500}, {"sac": "9993"}, {"gross": 118_001}],
    ids=str,
)
def test_a_fault_of_a_line_is_found(wrong: dict[str, Any]) -> None:
    doc = deepcopy(_INVOICE)
    doc["lines"][0] |= wrong
    doc["totals"] = {name: doc["lines"][0][name] for name in _AMOUNTS}
    assert gst_rules.faults(doc, _NUMBER, None) != []


def test_a_fault_of_a_note_is_found() -> None:
    late = note(at=datetime(2027, 12, 1, tzinfo=UTC))
    moved = {**note(), "place": "29"}
    redated = {**note(), "followed_at": _SOLD}
    number = "SN-2728-000001"
    assert gst_rules.faults(late, number, _INVOICE) != []
    for wrong in (moved, redated):
        assert gst_rules.faults(wrong, _NOTE_NUMBER, _INVOICE) != []
    assert gst_rules.faults(note(), _NOTE_NUMBER, None) != []
    financial = {**note(), "kind": "financial_credit_note"}
    assert gst_rules.faults(financial, "SF-2627-000001", _INVOICE) != []
    untaxed = {**_AMOUNTS, "cgst": 0, "sgst": 0, "gross": 100_000, "tax": 0}
    right = {**late, "kind": "financial_credit_note"}
    right["lines"] = [{**late["lines"][0], **untaxed}]
    right["totals"] = {name: untaxed[name] for name in _AMOUNTS}
    assert gst_rules.faults(right, "SF-2728-000001", _INVOICE) == []


# --- vouchers ------------------------------------------------------------------------------------

_ADVANCE: dict[str, Any] = {
    **_INVOICE,
    "kind": "receipt_voucher",
    "lines": [{**_INVOICE["lines"][0], "hold_id": ""}],
}
#: The same amount with 5 per cent in it.
_AT_FIVE = {"tax": 500, "net": 112_380, "cgst": 2_810, "sgst": 2_810}
_ADVANCE_NUMBER, _REFUND_NUMBER = "SR-2627-000001", "SV-2627-000001"
_REFUND: dict[str, Any] = {
    **_ADVANCE,
    "kind": "refund_voucher",
    "follows": _ADVANCE_NUMBER,
    "followed_at": _ADVANCE["issued_at"],
}
_PART = {"voucher": _ADVANCE_NUMBER, "issued_at": _ADVANCE["issued_at"], **_AMOUNTS}


def test_right_vouchers_have_no_fault() -> None:
    assert gst_rules.faults(_ADVANCE, _ADVANCE_NUMBER, None) == []
    assert gst_rules.faults(_REFUND, _REFUND_NUMBER, _ADVANCE) == []
    adjusted = {**_INVOICE, "adjusted": [_PART]}
    for using in ({_NUMBER: adjusted}, {_REFUND_NUMBER: _REFUND}, {}):
        assert gst_rules.advance_faults({_ADVANCE_NUMBER: _ADVANCE, **using}) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"supplier": {**_WHO, "gstin": None}},
        {"place": "29"},
        {"lines": [{**_ADVANCE["lines"][0], **_AT_FIVE}]},
        {"lines": [{**_ADVANCE["lines"][0], "cgst": 8_999, "net": 100_001}]},
    ],
    ids=["unregistered", "place", "rate", "tax"],
)
def test_a_fault_of_a_receipt_voucher_is_found(wrong: dict[str, Any]) -> None:
    doc = {**_ADVANCE, **wrong}
    doc["totals"] = {name: doc["lines"][0][name] for name in _AMOUNTS}
    assert gst_rules.faults(doc, _ADVANCE_NUMBER, None) != []
    assert gst_rules.faults(_ADVANCE, _REFUND_NUMBER, None) != [], "the number of another series"


def test_a_fault_of_a_refund_voucher_is_found() -> None:
    redated = {**_REFUND, "followed_at": _SOLD}
    assert gst_rules.faults(redated, _REFUND_NUMBER, _ADVANCE) != []
    assert gst_rules.faults(_REFUND, _REFUND_NUMBER, None) != []
    assert gst_rules.faults(_REFUND, _REFUND_NUMBER, _INVOICE) != []


def test_an_advance_that_is_used_twice_is_found() -> None:
    adjusted = {**_INVOICE, "adjusted": [_PART]}
    whole = {_ADVANCE_NUMBER: _ADVANCE, _NUMBER: adjusted}
    assert gst_rules.advance_faults({**whole, _REFUND_NUMBER: _REFUND}) != []
    assert gst_rules.advance_faults({_NUMBER: adjusted}) != []
    other = {**_PART, "cgst": 9_001, "sgst": 8_999}
    assert gst_rules.advance_faults({**whole, _NUMBER: {**adjusted, "adjusted": [other]}}) != []


def test_an_advance_of_after_what_it_pays_is_found() -> None:
    """By the time of its payment, and by the dates of both documents."""
    later = _ADVANCE["lines"][0]["at"] + timedelta(seconds=1)
    adjusted = {**_INVOICE, "adjusted": [_PART]}
    received = {**_ADVANCE, "lines": [{**_ADVANCE["lines"][0], "at": later}]}
    assert gst_rules.advance_faults({_ADVANCE_NUMBER: received, _NUMBER: adjusted}) != []
    dated = _INVOICE["issued_at"] + timedelta(seconds=1)
    redated = {**_INVOICE, "adjusted": [{**_PART, "issued_at": dated}]}
    vouched = {_ADVANCE_NUMBER: {**_ADVANCE, "issued_at": dated}}
    assert gst_rules.advance_faults({**vouched, _NUMBER: redated}) != []
    assert gst_rules.advance_faults({**vouched, _NUMBER: {**redated, "issued_at": dated}}) == []
