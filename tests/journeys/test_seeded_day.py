"""The seeded day in its short form: what stands there is what was planned, and no more."""

from __future__ import annotations

from dataclasses import replace

from tools.emulators.progress import Progress
from tools.seed import day, found
from tools.seed.plan import SHORT_DAY


def test_what_is_seeded_is_what_was_planned() -> None:
    seeded = day.play(SHORT_DAY, 1, Progress())
    assert found.faults(SHORT_DAY, seeded) == []
    # The same is held to a plan without one of the visits, which must not pass.
    other = replace(SHORT_DAY, visits=SHORT_DAY.visits[:1])
    assert found.faults(other, seeded) == [
        "  visits declined: 1, planned 0",
        "  cases scheduled: 2, planned 1",
    ]
