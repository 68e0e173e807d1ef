"""Walks through the life of a visit, by the table written by hand, and what each should cost.

What an end costs is told from the whole walk, in the words of the price list, and not from the
table that the code has.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from core.machines import Party
from tests.support import state_tables

ENDS = frozenset({"completed", "cancelled", "no_show"})
#: On whose account each party may act; an admin may say so.
CAUSES = {
    Party.CLINIC: ("clinic",),
    Party.OPERATOR: ("operator",),
    Party.ADMIN: ("platform", "clinic", "operator"),
    Party.SYSTEM: ("patient",),
}
#: The acts in which an admin may name somebody else's account.
_NAMED = frozenset({"cancel", "reschedule"})


class WalkStep(NamedTuple):
    """One step: what is done, by whom, on whose account, from which state to which."""

    action: str
    party: Party
    cause: str
    start: str
    to: str


Walk = tuple[WalkStep, ...]

REQUESTED = WalkStep("request", Party.CLINIC, "clinic", "", "requested")


def steps(state: str) -> Iterator[WalkStep]:
    """Yield all that anybody may do to a visit in a state."""
    for action, cell in state_tables.VISIT[state].items():
        if cell in {"!", "="}:
            continue
        for party in sorted(state_tables.parties(cell)):
            for cause in _causes(action, party):
                yield WalkStep(action, party, cause, state, str(state_tables.ends(cell)))


def _causes(action: str, party: Party) -> tuple[str, ...]:
    if action == "release":
        return ("platform",)
    if action == "report_no_show":
        return ("clinic",)
    return CAUSES[party] if action in _NAMED else CAUSES[party][:1]


def walks(longest: int, walk: Walk = (REQUESTED,)) -> Iterator[Walk]:
    """Yield every walk to an end that takes so many steps at most."""
    if walk[-1].to in ENDS:
        yield walk
    elif len(walk) < longest:
        for step in steps(walk[-1].to):
            yield from walks(longest, (*walk, step))


def cost(walk: Walk) -> str | None:
    """Return what the clinic pays for at the end of a walk; None for nothing.

    A visit that is completed costs the fee. Calling off costs the clinic something if it is on its
    own account, and an operator had accepted a time that the clinic offered, or had been received:
    unless since then that operator was lost, by whatever but the clinic's own move, or others chose
    another time. A time that others chose binds the clinic to nothing before it receives somebody.
    """
    *before, end = walk
    if end.to == "completed":
        return "visit"
    bound = [n for n, step in enumerate(before) if _binds(before[: n + 1], step)]
    since = before[bound[-1] + 1 :] if bound else []
    free = not bound or any(_lost(step) or _imposed(step) for step in since)
    if free or end.cause != "clinic":
        return None
    return "no_show" if end.to == "no_show" else "late_cancellation"


def _binds(so_far: list[WalkStep], step: WalkStep) -> bool:
    if step.action == "begin":
        return True
    chosen = [each for each in so_far if each.action in {"request", "reschedule", "begin"}]
    return step.action == "accept" and not _imposed(chosen[-1])


def _imposed(step: WalkStep) -> bool:
    return step.action == "reschedule" and step.cause != "clinic"


def _lost(step: WalkStep) -> bool:
    replaced = step.action == "assign" and step.start in {"assigned", "accepted"}
    return replaced or step.action in {"decline", "release"}
