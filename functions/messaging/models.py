"""The documents of messaging, and the kinds of notices, groups, channels and languages."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import AwareDatetime, Field, StringConstraints, computed_field, model_validator

from core import periods
from core.access import Caller, Role
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
    EMAIL_CHANGED = "email_changed"
    UPLOAD_READY = "upload_ready"
    UPLOAD_REJECTED = "upload_rejected"
    VISIT_ASSIGNED = "visit_assigned"
    VISIT_MOVED = "visit_moved"
    VISIT_CANCELLED = "visit_cancelled"
    VISIT_RELEASED = "visit_released"
    VISIT_REMINDER = "visit_reminder"
    CASE_CLOSED = "case_closed"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    GUARDIAN_NEEDED = "guardian_needed"
    VISIT_WAITS = "visit_waits"
    VISIT_GOES_ON = "visit_goes_on"
    ORDER_WAITS = "order_waits"
    ORDER_GOES_ON = "order_goes_on"
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
    PAYMENT_REFUNDED = "payment_refunded"
    REFUND_FAILED = "refund_failed"
    PAYMENT_DISPUTED = "payment_disputed"
    DISPUTE_WON = "dispute_won"
    DISPUTE_LOST = "dispute_lost"
    PAYMENT_ALARM = "payment_alarm"
    INVOICE_ISSUED = "invoice_issued"
    PAYOUT_METHOD_CHANGED = "payout_method_changed"
    PAYOUT_REQUESTED = "payout_requested"
    PAYOUT_APPROVED = "payout_approved"
    PAYOUT_REJECTED = "payout_rejected"
    PAYOUT_PAID = "payout_paid"
    PAYOUT_FAILED = "payout_failed"
    PAYOUT_RETURNED = "payout_returned"
    POLICY_CHANGED = "policy_changed"
    PRIVACY_STEP = "privacy_step"
    SUPPORT_REPLY = "support_reply"
    TICKET_WAITING = "ticket_waiting"
    APPROVAL_PENDING = "approval_pending"
    QUEUE_WAITING = "queue_waiting"


class Addressee(StrEnum):
    """What an audience is; `catalogue.HEARD_BY` says which of them a kind may have."""

    PERSON = "person"  # one person, whatever becomes of the account: what is about oneself
    HOLDER = "holder"  # one person while the account is active, else the admins
    ORGANISATION = "organisation"  # whoever acted there, else its owners, else the admins
    OPERATOR = "operator"  # one operator while an active one, else the admins
    ADMIN = "admin"  # one admin while an active one, else all admins in their digests
    ADMINS = "admins"  # the active admins, each time
    QUEUE = "queue"  # the active admins in their digests, as each of them prefers


#: Ids, codes and times: no space, no @, nothing that a sentence or a full name is made of.
Ref = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_:.+-]{1,128}$")]


class HeardAs(Record):
    """As what somebody hears of a notice; who is that no more when it is delivered hears nothing.

    Without a role it is any active account.
    """

    role: Annotated[Role | None, _NOTICE] = None
    org: Annotated[str | None, _NOTICE] = None
    owner: Annotated[bool, _NOTICE] = False
    #: Nobody else was told: should this person leave before it is delivered, it is told anew.
    alone: Annotated[bool, _NOTICE] = False


class InboxItem(Document):
    """One notice in a user's inbox: a kind and ids, never a person's data."""

    path: ClassVar[str] = "users/{uid}/inbox/{item_id}"
    readers = frozenset({Viewer.SUBJECT})

    kind: Annotated[Notice, _NOTICE]
    refs: Annotated[dict[str, Ref], _NOTICE]
    sent_at: Annotated[AwareDatetime, _NOTICE]
    read_at: Annotated[AwareDatetime | None, _NOTICE] = None
    #: None for what is about the person itself.
    heard_as: HeardAs | None = None

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
    APPROVALS = "approvals"  # what waits for an admin: the digest, accounts, reviews of access


class Channel(StrEnum):
    """How a notice reaches people beside the inbox, which is always written."""

    EMAIL = "email"  # to the address of the account
    PUSH = "push"  # to the person's devices that registered for it


class Language(StrEnum):
    """The languages that notices are written in."""

    ENGLISH = "en"  # English
    HINDI = "hi"  # Hindi, in Devanagari


class Digest(StrEnum):
    """How often an admin hears of what waits for any of the admins."""

    AT_ONCE = "at_once"  # when it begins to wait; what follows within minutes comes as one notice
    HOURLY = "hourly"  # at the end of an hour in which something began to wait
    DAILY = "daily"  # in the morning after it


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
    #: Of admins: how often to hear of visits, accounts and tickets that wait.
    digest: Annotated[Digest, _own("user.account.settings")] = Digest.HOURLY
    updated_at: Annotated[AwareDatetime | None, _own("user.account.settings")] = None


def _sent(category: str, about: str | None = None) -> FieldPolicy:
    use = "essential.service.notifications"
    return held(category, kept=Retention.MESSAGE, use=use, about=about)


class Audience(Record):
    """Who is to hear of something; which people that are is decided when it is sent."""

    addressee: Annotated[Addressee, _sent("system.operations")]
    #: Of an organisation: what kind it is, and which.
    role: Annotated[Role | None, _sent("user.account")] = None
    org: Annotated[str | None, _sent("user.contact.organization")] = None
    #: Who acted there, or is meant.
    uids: Annotated[list[str], _sent("user.unique_id")] = []
    #: Of an organisation: its owners hear in any case.
    owners: Annotated[bool, _sent("system.operations")] = False
    #: Who acted, and need not be told.
    actor: Annotated[str | None, _sent("user.unique_id")] = None

    @classmethod
    def person(cls, uid: str) -> Self:
        """One person: what is about oneself. It reaches whoever is shut out, too."""
        return cls(addressee=Addressee.PERSON, uids=[uid])

    @classmethod
    def holder(cls, uid: str) -> Self:
        """One person while the account is active, whatever its role; else the admins."""
        return cls(addressee=Addressee.HOLDER, uids=[uid])

    @classmethod
    def organisation(cls, role: Role, org: str, *acted: str | None, owners: bool = False) -> Self:
        """A clinic's or lab's people who acted, while active there; else its active owners.

        With `owners` these hear in any case. Where nobody is left, the admins hear. Who did not act
        yet may be named as None.
        """
        uids = sorted({uid for uid in acted if uid is not None})
        return cls(addressee=Addressee.ORGANISATION, role=role, org=org, uids=uids, owners=owners)

    @classmethod
    def operator(cls, uid: str) -> Self:
        """One operator while an active one, else the admins."""
        return cls(addressee=Addressee.OPERATOR, role=Role.OPERATOR, uids=[uid])

    @classmethod
    def admin(cls, uid: str) -> Self:
        """One admin while an active one, else all of them in their digests."""
        return cls(addressee=Addressee.ADMIN, role=Role.ADMIN, uids=[uid])

    @classmethod
    def admins(cls) -> Self:
        """The active admins, each time: what is due by law, and seldom."""
        return cls(addressee=Addressee.ADMINS, role=Role.ADMIN)

    @classmethod
    def queue(cls) -> Self:
        """The active admins in their digests: what waits for any of them."""
        return cls(addressee=Addressee.QUEUE, role=Role.ADMIN)

    def but(self, actor: Caller) -> Self | None:
        """Leave out who acts; None where that leaves nobody."""
        same = (actor.role, actor.org) == (self.role, self.org)
        if same and self.uids == [actor.uid] and not self.owners:
            return None
        return self.model_copy(update={"actor": actor.uid})


class Announcement(Document):
    """`notices/{notice_id}`: what is still to be told to an audience; sending it deletes it."""

    path: ClassVar[str] = "notices/{notice_id}"

    kind: Annotated[Notice, _sent("system.operations")]
    refs: Annotated[dict[str, Ref], _sent("system.operations")]
    to: Audience
    at: Annotated[AwareDatetime, _sent("system.operations")]
    #: When TTL may take it away, should it never be sent.
    expires_at: Annotated[AwareDatetime, _sent("system.operations")]


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


def _empty(value: object) -> bool:
    return not value


class MailMessage(Record):
    """What is written, twice: plainly, and as a page."""

    subject: str
    text: str
    html: str


class Mail(Document):
    """`mail/{item_id}`: an e-mail for the Trigger Email extension, which looks the address up.

    Its format: https://firebase.google.com/docs/extensions/official/firestore-send-email. It writes
    into `delivery` how that went, addresses included; nothing of ours reads it. What goes to an
    address that is no account's any more has that address, and who it was of: no `toUids`, which
    the extension takes as accounts to look up even where there are none.
    """

    path: ClassVar[str] = "mail/{item_id}"

    toUids: Annotated[list[str], _sent("user.unique_id")] = Field(  # noqa: N815 - the extension's name
        default=[], exclude_if=_empty
    )
    to: Annotated[list[str], _sent("user.contact.email", about="former")] = Field(
        default=[], exclude_if=_empty
    )
    former: Annotated[str | None, _sent("user.unique_id")] = Field(default=None, exclude_if=_empty)
    message: Annotated[MailMessage, _sent("system.operations")]
    delivery: Annotated[dict[str, Any] | None, _sent("user.contact.email", about="")] = None
    expires_at: Annotated[AwareDatetime, _sent("system.operations")]
