"""The catalogue: for every kind of notice, what it belongs to and how it reaches people.

One row a kind. Preferences, delivery and the tests of the words go by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from messaging.models import Addressee, Channel, Group, Notice, Preferences

EVERY = frozenset(Channel)
_EMAIL, _PUSH = frozenset({Channel.EMAIL}), frozenset({Channel.PUSH})

#: These arrive by every channel, whatever a person prefers.
MANDATORY = frozenset({Group.ACCOUNT, Group.PRIVACY})

#: These reach people whose account is shut out, for they are about that.
ABOUT_ONESELF = MANDATORY

#: What begins within these hours is not held until the morning.
SOON = timedelta(hours=12)


@dataclass(frozen=True)
class NoticeType:
    """How one kind is told.

    Attributes:
        group: what it is switched on and off with.
        channels: how it is told to who said nothing about the group.
        refs: the refs that its words and its link need; it may have more.
        opens: the path in the app, of such refs.
        insists: states, named by its ref `state`, in which nobody may switch it off.
        replaces: a later one takes the place of an earlier one on a device.
    """

    group: Group
    channels: frozenset[Channel]
    refs: tuple[str, ...] = ()
    opens: str = ""
    insists: frozenset[str] = frozenset()
    replaces: bool = False

    def mandatory(self, refs: Mapping[str, str]) -> bool:
        """Tell whether preferences do not count."""
        return self.group in MANDATORY or refs.get("state") in self.insists

    def wanted(self, preferences: Preferences, refs: Mapping[str, str]) -> frozenset[Channel]:
        """Return the channels for one person."""
        if self.mandatory(refs):
            return EVERY
        chosen = preferences.channels.get(self.group)
        return self.channels if chosen is None else frozenset(chosen)


_VISIT = ("visit", "state")
_ORDER = ("order", "state")

CATALOGUE: dict[Notice, NoticeType] = {
    Notice.ACCOUNT_APPROVED: NoticeType(Group.ACCOUNT, EVERY),
    Notice.ACCOUNT_REJECTED: NoticeType(Group.ACCOUNT, EVERY, opens="account"),
    Notice.ACCOUNT_ROLE_CHANGED: NoticeType(Group.ACCOUNT, EVERY, opens="account"),
    Notice.ACCOUNT_SUSPENDED: NoticeType(Group.ACCOUNT, EVERY, opens="account"),
    Notice.ACCOUNT_REINSTATED: NoticeType(Group.ACCOUNT, EVERY),
    Notice.ACCOUNT_INACTIVE: NoticeType(Group.ACCOUNT, EVERY, ("closes_at",), "account"),
    Notice.MEMBER_REMOVED: NoticeType(Group.ACCOUNT, EVERY, opens="account"),
    Notice.OWNERSHIP_RECEIVED: NoticeType(Group.ACCOUNT, EVERY, opens="organisation"),
    Notice.EMAIL_CHANGED: NoticeType(Group.ACCOUNT, EVERY, opens="account"),
    Notice.UPLOAD_READY: NoticeType(Group.UPLOADS, _PUSH, ("upload",), "uploads/{upload}"),
    Notice.UPLOAD_REJECTED: NoticeType(Group.UPLOADS, EVERY, ("upload",), "uploads/{upload}"),
    Notice.VISIT_REQUESTED: NoticeType(Group.VISITS, EVERY, ("visit",), "visits/{visit}"),
    Notice.VISIT_ASSIGNED: NoticeType(Group.VISITS, EVERY, _VISIT, "visits/{visit}"),
    Notice.VISIT_MOVED: NoticeType(Group.VISITS, _PUSH, _VISIT, "visits/{visit}"),
    Notice.VISIT_CANCELLED: NoticeType(Group.VISITS, EVERY, _VISIT, "visits/{visit}"),
    Notice.VISIT_RELEASED: NoticeType(Group.VISITS, EVERY, _VISIT, "visits/{visit}"),
    Notice.VISIT_REMINDER: NoticeType(
        Group.REMINDERS, EVERY, ("visit", "starts_at"), "visits/{visit}"
    ),
    Notice.CASE_CLOSED: NoticeType(Group.UPLOADS, _EMAIL, ("case",), "cases/{case}"),
    Notice.CONSENT_WITHDRAWN: NoticeType(Group.PRIVACY, EVERY, ("consent",), "consents/{consent}"),
    Notice.GUARDIAN_NEEDED: NoticeType(Group.PRIVACY, EVERY, ("patient",), "patients/{patient}"),
    Notice.VISIT_WAITS: NoticeType(Group.VISITS, EVERY, ("visit",), "visits/{visit}"),
    Notice.VISIT_GOES_ON: NoticeType(Group.VISITS, EVERY, ("visit",), "visits/{visit}"),
    Notice.ORDER_WAITS: NoticeType(Group.ORDERS, EVERY, ("order",), "orders/{order}"),
    Notice.ORDER_GOES_ON: NoticeType(Group.ORDERS, EVERY, ("order",), "orders/{order}"),
    Notice.BALANCE_LOW: NoticeType(Group.WALLET, EVERY, ("wallet",), "wallet"),
    Notice.PAYMENT_RECEIVED: NoticeType(Group.WALLET, EVERY, ("payment",), "wallet"),
    Notice.PAYMENT_REFUNDED: NoticeType(Group.WALLET, EVERY, ("payment",), "wallet"),
    Notice.REFUND_FAILED: NoticeType(Group.WALLET, EVERY, ("payment",), "wallet"),
    Notice.PAYMENT_DISPUTED: NoticeType(Group.WALLET, EVERY, ("payment",), "wallet"),
    Notice.DISPUTE_WON: NoticeType(Group.WALLET, EVERY, ("payment",), "wallet"),
    Notice.DISPUTE_LOST: NoticeType(Group.WALLET, EVERY, ("payment",), "wallet"),
    Notice.PAYMENT_ALARM: NoticeType(Group.APPROVALS, EVERY, ("event", "what"), "queue"),
    Notice.INVOICE_ISSUED: NoticeType(Group.WALLET, _EMAIL, ("invoice",), "invoices/{invoice}"),
    Notice.PAYOUT_METHOD_CHANGED: NoticeType(Group.ACCOUNT, EVERY, ("lab",), "wallet"),
    Notice.PAYOUT_REQUESTED: NoticeType(Group.APPROVALS, _EMAIL, ("payout",), "payouts/{payout}"),
    Notice.PAYOUT_APPROVED: NoticeType(Group.WALLET, _PUSH, ("payout",), "payouts/{payout}"),
    Notice.PAYOUT_REJECTED: NoticeType(Group.WALLET, EVERY, ("payout",), "payouts/{payout}"),
    Notice.PAYOUT_PAID: NoticeType(Group.WALLET, EVERY, ("payout",), "payouts/{payout}"),
    Notice.PAYOUT_FAILED: NoticeType(Group.WALLET, EVERY, ("payout",), "payouts/{payout}"),
    Notice.PAYOUT_RETURNED: NoticeType(Group.WALLET, EVERY, ("payout",), "payouts/{payout}"),
    Notice.ORDER_PLACED: NoticeType(Group.ORDERS, EVERY, _ORDER, "orders/{order}"),
    Notice.ORDER_MOVED: NoticeType(
        Group.ORDERS, _PUSH, _ORDER, "orders/{order}", frozenset({"on_hold", "lost"})
    ),
    Notice.ORDER_OVERDUE: NoticeType(Group.ORDERS, EVERY, ("order",), "orders/{order}"),
    Notice.ORDER_CORRECTED: NoticeType(Group.ORDERS, EVERY, ("order",), "orders/{order}"),
    Notice.ORDER_AMENDED: NoticeType(Group.ORDERS, EVERY, ("order",), "orders/{order}"),
    Notice.LAB_NOT_OPEN: NoticeType(Group.WALLET, EVERY, opens="wallet"),
    Notice.ORDER_MESSAGE: NoticeType(Group.ORDERS, _PUSH, _ORDER, "orders/{order}"),
    Notice.POLICY_CHANGED: NoticeType(Group.PRIVACY, EVERY, ("version",), "policy"),
    Notice.PRIVACY_STEP: NoticeType(Group.PRIVACY, EVERY, ("request",), "privacy/{request}"),
    Notice.SUPPORT_REPLY: NoticeType(Group.SUPPORT, EVERY, ("ticket",), "support/{ticket}"),
    Notice.ACCESS_REVIEW: NoticeType(Group.APPROVALS, _EMAIL, ("review",), "reviews/{review}"),
    Notice.TICKET_WAITING: NoticeType(Group.SUPPORT, EVERY, ("ticket",), "support/{ticket}"),
    Notice.APPROVAL_PENDING: NoticeType(
        Group.APPROVALS, _EMAIL, ("account",), "accounts/{account}"
    ),
    Notice.QUEUE_WAITING: NoticeType(
        Group.APPROVALS, EVERY, ("visits", "accounts", "tickets", "payouts"), "queue", replaces=True
    ),
}

_PERSON = frozenset({Addressee.PERSON})
_ORG = frozenset({Addressee.ORGANISATION})
_ADMINS = frozenset({Addressee.ADMINS})
_QUEUE = frozenset({Addressee.QUEUE})
_OPERATOR = frozenset({Addressee.OPERATOR})
_OF_VISIT = _ORG | _OPERATOR
_OF_UPLOAD = _OF_VISIT | {Addressee.HOLDER}

#: Whom a kind may be told to.
HEARD_BY: dict[Notice, frozenset[Addressee]] = {
    Notice.ACCOUNT_APPROVED: _PERSON,
    Notice.ACCOUNT_REJECTED: _PERSON,
    Notice.ACCOUNT_ROLE_CHANGED: _PERSON,
    Notice.ACCOUNT_SUSPENDED: _PERSON,
    Notice.ACCOUNT_REINSTATED: _PERSON,
    Notice.ACCOUNT_INACTIVE: _PERSON,
    Notice.MEMBER_REMOVED: _PERSON,
    Notice.OWNERSHIP_RECEIVED: _PERSON,
    Notice.EMAIL_CHANGED: _PERSON,
    Notice.UPLOAD_READY: _OF_UPLOAD,
    Notice.UPLOAD_REJECTED: _OF_UPLOAD,
    Notice.VISIT_REQUESTED: _QUEUE,
    Notice.VISIT_ASSIGNED: _OF_VISIT,
    Notice.VISIT_MOVED: _OF_VISIT,
    Notice.VISIT_CANCELLED: _OF_VISIT,
    Notice.VISIT_RELEASED: _ORG | _ADMINS,
    Notice.VISIT_REMINDER: _OF_VISIT,
    Notice.CASE_CLOSED: _ORG,
    Notice.GUARDIAN_NEEDED: _ORG,
    Notice.VISIT_WAITS: _OPERATOR,
    Notice.VISIT_GOES_ON: _OPERATOR,
    Notice.ORDER_WAITS: _ORG,
    Notice.ORDER_GOES_ON: _ORG,
    Notice.CONSENT_WITHDRAWN: _ORG,
    Notice.BALANCE_LOW: _ORG,
    Notice.PAYMENT_RECEIVED: _ORG,
    Notice.PAYMENT_REFUNDED: _ORG,
    Notice.REFUND_FAILED: _ORG,
    Notice.PAYMENT_DISPUTED: _ORG,
    Notice.DISPUTE_WON: _ORG,
    Notice.DISPUTE_LOST: _ORG,
    Notice.PAYMENT_ALARM: _ADMINS,
    Notice.INVOICE_ISSUED: _ORG,
    Notice.PAYOUT_METHOD_CHANGED: _ORG,
    Notice.PAYOUT_REQUESTED: _QUEUE,
    Notice.PAYOUT_APPROVED: _ORG,
    Notice.PAYOUT_REJECTED: _ORG,
    Notice.PAYOUT_PAID: _ORG,
    Notice.PAYOUT_FAILED: _ORG,
    Notice.PAYOUT_RETURNED: _ORG,
    Notice.ORDER_PLACED: _ORG,
    Notice.ORDER_MOVED: _ORG,
    Notice.ORDER_AMENDED: _ORG,
    Notice.LAB_NOT_OPEN: _ORG,
    Notice.ORDER_OVERDUE: _ORG,
    Notice.ORDER_CORRECTED: _ORG,
    Notice.ORDER_MESSAGE: _ORG,
    Notice.POLICY_CHANGED: _PERSON,
    Notice.PRIVACY_STEP: _PERSON | _ORG | _ADMINS,
    Notice.SUPPORT_REPLY: frozenset({Addressee.HOLDER}),
    Notice.ACCESS_REVIEW: _ADMINS,
    Notice.TICKET_WAITING: _QUEUE | {Addressee.ADMIN},
    Notice.APPROVAL_PENDING: _QUEUE,
    Notice.QUEUE_WAITING: _ADMINS,
}


def urgent(refs: Mapping[str, str], now: datetime) -> bool:
    """Tell whether a notice is about something that begins soon, so that it ignores quiet hours.

    Whether a visit is moved, called off or only called to mind: its ref `starts_at` says when.
    """
    starts_at = refs.get("starts_at")
    return starts_at is not None and now <= datetime.fromisoformat(starts_at) <= now + SOON
