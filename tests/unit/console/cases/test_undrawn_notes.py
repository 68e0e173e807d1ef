"""What the console says of a scan without pictures, by how long it has been ready."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from scans.intake.landing import LEASE
from tests.support.console_parts import answers_of

PART = Path(__file__).with_name("cases.mjs")

MINUTE = timedelta(minutes=1)
#: Two attempts of the trigger: before, one may still be at it or be taken over from.
LATE = 2 * LEASE // MINUTE
#: Cloud Storage's events are delivered again for a day (`core.triggers.retried`).
DAY = timedelta(days=1) // MINUTE

#: Where the case stands and for how many minutes the scan has been ready; what it is said to be.
SAID = [
    ("scanned", 0, "are being drawn"),
    ("scanned", LATE - 1, "are being drawn"),
    ("scanned", LATE, "are late"),
    ("ordered", DAY - 1, "are late"),
    ("scanned", DAY, "could not be drawn"),
    ("closed", 2 * DAY, "could not be drawn"),
    ("frozen", 0, "none are drawn any more"),
    ("frozen", LATE, "none are drawn any more"),
    ("frozen", 2 * DAY, "none are drawn any more"),
    # A device whose clock is behind the server's all the same.
    ("scanned", -1, "are being drawn"),
]
HINDI = {
    "are being drawn": "बन रहे हैं",
    "are late": "देर हो रही है",
    "could not be drawn": "नहीं बन सके",
    "none are drawn any more": "अब बनेंगे भी नहीं",
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """What the console says of each."""
    asked = {"undrawn": [[status, minutes] for status, minutes, _ in SAID]}
    found: list[dict[str, str]] = answers_of(PART, tmp_path_factory.mktemp("cases"), asked)[
        "undrawn"
    ]
    return found


@pytest.mark.parametrize("at", range(len(SAID)), ids=["-".join(map(str, s[:2])) for s in SAID])
def test_it_is_said_how_drawing_stands(said: list[dict[str, str]], at: int) -> None:
    *_, means = SAID[at]
    assert means in said[at]["en"]
    assert HINDI[means] in said[at]["hi"]
