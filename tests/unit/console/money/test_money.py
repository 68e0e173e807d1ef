"""What the console makes of states, periods, amounts and a bank's file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.console_parts import answers_of
from wallet.ledger.billing import STATES

PART = Path(__file__).with_name("money.mjs")

#: A quarter of the financial year, April to March, stands before its months, the last first.
PERIODS = {
    "2026-12-01": [
        "2026Q3", "2026-12", "2026-11", "2026-10", "2026Q2", "2026-09", "2026-08", "2026-07",
        "2026Q1", "2026-06", "2026-05", "2026-04", "2025Q4", "2026-03", "2026-02", "2026-01",
    ],
    "2027-01-31": [
        "2026Q4", "2027-01", "2026Q3", "2026-12", "2026-11", "2026-10", "2026Q2", "2026-09",
        "2026-08", "2026-07", "2026Q1", "2026-06", "2026-05", "2026-04", "2025Q4", "2026-03",
        "2026-02",
    ],
}  # fmt: skip
QUARTERS = {
    "2026-01": "2025Q4", "2026-03": "2025Q4", "2026-04": "2026Q1", "2026-06": "2026Q1",
    "2026-07": "2026Q2", "2026-12": "2026Q3",
}  # fmt: skip

#: What is typed in rupees or percent, and what is sent: hundredths, never by way of a float.
AMOUNTS: list[tuple[str | None, str, int, str]] = [
    ("paise", "1,234.50", 123450, "1234.50"),
    ("paise", "-0.05", -5, "-0.05"),
    ("paise", "₹1,00,000", 10000000, "100000.00"),
    ("paise", "4.35", 435, "4.35"),
    ("basis_points", "18", 1800, "18.00"),
    ("basis_points", "0.5", 50, "0.50"),
    ("basis_points", "33.33", 3333, "33.33"),
    (None, "18", 18, "0.18"),
]

#: Neither a number nor India's groups of digits: not guessed at, but asked for again.
NO_AMOUNTS = ["12,50", "1.234,50", "1,2,3", "4.355", "12 50", "fifty", "--5", "1e3"]

CHANGES = {0: "₹0.00", 150: "+₹1.50", -12345678: "\u2212₹1,23,456.78"}

#: Spreadsheets begin a file with a mark and end lines as Windows does.
FILES = {
    "\ufeffreference,result\r\np1,paid\r\n": ["reference,result", "p1,paid"],
    "reference,result\n\np1,paid\n\n\n": ["reference,result", "", "p1,paid"],
    "": [],
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    asked = {
        "days": list(PERIODS),
        "months": list(QUARTERS),
        "amounts": [[unit, typed] for unit, typed, *_ in AMOUNTS],
        "noAmounts": NO_AMOUNTS,
        "changes": list(CHANGES),
        "files": list(FILES),
    }
    return answers_of(PART, tmp_path_factory.mktemp("money"), asked)


def test_what_is_no_amount_is_none(answers: dict[str, Any]) -> None:
    assert answers["noAmounts"] == [None] * len(NO_AMOUNTS)


def test_the_states_are_those_of_the_law_by_name(answers: dict[str, Any]) -> None:
    assert {code: text["en"] for code, text in answers["states"].items()} == STATES
    assert all(text["hi"] and not text["hi"].isascii() for text in answers["states"].values())


def test_periods_are_the_last_twelve_months_and_their_quarters(answers: dict[str, Any]) -> None:
    assert answers["days"] == list(PERIODS.values())
    assert answers["months"] == list(QUARTERS.values())


def test_amounts_and_rates_are_typed_in_hundreds(answers: dict[str, Any]) -> None:
    assert answers["amounts"] == [[sent, shown] for _, _, sent, shown in AMOUNTS]


def test_a_change_has_its_sign(answers: dict[str, Any]) -> None:
    assert answers["changes"] == list(CHANGES.values())


def test_a_file_of_results_keeps_the_numbers_of_its_lines(answers: dict[str, Any]) -> None:
    assert answers["files"] == list(FILES.values())
