"""The release n+1 that the drill of a rollback is played with can be made of the sources."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tools.deployed import FUNCTIONS
from tools.drills import newer


def test_it_has_a_field_and_a_state_more_and_nothing_less(tmp_path: Path) -> None:
    source = newer.made(tmp_path / "functions")
    asked = (
        "from support.models import Ticket, TicketState\n"
        "print(*sorted(Ticket.model_fields), *sorted(TicketState))"
    )
    told = {
        folder: set(
            subprocess.run(
                [sys.executable, "-c", asked],
                cwd=folder,
                check=True,
                capture_output=True,
                text=True,
                env={"PATH": "/usr/bin:/bin"},
            ).stdout.split()
        )
        for folder in (FUNCTIONS, source)
    }
    assert told[source] - told[FUNCTIONS] == {"urgency", "escalated"}
    assert told[FUNCTIONS] < told[source]


def test_a_line_that_is_no_longer_there_is_named(tmp_path: Path) -> None:
    gone = replace(newer.EDITS[0], before='    LOST = "lost"\n')
    with pytest.raises(newer.OutdatedError, match=r"functions/support/models\.py .*'LOST"):
        newer.made(tmp_path / "functions", (gone,))
