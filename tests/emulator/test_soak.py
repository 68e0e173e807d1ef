"""The long stories of ../soak in their short form, as programs of their own."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (("year", "--visits", "40", "--seed", "11"), "each sent once to both and in time"),
        (("burst", "--jobs", "300"), "drained"),
        (
            ("decade", "--days", "1", "--special", "1", "--seed", "3"),
            "none early and each within 24 hours",
        ),
    ],
    ids=lambda part: part[0] if isinstance(part, tuple) else None,
)
def test_a_story_ends_well(story: tuple[str, ...], expected: str) -> None:
    name, *options = story
    command = [sys.executable, "-m", f"tests.soak.{name}", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert expected in done.stdout
