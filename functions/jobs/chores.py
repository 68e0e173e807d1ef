"""A chore is done by the clock at each sweep; no document asks for it, as one does for a job.

As `handlers` does, each imports the service that does it when it is called.
"""

from collections.abc import Callable, Mapping

from core import log
from core.context import Context


def _release_expired_holds(ctx: Context) -> int:
    from wallet import service

    return service.release_expired_holds(ctx)


def _give_up_uploads(ctx: Context) -> int:
    from scans import service

    return service.give_up_uploads(ctx)


def _seal_audit(ctx: Context) -> int:
    from privacy import service

    return service.seal_audit(ctx)


def _review_access(ctx: Context) -> int:
    from privacy import service

    return service.review_access(ctx)


def _announce_left(ctx: Context) -> int:
    from messaging import service

    return service.announce_left(ctx)


def _begin_retention(ctx: Context) -> int:
    from privacy import service

    return service.begin_retention(ctx)


def _ask_for_payouts(ctx: Context) -> int:
    from wallet import service

    return service.ask_for_payouts(ctx)


#: In the order in which they are done, by the name that the log has. Each does a bounded part, and
#: returns how much it did.
CHORES: Mapping[str, Callable[[Context], int]] = {
    "release_expired_holds": _release_expired_holds,
    "ask_for_payouts": _ask_for_payouts,
    "give_up_uploads": _give_up_uploads,
    "announce_left": _announce_left,
    "seal_audit": _seal_audit,
    "review_access": _review_access,
    "begin_retention": _begin_retention,
}


def do_all(ctx: Context) -> int:
    """Do every chore, and return how much was done.

    One that fails stops no other, and comes again with the next sweep.
    """
    total = 0
    for name, chore in CHORES.items():
        try:
            done = chore(ctx)
        except Exception as err:  # noqa: BLE001  the others have to be done
            log.failure("chore failed", err, chore=name)
            continue
        total += done
        if done:
            log.info("chore", chore=name, done=done)
    return total
