"""What the clock asks of privacy."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.context import Context

__all__ = ["review_access", "seal_audit"]


def review_access(ctx: "Context") -> int:
    """Make the month's access review, or go on with it."""
    from privacy import directory, reviewing  # the sweep starts faster without

    return reviewing.review_access(ctx, directory.FirebaseDirectory())


def seal_audit(ctx: "Context") -> int:
    """Seal what the audit held an hour ago; what one sweep leaves, the next one takes."""
    from privacy import sealing  # as above

    return sealing.seal_audit(ctx)
