"""Billing details: GSTINs by their form and check character, and the PAN inside them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from stdnum.in_ import gstin, pan

from core.access import Role
from wallet.accounts.requests import SetBilling
from wallet.ledger.billing import STATES, Billing, is_gstin
from wallet.ledger.models import Wallet

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#: States that python-stdnum knows, which ours must agree with it on.
_KNOWN_TO_STDNUM = sorted(set(STATES) - {"38"})


def checked(fourteen: str) -> str:
    """The characters with their check: Luhn's algorithm in base 36, from the right."""
    total = 0
    for place, sign in enumerate(reversed(fourteen)):
        product = _SIGNS.index(sign) * (2 if place % 2 == 0 else 1)
        total += sum(divmod(product, 36))
    return fourteen + _SIGNS[(36 - total % 36) % 36]


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("ACUPA7085R", True),
        ("AAPPV8261K", True),
        ("AAPFU0939F", True),
        ("ABMPA32111", False),  # ends on a letter
        ("ABMXA3211G", False),  # no kind of holder is X
        ("ACUPA0000R", False),  # numbers begin with 0001
        ("ACUPA7085RR", False),
    ],
)
def test_the_library_judges_published_pans(number: str, right: bool) -> None:
    """The form as the Income Tax Department explains it: five letters, four digits, a letter."""
    assert pan.is_valid(number) is right


@pytest.mark.parametrize("number", ["27AAPFU0939F1ZV", "29AAGCB7383J1Z4"])
def test_published_gstins(number: str) -> None:
    assert is_gstin(number)
    assert checked(number[:-1]) == number
    assert not is_gstin(number[:-1] + ("A" if number[-1] != "A" else "B"))


@given(
    st.sampled_from(_KNOWN_TO_STDNUM),
    st.from_regex(r"[A-Z]{3}[PCFH][A-Z][0-9]{3}[1-9][A-Z][1-9A-Z]", fullmatch=True),
    st.booleans(),
)
def test_it_agrees_with_the_library_on_all_states_that_that_knows(
    state: str, rest: str, wrong: bool
) -> None:
    number = checked(f"{state}{rest}Z")
    if wrong:
        number = number[:-1] + _SIGNS[(_SIGNS.index(number[-1]) + 1) % 36]
    assert is_gstin(number) == gstin.is_valid(number) == (not wrong)


def test_ladakh_has_gstins() -> None:
    """State 38, since 31 October 2019: the library refuses it, and ours stays therefore."""
    number = checked("38AAPFU0939F1Z")
    assert is_gstin(number)
    assert not gstin.is_valid(number)


def details(number: str) -> dict[str, Any]:
    """Details of somebody who is registered."""
    return {
        "legal_name": "Smile Dental",
        "address": "12 MG Road",
        "state": number[:2],
        "gstin": number,
    }


@pytest.mark.parametrize(("holder", "right"), [("P", True), ("X", False)])
def test_details_are_set_with_a_pan_in_the_gstin(holder: str, right: bool) -> None:
    number = checked(f"27AAP{holder}U0939F1Z")
    if right:
        assert SetBilling.model_validate({"billing": details(number)}).billing.gstin == number
        return
    with pytest.raises(ValidationError, match="no PAN"):
        SetBilling.model_validate({"billing": details(number)})
    assert Billing.model_validate(details(number)).gstin == number, "what is stored can be read"


UNREGISTERED = {"legal_name": "Pune Dental Lab", "address": "12 MG Road", "state": "27"}


def test_a_pan_is_given_by_whom_no_gstin_tells_it() -> None:
    said = SetBilling.model_validate({"billing": UNREGISTERED, "pan": "aaapz1234c"})
    assert said.pan == "AAAPZ1234C"
    for wrong in ("AAAXZ1234C", "AAAPZ1234", "AAAP01234C"):
        with pytest.raises(ValidationError):
            SetBilling.model_validate({"billing": UNREGISTERED, "pan": wrong})


def test_a_pan_is_that_of_the_gstin() -> None:
    registered = details("27AAPFU0939F1ZV")
    assert SetBilling.model_validate({"billing": registered, "pan": "AAPFU0939F"}).pan
    with pytest.raises(ValidationError, match="another PAN"):
        SetBilling.model_validate({"billing": registered, "pan": "AAAPZ1234C"})
    wallet = Wallet(kind=Role.LAB, billing=Billing.model_validate(registered))
    assert wallet.known_pan == "AAPFU0939F"
    unregistered = Billing.model_validate(UNREGISTERED)
    assert Wallet(kind=Role.LAB, billing=unregistered, pan="AAAPZ1234C").known_pan == "AAAPZ1234C"
    assert Wallet(kind=Role.LAB, billing=unregistered).known_pan is None
