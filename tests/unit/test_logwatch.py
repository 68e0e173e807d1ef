"""The watch over the functions' log sees what it is there for."""

import pytest

from tests.support.logwatch import faults

CLEAN = '>  {"severity": "INFO", "function": "scans/open_case", "uid": "x9Asha2k", "outcome": "ok"}'


@pytest.mark.parametrize(
    "bad",
    [
        '>  {"severity": "INFO", "name": "Asha Rao"}',
        '>  {"severity": "INFO", "file": "Asha_upper"}',
        '>  {"severity": "INFO", "job": "zqgone0a1b"}',
        ">  ERROR: a@example.com",
        '>  {"severity": "ERROR", "message": "reason not declared"}',
        '>  {"severity": "ERROR", "message": "unexpected failure"}',
    ],
)
def test_a_bad_line_is_found_among_clean_ones(bad: str) -> None:
    assert faults(f"{CLEAN}\n{bad}\n{CLEAN}") == [bad]


def test_what_firebase_tools_says_itself_is_not_ours() -> None:
    assert faults(f"{CLEAN}\ni  auth: somebody@example.com signed in") == []
