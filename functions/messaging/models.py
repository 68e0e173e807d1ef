"""The documents of messaging."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime

from core.documents import Document
from core.privacy import Retention, Viewer, held

_NOTICE = held(
    "system.operations",
    Viewer.SUBJECT,
    kept=Retention.INBOX,
    use="essential.service.notifications",
)


class Notice(StrEnum):
    """What happened; the client has the words in the reader's language."""

    ACCOUNT_APPROVED = "account_approved"
    ACCOUNT_REJECTED = "account_rejected"
    ACCOUNT_ROLE_CHANGED = "account_role_changed"
    ACCOUNT_SUSPENDED = "account_suspended"
    ACCOUNT_REINSTATED = "account_reinstated"
    MEMBER_REMOVED = "member_removed"
    OWNERSHIP_RECEIVED = "ownership_received"
    UPLOAD_READY = "upload_ready"
    UPLOAD_REJECTED = "upload_rejected"
    VISIT_ASSIGNED = "visit_assigned"
    VISIT_MOVED = "visit_moved"
    VISIT_CANCELLED = "visit_cancelled"
    VISIT_REMINDER = "visit_reminder"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    BALANCE_LOW = "balance_low"
    ORDER_PLACED = "order_placed"
    ORDER_MOVED = "order_moved"
    PRIVACY_STEP = "privacy_step"


class InboxItem(Document):
    """One notice in a user's inbox: a kind and ids, never a person's data."""

    path: ClassVar[str] = "users/{uid}/inbox/{item_id}"
    readers = frozenset({Viewer.SUBJECT})

    kind: Annotated[Notice, _NOTICE]
    refs: Annotated[dict[str, str], _NOTICE]
    sent_at: Annotated[AwareDatetime, _NOTICE]
    read_at: Annotated[AwareDatetime | None, _NOTICE] = None
