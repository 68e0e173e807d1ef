"""What other packages use of support: telling the admins what waits for them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.context import Context
    from core.jobs import Job


def send_digest(ctx: "Context", job: "Job") -> None:
    """Run the job of a digest: count what waits for admins now, and tell them.

    Four reads, one more for each further thousand of anything, and what telling costs. It may run
    again.
    """
    from accounts import service as accounts  # only the jobs do
    from messaging import service as messaging
    from scans import service as scans
    from support import figures
    from wallet import service as wallet

    waiting = {
        "visits": scans.visits_waiting(ctx.store),
        "accounts": accounts.accounts_waiting(ctx.store),
        "tickets": figures.waiting(ctx.store),
        "payouts": wallet.payouts_waiting(ctx.store),
    }
    messaging.send_digest(ctx, job, waiting)
