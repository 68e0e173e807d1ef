"""The documents of messaging, and the kinds of notices, groups, channels and languages."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import AwareDatetime, Field, StringConstraints, computed_field, model_validator

from core import periods
from core.documents import Document, Record
from core.privacy import FieldPolicy, Retention, Viewer, held

_NOTICE = held(
    "system.operations",
    Viewer.SUBJECT,
    kept=Retention.INBOX,
    use="essential.service.notifications",
)


class Notice(StrEnum):
    """What happened; `catalogue.py` says who hears it how, `words/` in which words."""

    ACCOUNT_APPROVED = "account_approved"
    ACCOUNT_REJECTED = "account_rejected"
    ACCOUNT_ROLE_CHANGED = "account_role_changed"
    ACCOUNT_SUSPENDED = "account_suspended"
    ACCOUNT_REINSTATED = "account_reinstated"
    ACCOUNT_INACTIVE = "account_inactive"
    MEMBER_REMOVED = "member_removed"
    OWNERSHIP_RECEIVED = "ownership_received"
    UPLOAD_READY = "upload_ready"
    UPLOAD_REJECTED = "upload_rejected"
    VISIT_ASSIGNED = "visit_assigned"
    VISIT_MOVED = "visit_moved"
    VISIT_CANCELLED = "visit_cancelled"
    VISIT_REMINDER = "visit_reminder"
    CASE_CLOSED = "case_closed"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    BALANCE_LOW = "balance_low"
    ORDER_PLACED = "order_placed"
    ORDER_MOVED = "order_moved"
    ACCESS_REVIEW = "access_review"
    ORDER_OVERDUE = "order_overdue"
    ORDER_MESSAGE = "order_message"
    ORDER_CORRECTED = "order_corrected"
    ORDER_AMENDED = "order_amended"
    LAB_NOT_OPEN = "lab_not_open"
    VISIT_REQUESTED = "visit_requested"
    PAYMENT_RECEIVED = "payment_received"
    INVOICE_ISSUED = "invoice_issued"
    POLICY_CHANGED = "policy_changed"
    PRIVACY_STEP = "privacy_step"
    SUPPORT_REPLY = "support_reply"
    TICKET_WAITING = "ticket_waiting"
    APPROVAL_PENDING = "approval_pending"


#: Ids, codes and times: no space, no @, nothing that a sentence or a full name is made of.
Ref = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_:.+-]{1,128}$")]


class InboxItem(Document):
    """One notice in a user's inbox: a kind and ids, never a person's data."""

    path: ClassVar[str] = "users/{uid}/inbox/{item_id}"
    readers = frozenset({Viewer.SUBJECT})

    kind: Annotated[Notice, _NOTICE]
    refs: Annotated[dict[str, Ref], _NOTICE]
    sent_at: Annotated[AwareDatetime, _NOTICE]
    read_at: Annotated[AwareDatetime | None, _NOTICE] = None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def expires_at(self) -> Annotated[datetime, _NOTICE]:
        """When TTL may take it away."""
        return periods.due(Retention.INBOX, self.sent_at)


class Group(StrEnum):
    """What people switch on and off together."""

    ACCOUNT = "account"  # the account itself, and membership
    PRIVACY = "privacy"  # consents and requests about data
    VISITS = "visits"  # visits that are asked for, moved and called off
    REMINDERS = "reminders"  # appointments that are near
    UPLOADS = "uploads"  # what became of uploads, and cases that are closed
    ORDERS = "orders"  # orders from labs, and messages about them
    WALLET = "wallet"  # payments, balance and invoices
    SUPPORT = "support"  # answers of support, and tickets that wait
    APPROVALS = "approvals"  # accounts that wait for an admin, and reviews of access


class Channel(StrEnum):
    """How a notice reaches people beside the inbox, which is always written."""

    EMAIL = "email"  # to the address of the account
    PUSH = "push"  # to the person's devices that registered for it


class Language(StrEnum):
    """The languages that notices are written in."""

    ENGLISH = "en"  # English
    HINDI = "hi"  # Hindi, in Devanagari


class Platform(StrEnum):
    """What a device runs."""

    ANDROID = "android"
    IOS = "ios"
    WEB = "web"


def _own(category: str) -> FieldPolicy:
    return held(
        category,
        Viewer.SUBJECT,
        kept=Retention.ACCOUNT,
        use="essential.service.notifications",
    )


class Device(Document):
    """`users/{uid}/devices/{device_id}`: where pushes go; the app writes it, under the rules."""

    path: ClassVar[str] = "users/{uid}/devices/{device_id}"
    readers = frozenset({Viewer.SUBJECT})

    token: Annotated[str, _own("user.device.device_id")]
    platform: Annotated[Platform, _own("user.device")]
    created_at: Annotated[AwareDatetime, _own("user.device")]
    updated_at: Annotated[AwareDatetime, _own("user.device")]


#: A time of day on the clock on the wall.
TimeOfDay = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class QuietHours(Record):
    """When pushes wait, in the person's own zone; past midnight where the end is the earlier."""

    start: TimeOfDay = "21:00"
    end: TimeOfDay = "07:00"

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.start == self.end:
            raise ValueError("quiet hours that end as they start are none: leave them out")
        return self


class Preferences(Document):
    """`preferences/{uid}`: how a person wants to hear; what stands here is for who said nothing.

    A group that is not named has the channels that the catalogue gives its kinds.
    """

    path: ClassVar[str] = "preferences/{uid}"
    readers = frozenset({Viewer.SUBJECT})

    language: Annotated[Language, _own("user.demographic.language")] = Language.ENGLISH
    zone: Annotated[str, _own("user.location.imprecise")] = "Asia/Kolkata"
    quiet: Annotated[QuietHours | None, _own("user.account.settings")] = Field(
        default_factory=QuietHours
    )
    channels: Annotated[dict[Group, list[Channel]], _own("user.account.settings")] = {}
    updated_at: Annotated[AwareDatetime | None, _own("user.account.settings")] = None


def _sent(category: str) -> FieldPolicy:
    return held(category, kept=Retention.MESSAGE, use="essential.service.notifications")


class PushState(StrEnum):
    """Where the push of a notice stands."""

    NONE = "none"
    WAITING = "waiting"
    #: Handed over, or lost on the way: it is not tried again.
    DONE = "done"


class Delivery(Document):
    """`deliveries/{item_id}`: the claim on a notice, so that each channel carries it once."""

    path: ClassVar[str] = "deliveries/{item_id}"

    uid: Annotated[str, _sent("user.unique_id")]
    mailed: Annotated[bool, _sent("system.operations")]
    push: Annotated[PushState, _sent("system.operations")]
    at: Annotated[AwareDatetime, _sent("system.operations")]
    expires_at: Annotated[AwareDatetime, _sent("system.operations")]


class MailMessage(Record):
    """What is written, twice: plainly, and as a page."""

    subject: str
    text: str
    html: str


class Mail(Document):
    """`mail/{item_id}`: an e-mail for the Trigger Email extension, which looks the address up.

    Its format: https://firebase.google.com/docs/extensions/official/firestore-send-email. It writes
    into `delivery` how that went, addresses included; nothing of ours reads it.
    """

    path: ClassVar[str] = "mail/{item_id}"

    toUids: Annotated[list[str], _sent("user.unique_id")]  # noqa: N815 - the extension's name
    message: Annotated[MailMessage, _sent("system.operations")]
    delivery: Annotated[dict[str, Any] | None, _sent("user.contact.email")] = None
    expires_at: Annotated[AwareDatetime, _sent("system.operations")]
