"""Charges: what tax comes to, to the paisa, and how parts of a charge add up to it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.charges import Charge, part, rounded

AMOUNTS = st.integers(0, 10**10)
RATES = st.integers(0, 2_800)


@pytest.mark.parametrize(
    ("net", "rate", "same_state", "expected"),
    [
        (100_000, 1_800, True, Charge(100_000, cgst=9_000, sgst=9_000)),
        (100_000, 1_800, False, Charge(100_000, igst=18_000)),
        (105, 1_800, True, Charge(105, cgst=9, sgst=9)),  # 9.45 each
        (105, 1_800, False, Charge(105, igst=19)),  # 18.90
        (50, 100, False, Charge(50, igst=1)),  # half a paisa is one
        (49, 100, False, Charge(49)),
        (99_999, 0, True, Charge(99_999)),
    ],
)
def test_tax_is_rounded_to_the_paisa(
    net: int, rate: int, same_state: bool, expected: Charge
) -> None:
    assert Charge.on(net, rate, same_state=same_state) == expected


@given(AMOUNTS, RATES, st.booleans())
def test_a_charge_is_its_postings(net: int, rate: int, same_state: bool) -> None:
    charge = Charge.on(net, rate, same_state=same_state)
    assert Charge.of(charge.postings()) == charge
    assert sum(posting.paise for posting in charge.postings()) == charge.gross
    assert all(posting.paise for posting in charge.postings())
    assert charge.cgst == charge.sgst
    assert not (charge.cgst and charge.igst)
    assert abs(charge.tax - Fraction(net * rate, 10_000)) <= 1


@given(AMOUNTS, RATES, st.booleans(), st.data())
def test_refunds_of_all_parts_add_up_to_the_charge(
    net: int, rate: int, same_state: bool, data: st.DataObject
) -> None:
    charge, back, given_back = Charge.on(net, rate, same_state=same_state), 0, Charge(0)
    while back < charge.gross:
        now = data.draw(st.integers(max(1, charge.gross // 5), charge.gross)) if back else 1
        now = min(now, charge.gross - back)
        refund = charge.given_back(back, now)
        assert refund.gross == now
        back, given_back = back + now, given_back + refund
    assert given_back == charge


@given(AMOUNTS, AMOUNTS, st.integers(0, 10_000))
def test_a_larger_amount_has_no_smaller_part(one: int, other: int, share: int) -> None:
    low, high = sorted((one, other))
    assert 0 <= part(low, share) <= part(high, share) <= high


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6))
def test_what_is_rounded_is_at_most_half_off(numerator: int, denominator: int) -> None:
    assert abs(rounded(numerator, denominator) - Fraction(numerator, denominator)) <= Fraction(1, 2)
    assert rounded(-numerator, denominator) == -rounded(numerator, denominator)
