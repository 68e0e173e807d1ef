"""Forms of accounts and results: what a bank would take is taken, its neighbours are not."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.support.account_records import MADE
from wallet.payouts.models import MethodKind, PayoutMethod
from wallet.payouts.requests.payouts import SetPayoutMethod
from wallet.payouts.requests.results import RecordPayoutResult

BANK: dict[str, Any] = {
    "holder": "Pearl Dental Lab",
    "account_number": "050100123456",
    "ifsc": "HDFC0001234",
}
UPI: dict[str, Any] = {"holder": "Pearl Dental Lab", "vpa": "pearl.lab@okbank"}


@pytest.mark.parametrize(
    "said",
    [
        BANK,
        UPI,
        {**BANK, "account_number": "1" * 9},
        {**BANK, "account_number": "1" * 18},
        {**BANK, "ifsc": "SBIN0RRCHGB"},
        {**BANK, "holder": "M/s A. B. & C's (Dental), Pune".replace("M/s ", "Ms ")},
        {**UPI, "vpa": "9812345678@ybl"},
        {**UPI, "vpa": "a_b-c.d@icici"},
    ],
)
def test_an_account_is_taken(said: dict[str, Any]) -> None:
    assert SetPayoutMethod.model_validate(said).details()["holder"] == said["holder"]


@pytest.mark.parametrize(
    "said",
    [
        {**BANK, "account_number": "1" * 8},
        {**BANK, "account_number": "1" * 19},
        {**BANK, "account_number": "05010012345A"},
        {**BANK, "account_number": 50100123456},
        {**BANK, "ifsc": "HDFC1001234"},
        {**BANK, "ifsc": "HDFC000123"},
        {**BANK, "ifsc": "hdfc0001234"},
        {**BANK, "ifsc": None},
        {**BANK, "account_number": None},
        {**BANK, "vpa": "pearl@okbank"},
        {**UPI, "ifsc": "HDFC0001234"},
        {"holder": "Pearl Dental Lab"},
        {**UPI, "vpa": "pearl"},
        {**UPI, "vpa": "pearl@ok@bank"},
        {**UPI, "vpa": "=pearl@okbank"},
        {**UPI, "vpa": "pearl@1bank"},
        {**BANK, "holder": "=HYPERLINK(1)"},
        {**BANK, "holder": "+Pearl"},
        {**BANK, "holder": "@Pearl"},
        {**BANK, "holder": "-Pearl"},
        {**BANK, "holder": 'Pearl "Dental"'},
        {**BANK, "holder": "पर्ल डेंटल"},
        {**BANK, "holder": "Pe"},
    ],
)
def test_what_is_no_account_is_refused(said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        SetPayoutMethod.model_validate(said)


@pytest.mark.parametrize(
    ("said", "mask"),
    [
        (BANK, "HDFC0001234 ****3456"),
        (UPI, "pe***@okbank"),
        ({**UPI, "vpa": "ab@okbank"}, "a***@okbank"),
    ],
)
def test_a_mask_shows_too_little_to_use(said: dict[str, Any], mask: str) -> None:
    details = SetPayoutMethod.model_validate(said).details()
    method = PayoutMethod.model_validate({**details, "since": MADE, "next_at": MADE})
    assert method.mask == mask
    assert method.kind is (MethodKind.UPI if "vpa" in said else MethodKind.BANK)


@pytest.mark.parametrize(
    ("said", "fits"),
    [
        ({"result": "paid", "utr": "HDFCN52026050412"}, True),
        ({"result": "paid", "utr": "612345678901"}, True),
        ({"result": "paid"}, False),
        ({"result": "paid", "utr": "HDFCN52026050412", "failure": "other"}, False),
        ({"result": "paid", "utr": "=1+1+1+1"}, False),
        ({"result": "failed", "failure": "account_closed"}, True),
        ({"result": "failed"}, False),
        ({"result": "returned", "failure": "other", "utr": "612345678901"}, True),
        ({"result": "returned"}, False),
    ],
)
def test_a_result_says_what_belongs_to_it(said: dict[str, str], fits: bool) -> None:
    body = {"payout_id": "p" * 40, **said}
    if fits:
        assert RecordPayoutResult.model_validate(body)
    else:
        with pytest.raises(ValidationError):
            RecordPayoutResult.model_validate(body)
