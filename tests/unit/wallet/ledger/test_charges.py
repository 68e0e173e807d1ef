"""Charges: what tax comes to, to the paisa, and how parts of a charge add up to it."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.ledger.charges import Charge, given_back, part, rounded
from wallet.ledger.models import Posting

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


@given(AMOUNTS, RATES, st.booleans(), st.integers(0, 10**9), st.data())
def test_refunds_of_all_parts_add_up_to_what_was_captured(
    net: int, rate: int, same_state: bool, lab: int, data: st.DataObject
) -> None:
    """Of a visit's fee and, where a lab has the larger share, of an order's price."""
    charge = Charge.on(net, rate, same_state=same_state)
    shares = [
        *charge.postings(),
        *([Posting(account="lab/l1/available", paise=lab)] if lab else []),
    ]
    total, back, given = sum(share.paise for share in shares), 0, Counter[str]()
    while back < total:
        now = data.draw(st.integers(max(1, total // 5), total)) if back else 1
        now = min(now, total - back)
        gives = given_back(shares, back, now)
        assert sum(posting.paise for posting in gives) == -now
        given.update({posting.account: -posting.paise for posting in gives})
        back += now
    assert given == Counter({share.account: share.paise for share in shares})


@given(AMOUNTS, AMOUNTS, st.integers(0, 10_000))
def test_a_larger_amount_has_no_smaller_part(one: int, other: int, share: int) -> None:
    low, high = sorted((one, other))
    assert 0 <= part(low, share) <= part(high, share) <= high


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6))
def test_what_is_rounded_is_at_most_half_off(numerator: int, denominator: int) -> None:
    assert abs(rounded(numerator, denominator) - Fraction(numerator, denominator)) <= Fraction(1, 2)
    assert rounded(-numerator, denominator) == -rounded(numerator, denominator)
