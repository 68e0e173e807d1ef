"""What must hold after each act, of what it touched: from the policy, the law and the docs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.soak.world.actions import Acting
from tests.soak.world.faults import BrokenError

#: What an act touched: path by path, what stood there before.
Touched = dict[str, Any]
Check = Callable[[Acting, str, Touched], None]
#: Lines of severity ERROR that a fault of the surroundings explains: what failed is tried again.
EXPECTED = frozenset(
    {
        "payment gateway unavailable",
        "payout gateway unavailable",
        "notice not delivered",
        "upload failed",
        "account not synchronised",
        "address not followed",
    }
)


def nothing_fails(acting: Acting, what: str, touched: Touched) -> None:
    """No `internal`, and every refusal's reason is declared (docs/api.md)."""
    del touched
    for line in acting.engine.journal.taken():
        message = line["message"]
        if message in {"unexpected failure", "reason not declared"}:
            if acting.engine.troubled:
                continue
            told = line.get("reason") or line.get("error_chain")
            raise BrokenError("no-internal", f"{message} in {line.get('function')}: {told} ({what})")
        acting.lines[message] += 1


CHECKS: dict[str, Check] = {"nothing_fails": nothing_fails}


def watch(acting: Acting) -> None:
    """Have all checks made after each act."""

    def observe(what: str, touched: Touched) -> None:
        for check in CHECKS.values():
            check(acting, what, touched)

    acting.engine.observe = observe


def at_the_end(acting: Acting) -> None:
    """Check what holds at the end of it all."""
