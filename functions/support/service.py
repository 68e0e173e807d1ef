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
    from messaging import service as messaging  # only the jobs do
    from support import queue

    messaging.send_digest(ctx, job, queue.counts(ctx))
