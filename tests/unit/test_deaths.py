"""Where tests let an instance die: everything that it can leave behind, and each of it once."""

from __future__ import annotations

from contextlib import suppress

from tests.emulator.scans.intake.landing_steps import Instance
from tests.support.crashes import CrashError, deaths

STEPS = ["revoke", "transaction", "read", "content", "transaction", "delete"]
EVERYWHERE = [(at, after) for at in range(len(STEPS)) for after in (False, True)]


def left(at: int, after: bool, comes_after: str = "") -> tuple[str, ...]:
    """What is stored after this death, where somebody else may come after a step."""
    stored: list[str] = []
    between = {comes_after: lambda: stored.append("somebody else")}
    instance = Instance(at=at, after=after, between=between)
    with suppress(CrashError):
        for number, step in enumerate(STEPS):
            instance.take(step, lambda name=f"{number} {step}": stored.append(name))
    return tuple(stored)


def test_all_that_can_be_left_is_left_once() -> None:
    found = [left(*death) for death in deaths(STEPS)]
    assert sorted(found) == sorted({left(*death) for death in EVERYWHERE})
    assert len(found) == len(STEPS) + 1


def test_who_comes_between_makes_a_difference() -> None:
    found = [left(*death, "read") for death in deaths(STEPS, {"read"})]
    assert sorted(found) == sorted({left(*death, "read") for death in EVERYWHERE})
    assert len(found) == len(STEPS) + 2


def test_what_takes_its_time_is_cut_short_too() -> None:
    assert deaths(["read", "writing", "transaction"]) == [
        (0, False), (0, True), (1, False), (1, True), (2, True),
    ]  # fmt: skip
