"""The page for accountants names tests that there are, and answers every point of the rules."""

from __future__ import annotations

import re

import pytest

from tests.support.sources import ROOT, tree
from wallet.invoices import codes
from wallet.ledger.billing import STATES, WITHOUT_LEGISLATURE
from wallet.ledger.terms import SaleItem

PAGE = (ROOT / "docs" / "operations" / "accountants.md").read_text(encoding="utf-8")
TESTS = sorted(set(re.findall(r"`(tests/[^`\s]+::[^`\s]+)`", PAGE)))


def section(heading: str) -> str:
    """The part of the page under a heading."""
    (found,) = re.findall(rf"^## {heading}[^\n]*\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def points(text: str) -> set[str]:
    """The letters of a rule that rows of a table are about."""
    firsts = [row.split("|")[1] for row in text.splitlines() if row.startswith("| (")]
    return {letter for first in firsts for letter in re.findall(r"\(([a-z])\)", first)}


def test_the_tests_are_found() -> None:
    assert len(TESTS) > 20


@pytest.mark.parametrize("name", TESTS)
def test_a_test_that_the_page_names_is_there(name: str) -> None:
    file, _, function = name.partition("::")
    assert function in {getattr(node, "name", "") for node in tree(ROOT / file).body}


@pytest.mark.parametrize(
    ("heading", "last"),
    [("Tax invoice", "s"), ("Credit note", "i"), ("Vouchers", "k")],
)
def test_every_point_of_a_rule_is_answered(heading: str, last: str) -> None:
    """Rule 46 goes to (s), 53(1A) to (i), 50 to (k)."""
    assert points(section(heading)) == {chr(code) for code in range(ord("a"), ord(last) + 1)}


@pytest.mark.parametrize("item", SaleItem)
def test_the_page_tells_the_code_of_what_is_sold(item: SaleItem) -> None:
    assert f"| {codes.code_of(item)}, " in section("What is sold")


def test_the_page_tells_which_territories_have_no_legislature() -> None:
    for code in WITHOUT_LEGISLATURE:
        assert STATES[code].removeprefix("The ") in section("Place of supply")
