"""What other packages use of labs: an order that has to be looked at again."""

from core.context import Context
from core.jobs import Job
from core.store import Unit

__all__ = ["follow_up_order"]


def follow_up_order(unit: Unit, ctx: Context, job: Job) -> None:
    """Keep the promise to look at an order again."""
    from labs import following  # who asks for less does without what moves orders

    following.keep(unit, ctx, job)
