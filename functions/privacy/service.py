"""What the clock asks of privacy."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.context import Context

__all__ = ["seal_audit"]


def seal_audit(ctx: "Context") -> int:
    """Seal what the audit held an hour ago; what one sweep leaves, the next one takes."""
    from privacy import sealing  # the sweep starts faster without

    return sealing.seal_audit(ctx)
