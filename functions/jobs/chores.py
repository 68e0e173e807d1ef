"""Chores: what is to be done by the clock and is nobody's promise; found by queries, in part."""

from dataclasses import dataclass
from importlib import import_module

from core import log
from core.context import Context


@dataclass(frozen=True)
class Chore:
    """A function of a package's service that takes a context and returns how much it did."""

    package: str
    function: str

    def do(self, ctx: Context) -> int:
        """Do a bounded part of it."""
        done: int = getattr(import_module(f"{self.package}.service"), self.function)(ctx)
        return done


CHORES = (
    Chore("wallet", "release_expired_holds"),
    Chore("scans", "give_up_uploads"),
    Chore("privacy", "seal_audit"),
    Chore("privacy", "review_access"),
    Chore("privacy", "begin_retention"),
)


def do_all(ctx: Context) -> int:
    """Do every chore, and return how much was done.

    One that fails stops no other, and comes again with the next sweep.
    """
    total = 0
    for chore in CHORES:
        try:
            done = chore.do(ctx)
        except Exception as err:  # noqa: BLE001  the others have to be done
            log.failure("chore failed", err, chore=chore.function)
            continue
        total += done
        if done:
            log.info("chore", chore=chore.function, done=done)
    return total
