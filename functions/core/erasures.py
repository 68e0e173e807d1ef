"""An erasure that was asked for and cools off: until it is taken back, nothing new begins.

The request and its fate are in privacy. What it is about bears a mark, written in the transaction
of the request, so that whatever begins finds it there: a patient, an account, an organisation.
"""

from pydantic import AwareDatetime

from core.documents import Record
from core.errors import ErasurePending
from core.machines import Party


class PendingErasure(Record):
    """The mark: which request it is, when it begins, and who can take it back."""

    request_id: str
    starts_at: AwareDatetime
    asked: Party


def refuse(pending: PendingErasure | None) -> None:
    """Refuse to begin anything for what bears the mark.

    Raises:
        ErasurePending.
    """
    if pending is not None:
        raise ErasurePending(**details(pending))


def details(pending: PendingErasure) -> dict[str, str]:
    """Return what a refusal tells of the erasure."""
    starts_at = pending.starts_at.isoformat()
    return {"request_id": pending.request_id, "starts_at": starts_at, "asked": pending.asked}
